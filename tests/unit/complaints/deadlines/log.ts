import type { OfficeCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { type CalendarBook, calendarBook } from '../../../../complaints/deadlines/calendar-book.ts';
import { freezeClocks } from '../../../../complaints/deadlines/frozen.ts';
import {
  BUILT_IN_POLICIES,
  type ClockName,
  type Policy,
  type Terms,
} from '../../../../complaints/deadlines/policies.ts';
import type { Term } from '../../../../complaints/deadlines/term.ts';
import type { ComplaintEvent, NewEvent, ResponseKind } from '../../../../complaints/events.ts';
import { capture } from '../../../storage/samples.ts';

/** Epoch ms of `2026-08-03 10.00` in a zone, 7 = WIB. */
export function at(text: string, zone = 7): number {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d)[.:](\d\d)$/.exec(text);
  if (!match) throw new Error(`not a moment: ${text}`);
  const [, y, mo, d, h, mi] = match.map(Number);
  return Date.UTC(y ?? 0, (mo ?? 1) - 1, d ?? 1, (h ?? 0) - zone, mi ?? 0);
}

export function policyOf(terms: Partial<Terms>, change: Partial<Policy> = {}): Policy {
  const normal = BUILT_IN_POLICIES.find((p) => p.id === 'normal');
  if (!normal) throw new Error('no preset');
  return { ...normal, terms: { response: null, followUp: null, settlement: null, ...terms }, ...change };
}

export interface Forward {
  agencyId?: string;
  schedule?: string;
  outside?: boolean;
  policy: Policy;
  at: number;
}

/** A log written entry by entry, as the worker would: order and recording time rise on their own. */
export class Log {
  readonly events: ComplaintEvent[] = [];
  readonly book: CalendarBook;
  constructor(calendars: readonly OfficeCalendar[] | CalendarBook) {
    this.book = 'current' in calendars ? calendars : calendarBook(calendars);
  }

  add(
    change: Omit<NewEvent, 'complaintId'> & Record<string, unknown>,
    extra: { desk?: string; recordedAt?: number; order?: number } = {},
  ): string {
    const n = this.events.length + 1;
    const id = `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
    this.events.push({
      ...change,
      complaintId: 'instagram:AbCdE12345',
      id,
      order: extra.order ?? n,
      desk: extra.desk ?? 'aaaa',
      recordedAt: extra.recordedAt ?? change.at,
    } as ComplaintEvent);
    return id;
  }

  captured(moment: number, postedAt = moment): string {
    return this.add({
      type: 'captured',
      at: moment,
      capture: capture('AbCdE12345', { postedAt: { value: postedAt, source: 'dom' } }),
      number: { prefix: 'KTM', seq: 1, desk: 'aaaa' },
      via: 'button',
    });
  }

  forward({ agencyId = 'hub', schedule = 'office', outside = false, policy, at: moment }: Forward): string {
    const result = freezeClocks(this.book, policy, { id: agencyId, schedule }, moment);
    if ('problem' in result) throw new Error(result.problem.code);
    return this.add({
      type: 'forwarded',
      at: moment,
      agencyId,
      agencyName: `Dinas ${agencyId}`,
      agencyShort: agencyId,
      outside,
      channel: 'whatsapp',
      outcome: 'opened',
      preset: 'normal',
      termMs: 86_400_000,
      dueAt: result.frozen.due.response ?? moment + 86_400_000,
      photoHashes: [],
      message: '',
      frozen: result.frozen,
    });
  }

  pause(
    from: number,
    until: number,
    reason: 'citizen' | 'outside' | 'disaster' | 'other' = 'citizen',
  ): string {
    return this.add({ type: 'paused', at: from, until, reason, note: '' });
  }
  resume(moment: number): string {
    return this.add({ type: 'resumed', at: moment, note: '' });
  }
  respond(moment: number, kind: ResponseKind, template = false): string {
    return this.add({
      type: 'responded',
      at: moment,
      kind,
      text: 'Siap',
      photoHashes: [],
      via: 'hand',
      ...(template ? { template } : {}),
    });
  }
  resolve(moment: number): string {
    return this.add({ type: 'resolved', at: moment, note: '', photoHashes: [] });
  }
  reopen(moment: number): string {
    return this.add({ type: 'reopened', at: moment, note: '' });
  }
  notOurs(moment: number): string {
    return this.add({ type: 'notOurs', at: moment, suggests: '', note: '' });
  }
  ask(moment: number, clock: ClockName, by: Term): string {
    return this.add({ type: 'extensionAsked', at: moment, clock, by, reason: 'hujan' });
  }
  decide(moment: number, target: string, granted: boolean): string {
    return this.add({ type: 'extensionDecided', at: moment, target, granted, note: '' });
  }
}

import fc from 'fast-check';
import type { ComplaintEvent, NewEvent } from '../../../complaints/events.ts';
import type { PostContext } from '../../../complaints/reading.ts';
import { capture, HOUR, photoUrl, T0 } from '../../storage/samples.ts';

export const ID = 'instagram:AbCdE12345';

/** An event with a given place in the log; ids sort as they are numbered. */
export function event(
  order: number,
  change: NewEvent,
  { desk = 'aaaa', id = order }: { desk?: string; id?: number } = {},
): ComplaintEvent {
  return {
    ...change,
    id: `${String(id).padStart(8, '0')}-0000-7000-8000-${desk === 'aaaa' ? '0' : '1'}00000000000`,
    order,
    desk,
    recordedAt: T0 + order,
  } as ComplaintEvent;
}

const at = (n: number) => T0 + n * 60_000;
const base = { complaintId: ID };

export const captured = (n = 0, code = 'AbCdE12345'): NewEvent => ({
  ...base,
  type: 'captured',
  at: at(n),
  capture: capture(code),
  number: { prefix: 'KTM', seq: 1, desk: 'aaaa' },
  via: 'button',
});

export const forwarded = (n: number, agencyId = 'dishub', outside = false, termMs = 24 * HOUR): NewEvent => ({
  ...base,
  type: 'forwarded',
  at: at(n),
  agencyId,
  agencyName: `Dinas ${agencyId}`,
  agencyShort: agencyId,
  outside,
  channel: 'whatsapp',
  outcome: 'opened',
  preset: 'normal',
  termMs,
  dueAt: at(n) + termMs,
  photoHashes: [],
  message: 'Yth.',
});

export const responded = (n: number): NewEvent => ({
  ...base,
  type: 'responded',
  at: at(n),
  kind: 'initial',
  text: 'Siap',
  photoHashes: [],
  via: 'hand',
});

export const resolved = (n: number): NewEvent => ({
  ...base,
  type: 'resolved',
  at: at(n),
  note: 'beres',
  photoHashes: [],
});
export const dismissed = (n: number): NewEvent => ({ ...base, type: 'dismissed', at: at(n), note: 'iklan' });
export const reopened = (n: number): NewEvent => ({
  ...base,
  type: 'reopened',
  at: at(n),
  note: 'masih padam',
});
export const undone = (n: number, target: string): NewEvent => ({
  ...base,
  type: 'undone',
  at: at(n),
  target,
});
export const purged = (n: number, reason: 'request' | 'retention'): NewEvent => ({
  ...base,
  type: 'purged',
  at: at(n),
  reason,
});

/** Any log of one complaint on one or two desks; undoings may name anything, themselves too. */
export const anyLog: fc.Arbitrary<ComplaintEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'captured',
        'recaptured',
        'forwarded',
        'responded',
        'resolved',
        'dismissed',
        'reopened',
        'undone',
        'corrected',
        'purged',
        'photo',
        'failed',
        'sensitive',
        'joined',
        'postGone',
        'reminded',
        'escalated',
      ),
      n: fc.integer({ min: 0, max: 3_000 }),
      pick: fc.nat(30),
      desk: fc.constantFrom('aaaa', 'bbbb'),
      jump: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    let order = 1;
    const log: ComplaintEvent[] = [event(1, captured())];
    for (const [i, { kind, n, pick, desk, jump }] of steps.entries()) {
      order += jump;
      log.push(event(order, make(kind, n, pick, log), { desk, id: i + 2 }));
    }
    return log;
  });

/** Another post, whose words must go with the citizen's. */
function context(what: string, pick: number): PostContext {
  return {
    names: ['instagram:Konteks001'],
    permalink: `https://www.instagram.com/warga.lain/p/${what}${pick}/`,
    author: { handle: 'warga.lain', name: 'Warga Lain' },
    text: `Teks ${pick} ${what}`,
    ...(pick % 3 ? { textCut: true } : {}),
    photos: [{ url: photoUrl(`${what}-1234567`), kind: 'photo' }],
  };
}

function make(kind: string, n: number, pick: number, log: ComplaintEvent[]): NewEvent {
  switch (kind) {
    case 'captured':
      return captured(n);
    case 'recaptured':
      return {
        ...base,
        type: 'recaptured',
        at: at(n),
        via: 'button',
        capture: capture('AbCdE12345', {
          place: pick % 2 ? { value: `Jalan ${pick}`, source: 'dom' } : { unreadable: 'not-on-page' },
          text: pick % 3 ? { unreadable: 'only-partly' } : { value: `Teks ${pick}`, source: 'store' },
          ...(pick % 2 ? { under: context('Atas', pick) } : {}),
          ...(pick % 4 === 0 ? { shared: context('Asli', pick) } : {}),
          identity: {
            key: ID,
            aliases: [ID, `facebook:pfbid${pick}`],
            permalink: 'https://www.instagram.com/p/AbCdE12345/',
          },
        }),
      };
    case 'forwarded':
      return forwarded(n, ['dishub', 'dlh', 'bpjn'][pick % 3], pick % 3 === 2);
    case 'responded':
      return responded(n);
    case 'resolved':
      return resolved(n);
    case 'dismissed':
      return dismissed(n);
    case 'reopened':
      return reopened(n);
    case 'undone':
      return undone(n, log[pick % log.length]?.id ?? '');
    case 'corrected':
      return {
        ...base,
        type: 'corrected',
        at: at(n),
        field: (['gist', 'text', 'place', 'author'] as const)[pick % 4] ?? 'gist',
        value: pick % 5 ? `Koreksi ${pick}` : '',
      };
    case 'purged':
      return purged(n, pick % 2 ? 'request' : 'retention');
    case 'photo':
      return {
        ...base,
        type: 'photoStored',
        at: at(n),
        photo: {
          hash: String(pick % 10).repeat(64),
          url: pick % 2 ? photoUrl('AbCdE12345-1234567', `s${pick}`) : '',
          how: pick % 2 ? 'fetched' : 'pasted',
          kind: 'photo',
          mime: 'image/jpeg',
          size: 10,
        },
      };
    case 'joined':
      return { ...base, type: 'joined', at: at(n), into: `instagram:Other${pick}xx`, why: 'chosen' };
    case 'reminded':
      return {
        ...base,
        type: 'reminded',
        at: at(n),
        channel: 'whatsapp',
        outcome: 'opened',
        message: 'Teks',
      };
    case 'escalated':
      return {
        ...base,
        type: 'escalated',
        at: at(n),
        step: (['explanation', 'warning1', 'warning2'] as const)[pick % 3] ?? 'explanation',
        answerBy: at(n) + 24 * HOUR,
        channel: 'copy',
        outcome: 'copied',
        message: `Teks ${pick}`,
      };
    case 'postGone':
      return { ...base, type: 'postGone', at: at(n) };
    case 'failed':
      return {
        ...base,
        type: 'photoFailed',
        at: at(n),
        url: photoUrl('AbCdE12345-1234567'),
        reason: 'expired',
      };
    default:
      return { ...base, type: 'markedSensitive', at: at(n), sensitive: pick % 2 === 0 };
  }
}

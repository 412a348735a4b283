import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldComplaint } from '../../../complaints/fold.ts';
import { purgeEvents } from '../../../complaints/purged.ts';
import { factsOf, viewStatus } from '../../../complaints/status.ts';
import { capture, HOUR, T0 } from '../../storage/samples.ts';
import {
  anyLog,
  captured,
  dismissed,
  event,
  forwarded,
  ID,
  purged,
  reopened,
  resolved,
  responded,
  undone,
} from './event-maker.ts';

const at = (n: number) => T0 + n * 60_000;

function fold(...changes: Parameters<typeof event>[1][]) {
  const complaint = foldComplaint(changes.map((change, i) => event(i + 1, change)));
  if (!complaint) throw new Error('no complaint');
  return complaint;
}
const idOf = (n: number) => event(n, captured()).id;

describe('fold: laws', () => {
  it('does not depend on the order of arrival, nor on doubles', () => {
    fc.assert(
      fc.property(anyLog, fc.infiniteStream(fc.nat()), (log, dice) => {
        const shuffled = [...log, ...log.slice(0, 3)]
          .map((e) => ({ e, k: dice.next().value as number }))
          .sort((a, b) => a.k - b.k)
          .map(({ e }) => e);
        expect(foldComplaint(shuffled)).toEqual(foldComplaint(log));
      }),
      { numRuns: 300 },
    );
  });

  it('merging two parts is commutative and idempotent', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(14), (log, cut) => {
        const a = log.slice(0, cut + 1);
        const b = log.slice(Math.max(0, cut - 2));
        expect(foldComplaint([...b, ...a])).toEqual(foldComplaint([...a, ...b]));
        expect(foldComplaint([...a, ...b, ...a])).toEqual(foldComplaint([...a, ...b]));
      }),
      { numRuns: 200 },
    );
  });

  it('a purge carried out in the log shows what the purge alone shows, and once is enough', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const once = purgeEvents(log);
        expect(purgeEvents(once)).toEqual(once);
        expect(foldComplaint(once)).toEqual(foldComplaint(log));
      }),
      { numRuns: 200 },
    );
  });

  it('after a purge at request no word of the citizen is left', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const text = JSON.stringify(purgeEvents([...log, event(99, purged(0, 'request'), { id: 99 })]));
        expect(text).not.toMatch(
          /Lampu jalan|warga\.contoh|Warga Contoh|warga\.lain|Warga Lain|Teks \d|Koreksi|cdninstagram|Yth\./,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('fold: the course of a complaint', () => {
  it('is new after its flag and nothing without one', () => {
    expect(fold(captured()).status).toBe('new');
    expect(foldComplaint([event(1, forwarded(1))])).toBeNull();
  });

  it('starts the clock at the first forwarding and keeps it through another channel', () => {
    const complaint = fold(captured(), forwarded(10), forwarded(600));
    expect(complaint.status).toBe('waiting');
    expect(complaint.clock).toMatchObject({ startedAt: at(10), dueAt: at(10) + 24 * HOUR });
    expect(complaint.forwardings).toHaveLength(2);
  });

  it('gives one running clock after a transfer, the first forwarding stays in the log', () => {
    const complaint = fold(captured(), forwarded(10), forwarded(600, 'dlh'));
    expect(complaint.clock?.startedAt).toBe(at(600));
    expect(complaint.forwarding?.agencyId).toBe('dlh');
    expect(complaint.forwardings[0]?.agencyId).toBe('dishub');
  });

  it('a clock that went A, B, A starts at the last A', () => {
    expect(fold(captured(), forwarded(1), forwarded(2, 'dlh'), forwarded(3)).clock?.startedAt).toBe(at(3));
  });

  it('is stopped by the earliest response after the start, whichever was recorded first', () => {
    const complaint = fold(captured(), forwarded(10), responded(90), responded(40));
    expect(complaint.status).toBe('responded');
    expect(complaint.clock?.stoppedAt).toBe(at(40));
  });

  it('is not stopped by a late record of what the first agency said before the transfer', () => {
    const complaint = fold(captured(), forwarded(10), forwarded(60, 'dlh'), responded(30));
    expect(complaint.status).toBe('waiting');
    expect(complaint.clock?.stoppedAt).toBeNull();
  });

  it('is not stopped by a response to an earlier agency that a wrong computer clock dated ahead', () => {
    const complaint = fold(captured(), forwarded(10), responded(900), forwarded(60, 'dlh'));
    expect(complaint).toMatchObject({ status: 'waiting', clock: { startedAt: at(60), stoppedAt: null } });
  });

  it('runs again after the response was undone', () => {
    const complaint = fold(captured(), forwarded(10), responded(30), undone(31, idOf(3)));
    expect(complaint.status).toBe('waiting');
    expect(complaint.responses).toHaveLength(0);
  });

  it('goes on where it stood when it is reopened', () => {
    expect(fold(captured(), forwarded(10), dismissed(20), reopened(30)).status).toBe('waiting');
    expect(fold(captured(), dismissed(20), reopened(30)).status).toBe('new');
    expect(fold(captured(), forwarded(1), responded(2), resolved(3), reopened(4)).status).toBe('responded');
  });

  it('starts a new clock when it is forwarded again after being reopened', () => {
    const complaint = fold(captured(), forwarded(1), responded(2), resolved(3), reopened(4), forwarded(5));
    expect(complaint).toMatchObject({ status: 'waiting', clock: { startedAt: at(5), stoppedAt: null } });
  });

  it('has its own status with an outside body and no clock of ours', () => {
    const complaint = fold(captured(), forwarded(1, 'bpjn', true));
    expect(complaint.status).toBe('outside');
    expect(factsOf(complaint).dueAt).toBeNull();
  });

  it('is void after its flag was taken back, and lives again under a new flag', () => {
    expect(fold(captured(), undone(1, idOf(1))).status).toBe('void');
    expect(fold(captured(), undone(1, idOf(1)), captured(2)).status).toBe('new');
    expect(fold(captured(), undone(1, idOf(1)), captured(2)).numbers).toHaveLength(1);
  });

  it('stays when one desk took the flag back and another forwarded it', () => {
    expect(fold(captured(), forwarded(1), undone(2, idOf(1))).status).toBe('waiting');
  });

  it('an undoing cannot be undone', () => {
    expect(fold(captured(), forwarded(1), undone(2, idOf(2)), undone(3, idOf(3))).status).toBe('new');
  });

  it('turns overdue one ms after the due time', () => {
    const complaint = fold(captured(), forwarded(0));
    const due = at(0) + 24 * HOUR;
    expect(viewStatus(factsOf(complaint), due - 6 * HOUR - 1)).toBe('waiting');
    expect(viewStatus(factsOf(complaint), due - 6 * HOUR)).toBe('near');
    expect(viewStatus(factsOf(complaint), due)).toBe('near');
    expect(viewStatus(factsOf(complaint), due + 1)).toBe('overdue');
  });
});

describe('fold: readings', () => {
  it('fills what the first reading could not read, and never replaces what it could', () => {
    const first = { ...captured(), capture: capture('AbCdE12345', { text: { unreadable: 'only-partly' } }) };
    const second = {
      complaintId: ID,
      type: 'recaptured',
      at: at(5),
      via: 'button',
      capture: capture('AbCdE12345', {
        text: { value: 'Teks penuh', source: 'store' },
        author: { value: { handle: 'lain' }, source: 'dom' },
        identity: { key: ID, aliases: [ID, 'facebook:pfbid0x'], permalink: 'x' },
      }),
    } as const;
    const complaint = fold(first as Parameters<typeof event>[1], second);
    expect(complaint.text).toBe('Teks penuh');
    expect(complaint.capture.author).toMatchObject({ value: { handle: 'warga.contoh' } });
    expect(complaint.aliases).toContain('facebook:pfbid0x');
  });

  it('shows the official’s correction and keeps the original in the log', () => {
    const corrected = {
      complaintId: ID,
      type: 'corrected',
      at: at(5),
      field: 'text',
      value: 'Lampu mati',
    } as const;
    const complaint = fold(captured(), corrected);
    expect(complaint.text).toBe('Lampu mati');
    expect(complaint.capture.text).toEqual({ value: 'Lampu mati', source: 'user' });
    expect(fold(captured(), corrected, undone(6, idOf(2))).text).toMatch(/^Lampu jalan/);
  });

  it('a post flagged anew after retention ran out is known again', () => {
    const complaint = fold(captured(), undone(1, idOf(1)), purged(2, 'retention'), captured(3));
    expect(complaint.purged).toBe(false);
    expect(complaint.text).toMatch(/^Lampu jalan/);
    expect(fold(captured(), purged(2, 'request'), captured(3)).text).toBe('');
  });
});

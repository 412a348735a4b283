import { describe, expect, it, vi } from 'vitest';
import type { FoundAnswer } from '../../../../complaints/answers/match.ts';
import type { Proposal } from '../../../../complaints/answers/propose.ts';
import { changeProblemText } from '../../../../components/clock-problems.ts';
import { searchComplaints } from '../../../../components/paste/complaint-search.ts';
import { type Edit, linesOf, takesPictures, viaOf } from '../../../../components/paste/lines.ts';
import { type Recordable, recordAnswers, undoAnswers } from '../../../../components/paste/record-answers.ts';
import { TanggapError } from '../../../../protocol/errors.ts';
import type { ComplaintRow } from '../../../../storage/database.ts';

const at = (iso: string) => Date.parse(`${iso}+07:00`);
const now = at('2026-08-20T12:00:00');
const waiting = [
  { id: 'a', numbers: ['KTM-0131'], agencyId: 'dishub', forwardedAt: at('2026-08-15T09:00:00') },
];

function proposal(change: Partial<Proposal> = {}, given: Partial<FoundAnswer> = {}): Proposal {
  const found: FoundAnswer = {
    message: { author: '', at: null, exact: false, text: 'siap', kind: 'text', files: [], forwarded: false },
    kind: 'initial',
    complaintIds: [],
    by: 'none',
    at: null,
    refused: null,
    senderId: null,
    pictures: 0,
    files: [],
    asked: null,
    instead: null,
    ...given,
  };
  return {
    key: '0',
    found,
    complaintId: 'a',
    kind: 'initial',
    at: null,
    ticked: true,
    doubt: null,
    ...change,
  };
}

function line(change: Partial<Proposal>, edit: Edit = {}, given: Partial<FoundAnswer> = {}) {
  const edits = new Map([['0', edit]]);
  const context = {
    edits,
    waiting,
    recorded: new Set<string>(),
    nameOf: (id: string) => id.toUpperCase(),
    zone: 'WIB',
    now,
    cameAt: now - 60_000,
  } as const;
  const [one] = linesOf([proposal(change, given)], context);
  if (!one) throw new Error('no line');
  return one;
}

describe('a line', () => {
  it('takes a message without time for one that came just now, as said by hand', () => {
    const one = line({});
    expect(one).toMatchObject({
      at: now - 60_000,
      when: { date: '20/08/2026' },
      ticked: true,
      obstacle: null,
    });
    expect(viaOf(one)).toBe('hand');
    expect(line({}, { when: { date: '19/08/2026', time: '10.00' } }).at).toBe(at('2026-08-19T10:00:00'));
    expect(line({}, { when: { date: 'besok', time: '' } })).toMatchObject({
      obstacle: 'no-time',
      ticked: false,
    });
  });

  it("keeps the message's own time as such until it is changed", () => {
    const own = line({ at: at('2026-08-16T08:00:00') });
    expect(own).toMatchObject({ when: null, ticked: true });
    expect(viaOf(own)).toBe('pasted');
    const changed = line(
      { at: now + 999_999 },
      { when: { date: '19/08/2026', time: '10.00' }, ticked: true },
    );
    expect(changed).toMatchObject({ obstacle: null, ticked: true });
    expect(viaOf(changed)).toBe('hand');
  });

  it('is ticked by choosing a complaint, and never while something stands in the way', () => {
    expect(line({ complaintId: '', ticked: false })).toMatchObject({
      obstacle: 'no-complaint',
      ticked: false,
    });
    expect(line({ complaintId: '', ticked: false }, { complaintId: 'a' }).ticked).toBe(true);
    expect(line({ complaintId: '', ticked: false }, { complaintId: 'a', ticked: false }).ticked).toBe(false);
    expect(line({ at: at('2026-08-14T08:00:00') }, { ticked: true })).toMatchObject({
      obstacle: 'before-forwarding',
      ticked: false,
    });
  });

  it('of one that asks for time says how much, and waits for it; of one that declines, whom it names', () => {
    const asked = { amount: 3, unit: 'workingDays' as const };
    const asks = { kind: 'askTime' as const };
    expect(line(asks, {}, { asked })).toMatchObject({
      amount: '3',
      unit: 'workingDays',
      asked,
      ticked: true,
    });
    expect(line(asks)).toMatchObject({ amount: '', asked: null, obstacle: 'no-amount', ticked: false });
    expect(line(asks, { amount: '1,5', unit: 'days' })).toMatchObject({
      asked: { amount: 1.5, unit: 'days' },
      obstacle: null,
    });
    for (const amount of ['0', '-1', 'x', '9999']) expect(line(asks, { amount }).obstacle).toBe('no-amount');
    const declines = { kind: 'notOurs' as const };
    expect(line(declines, {}, { instead: { agencyId: 'pln' } }).suggests).toBe('PLN');
    expect(line(declines, {}, { instead: { words: 'balai jalan' } }).suggests).toBe('balai jalan');
    expect(line(declines, { suggests: '' }, { instead: { agencyId: 'pln' } }).suggests).toBe('');
    expect([takesPictures(line(declines)), takesPictures(line({}))]).toEqual([false, true]);
  });
});

describe('recording', () => {
  it('goes from the oldest to the newest, and one refusal stops no other and keeps no picture', async () => {
    const record = vi.fn(async (key: string, _ids: string[]) => {
      if (key === 'b') throw new TanggapError('clock', 'after-due');
      return { eventId: `event-${key}` };
    });
    const one = (key: string, when: number, pictures = async () => [`${key}-photo`]): Recordable => ({
      key,
      at: when,
      pictures,
      record: (ids) => record(key, ids),
    });
    const drop = vi.fn(async () => undefined);
    const full = async (): Promise<string[]> => {
      throw new TanggapError('storage-full');
    };
    const result = await recordAnswers([one('c', 3), one('a', 1), one('b', 2), one('d', 4, full)], drop);
    expect(record.mock.calls[0]).toEqual(['a', ['a-photo']]);
    expect(result.eventIds).toEqual(['event-a', 'event-c']);
    expect(result.done).toEqual(['a', 'c']);
    expect([...result.failed].map(([key, { code }]) => [key, code])).toEqual([
      ['b', 'clock'],
      ['d', 'storage-full'],
    ]);
    // For a refused change to a clock the sentence says the reason.
    expect(result.failed.get('b')?.sentence).toBe(changeProblemText('after-due'));
    expect(drop.mock.calls).toEqual([[['b-photo']], [[]]]);
  });

  it('takes back the newest first, each once, and says whether all went', async () => {
    const undo = vi.fn(async (id: string) => {
      if (id === 'y') throw new Error('no');
    });
    expect(await undoAnswers(['x', 'z', 'x'], undo)).toBe(true);
    expect(undo.mock.calls.flat()).toEqual(['z', 'x']);
    expect(await undoAnswers(['x', 'y'], undo)).toBe(false);
    expect(undo.mock.calls.flat()).toEqual(['z', 'x', 'y', 'x']);
  });
});

describe('the choice of a complaint', () => {
  const row = (id: string, gist: string) =>
    ({
      id,
      number: id,
      numbers: [id],
      gist,
      place: 'Baamang',
      agencyShort: 'Dishub',
      agencyName: '',
    }) as ComplaintRow;
  const rows = [
    row('KTM-0001', 'Lampu mati'),
    row('KTM-0002', 'Jalan rusak'),
    row('KTM-0003', 'Lampu redup'),
  ];

  it('has the likely ones first and narrows by all words', () => {
    expect(searchComplaints(rows, ['KTM-0003'], '').map(({ id }) => id)).toEqual([
      'KTM-0003',
      'KTM-0001',
      'KTM-0002',
    ]);
    expect(searchComplaints(rows, [], 'lampu BAAMANG red').map(({ id }) => id)).toEqual(['KTM-0003']);
    expect(
      searchComplaints(
        Array.from({ length: 900 }, (_, i) => row(`${i}`, 'x')),
        [],
        '',
      ),
    ).toHaveLength(50);
  });
});

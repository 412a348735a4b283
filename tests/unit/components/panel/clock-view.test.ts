import { describe, expect, it } from 'vitest';
import { rowClock } from '../../../../components/complaint-parts/clock-view.ts';
import type { ComplaintRow } from '../../../../storage/database.ts';

const H = 3_600_000;
const NOW = 1_000 * H;
const row = (rest: Partial<ComplaintRow>) =>
  ({ id: 'x', status: 'waiting', open: 1, capturedAt: NOW - 30 * H, ...rest }) as ComplaintRow;
const open = (usedHours: number) =>
  row({
    forwardedAt: NOW - usedHours * H,
    dueAt: NOW - usedHours * H + 24 * H,
    termMs: 24 * H,
    nearAt: NOW - usedHours * H + 18 * H,
  });

describe('clock of a row', () => {
  it('reads in time, near and late', () => {
    expect(rowClock(open(6), NOW)).toMatchObject({
      status: 'waiting',
      state: 'waiting',
      used: 0.25,
      words: 'sisa 18 j 00 m',
    });
    expect(rowClock(open(20), NOW)).toMatchObject({ status: 'near', state: 'near', words: 'sisa 4 j 00 m' });
    expect(rowClock(open(26), NOW)).toMatchObject({
      status: 'overdue',
      state: 'overdue',
      words: 'lewat 2 j 00 m',
      spoken: 'Lewat tenggat 2 jam',
    });
  });

  it('has no bar for a new one, only the time on our desk', () => {
    expect(rowClock(row({ status: 'new', open: 0 }), NOW)).toMatchObject({
      state: 'none',
      words: '1 hr 6 j',
    });
  });

  it('tells how long an answer took', () => {
    const answered = row({
      status: 'responded',
      open: 0,
      forwardedAt: NOW - 20 * H,
      respondedAt: NOW - 6 * H,
      termMs: 28 * H,
    });
    expect(rowClock(answered, NOW)).toMatchObject({
      status: 'responded',
      state: 'responded',
      used: 0.5,
      words: 'dalam 14 j 00 m',
    });
    expect(rowClock({ ...answered, status: 'done' }, NOW).state).toBe('done');
  });
});

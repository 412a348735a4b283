import { describe, expect, it } from 'vitest';
import { sortByUrgency } from '../../../../complaints/urgency.ts';
import { nextTurn, popupCounts, popupLines } from '../../../../components/popup/groups.ts';
import type { ComplaintRow } from '../../../../storage/database.ts';

const H = 3_600_000;
const NOW = 1_000 * H;

function row(id: string, rest: Partial<ComplaintRow>): ComplaintRow {
  return {
    id,
    status: 'waiting',
    open: 1,
    capturedAt: NOW - 50 * H,
    lastEventAt: NOW,
    ...rest,
  } as ComplaintRow;
}
const due = (id: string, at: number, termMs = 24 * H) =>
  row(id, { dueAt: at, nearAt: at - termMs / 4, termMs });

const rows = sortByUrgency(
  [
    due('calm', NOW + 20 * H),
    row('fresh', { status: 'new', open: 0 }),
    due('near', NOW + 2 * H),
    due('late', NOW - H),
    due('later', NOW - 9 * H),
    row('fresh2', { status: 'new', open: 0, capturedAt: NOW }),
    row('outside', { status: 'outside', open: 1, dueAt: NOW - H, nearAt: NOW - 2 * H, termMs: 24 * H }),
  ],
  NOW,
);
const keys = (now: number, unfold = false) => popupLines(rows, now, unfold).map((line) => line.key);

describe('popup groups', () => {
  it('puts overdue first, the oldest deadline on top, and folds the new ones', () => {
    expect(keys(NOW)).toEqual([
      'head-overdue',
      'later',
      'late',
      'head-near',
      'near',
      'fresh',
      'head-waiting',
      'calm',
    ]);
    expect(popupLines(rows, NOW, false).find((line) => line.kind === 'fresh')).toMatchObject({ count: 2 });
  });

  it('unfolds the new ones under their own head, the longest waiting first', () => {
    expect(keys(NOW, true).slice(5, 8)).toEqual(['head-new', 'fresh', 'fresh2']);
  });

  it('leaves outside bodies, which have their own clock, out', () => {
    expect(keys(NOW, true)).not.toContain('outside');
  });

  it('counts what it shows', () => {
    expect(popupCounts(rows, NOW)).toEqual({ overdue: 2, near: 1, new: 2, waiting: 1 });
  });

  it('moves a row at its due time, to the millisecond', () => {
    const at = NOW + 2 * H;
    expect(keys(at)).toContain('head-near');
    expect(keys(at + 1)).toEqual(['head-overdue', 'later', 'late', 'near', 'fresh', 'head-waiting', 'calm']);
  });

  it('knows the next moment at which something moves', () => {
    expect(nextTurn(rows, NOW)).toBe(NOW + 2 * H);
    expect(nextTurn(rows, NOW + 2 * H + 1)).toBe(NOW + 14 * H);
    expect(nextTurn([], NOW)).toBeNull();
  });

  it('is empty when nothing waits', () => {
    expect(popupLines([], NOW, false)).toEqual([]);
  });
});

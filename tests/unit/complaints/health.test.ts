import { expect, it } from 'vitest';
import {
  buttonsTaken,
  HEALTH_DAYS,
  type HealthDay,
  isBlind,
  layoutChanged,
} from '../../../complaints/health.ts';

const DAY = 86_400_000;
const TODAY = 20_000;
const NOW = TODAY * DAY + DAY / 2;

const day = (changes: Partial<HealthDay>): HealthDay => ({
  site: 'facebook',
  surface: 'feed',
  day: TODAY,
  visits: 3,
  seen: 30,
  named: 29,
  blind: 0,
  empty: 0,
  ...changes,
});
const changed = (...rows: HealthDay[]) => layoutChanged(rows, 'facebook', NOW);
const yesterday = { day: TODAY - 1 };

it('says nothing of a surface that works, of one that never did, and of no figures', () => {
  expect(changed()).toEqual([]);
  expect(changed(day(yesterday), day({}))).toEqual([]);
  expect(changed(day({ ...yesterday, named: 0, blind: 30 }), day({ named: 0, blind: 30 }))).toEqual([]);
});

it('sees that identities stop, within the day or over days, and not before there were enough posts', () => {
  expect(changed(day(yesterday), day({ seen: 12, named: 0, blind: 12 }))).toEqual(['feed']);
  expect(changed(day(yesterday), day({ seen: 11, named: 0, blind: 11 }))).toEqual([]);
  expect(changed(day({ seen: 60, named: 45, blind: 14 }))).toEqual(['feed']);
  const run = [day({ day: TODAY - 2 }), day({ ...yesterday, seen: 6, named: 0, blind: 6 })];
  expect(changed(...run, day({ seen: 6, named: 0, blind: 6 }))).toEqual(['feed']);
  // The day on which it began has had posts with identities too.
  const began = day({ ...yesterday, seen: 38, named: 30, blind: 8 });
  expect(changed(began, day({ seen: 5, named: 0, blind: 5 }))).toEqual(['feed']);
});

it('forgets the run as soon as identities are read again', () => {
  const broken = day({ ...yesterday, seen: 20, named: 0, blind: 20 });
  expect(changed(day({ day: TODAY - 2 }), broken, day({}))).toEqual([]);
});

it('sees that a surface on which posts stood shows none any more', () => {
  const empty = { seen: 0, named: 0 };
  const full = day({ ...yesterday, visits: 10 });
  expect(changed(full, day({ ...empty, visits: 8, empty: 8 }))).toEqual(['feed']);
  expect(changed(full, day({ ...empty, visits: 7, empty: 7 }))).toEqual([]);
  // Few posts a visit were usual there: profiles, searches.
  expect(changed(day({ ...full, seen: 6, named: 6 }), day({ ...empty, visits: 9, empty: 9 }))).toEqual([]);
});

it('keeps surfaces and sites apart, and looks no further back than the figures are kept', () => {
  const broken = day({ seen: 12, named: 0, blind: 12 });
  expect(changed(day(yesterday), broken, day({ surface: 'group' }))).toEqual(['feed']);
  expect(layoutChanged([day(yesterday), broken], 'instagram', NOW)).toEqual([]);
  expect(changed(day({ day: TODAY - HEALTH_DAYS }), broken)).toEqual([]);
});

it('takes almost none for none', () => {
  expect([isBlind(5, 0), isBlind(40, 3), isBlind(40, 4), isBlind(1, 1), isBlind(30, 29)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('sees that a page takes the buttons out of most posts, today or yesterday, and not of a few', () => {
  const taken = (...days: [age: number, placed: number, removed: number][]) =>
    buttonsTaken(
      days.map(([age, placed, removed]) => ({
        site: 'facebook',
        surface: 'feed',
        day: TODAY - age,
        placed,
        removed,
      })),
      'facebook',
      NOW,
    );
  expect(taken()).toEqual([]);
  expect(taken([0, 10, 6])).toEqual(['feed']);
  expect(taken([0, 5, 5])).toEqual([]);
  expect(taken([0, 2, 0], [1, 10, 9])).toEqual(['feed']);
  // What worked yesterday does not hide what happens today.
  expect(taken([0, 8, 8], [1, 300, 2])).toEqual(['feed']);
  expect(taken([0, 100, 20])).toEqual([]);
  // Two days later nobody is told any more.
  expect(taken([2, 10, 10])).toEqual([]);
});

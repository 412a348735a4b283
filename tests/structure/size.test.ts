import { expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';
import { filesIn, read } from './tree.ts';

/** A file with one reason to change is short. Longer ones are listed with their reason. */
const LONGEST = 250;
/** A style sheet is a flat list of rules, with no branches to lose one's way in; one screen, one sheet. */
const LONGEST_STYLE = 550;
const LONGER: Record<string, string> = {
  'complaints/agencies/general.ts': 'a list of offices: data',
};

const lines = (path: string) => read(path).split('\n').length - 1;
const sources = ROOMS.flatMap((room) => filesIn(room, '.ts', '.tsx', '.css'));

test('no product file is longer than it should be', () => {
  expect(
    sources
      .filter((path) => !(path in LONGER) && lines(path) > (path.endsWith('.css') ? LONGEST_STYLE : LONGEST))
      .map((path) => `${path}: ${lines(path)}`),
  ).toEqual([]);
});

test('the listed ones are there and still long', () => {
  for (const path of Object.keys(LONGER)) expect(lines(path), path).toBeGreaterThan(LONGEST);
});

test('the middle file is short', () => {
  const sorted = sources.map(lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90);
});

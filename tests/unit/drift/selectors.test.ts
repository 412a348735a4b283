import { describe, expect, test } from 'vitest';
import { matchCounts } from '../../drift/fixtures.ts';
import { selectorEntries, splitSelector } from '../../drift/selector-lists.ts';

/** Entries that no page of ours can show, each with the reason. */
const ALLOWED: Record<string, string> = {};

test('a list of selectors is taken apart at its own commas only', () => {
  expect(splitSelector('a[href*="x,y"],b:is(c,d) , [e]')).toEqual(['a[href*="x,y"]', 'b:is(c,d)', '[e]']);
});

describe.each(['instagram', 'facebook'] as const)('selectors of %s', (site) => {
  test('each has a date', async () => {
    const entries = await selectorEntries(site);
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.filter((entry) => !entry.seen).map((entry) => entry.list)).toEqual([]);
  });

  test('each matches in a fixture, a generated scene or the lab', async () => {
    const entries = await selectorEntries(site);
    const counts = await matchCounts(site, entries);
    const silent = entries
      .filter((_, i) => counts[i] === 0)
      .map(({ list, selector, seen }) => `${list}: ${selector} (${seen})`)
      .filter((name) => !Object.keys(ALLOWED).some((allowed) => name.startsWith(allowed)));
    expect(silent, 'drop it, give it a fixture, or say in ALLOWED why there is none').toEqual([]);
  }, 120_000);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, type Drift, openDrift, runDrift } from '../../drift/drift.ts';
import type { Finding } from '../../drift/judge.ts';
import { failureLines, sumOf } from '../../drift/report.ts';
import { makeScene } from '../../drift/scene.ts';
import { NEEDS } from '../../drift/sufficient.ts';
import { SURFACES } from '../../drift/surfaces.ts';

/** A small share of `npm run drift`. */
const SEEDS = [1, 2, 3];
const POSTS = 40;

let drift: Drift;
beforeAll(async () => {
  drift = await openDrift();
}, 60_000);
afterAll(() => drift.close());

test('every surface says what is sufficient, and of which section of the anatomy that is taken', () => {
  for (const { id } of SURFACES) expect(NEEDS[id]?.source, id).toMatch(/^(IG|FB) \d/);
});

test('a scene is the same each time, and its posts do not depend on what is gone', () => {
  const id = { surface: 'fb-feed-a', seed: 7, scene: 2 };
  expect(makeScene(id).html).toBe(makeScene(id).html);
  expect(makeScene({ ...id, gone: ['unit', 'media'] }).truths).toEqual(makeScene({ ...id, gone: [] }).truths);
});

test('the judge sees wrong finders', async () => {
  for (const surface of ['ig-feed', 'fb-feed-a']) {
    const { everything, neighbour, nothing } = await call<Record<string, Finding[]>>(
      drift,
      'driftControl',
      surface,
    );
    const faults = (findings: Finding[] = []) => findings.map((finding) => finding.fault);
    expect(faults(everything)).toContain('false button');
    expect(faults(neighbour)).toContain('wrong identity');
    expect(faults(neighbour)).toContain('wrong person');
    expect(faults(nothing)).toContain('no button');
  }
});

test(`${POSTS} posts × ${SEEDS.length} seeds over all surfaces`, async () => {
  const surfaces = SURFACES.map((surface) => surface.id);
  const wish = { seeds: SEEDS, posts: POSTS, surfaces, workers: 1, orders: 0 };
  const { totals, requests, forbidden } = await runDrift(wish, () => {});
  const { posts, due, met, faults, uncaused } = sumOf(totals.flatMap(({ batches }) => batches));
  expect(posts).toBeGreaterThanOrEqual(POSTS * SEEDS.length);
  expect(due).toBeGreaterThan(posts / 4);
  expect(failureLines(totals)).toEqual([]);
  expect(faults).toEqual({});
  expect(met).toBe(due);
  expect([...requests, ...forbidden]).toEqual([]);
  expect(uncaused).toBe(0);
}, 60_000);

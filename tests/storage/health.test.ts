import { describe, expect, it } from 'vitest';
import { HEALTH_DAYS } from '../../complaints/health.ts';
import type { HealthReport } from '../../storage/health.ts';
import { recordHealth } from '../../storage/health.ts';
import { changedLayouts, readHealth } from '../../storage/read/health.ts';
import { freshDb, T0 } from './samples.ts';

const DAY = 86_400_000;
const report = (changes: Partial<HealthReport> = {}): HealthReport => ({
  surface: 'feed',
  visits: 1,
  seen: 10,
  placed: 9,
  named: 8,
  removed: 1,
  ...changes,
});

describe('figures for the health of a surface', () => {
  it('are added up by site, surface and day', async () => {
    const db = freshDb();
    await recordHealth(db, report(), 'facebook', T0);
    await recordHealth(db, report({ visits: 0 }), 'facebook', T0 + 60_000);
    await recordHealth(db, report(), 'instagram', T0);
    await recordHealth(db, report(), 'facebook', T0 + DAY);
    const rows = await readHealth(db);
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row.site === 'facebook')).toEqual({
      site: 'facebook',
      surface: 'feed',
      day: Math.floor(T0 / DAY),
      visits: 1,
      seen: 20,
      placed: 18,
      named: 16,
      removed: 2,
      blind: 0,
      empty: 0,
    });
  });

  it('count a run without identities until one is read, and a run of empty visits until a post is seen', async () => {
    const db = freshDb();
    await recordHealth(db, report({ named: 0 }), 'facebook', T0);
    await recordHealth(db, report({ seen: 0, named: 0, placed: 0 }), 'facebook', T0);
    expect(await readHealth(db)).toMatchObject([{ blind: 10, empty: 1 }]);
    await recordHealth(db, report({ visits: 0 }), 'facebook', T0);
    expect(await readHealth(db)).toMatchObject([{ blind: 0, empty: 0 }]);
  });

  it('are kept for 30 days', async () => {
    const db = freshDb();
    for (let at = 0; at < 40; at++) await recordHealth(db, report(), 'facebook', T0 + at * DAY);
    const days = (await readHealth(db)).map((row) => row.day);
    expect(days).toHaveLength(HEALTH_DAYS);
    expect(days[0]).toBe(Math.floor(T0 / DAY) + 10);
  });

  it('do not grow by surfaces that a page makes up', async () => {
    const db = freshDb();
    for (let at = 0; at < 60; at++)
      await recordHealth(db, report({ surface: `x${'a'.repeat(at % 19)}${at}` }), 'facebook', T0);
    expect(await readHealth(db)).toHaveLength(40);
  });

  it('say which surface has changed', async () => {
    const db = freshDb();
    await recordHealth(db, report({ seen: 40, named: 38 }), 'facebook', T0);
    expect(await changedLayouts(db, 'facebook', T0)).toEqual([]);
    await recordHealth(db, report({ seen: 14, named: 0 }), 'facebook', T0 + DAY);
    expect(await changedLayouts(db, 'facebook', T0 + DAY)).toEqual(['feed']);
    expect(await changedLayouts(db, 'instagram', T0 + DAY)).toEqual([]);
  });
});

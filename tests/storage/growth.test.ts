import { describe, expect, it } from 'vitest';
import { correct } from '../../storage/correct.ts';
import type { ComplaintRow, TanggapDatabase } from '../../storage/database.ts';
import { dismiss } from '../../storage/dismiss.ts';
import { exportBackup, type Progress } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { importBackup } from '../../storage/import.ts';
import { readFirstPending, readPending } from '../../storage/read/pending.ts';
import { readRows, TABS, type Tab } from '../../storage/read/rows.ts';
import { readTabCounts } from '../../storage/read/tab-counts.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const DAY = 24 * HOUR;

/** Rows past all operations: what is measured here is reading. */
async function lay(db: TanggapDatabase, rows: Partial<ComplaintRow>[]): Promise<void> {
  await flag(db, { capture: capture('MODEL00001'), via: 'button', now: T0 });
  const [model] = await db.complaints.toArray();
  if (!model) throw new Error('no model');
  await db.complaints.clear();
  await db.complaints.bulkAdd(
    rows.map((row, i) => {
      const id = `instagram:ROW${String(i).padStart(6, '0')}`;
      return { ...model, id, aliases: [id], number: `ADU-${i}`, numbers: [`ADU-${i}`], ...row };
    }),
  );
}

const ids = (rows: readonly ComplaintRow[]) => rows.map((row) => row.id);

describe('a list that is read by parts', () => {
  it('gives the beginning of what the whole list is, also where many things happened at one moment', async () => {
    const db = freshDb();
    const rows = Array.from({ length: 5_000 }, (_, i) => ({
      status: i % 9 === 0 ? ('dismissed' as const) : ('done' as const),
      // Bursts of a thousand at one moment, months apart.
      lastEventAt: T0 - Math.floor(i / 1_000) * 60 * DAY - (i % 7 === 0 ? i : 0),
      site: i % 4_000 === 3_999 ? ('facebook' as const) : ('instagram' as const),
    }));
    await lay(db, rows);
    for (const tab of ['done', undefined] as const) {
      const all = ids(await readRows(db, { tab }, T0));
      expect(all).toHaveLength(5_000);
      for (const enough of [1, 300, 1_700, 4_900]) {
        const some = ids(await readRows(db, { tab }, T0, enough));
        expect(some.length).toBeGreaterThanOrEqual(enough);
        expect(some).toEqual(all.slice(0, some.length));
      }
    }
    const rare = ids(await readRows(db, { tab: 'done', site: 'facebook' }, T0));
    expect(ids(await readRows(db, { tab: 'done', site: 'facebook' }, T0, 300))).toEqual(rare);
    expect(await readRows(db, { query: 'tidak ada sama sekali' }, T0, 300)).toEqual([]);
  });

  it('counts its tabs as the lists that they stand for are long', async () => {
    const db = freshDb();
    const clock = { open: 1 as const, termMs: 24 * HOUR };
    await lay(db, [
      { status: 'new' },
      { status: 'waiting', ...clock, dueAt: T0 - 1, nearAt: T0 - 6 * HOUR },
      { status: 'waiting', ...clock, dueAt: T0 + HOUR, nearAt: T0 - HOUR },
      { status: 'waiting', ...clock, dueAt: T0 + DAY, nearAt: T0 + 9 * HOUR },
      { status: 'waiting', ...clock, dueAt: T0 + DAY, nearAt: T0 + 9 * HOUR, pausedUntil: T0 + HOUR },
      { status: 'waiting', open: 0 },
      { status: 'responded' },
      { status: 'outside' },
      { status: 'done' },
      { status: 'dismissed' },
      { status: 'joined' },
      { status: 'void' },
    ]);
    const counts = await readTabCounts(db, T0);
    for (const tab of Object.keys(TABS) as Tab[])
      expect(counts[tab], tab).toBe((await readRows(db, { tab }, T0)).length);
  });
});

describe('the first rows of the popup', () => {
  it.each([[0], [5], [17], [200]])('are the first of all of them, with %d late', async (late) => {
    const db = freshDb();
    const due = (hours: number) => ({
      status: 'waiting' as const,
      open: 1 as const,
      termMs: 24 * HOUR,
      dueAt: T0 + hours * HOUR,
      nearAt: T0 + (hours - 6) * HOUR,
    });
    await lay(db, [
      ...Array.from({ length: late }, (_, i) => due(-1 - (i % 50))),
      ...Array.from({ length: 90 }, (_, i) => due(1 + (i % 5))),
      ...Array.from({ length: 90 }, (_, i) => due(7 + i)),
    ]);
    const first = ids(await readFirstPending(db, T0));
    expect(first.length).toBeGreaterThanOrEqual(16);
    expect(ids(await readPending(db, T0)).slice(0, 16)).toEqual(first.slice(0, 16));
  });
});

describe('lists made anew', () => {
  it('part by part are the same, with logs longer than a part', async () => {
    const db = freshDb();
    await saveAgencies(db, [agency('dishub')], T0);
    for (let i = 0; i < 12; i += 1) {
      const { row } = await flag(db, { capture: capture(`TEIL00000${i}`), via: 'button', now: T0 + i });
      if (i % 3 === 0) await forward(db, forwardInput(row.id), T0 + HOUR);
      if (i % 4 === 0) await dismiss(db, { complaintId: row.id, note: '' }, T0 + 2 * HOUR);
    }
    const [long] = await db.events.where('complaintId').equals('instagram:TEIL000005').toArray();
    await correct(db, { complaintId: 'instagram:TEIL000005', field: 'place', value: 'Kota' }, T0 + HOUR);
    // Nine thousand corrections that say the same.
    const [said] = (await db.events.toArray()).filter((event) => event.type === 'corrected');
    if (!long || !said) throw new Error('no events');
    await db.events.bulkAdd(
      Array.from({ length: 9_000 }, (_, i) => ({
        ...said,
        id: `f${String(i).padStart(7, '0')}-0000-7000-8000-000000000000`,
        order: 1_000 + i,
      })),
    );
    await rebuild(db);
    const once = await db.complaints.toArray();
    expect(once).toHaveLength(12);
    expect(once.find((row) => row.id === 'instagram:TEIL000005')?.place).toBe('Kota');
    expect(await rebuild(db)).toEqual({ complaints: 12 });
    expect(await db.complaints.toArray()).toEqual(once);
  });
});

describe('an import', () => {
  it('tells how far it is, from nothing to all of it', async () => {
    const db = freshDb();
    for (let i = 0; i < 40; i += 1)
      await flag(db, { capture: capture(`MAJU0000${10 + i}`), via: 'button', now: T0 + i });
    const file = new Uint8Array(await (await exportBackup(db, { now: T0 })).arrayBuffer());
    const told: Progress[] = [];
    const other = freshDb();
    await importBackup(other, file, T0, undefined, (progress) => told.push(progress));
    expect(told[0]).toEqual({ done: 0, total: 40 });
    expect(told.at(-1)).toEqual({ done: 40, total: 40 });
    expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
    told.length = 0;
    await importBackup(other, file, T0, undefined, (progress) => told.push(progress));
    expect(told.at(-1)).toEqual({ done: 0, total: 0 });
  });
});

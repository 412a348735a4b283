import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareEvents } from '../../complaints/events.ts';
import { SCHEMA_VERSION, TanggapDatabase } from '../../storage/database.ts';
import { flag } from '../../storage/flag.ts';
import { ensureProjection } from '../../storage/projection.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { agencySchema, eventSchema } from '../../storage/schemas.ts';
import { layDown, readDump } from './dump.ts';
import { capture, HOUR, T0 } from './samples.ts';

const folder = new URL('dumps/', import.meta.url).pathname;
const dumps = readdirSync(folder).filter((name) => name.endsWith('.json.gz'));

it('every version that was ever released has its dump', () => {
  expect(dumps.map((name) => Number(/^v(\d+)/.exec(name)?.[1])).sort((a, b) => a - b)).toEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, i) => i + 1),
  );
});

describe.each(dumps)('dumps/%s', (name) => {
  async function opened() {
    const dump = readDump(`${folder}${name}`);
    const db = new TanggapDatabase(`upgrade-${name}-${Math.random()}`);
    await layDown(dump, db.name);
    await db.open();
    expect(await ensureProjection(db)).toBe(true);
    expect(await ensureProjection(db)).toBe(false);
    return { dump, db };
  }

  it('opens under the present release with every row', async () => {
    const { dump, db } = await opened();
    for (const table of ['events', 'photos', 'agencies']) {
      expect(await db.table(table).count(), table).toBe(dump.tables[table]?.rows.length);
    }
    for (const event of await db.events.toArray()) expect(() => eventSchema.parse(event)).not.toThrow();
    for (const agency of await db.agencies.toArray()) expect(() => agencySchema.parse(agency)).not.toThrow();
    expect(await readSettings(db)).toMatchObject({ office: 'Kabupaten Contoh', prefix: 'KCT' });
  });

  it('holds lists that a rebuild from the log does not change', async () => {
    const { db } = await opened();
    const before = await db.complaints.orderBy('id').toArray();
    expect(await rebuild(db)).toEqual({ complaints: before.length });
    expect(await db.complaints.orderBy('id').toArray()).toEqual(before);
  });

  it('goes on: statuses, counters, the next number, the next place in the log', async () => {
    const { db } = await opened();
    const statuses = Object.fromEntries(
      (await db.complaints.toArray()).map((row) => [row.number, row.status]),
    );
    const before = Object.keys(statuses).length;
    expect(statuses).toMatchObject({
      'KCT-0001': 'waiting',
      'KCT-0002': 'done',
      'KCT-0003': 'new',
      'KCT-0004': 'outside',
      'KCT-0005': 'new',
      'KCT-0006': 'new',
      'KCT-0007': 'void',
    });
    expect(await readCounts(db, T0 + 40 * HOUR)).toEqual({ overdue: 1, near: 0, fresh: 3, waiting: 0 });
    expect((await flag(db, { capture: capture('LATER00001'), via: 'button', now: T0 })).row.number).toBe(
      `KCT-${String(before + 1).padStart(4, '0')}`,
    );
    const log = (await db.events.toArray()).sort(compareEvents);
    expect(log.at(-1)?.complaintId).toBe('instagram:LATER00001');
    const found = await readComplaint(db, 'instagram:DUMPA00001');
    expect(found?.complaint).toMatchObject({
      place: 'Simpang Pelita',
      reminders: [{ message: 'Mohon kabarnya' }],
    });
    expect(found?.complaint.photos[0]?.state).toBe('stored');
  });
});

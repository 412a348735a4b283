import { expect, it } from 'vitest';
import { sortByUrgency } from '../../complaints/urgency.ts';
import { complaintClock, rowClock } from '../../components/complaint-parts/clock-view.ts';
import { setLocale } from '../../i18n/index.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { openClocks } from '../../storage/read/clocks.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readRow } from '../../storage/read/row.ts';
import { resolve } from '../../storage/resolve.ts';
import { respond } from '../../storage/respond.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const A = 'instagram:AAAAA11111';
const B = 'instagram:BBBBB22222';
const DAY = 24 * HOUR;

/** Two complaints with a first word of the agency each; the second was forwarded under the shorter terms of *Darurat*. */
async function answered() {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub')], T0);
  for (const [id, preset] of [
    [A, 'normal'],
    [B, 'emergency'],
  ] as const) {
    await flag(db, { capture: capture(id.slice(-10)), via: 'button', now: T0 });
    await forward(db, forwardInput(id, { preset }), T0);
    await respond(
      db,
      { complaintId: id, kind: 'initial', text: 'Segera', at: T0 + HOUR, via: 'hand' },
      T0 + HOUR,
    );
  }
  return db;
}

it('after the first response the row knows what is owed next, with the figure of the explained clock', async () => {
  setLocale('id');
  const db = await answered();
  const row = await readRow(db, A);
  const clocks = await openClocks(db, A, T0 + 2 * HOUR);
  expect(row).toMatchObject({ status: 'responded', open: 0, nextTerm: 'followUp' });
  expect(row?.nextDueAt).toBe(clocks.clocks.current?.clocks.followUp.due);
  expect(rowClock(row!, T0 + 2 * HOUR).words).toBe('dalam 1 j 00 m');
});

it('once that is over, lists say so, put it first among the answered, and the badge does not count it', async () => {
  setLocale('id');
  const db = await answered();
  const now = T0 + 2 * DAY;
  const [a, b] = [await readRow(db, A), await readRow(db, B)];
  const clock = rowClock(b!, now);
  expect(clock).toMatchObject({ status: 'responded', state: 'overdue' });
  expect(clock.words).toBe('tindak lanjut lewat 1 hr 0 j');
  expect((await readComplaint(db, B))?.complaint).toSatisfy(
    (complaint: Parameters<typeof complaintClock>[0]) => complaintClock(complaint, now).words === clock.words,
  );
  expect(sortByUrgency([a!, b!], now).map((row) => row.id)).toEqual([B, A]);
  expect(await readCounts(db, now)).toMatchObject({ overdue: 0, near: 0 });
});

it('a report of what was done moves it to the settlement, and the end clears it', async () => {
  const db = await answered();
  await respond(
    db,
    { complaintId: A, kind: 'followUp', text: 'Tim turun', at: T0 + 3 * HOUR, via: 'hand' },
    T0 + 3 * HOUR,
  );
  expect(await readRow(db, A)).toMatchObject({ nextTerm: 'settlement' });
  await resolve(db, { complaintId: A, note: 'Menyala' }, T0 + 4 * HOUR);
  const row = await readRow(db, A);
  expect(row?.status).toBe('done');
  expect(row).not.toHaveProperty('nextTerm');
  expect(row).not.toHaveProperty('nextDueAt');
});

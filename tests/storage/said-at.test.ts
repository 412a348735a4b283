import { describe, expect, it } from 'vitest';
import { askExtension } from '../../storage/ask-extension.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { notOurs } from '../../storage/not-ours.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const ID = 'instagram:AAAAA11111';
const now = T0 + 5 * HOUR;
const asks = {
  complaintId: ID,
  clock: 'response',
  by: { kind: 'clockHours', ms: 48 * HOUR },
  reason: 'Mohon waktu 2 hari',
  granted: null,
  via: 'pasted',
} as const;
const declines = { complaintId: ID, suggests: 'BPJN', note: 'Bukan wewenang kami', via: 'pasted' } as const;

async function desk(): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub')], T0);
  await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
  await forward(db, forwardInput(ID), T0 + 30_000);
  return db;
}
const last = async (db: TanggapDatabase) => (await readComplaint(db, ID))?.events.at(-1);

describe.each([
  ['a wish for time', (db: TanggapDatabase, at: number) => askExtension(db, { ...asks, at }, now)],
  ['bukan wewenang', (db: TanggapDatabase, at: number) => notOurs(db, { ...declines, at }, now)],
])('%s out of a message', (_, say) => {
  it("has the message's own time, and in the minute of the forwarding that of the forwarding", async () => {
    const db = await desk();
    await say(db, T0 + 2 * HOUR);
    expect(await last(db)).toMatchObject({ at: T0 + 2 * HOUR, recordedAt: now, via: 'pasted' });
    const early = await desk();
    await say(early, T0);
    expect(await last(early)).toMatchObject({ at: T0 + 30_000 });
  });

  it('is refused before the forwarding and in the future, and leaves nothing', async () => {
    const db = await desk();
    const before = await db.events.count();
    await expect(say(db, T0 - 60_000)).rejects.toMatchObject({ code: 'before-forwarding' });
    await expect(say(db, now + 1)).rejects.toMatchObject({ code: 'in-future' });
    expect(await db.events.count()).toBe(before);
  });
});

it('a wish for time that came in time is taken, and one after the due time is not, by its own time', async () => {
  const db = await desk();
  const late = T0 + 30 * HOUR;
  await expect(askExtension(db, { ...asks, at: T0 + 25 * HOUR }, late)).rejects.toMatchObject({
    code: 'clock',
    message: 'after-due',
  });
  const due = (await db.complaints.get(ID))?.dueAt;
  await askExtension(db, { ...asks, at: T0 + 20 * HOUR }, late);
  // Still to be decided: nothing has moved.
  expect((await db.complaints.get(ID))?.dueAt).toBe(due);
});

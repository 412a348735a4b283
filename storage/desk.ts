import type { ComplaintNumber } from '../complaints/events.ts';
import type { DeskRow, TanggapDatabase } from './database.ts';
import { readSettings } from './read/settings.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** This desk's name: 4 characters drawn once. Inside the caller's transaction. */
export async function deskName(db: TanggapDatabase): Promise<string> {
  const known = (await db.desk.get('desk'))?.value;
  if (typeof known === 'string') return known;
  const drawn = [...crypto.getRandomValues(new Uint8Array(4))]
    .map((n) => LETTERS[n % LETTERS.length])
    .join('');
  await db.desk.put({ key: 'desk', value: drawn });
  return drawn;
}

/** The next number of this office, taken in the caller's transaction, so that no two complaints share one. */
export async function takeNumber(db: TanggapDatabase): Promise<ComplaintNumber> {
  const seq = (await counter(db, 'seq')) + 1;
  await db.desk.put({ key: 'seq', value: seq });
  return { prefix: (await readSettings(db)).prefix, seq, desk: await deskName(db) };
}

export async function counter(db: TanggapDatabase, key: 'seq' | 'order'): Promise<number> {
  const row: DeskRow | undefined = await db.desk.get(key);
  return typeof row?.value === 'number' ? row.value : 0;
}

/** Moves a counter forward to at least `value`; never back. */
export async function advance(db: TanggapDatabase, key: 'seq' | 'order', value: number): Promise<void> {
  if (value > (await counter(db, key))) await db.desk.put({ key, value });
}

import 'fake-indexeddb/auto';
import type { Agency } from '../../complaints/agency.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { TanggapDatabase } from '../../storage/database.ts';
import { exportBackup } from '../../storage/export.ts';
import { agency, capture } from '../storage/samples.ts';

/** Backups of desks that never were, made by the shipped code for the tests that merge them. */

export interface Past {
  /** Code of the post; the complaint's id is `instagram:CODE`. */
  code: string;
  /** Epoch ms of the forwarding; absent = still new. */
  forwardedAt?: number;
  termMs?: number;
  /** Epoch ms at which the agency was reminded. */
  remindedAt?: number;
}

export const HERE = 'dlh';

/** The events of one complaint as another desk would have recorded them. */
function eventsOf(past: Past, index: number, desk: string): ComplaintEvent[] {
  const complaintId = `instagram:${past.code}`;
  const at = (past.forwardedAt ?? Date.now()) - 60_000;
  const base = (step: number) => {
    const order = index * 3 + step;
    const id = `${order.toString(16).padStart(8, '0')}-0000-7000-8000-${desk.padStart(12, '0')}`;
    return { id, complaintId, order, recordedAt: at, at, desk };
  };
  const none = { unreadable: 'not-on-page' } as const;
  const events: ComplaintEvent[] = [
    {
      ...base(1),
      type: 'captured',
      via: 'button',
      number: { prefix: 'MTR', seq: index + 1, desk },
      capture: capture(past.code, {
        photos: none,
        readAt: at,
        postedAt: { value: at - 60_000, source: 'dom' },
      }),
    },
  ];
  const { forwardedAt, termMs } = past;
  if (forwardedAt !== undefined && termMs !== undefined) {
    events.push({
      ...base(2),
      type: 'forwarded',
      at: forwardedAt,
      agencyId: HERE,
      agencyName: 'Dinas Lingkungan Hidup',
      agencyShort: 'DLH',
      outside: false,
      channel: 'email',
      outcome: 'saved',
      preset: 'custom',
      termMs,
      dueAt: forwardedAt + termMs,
      photoHashes: [],
      message: 'Yth. Kepala Dinas',
    });
  }
  if (past.remindedAt !== undefined)
    events.push({
      ...base(3),
      type: 'reminded',
      at: past.remindedAt,
      channel: 'email',
      outcome: 'saved',
      message: 'Mohon',
    });
  return events;
}

/** An agency that is forwarded to by e-mail: nothing leaves the clipboard or opens a tab. */
export function mailAgency(id: string, name: string, short: string): Agency {
  return agency(id, {
    names: [{ name, short, from: 0 }],
    email: `${id}@contoh.invalid`,
    channel: 'email',
    updatedAt: Date.now(),
  });
}

let count = 0;

/** The bytes of a backup file with these complaints. */
export async function backupOf(past: readonly Past[], desk = 'bbbb'): Promise<Uint8Array<ArrayBuffer>> {
  count += 1;
  const db = new TanggapDatabase(`backup-${count}`);
  try {
    await db.events.bulkAdd(past.flatMap((one, index) => eventsOf(one, index, desk)));
    await db.agencies.put(mailAgency(HERE, 'Dinas Lingkungan Hidup', 'DLH'));
    const file = await exportBackup(db, { now: Date.now() });
    return new Uint8Array(await file.arrayBuffer());
  } finally {
    await db.delete();
  }
}

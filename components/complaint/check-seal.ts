import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { readPhoto } from '../../storage/read/photo.ts';

/** What came of looking at the evidence again. Photos are named by their place, 1 and up. */
export type SealResult =
  | { intact: true; photos: number }
  | { intact: false; changed: number[]; missing: number[] };

/** SHA-256 in lower-case hex. */
export async function sha256Hex(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The fingerprint of what was captured at the flag: the reading with its photos' hashes, keys in one order.
 * Equal evidence gives an equal fingerprint on every computer; null when the flag is not in the log.
 */
export async function captureFingerprint(
  complaint: Complaint,
  events: readonly ComplaintEvent[],
): Promise<string | null> {
  const flag = events.find((event) => event.type === 'captured');
  if (flag?.type !== 'captured') return null;
  const photos = complaint.photos.flatMap((p) => (p.state === 'stored' ? [p.photo.hash] : []));
  return sha256Hex(
    new TextEncoder().encode(stable({ id: flag.id, at: flag.at, capture: flag.capture, photos })),
  );
}

/** Hashes the stored photos again and compares each with the hash that the log has sealed. */
export async function checkSeal(db: TanggapDatabase, complaint: Complaint): Promise<SealResult> {
  const changed: number[] = [];
  const missing: number[] = [];
  const stored = complaint.photos.flatMap((p) => (p.state === 'stored' ? [p.photo] : []));
  for (const [at, photo] of stored.entries()) {
    const row = await readPhoto(db, photo.hash);
    if (!row) missing.push(at + 1);
    else if ((await sha256Hex(row.bytes)) !== photo.hash) changed.push(at + 1);
  }
  return changed.length + missing.length === 0
    ? { intact: true, photos: stored.length }
    : { intact: false, changed, missing };
}

/** JSON with the keys of every object in one order. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${stable(v)}`).join(',')}}`;
}

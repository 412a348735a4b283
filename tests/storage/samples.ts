import type { Agency } from '../../complaints/agency.ts';
import type { Capture, PhotoOffer } from '../../complaints/reading.ts';
import { type PhotoRow, TanggapDatabase } from '../../storage/database.ts';
import { photoRow } from '../../storage/photo-bytes.ts';

export const HOUR = 3_600_000;
/** A Tuesday morning, 09.00 WIB. */
export const T0 = Date.UTC(2026, 10, 24, 2, 0, 0);

let count = 0;
/** A store of its own for one test. */
export function freshDb(): TanggapDatabase {
  count += 1;
  return new TanggapDatabase(`test-${process.pid}-${Date.now()}-${count}`);
}

export function photoUrl(name: string, signature = 'a'): string {
  return `https://scontent.cdninstagram.com/v/t51/${name}_n.jpg?sig=${signature}`;
}

export function capture(code: string, change: Partial<Capture> = {}): Capture {
  const key = `instagram:${code}`;
  return {
    site: 'instagram',
    surface: 'feed',
    identity: { key, aliases: [key], permalink: `https://www.instagram.com/p/${code}/` },
    author: { value: { handle: 'warga.contoh', name: 'Warga Contoh' }, source: 'dom' },
    text: { value: `Lampu jalan padam di simpang ${code}`, source: 'dom' },
    postedAt: { value: T0 - 5 * HOUR, source: 'dom' },
    place: { unreadable: 'not-on-page' },
    counts: { value: { likes: 3 }, source: 'dom' },
    photos: {
      value: [{ url: photoUrl(`${code}-1234567`), kind: 'photo' } satisfies PhotoOffer],
      source: 'dom',
    },
    audience: { value: 'public', source: 'dom' },
    readAt: T0,
    pageUrl: 'https://www.instagram.com/',
    dropped: [],
    ...change,
  };
}

export function agency(id: string, change: Partial<Agency> = {}): Agency {
  return {
    id,
    names: [{ name: `Dinas ${id}`, short: id.toUpperCase(), from: 0 }],
    aliases: [],
    topics: [],
    outside: false,
    heads: [],
    phone: '',
    email: '',
    accounts: [],
    channel: '',
    retiredAt: null,
    lastUsedAt: 0,
    updatedAt: T0,
    ...change,
  };
}

/** Bytes that begin like a JPEG and differ by `seed`. */
export function jpegBytes(seed: number, size = 64): ArrayBuffer {
  const bytes = new Uint8Array(size).fill(seed % 251);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  new DataView(bytes.buffer).setUint32(8, seed);
  return bytes.buffer;
}

export async function photo(seed: number): Promise<PhotoRow> {
  const row = await photoRow(jpegBytes(seed), T0, async () => ({ width: 1080, height: 810 }));
  if (!row) throw new Error('not a photo');
  return row;
}

export function forwardInput(complaintId: string, change: object = {}) {
  return {
    complaintId,
    agencyId: 'dishub',
    channel: 'whatsapp',
    outcome: 'opened' as const,
    preset: 'normal' as const,
    termMs: null,
    photoHashes: [] as string[],
    message: 'Yth. Kepala Dinas',
    ...change,
  };
}

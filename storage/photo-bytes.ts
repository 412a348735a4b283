import type { PhotoRow } from './database.ts';

export type PhotoMime = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/gif';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The kind of picture that the bytes begin like, whatever their sender called them; null when they are none. */
export function sniff(bytes: Uint8Array): PhotoMime | null {
  if (bytes.length < 16) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 1, 8) === 'PNG\r\n\x1a\n' && bytes[0] === 0x89) return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 4, 8) === 'ftyp' && /^avi[fs]$/.test(ascii(bytes, 8, 12))) return 'image/avif';
  return null;
}

/** SHA-256 in lower-case hex. */
export async function sha256(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** A small JPEG without metadata, size in px and look of the whole picture; null where none can be made. */
export type Shrink = (
  bytes: ArrayBuffer,
  mime: PhotoMime,
) => Promise<{ thumb?: ArrayBuffer; width: number; height: number; look?: string } | null>;

/** A photo ready to be stored, or null when the bytes are not a picture. `now` is epoch ms. */
export async function photoRow(bytes: ArrayBuffer, now: number, shrink: Shrink): Promise<PhotoRow | null> {
  const mime = sniff(new Uint8Array(bytes));
  if (!mime) return null;
  const [hash, small] = await Promise.all([sha256(bytes), shrink(bytes, mime).catch(() => null)]);
  const size = bytes.byteLength;
  const sized =
    small && small.width > 0 && small.height > 0 ? { width: small.width, height: small.height } : {};
  return {
    hash,
    bytes,
    mime,
    size,
    ...sized,
    ...(small?.thumb ? { thumb: small.thumb } : {}),
    ...(small?.look ? { look: small.look } : {}),
    storedAt: now,
  };
}

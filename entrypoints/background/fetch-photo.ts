import type { PhotoFailure } from '../../complaints/events.ts';
import type { PhotoRow } from '../../storage/database.ts';
import { photoRow } from '../../storage/photo-bytes.ts';
import { shrink } from './thumb.ts';

/** Largest photo that is taken, in bytes; both sites stay far below. */
export const MAX_PHOTO = 15 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
const HOSTS = ['cdninstagram.com', 'fbcdn.net'];

export type Fetched = { ok: true; photo: PhotoRow } | { ok: false; reason: PhotoFailure };

/** Whether an address is one of the two sites' photo hosts; their hosts for page parts (`static.…`) are not. */
export function isPhotoAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username } = new URL(url);
  if (protocol !== 'https:' || port !== '' || username !== '' || hostname.startsWith('static.')) return false;
  return HOSTS.some((host) => hostname.endsWith(`.${host}`));
}

/**
 * One photo from exactly the address that the page offered, without credentials, referrer and redirects. Never
 * throws: a failure is an answer with its reason.
 * @param now Epoch ms.
 */
export async function fetchPhoto(url: string, now: number, timeoutMs = TIMEOUT_MS): Promise<Fetched> {
  if (!isPhotoAddress(url)) return { ok: false, reason: 'not-allowed' };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      // A purged photo must not live on in the browser's cache.
      cache: 'no-store',
      signal,
    });
    if ([403, 404, 410].includes(response.status)) return { ok: false, reason: 'expired' };
    if (!response.ok) return { ok: false, reason: 'network' };
    const bytes = await readBounded(response);
    if (!bytes) return { ok: false, reason: 'too-large' };
    const photo = await photoRow(bytes, now, shrink);
    return photo ? { ok: true, photo } : { ok: false, reason: 'not-a-picture' };
  } catch {
    return { ok: false, reason: signal.aborted ? 'timeout' : 'network' };
  }
}

/** The whole body, or null as soon as it grows past the bound, whatever its header promised. */
async function readBounded(response: Response): Promise<ArrayBuffer | null> {
  if (Number(response.headers.get('content-length') ?? 0) > MAX_PHOTO || !response.body) {
    await response.body?.cancel();
    return response.body ? null : new ArrayBuffer(0);
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    size += value.byteLength;
    if (size > MAX_PHOTO) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

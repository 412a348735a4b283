import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchPhoto, isPhotoAddress, MAX_PHOTO } from '../../../entrypoints/background/fetch-photo.ts';
import { sniff } from '../../../storage/photo-bytes.ts';
import { jpegBytes, photoUrl, T0 } from '../../storage/samples.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(response: () => Response | Promise<Response>) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => response());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
const URL_A = photoUrl('AAAAA11111-1234567');

/** A body without a length that never ends by itself. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1024 * 1024).fill(1)) });
}

describe('photos: which addresses', () => {
  it.each([
    URL_A,
    'https://scontent-sin6-1.xx.fbcdn.net/v/a.jpg',
    'https://instagram.fpnk1-1.fna.fbcdn.net/v/a.webp',
  ])('takes %s', (url) => {
    expect(isPhotoAddress(url)).toBe(true);
  });
  it.each([
    'http://scontent.cdninstagram.com/a.jpg',
    'https://static.cdninstagram.com/a.png',
    'https://static.xx.fbcdn.net/a.png',
    'https://cdninstagram.com.evil.test/a.jpg',
    'https://evilcdninstagram.com/a.jpg',
    'https://user@scontent.cdninstagram.com/a.jpg',
    'https://scontent.cdninstagram.com:8443/a.jpg',
    'data:image/png;base64,AAAA',
    'not an address',
  ])('never asks for %s', async (url) => {
    const fetched = answering(() => new Response(jpegBytes(1)));
    expect(await fetchPhoto(url, T0)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('photos: what comes back', () => {
  it('is kept with its hash, asked for without credentials, referrer and redirects, at exactly the address', async () => {
    const fetched = answering(() => new Response(jpegBytes(1)));
    const answer = await fetchPhoto(URL_A, T0);
    expect(answer).toMatchObject({ ok: true, photo: { mime: 'image/jpeg', size: 64, storedAt: T0 } });
    expect(answer.ok && answer.photo.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(fetched.mock.calls[0]?.[0]).toBe(URL_A);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  it.each([
    [403, 'expired'],
    [404, 'expired'],
    [500, 'network'],
  ])('HTTP %i is %s', async (status, reason) => {
    answering(() => new Response('no', { status }));
    expect(await fetchPhoto(URL_A, T0)).toEqual({ ok: false, reason });
  });

  it('that says it is too large is not read at all', async () => {
    answering(() => new Response(endless(), { headers: { 'content-length': String(MAX_PHOTO + 1) } }));
    expect(await fetchPhoto(URL_A, T0)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('that does not say so is cut off when it is', async () => {
    answering(() => new Response(endless()));
    expect(await fetchPhoto(URL_A, T0)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('is told by its bytes, whatever it is called', async () => {
    answering(
      () => new Response('<html>Log in</html>'.padEnd(64), { headers: { 'content-type': 'image/jpeg' } }),
    );
    expect(await fetchPhoto(URL_A, T0)).toEqual({ ok: false, reason: 'not-a-picture' });
  });

  it('too slowly is a timeout, not at all is the network', async () => {
    vi.stubGlobal(
      'fetch',
      (_url: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    expect(await fetchPhoto(URL_A, T0, 20)).toEqual({ ok: false, reason: 'timeout' });
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await fetchPhoto(URL_A, T0)).toEqual({ ok: false, reason: 'network' });
  });
});

describe('sniff', () => {
  const head = (...bytes: (number | string)[]) => {
    const flat = bytes.flatMap((b) => (typeof b === 'string' ? [...b].map((c) => c.charCodeAt(0)) : [b]));
    return Uint8Array.from([...flat, ...new Array(20).fill(0)]);
  };
  it.each([
    ['image/jpeg', head(0xff, 0xd8, 0xff)],
    ['image/png', head(0x89, 'PNG\r\n\x1a\n')],
    ['image/webp', head('RIFF', 0, 0, 0, 0, 'WEBP')],
    ['image/gif', head('GIF89a')],
    ['image/avif', head(0, 0, 0, 32, 'ftypavif')],
    [null, head('<svg xmlns')],
    [null, head('RIFF', 0, 0, 0, 0, 'WAVE')],
    [null, Uint8Array.from([0xff, 0xd8])],
  ])('%s', (mime, bytes) => expect(sniff(bytes)).toBe(mime));
});

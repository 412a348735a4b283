import { browser } from 'wxt/browser';
import type { PhotoState } from '../../complaints/complaint.ts';
import { isReadable } from '../../complaints/reading.ts';
import { TanggapError } from '../../protocol/errors.ts';
import { database } from '../../storage/database.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { failPhoto, storePhoto } from '../../storage/store-photo.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { afterWrite } from './refresh.ts';

/** At most this many photos at once. */
const AT_ONCE = 3;
/** Complaints whose photos are being fetched; outlives the worker and the browser, so that nothing is forgotten. */
const KEY = 'photosUnderWay';

const underWay = new Map<string, Promise<{ stored: number; failed: number }>>();

/**
 * Fetches the photos of a complaint that are not stored yet: the pending ones, with `retry` the failed ones
 * too. One run per complaint at a time. Never leaves a complaint half: each photo is its own transaction.
 */
export function fetchPhotos(complaintId: string, retry = false): Promise<{ stored: number; failed: number }> {
  const busy = underWay.get(complaintId);
  if (busy) return busy;
  const job = work(complaintId, retry).finally(() => underWay.delete(complaintId));
  underWay.set(complaintId, job);
  return job;
}

async function work(complaintId: string, retry: boolean): Promise<{ stored: number; failed: number }> {
  const found = await readComplaint(database, complaintId);
  if (!found || found.complaint.status === 'void') throw new TanggapError('not-found', complaintId);
  const wanted = found.complaint.photos.filter(
    (p) => p.state === 'pending' || (retry && p.state === 'failed'),
  );
  if (wanted.length === 0) return { stored: 0, failed: 0 };
  await remember(complaintId, true);
  const { photos } = found.complaint.capture;
  const kinds = new Map(isReadable(photos) ? photos.value.map((offer) => [offer.url, offer.kind]) : []);
  const tally = { stored: 0, failed: 0 };
  const queue = [...wanted];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const stored = await one(complaintId, next, kinds.get(next.url) ?? 'photo');
      tally[stored ? 'stored' : 'failed'] += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  await remember(complaintId, false);
  void afterWrite();
  return tally;
}

async function one(
  complaintId: string,
  { url }: PhotoState,
  kind: 'photo' | 'video-cover',
): Promise<boolean> {
  const fetched = await fetchPhoto(url, Date.now());
  try {
    if (fetched.ok)
      return await storePhoto(database, { complaintId, url, kind, photo: fetched.photo }, Date.now());
    await failPhoto(database, { complaintId, url, reason: fetched.reason }, Date.now());
  } catch (error) {
    // A full disk, or a flag taken back meanwhile: the complaint itself is whole.
    console.warn('Tanggap: photo not stored', String(error));
    if (error instanceof TanggapError && error.code === 'storage-full') {
      await failPhoto(database, { complaintId, url, reason: 'storage' }, Date.now()).catch(() => undefined);
    }
  }
  return false;
}

/** Goes on with what a killed worker or a closed browser left behind. */
export async function resumePhotos(): Promise<void> {
  for (const id of await remembered()) {
    await fetchPhotos(id).catch(() => undefined);
    await remember(id, false);
  }
}

let chain: Promise<unknown> = Promise.resolve();

function remember(id: string, on: boolean): Promise<unknown> {
  chain = chain.then(async () => {
    const ids = new Set(await remembered());
    if (on) ids.add(id);
    else ids.delete(id);
    await browser.storage.local.set({ [KEY]: [...ids] });
  });
  return chain;
}

async function remembered(): Promise<string[]> {
  const stored = ((await browser.storage.local.get(KEY)) as Record<string, unknown>)[KEY];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

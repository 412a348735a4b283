import type { PhotoState } from './complaint.ts';
import type { ComplaintEvent, EventOf } from './events.ts';
import { photoKey } from './photo-key.ts';
import { type Field, isReadable, type PhotoOffer } from './reading.ts';

/**
 * Every photo of a complaint: those the page offered, in the page's order (stored, failed or still pending),
 * then those the official added. A photo is told by its file name, since its address is signed anew each time;
 * the same bytes never stand twice.
 */
export function photoStates(offers: Field<PhotoOffer[]>, live: readonly ComplaintEvent[]): PhotoState[] {
  const stored = new Map<string, EventOf<'photoStored'>>();
  const failed = new Map<string, EventOf<'photoFailed'>>();
  const added: EventOf<'photoStored'>[] = [];
  for (const event of live) {
    if (event.type === 'photoFailed') failed.set(photoKey(event.url), event);
    if (event.type !== 'photoStored') continue;
    if (event.photo.url === '') added.push(event);
    else if (!stored.has(photoKey(event.photo.url))) stored.set(photoKey(event.photo.url), event);
  }
  const states: PhotoState[] = [];
  const hashes = new Set<string>();
  const push = (event: EventOf<'photoStored'>) => {
    if (hashes.has(event.photo.hash)) return;
    hashes.add(event.photo.hash);
    states.push({ state: 'stored', url: event.photo.url, photo: event.photo });
  };
  for (const { url } of isReadable(offers) ? offers.value : []) {
    const key = photoKey(url);
    const kept = stored.get(key);
    const lost = failed.get(key);
    if (kept) push(kept);
    // A failure of another address does not stand against a fresh one.
    else if (lost?.url === url) states.push({ state: 'failed', url, reason: lost.reason });
    else states.push({ state: 'pending', url });
    stored.delete(key);
  }
  for (const event of [...stored.values(), ...added]) push(event);
  return states;
}

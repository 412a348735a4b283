import { mergeContexts } from './merge-contexts.ts';
import { photoKey } from './photo-key.ts';
import { type Capture, type Field, isReadable, type PhotoOffer } from './reading.ts';

/**
 * Several readings of one post as one: each field is the first reading's, filled by the next one that could
 * read it. A text selected by hand is a part, and gives way to the first whole one. Photos are united by file name;
 * the newest address of each is taken, because addresses are signed and expire. `captures` come in the order of the
 * log.
 */
export function mergeCaptures(captures: readonly [Capture, ...Capture[]]): Capture {
  const [first] = captures;
  const totals = captures.map((c) => c.photoTotal ?? 0);
  const photoTotal = Math.max(...totals);
  const under = mergeContexts(captures.map((c) => c.under));
  const shared = mergeContexts(captures.map((c) => c.shared));
  const slide = captures.find((c) => c.slide !== undefined)?.slide;
  return {
    ...first,
    site: pick(captures, (c) => c.site),
    identity: pick(captures, (c) => c.identity),
    author: field(captures, (c) => c.author),
    text: text(captures),
    postedAt: field(captures, (c) => c.postedAt),
    place: field(captures, (c) => c.place),
    counts: field(captures, (c) => c.counts),
    photos: photos(captures),
    audience: field(captures, (c) => c.audience),
    ...(photoTotal > 0 ? { photoTotal } : {}),
    ...(captures.some((c) => c.paidPartnership) ? { paidPartnership: true } : {}),
    ...(under ? { under } : {}),
    ...(shared ? { shared } : {}),
    ...(slide === undefined ? {} : { slide }),
  };
}

function pick<T>(captures: readonly Capture[], of: (c: Capture) => T | null): T | null {
  for (const capture of captures) {
    const value = of(capture);
    if (value !== null) return value;
  }
  return null;
}

function field<T>(captures: readonly [Capture, ...Capture[]], of: (c: Capture) => Field<T>): Field<T> {
  return captures.map(of).find(isReadable) ?? of(captures[0]);
}

function text(captures: readonly [Capture, ...Capture[]]): Field<string> {
  const whole = captures.filter((c) => !(c.surface === 'menu' && isReadable(c.text)));
  return whole.map((c) => c.text).find(isReadable) ?? field(captures, (c) => c.text);
}

function photos(captures: readonly [Capture, ...Capture[]]): Field<PhotoOffer[]> {
  const readable = captures.map((c) => c.photos).filter(isReadable);
  const [first] = readable;
  if (!first) return captures[0].photos;
  const byKey = new Map<string, PhotoOffer>();
  for (const { value } of readable) for (const offer of value) byKey.set(photoKey(offer.url), offer);
  return { value: [...byKey.values()], source: first.source };
}

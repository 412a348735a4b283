import type { Capture, Layer, SiteId } from '../../complaints/reading.ts';
import { mappers } from '../../sites/mappers.ts';
import { mergeLayers } from '../../sites/merge.ts';
import type { SelectorEntry } from '../drift/selector-lists.ts';
import type { Opened } from './capture-check-load.ts';
import type { Seen } from './capture-check-page.ts';

/** Fields that every post should give; the others may rightly be absent from a page. */
const NEEDED = ['author', 'text', 'postedAt'] as const;
const FIELDS = ['author', 'text', 'postedAt', 'place', 'counts', 'photos', 'audience'] as const;

export interface Checked {
  kind: Seen['kind'] | 'json';
  path: string;
  capture: Capture;
  layers: Layer[];
  entries: SelectorEntry[];
  missing: string[];
}

/** One found thing with all layers put together as at a click. */
export function checkSeen(
  seen: Seen,
  store: unknown[],
  site: SiteId,
  opened: { url: string; surface: string | null },
  entries: SelectorEntry[],
): Checked {
  const others = [...mappers[site].mapRaw(seen.raw, 'island'), ...mappers[site].mapRaw(store, 'store')];
  const capture = mergeLayers(seen.dom, others, {
    site,
    surface: opened.surface ?? '',
    pageUrl: opened.url,
    readAt: Date.now(),
    permalinkOf: mappers[site].permalinkOf,
  });
  const missing: string[] = [];
  if (seen.error) missing.push(`reading threw ${seen.error}`);
  if (!capture.identity) missing.push('identity');
  if (!seen.placed) missing.push('place for the button');
  const text = capture.text;
  for (const field of NEEDED) {
    const told = capture[field];
    // A post of photos alone has no words, and a feed shows no time to some readers.
    if (field === 'text' && 'unreadable' in text && text.unreadable === 'not-on-page') continue;
    if ('unreadable' in told) missing.push(`${field} (${told.unreadable})`);
  }
  return {
    kind: seen.kind,
    path: seen.path,
    capture,
    layers: [seen.dom, ...others],
    entries: seen.matched.flatMap((id) => entries[id] ?? []),
    missing,
  };
}

/** A layer on its own: an answer or an island without a post in the DOM. */
export function checkLayer(layer: Layer, site: SiteId, url: string): Checked {
  const capture = mergeLayers(layer, [], {
    site,
    surface: 'json',
    pageUrl: url,
    readAt: Date.now(),
    permalinkOf: mappers[site].permalinkOf,
  });
  const missing = capture.identity ? [] : ['identity'];
  return { kind: 'json', path: 'JSON', capture, layers: [layer], entries: [], missing };
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 150)}… (${text.length} characters)` : text;
}

/** Lines about one thing found. */
export function linesOf({ kind, path, capture, layers, entries, missing }: Checked, index: number): string[] {
  const lines = [`${kind} ${index + 1}  ${path}`];
  const line = (name: string, value: string, from: string) =>
    lines.push(`  ${name.padEnd(12)} ${value}${from && `   ‹${from}›`}`);
  const { identity } = capture;
  line(
    'identity',
    identity ? `${identity.key}  ${identity.permalink}` : 'none',
    identity ? '' : 'unreadable',
  );
  if (identity && identity.aliases.length > 1) line('also called', identity.aliases.slice(1).join(' '), '');
  for (const field of FIELDS) {
    const told = capture[field];
    if ('unreadable' in told) line(field, '—', `unreadable: ${told.unreadable}`);
    else if (field === 'photos' && Array.isArray(told.value)) {
      const total = capture.photoTotal ? ` of ${capture.photoTotal}` : '';
      line(field, `${told.value.length}${total}`, told.source);
      for (const photo of told.value)
        line('', `${photo.kind} ${photo.width ?? '?'}×${photo.height ?? '?'} ${photo.url.slice(0, 90)}`, '');
    } else if (field === 'postedAt') line(field, new Date(Number(told.value)).toISOString(), told.source);
    else line(field, short(told.value), told.source);
  }
  if (capture.under) line('stands under', short(capture.under.names), '');
  if (capture.shared) line('shares', short(capture.shared.names), '');
  if (capture.paidPartnership) line('paid', 'paid partnership', '');
  line('layers', layers.map((layer) => layer.source).join(', '), '');
  if (capture.dropped.length > 0) line('dropped', capture.dropped.join(', '), 'named another post');
  for (const [i, entry] of entries.entries())
    line(i === 0 ? 'matched' : '', `${entry.list}  ${entry.selector}`, entry.seen || 'no date');
  if (missing.length > 0) line('MISSING', missing.join(', '), '');
  return lines;
}

/** Lines about the selector lists over the whole document. */
export function selectorLines(opened: Opened, entries: SelectorEntry[]): string[] {
  const silent = entries.filter((_, i) => opened.counts[i] === 0);
  return [
    `selector entries: ${entries.length - silent.length} of ${entries.length} match somewhere on this page`,
    ...silent.map((entry) => `  no match   ${entry.list}  ${entry.selector}   ‹${entry.seen || 'no date'}›`),
  ];
}

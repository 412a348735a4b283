import type { ComplaintEvent } from './events.ts';
import type { Sighting } from './loud.ts';
import { type Author, type Capture, isReadable } from './reading.ts';

/** When the post was seen with which figures, from the readings of one complaint in any order. */
export function sightingsOf(captures: readonly Capture[]): Sighting[] {
  return captures.flatMap(({ counts, readAt }) =>
    isReadable(counts) ? [{ at: readAt, counts: counts.value }] : [],
  );
}

/**
 * Every name under which the author of one complaint is known, from its live events: site and number, handle, name,
 * the official's correction. For a comparison in memory alone: it is nowhere stored, counted or shown.
 */
export function authorNames(live: readonly ComplaintEvent[]): string[] {
  const names = new Set<string>();
  for (const event of live) {
    if (event.type === 'corrected' && event.field === 'author') add(names, { handle: event.value }, '');
    if (event.type !== 'captured' && event.type !== 'recaptured') continue;
    const { author, site } = event.capture;
    if (isReadable(author)) add(names, author.value, site ?? '');
  }
  return [...names];
}

/** Handle and name are compared across sites: who is doubtful is one person. */
function add(names: Set<string>, { id, handle, name }: Author, site: string): void {
  if (id) names.add(`id:${site}:${id}`);
  for (const each of [handle, name]) {
    const plain = each?.trim().replace(/^@/, '').toLowerCase();
    if (plain) names.add(`name:${plain}`);
  }
}

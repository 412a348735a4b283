import type { Complaint } from './complaint.ts';
import { courseOf } from './course.ts';
import { builtInCalendar } from './deadlines/calendar.ts';
import { type CalendarBook, calendarBook } from './deadlines/calendar-book.ts';
import {
  type ComplaintEvent,
  type ComplaintNumber,
  type CorrectableField,
  compareEvents,
  type EventOf,
} from './events.ts';
import { gistOf } from './gist.ts';
import { inOrder, liveEvents } from './live.ts';
import { sightingsOf } from './loud-facts.ts';
import { mergeCaptures } from './merge-captures.ts';
import { photoStates } from './photo-states.ts';
import { purgeEvents, purgeOf } from './purged.ts';
import { type Capture, type Field, isReadable } from './reading.ts';
import { wordingsOf } from './wordings.ts';

const BUILT_IN = calendarBook([builtInCalendar()]);

/**
 * One complaint from its events, whatever the order in which they arrived; null when its flag is not among
 * them. A pure function of the set of events: two desks that hold the same events show the same complaint.
 * Only the order of its numbers is the desk's own: `desk` (4 characters) names the desk whose number comes first.
 * `book`: the calendars that frozen clocks name; the built-in one when left out.
 */
export function foldComplaint(
  events: readonly ComplaintEvent[],
  desk = '',
  book: CalendarBook = BUILT_IN,
): Complaint | null {
  const purge = purgeOf(events);
  const all = inOrder(purgeEvents(events));
  const live = liveEvents(all);
  const flags = ofType(live, 'captured');
  const forwardings = ofType(live, 'forwarded');
  // A flag taken back on one desk while another desk forwarded it stays: what was sent must be answered for.
  const kept = flags.length > 0 || forwardings.length > 0;
  const anyFlags = flags.length > 0 ? flags : ofType(all, 'captured');
  const [first] = anyFlags;
  if (!first) return null;

  const readings = [...anyFlags, ...ofType(live, 'recaptured')].sort(
    (a, b) => all.indexOf(a) - all.indexOf(b),
  );
  const capture = mergeCaptures([
    first.capture,
    ...readings.filter((r) => r !== first).map((r) => r.capture),
  ]);
  const corrections = lastCorrections(live);
  const corrected = applyCorrections(capture, corrections);
  const course = courseOf(live, book);
  const text = readValue(corrected.text) ?? '';
  const newest = live.at(-1) ?? all.at(-1) ?? first;
  return {
    id: first.complaintId,
    status: kept ? course.status : 'void',
    numbers: numbersOf(ofType(all, 'captured'), desk),
    aliases: aliasesOf(first.complaintId, all),
    permalink: corrections.get('permalink') || capture.identity?.permalink || capture.pageUrl,
    capture: corrected,
    gist: corrections.get('gist') || gistOf(text) || gistOf(corrected.shared?.text ?? ''),
    text,
    place: readValue(corrected.place) ?? '',
    sensitive: ofType(live, 'markedSensitive').at(-1)?.sensitive ?? false,
    photos: purge?.reason === 'request' ? [] : photoStates(capture.photos, live),
    capturedAt: first.at,
    forwarding: course.forwarding,
    forwardings,
    clock: course.clock,
    incompleteYear: kept ? course.incompleteYear : null,
    pausedUntil: course.pausedUntil,
    notOurs: course.notOurs,
    nextTerm: kept ? course.nextTerm : null,
    responses: ofType(live, 'responded'),
    reminders: ofType(live, 'reminded'),
    escalations: ofType(live, 'escalated'),
    resolvedAt: course.resolvedAt,
    wordings: wordingsOf(readings.map((reading) => reading.capture)),
    sightings: sightingsOf(readings.map((reading) => reading.capture)),
    postGone: postGone(live),
    joined: ofType(live, 'joined').at(-1) ?? null,
    // A post flagged anew after its retention ran out is known again.
    purged: purge !== null && !flags.some((flag) => !purge.reaches(flag)),
    lastEventAt: newest.at,
    lastEventType: newest.type,
  };
}

function ofType<T extends ComplaintEvent['type']>(events: readonly ComplaintEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

/** A reading made on the page after the remark shows that the post is there. */
function postGone(live: readonly ComplaintEvent[]): EventOf<'postGone'> | null {
  const last = ofType(live, 'postGone').at(-1);
  const seen = live.findLast(
    (event) => (event.type === 'captured' || event.type === 'recaptured') && event.via === 'button',
  );
  return last && (!seen || compareEvents(seen, last) < 0) ? last : null;
}

function readValue<T>(field: Field<T>): T | undefined {
  return isReadable(field) ? field.value : undefined;
}

function lastCorrections(live: readonly ComplaintEvent[]): Map<CorrectableField, string> {
  const last = new Map<CorrectableField, string>();
  for (const event of live) if (event.type === 'corrected') last.set(event.field, event.value);
  return last;
}

/** The official's corrections over the reading; an empty correction of a field means "left empty on purpose". */
function applyCorrections(capture: Capture, corrections: Map<CorrectableField, string>): Capture {
  const text = corrections.get('text');
  const place = corrections.get('place');
  const author = corrections.get('author');
  const postedAt = corrections.get('postedAt');
  const ms = postedAt === undefined ? Number.NaN : Number(postedAt);
  const open = <T>(field: Field<T>) => isReadable(field) || field.unreadable !== 'purged';
  return {
    ...capture,
    ...(text !== undefined && open(capture.text) ? { text: { value: text, source: 'user' } } : {}),
    ...(place !== undefined && open(capture.place) ? { place: { value: place, source: 'user' } } : {}),
    ...(author && open(capture.author)
      ? { author: { value: { handle: author.replace(/^@/, '') }, source: 'user' } }
      : {}),
    ...(postedAt && Number.isSafeInteger(ms) && ms >= 0 ? { postedAt: { value: ms, source: 'user' } } : {}),
  };
}

/** Every number the complaint was given; a flag taken back and set again has one. */
function numbersOf(flags: readonly EventOf<'captured'>[], desk: string): ComplaintNumber[] {
  const byLabel = new Map<string, ComplaintNumber>();
  for (const { number } of flags) {
    const label = `${number.prefix}-${number.seq}·${number.desk}`;
    if (!byLabel.has(label)) byLabel.set(label, number);
  }
  const numbers = [...byLabel.values()];
  return [...numbers.filter((n) => n.desk === desk), ...numbers.filter((n) => n.desk !== desk)];
}

function aliasesOf(id: string, events: readonly ComplaintEvent[]): string[] {
  const names = new Set([id]);
  for (const event of events) {
    if (event.type !== 'captured' && event.type !== 'recaptured') continue;
    for (const name of event.capture.identity?.aliases ?? []) names.add(name);
    if (event.capture.identity) names.add(event.capture.identity.key);
  }
  return [...names].sort();
}

import ICAL from 'ical.js';
import type { Zone } from '../when.ts';
import type { OfficeCalendar } from './calendar.ts';
import { DAY, dayAt, dayOf, startOfDay, yearOf, ZONE_OFFSET } from './day.ts';
import {
  emptyPreview,
  finishPreview,
  type ImportPreview,
  MAX_DAYS_PER_ENTRY,
  MAX_ENTRIES,
  MAX_IMPORT,
  type PreviewLine,
  readLine,
  type Unread,
  unreadLine,
} from './import-preview.ts';

/** Longest single event that is parsed, in characters. */
const MAX_EVENT = 20_000;
/** Years for which a yearly event is listed. */
const YEARS_AHEAD = 10;

/**
 * Holidays from an .ics file, event by event, so that one broken event costs only itself. Whole days only;
 * events of another zone are counted by the office's zone. Of repetitions only plain yearly ones are followed,
 * which keeps the time bounded.
 */
export function previewIcs(text: string, calendar: OfficeCalendar, source: string): ImportPreview {
  if (text.length > MAX_IMPORT) return emptyPreview('too-large');
  const { blocks, total } = eventBlocks(text);
  if (total === 0) return emptyPreview(/BEGIN:VCALENDAR/i.test(text) ? 'nothing' : 'broken');
  const lines = blocks.map(({ line, block }) => eventLine(line, block, calendar.zone, source));
  return finishPreview(lines, total - blocks.length, calendar);
}

interface Block {
  line: number;
  /** Null when it has no end or is too long. */
  block: string | null;
}

function eventBlocks(text: string): { blocks: Block[]; total: number } {
  const blocks: Block[] = [];
  let total = 0;
  let begun = 0;
  let size = 0;
  let inside: string[] | null = null;
  const close = (whole: boolean) => {
    if (inside === null) return;
    total += 1;
    if (blocks.length < MAX_ENTRIES)
      blocks.push({ line: begun, block: whole && size <= MAX_EVENT ? inside.join('\r\n') : null });
    inside = null;
  };
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) {
      close(false);
      begun = i + 1;
      size = 0;
      inside = [];
    }
    if (inside === null) continue;
    size += line.length;
    if (size <= MAX_EVENT) inside.push(line);
    if (/^END:VEVENT\s*$/i.test(line)) close(true);
  }
  close(false);
  return { blocks, total };
}

function eventLine(line: number, block: string | null, zone: Zone, source: string): PreviewLine {
  if (block === null) return unreadLine(line, 'BEGIN:VEVENT', 'broken');
  let event: ICAL.Component;
  try {
    event = new ICAL.Component(ICAL.parse(block) as unknown[]);
  } catch {
    return unreadLine(line, block, 'broken');
  }
  try {
    return readEvent(line, event, zone, source);
  } catch {
    return unreadLine(line, block, 'broken');
  }
}

function readEvent(line: number, event: ICAL.Component, zone: Zone, source: string): PreviewLine {
  const name = String(event.getFirstPropertyValue('summary') ?? '');
  const start = event.getFirstProperty('dtstart');
  const raw = `${start?.toICALString() ?? ''} ${name}`;
  const unread = (why: Unread) => unreadLine(line, raw, why);
  if (String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED')
    return unread('cancelled');
  if (!start) return unread('no-date');
  const first = momentOf(start, zone);
  if (typeof first === 'string') return unread(first);
  const end = event.getFirstProperty('dtend');
  const last = end ? momentOf(end, zone) : wholeDayAfter(first, event);
  if (typeof last === 'string') return unread(last);

  const offset = ZONE_OFFSET[zone];
  const from = dayAt(first.ms, offset);
  const to = dayAt(last.ms, offset);
  const wholeDays = startOfDay(from, offset) === first.ms && startOfDay(to, offset) === last.ms && to > from;
  if (!wholeDays) return unread('not-whole-day');
  if (to - from > MAX_DAYS_PER_ENTRY) return unread('too-many-days');
  const days = Array.from({ length: to - from }, (_, i) => from + i);
  const all = repeated(days, event);
  if (all === null) return unread('repeats');
  const read = readLine({ line, raw, days: all, name, kind: null }, source);
  return first.moved && read.unread === null ? { ...read, notes: [...read.notes, 'moved-zone'] } : read;
}

interface Moment {
  ms: number;
  isDate: boolean;
  /** Counted from another zone into the office's. */
  moved: boolean;
}

const FIXED_ZONES: Record<string, number> = {
  'Asia/Jakarta': ZONE_OFFSET.WIB,
  'Asia/Pontianak': ZONE_OFFSET.WIB,
  'Asia/Makassar': ZONE_OFFSET.WITA,
  'Asia/Jayapura': ZONE_OFFSET.WIT,
  UTC: 0,
  'Etc/UTC': 0,
};

function momentOf(property: ICAL.Property, zone: Zone): Moment | Unread {
  const time = property.getFirstValue();
  if (!(time instanceof ICAL.Time)) return 'not-a-day';
  // As it is written: the library turns 31 February into 3 March.
  const written = String(property.jCal[3] ?? '');
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  const day = date ? dayOf(Number(date[1]), Number(date[2]), Number(date[3])) : null;
  if (day === null) return 'not-a-day';
  const own = ZONE_OFFSET[zone];
  if (time.isDate) return { ms: startOfDay(day, own), isDate: true, moved: false };
  const wall = day * DAY + (time.hour * 3_600 + time.minute * 60 + time.second) * 1_000;
  if (written.endsWith('Z')) return { ms: wall, isDate: false, moved: true };
  const tzid = property.getFirstParameter('tzid');
  if (!tzid) return { ms: wall - own, isDate: false, moved: false };
  const offset = Object.hasOwn(FIXED_ZONES, tzid) ? FIXED_ZONES[tzid] : offsetOf(tzid, wall);
  if (offset === undefined) return 'unknown-zone';
  return { ms: wall - offset, isDate: false, moved: offset !== own };
}

/** Offset of an IANA zone at a wall time (ms as if UTC); undefined for names that nobody knows. */
function offsetOf(tzid: string, wall: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: tzid,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    const offsetAt = (ms: number) => {
      const at = new Map(parts.formatToParts(ms).map((part) => [part.type, Number(part.value)]));
      const get = (type: Intl.DateTimeFormatPartTypes) => at.get(type) ?? 0;
      const local = Date.UTC(
        get('year'),
        get('month') - 1,
        get('day'),
        get('hour'),
        get('minute'),
        get('second'),
      );
      return local - ms;
    };
    return offsetAt(wall - offsetAt(wall));
  } catch {
    return undefined;
  }
}

/** Without DTEND: a date lasts a day; DURATION is followed; a moment lasts nothing. */
function wholeDayAfter(first: Moment, event: ICAL.Component): Moment {
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return { ...first, ms: first.ms + duration.toSeconds() * 1_000 };
  return first.isDate ? { ...first, ms: first.ms + DAY } : first;
}

/** The days of every year a plain yearly rule reaches; the days themselves without a rule; null for other rules. */
function repeated(days: readonly number[], event: ICAL.Component): number[] | null {
  const rule = event.getFirstPropertyValue('rrule');
  if (event.hasProperty('rdate') || event.hasProperty('exdate') || event.hasProperty('exrule')) return null;
  if (rule === null) return [...days];
  if (!(rule instanceof ICAL.Recur) || event.getAllProperties('rrule').length > 1) return null;
  const plain = rule.freq === 'YEARLY' && rule.interval === 1 && Object.keys(rule.parts).length === 0;
  const [first] = days;
  if (!plain || first === undefined || days.length > 3) return null;
  const firstYear = yearOf(first);
  const lastYear = rule.until ? Math.min(rule.until.year, firstYear + YEARS_AHEAD) : firstYear + YEARS_AHEAD;
  const count = Math.min(rule.count ?? YEARS_AHEAD, lastYear - firstYear + 1, YEARS_AHEAD);
  const all: number[] = [];
  for (let i = 0; i < count; i += 1)
    for (const day of days) {
      const date = new Date(day * DAY);
      const then = dayOf(date.getUTCFullYear() + i, date.getUTCMonth() + 1, date.getUTCDate());
      if (then !== null) all.push(then);
    }
  return all;
}

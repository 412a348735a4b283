import { z } from 'zod';
import type { Agency } from '../../complaints/agency.ts';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { checkCalendar } from '../../complaints/deadlines/check-calendar.ts';
import type { ClockRules } from '../../complaints/deadlines/rules.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import type { Settings } from '../../complaints/settings.ts';
import { TanggapError } from '../../protocol/errors.ts';
import { sha256, sniff } from '../photo-bytes.ts';
import { agencySchema, eventSchema, settingsSchema } from '../schemas.ts';
import { calendarSchema, rulesSchema } from '../schemas-clocks.ts';
import {
  AGENCIES,
  CALENDARS,
  EVENTS,
  FORMAT_VERSION,
  headSchema,
  MANIFEST,
  manifestSchema,
  PHOTOS,
  RULES,
  SETTINGS,
} from './format.ts';
import { readJson, readLines } from './lines.ts';
import { type Archive, openArchive } from './open.ts';

export interface Backup {
  archive: Archive;
  events: ComplaintEvent[];
  agencies: Agency[];
  settings: Settings;
  calendars: OfficeCalendar[];
  rules: ClockRules | null;
}

/** So many photos are unpacked at a time. */
export const PHOTO_BATCH = 64;

/**
 * Everything in a backup file, believed only after all of it has been looked at: sizes, versions, checksums,
 * the shape of every line, the hash of every photo. Changes nothing.
 * @throws TanggapError `file-foreign`, `file-newer`, `file-damaged`, `file-too-large`.
 */
export async function checkBackup(file: Uint8Array): Promise<Backup> {
  const archive = openArchive(file);
  const text = (name: string) => archive.texts.get(name) ?? new Uint8Array();
  const head = headSchema.safeParse(jsonOrNull(text(MANIFEST)));
  if (!head.success) throw new TanggapError('file-foreign', 'manifest');
  if (head.data.version > FORMAT_VERSION) throw new TanggapError('file-newer');
  const manifest = readJson(text(MANIFEST), manifestSchema);
  const sums = [
    [EVENTS, manifest.sha256.events],
    [AGENCIES, manifest.sha256.agencies],
    [SETTINGS, manifest.sha256.settings],
    ...(manifest.sha256.calendars ? ([[CALENDARS, manifest.sha256.calendars]] as const) : []),
    ...(manifest.sha256.rules ? ([[RULES, manifest.sha256.rules]] as const) : []),
  ] as const;
  for (const [name, sum] of sums) {
    if ((await sha256(text(name))) !== sum) throw new TanggapError('file-damaged', `checksum of ${name}`);
  }
  const events = readLines(text(EVENTS), eventSchema);
  const agencies = readLines(text(AGENCIES), agencySchema);
  const settings = readJson(text(SETTINGS), settingsSchema);
  // Believed only with their checksum.
  const calendars = manifest.sha256.calendars ? readLines(text(CALENDARS), calendarSchema) : [];
  if (calendars.some((calendar) => checkCalendar(calendar).length > 0))
    throw new TanggapError('file-damaged', 'calendar');
  const rules = manifest.sha256.rules ? readJson(text(RULES), rulesSchema) : null;
  const whole =
    events.length === manifest.events &&
    agencies.length === manifest.agencies &&
    archive.photoNames.length === manifest.photos &&
    new Set(events.map((event) => event.id)).size === events.length;
  if (!whole) throw new TanggapError('file-damaged', 'counts');
  for (let i = 0; i < archive.photoNames.length; i += PHOTO_BATCH) {
    for (const [name, bytes] of archive.photos(archive.photoNames.slice(i, i + PHOTO_BATCH))) {
      const sound = sniff(bytes) !== null && (await sha256(bytes)) === name.slice(PHOTOS.length);
      if (!sound) throw new TanggapError('file-damaged', name);
    }
  }
  return { archive, events, agencies, settings, calendars, rules };
}

function jsonOrNull(bytes: Uint8Array): unknown {
  const parsed = z.string().transform((s) => JSON.parse(s) as unknown);
  try {
    return parsed.parse(new TextDecoder().decode(bytes.subarray(0, 100_000)));
  } catch {
    return null;
  }
}

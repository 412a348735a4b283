import './no-eval.ts';
import { z } from 'zod';
import type { OfficeCalendar } from '../complaints/deadlines/calendar.ts';
import { MAX_HOLIDAYS, MAX_SCHEDULES } from '../complaints/deadlines/check-calendar.ts';
import { MAX_PAUSE, type Policy } from '../complaints/deadlines/policies.ts';
import type { ClockRules } from '../complaints/deadlines/rules.ts';
import { clockTermSchema } from './schemas.ts';

/** Edge of the store for calendars, policies and schedules. Shape and size only; sense is for `checkCalendar`. */

const name = z.string().max(500);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const scheduleId = z.string().min(1).max(60);
const epoch = z.number().int().min(-1).max(8_640_000_000_000_000);
const frames = z.array(z.object({ from: z.number(), to: z.number() })).max(20);
const week = z.array(frames).max(7);
const days = z.number().int().min(0).max(10_000);

export const calendarSchema: z.ZodType<OfficeCalendar> = z.object({
  version: z.string().min(1).max(100),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  schedules: z
    .array(
      z.object({
        id: scheduleId,
        name: z.string().max(120).optional(),
        week: week.nullable(),
        ramadan: week.nullable(),
      }),
    )
    .max(MAX_SCHEDULES),
  ramadan: z.array(z.object({ from: day, to: day, source: name })).max(200),
  holidays: z
    .array(z.object({ day, name, kind: z.enum(['national', 'joint', 'local']), source: name }))
    .max(MAX_HOLIDAYS),
  specialDays: z.array(z.object({ day, frames, name })).max(MAX_HOLIDAYS),
  completeYears: z.array(days).max(200),
  madeAt: epoch,
  note: z.string().max(2_000),
});

const sourceKey = z.enum([
  'practice',
  'law-25-2009',
  'lapor',
  'ministry-62-2018',
  'perpres-76-2013',
  'safety',
  'busy',
  'outside',
]);
const term = clockTermSchema.nullable();

export const policySchema: z.ZodType<Policy> = z.object({
  id: z.string().min(1).max(60),
  name,
  terms: z.object({ response: term, followUp: term, settlement: term }),
  pauseCapMs: z.number().int().min(0).max(MAX_PAUSE),
  maxExtensions: z.number().int().min(0).max(10),
  sources: z
    .array(
      z.union([
        z.object({ key: sourceKey, certain: z.boolean() }),
        z.object({ text: name, certain: z.boolean() }),
      ]),
    )
    .max(20),
});

const ids = z.record(z.string().max(400), scheduleId);
export const rulesSchema: z.ZodType<ClockRules> = z.object({
  policies: z.array(policySchema).min(1).max(100),
  byAgency: ids,
  byCategory: ids,
  byAgencyAndCategory: ids,
  schedules: ids,
});

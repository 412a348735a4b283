import { z } from 'zod';
import {
  clockNameSchema,
  clockTermSchema,
  pauseReasonSchema,
  presetSchema,
  termSchema,
} from '../storage/schemas.ts';
import { calendarSchema, rulesSchema } from '../storage/schemas-clocks.ts';
import { message } from './message.ts';

const id = z.string().min(1).max(300);
const note = z.string().max(10_000);
const epoch = z.number().int().min(0).max(8_640_000_000_000_000);

type Recorded = { eventId: string };

/** What the agency said in a message: its own time, and that it was pasted. Without them: now, said otherwise. */
const fromMessage = { at: epoch.optional(), via: z.literal('pasted').optional() };
interface FromMessage {
  /** Epoch ms. */
  at?: number;
  via?: 'pasted';
}

/** Decisions about clocks, and what clocks are worked out with. Our own pages only. */
export const clockContract = {
  'complaint.pause': message<z.ZodType<PauseMessage>, Recorded>(
    'extension',
    z.object({ complaintId: id, reason: pauseReasonSchema, from: epoch, until: epoch, note }),
  ),
  'complaint.resume': message<z.ZodType<{ complaintId: string; note: string }>, Recorded>(
    'extension',
    z.object({ complaintId: id, note }),
  ),
  'complaint.askExtension': message<z.ZodType<ExtensionMessage>, Recorded>(
    'extension',
    z.object({
      complaintId: id,
      clock: clockNameSchema,
      by: clockTermSchema,
      reason: note,
      granted: z.boolean().nullable(),
      ...fromMessage,
    }),
  ),
  'complaint.decideExtension': message<
    z.ZodType<{ complaintId: string; target: string; granted: boolean; note: string }>,
    Recorded
  >('extension', z.object({ complaintId: id, target: id, granted: z.boolean(), note })),
  'complaint.notOurs': message<z.ZodType<NotOursMessage>, Recorded>(
    'extension',
    z.object({ complaintId: id, suggests: z.string().max(500), note, ...fromMessage }),
  ),
  'complaint.recompute': message<z.ZodType<RecomputeMessage>, Recorded>(
    'extension',
    z.object({ complaintId: id, preset: presetSchema.nullable(), termMs: termSchema.nullable(), note }),
  ),
  'clocks.saveCalendar': message<z.ZodType<CalendarMessage>, null>(
    'extension',
    z.object({
      calendar: calendarSchema,
      schedules: z.record(z.string().max(400), z.string().min(1).max(60)).optional(),
    }),
  ),
  'clocks.saveRules': message<z.ZodType<{ rules: z.infer<typeof rulesSchema> }>, null>(
    'extension',
    z.object({ rules: rulesSchema }),
  ),
} as const;

export interface PauseMessage {
  complaintId: string;
  reason: z.infer<typeof pauseReasonSchema>;
  from: number;
  until: number;
  note: string;
}

export interface NotOursMessage extends FromMessage {
  complaintId: string;
  suggests: string;
  note: string;
}

export interface ExtensionMessage extends FromMessage {
  complaintId: string;
  clock: z.infer<typeof clockNameSchema>;
  by: z.infer<typeof clockTermSchema>;
  reason: string;
  granted: boolean | null;
}

export interface CalendarMessage {
  calendar: z.infer<typeof calendarSchema>;
  /** Which agency works by which schedule, kept with it; as before when left out. */
  schedules?: Record<string, string>;
}

export interface RecomputeMessage {
  complaintId: string;
  preset: z.infer<typeof presetSchema> | null;
  termMs: number | null;
  note: string;
}

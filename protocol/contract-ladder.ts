import { z } from 'zod';
import { letterStepSchema, outcomeSchema } from '../storage/schemas.ts';
import { message } from './message.ts';

const id = z.string().min(1).max(300);
const epoch = z.number().int().min(0).max(8_640_000_000_000_000);
const channel = z.string().regex(/^[a-z]{2,20}$/);
/** Complaints of one message, each with what of the message concerns it. */
const items = z
  .array(z.object({ complaintId: id, message: z.string().max(100_000) }))
  .min(1)
  .max(500);

type Recorded = { eventIds: string[] };

/** Reminders and letters about several complaints at once. Our own pages only. */
export const ladderContract = {
  'complaint.remindAll': message<z.ZodType<RemindAllInput>, Recorded>(
    'extension',
    z.object({ channel, outcome: outcomeSchema, items }),
  ),
  'complaint.escalate': message<z.ZodType<EscalateMessage>, Recorded>(
    'extension',
    z.object({ step: letterStepSchema, answerBy: epoch, channel, outcome: outcomeSchema, items }),
  ),
  'complaint.undoAll': message<z.ZodType<{ eventIds: string[] }>, Recorded>(
    'extension',
    z.object({ eventIds: z.array(id).min(1).max(500) }),
  ),
} as const;

export interface RemindAllInput {
  channel: string;
  outcome: z.infer<typeof outcomeSchema>;
  items: { complaintId: string; message: string }[];
}

export interface EscalateMessage extends RemindAllInput {
  step: z.infer<typeof letterStepSchema>;
  answerBy: number;
}

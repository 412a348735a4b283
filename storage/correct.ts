import type { CorrectableField } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * The official's own word for a field; what was read stays in the evidence. `postedAt` is epoch ms in digits.
 * The value that stands already is not recorded again.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `invalid` for a time that is none or lies ahead, or an address that is not https.
 */
export async function correct(
  db: TanggapDatabase,
  { complaintId, field, value }: { complaintId: string; field: CorrectableField; value: string },
  now: number,
): Promise<{ eventId: string }> {
  if (!isSound(field, value, now)) throw new TanggapError('invalid', field);
  return transact(db, async () => {
    const { live } = await openComplaint(db, complaintId);
    const last = live.findLast((event) => event.type === 'corrected' && event.field === field);
    if (last?.type === 'corrected' && last.value === value) return { eventId: last.id };
    const event = { type: 'corrected', complaintId, at: now, field, value } as const;
    const { events } = await append(db, complaintId, [event], { now });
    return { eventId: events[0]?.id ?? '' };
  });
}

function isSound(field: CorrectableField, value: string, now: number): boolean {
  if (value === '') return true;
  if (field === 'postedAt') return /^\d{1,15}$/.test(value) && Number(value) <= now;
  if (field === 'permalink')
    return value.length <= 4_000 && /^https:\/\/[^\s/]+/.test(value) && URL.canParse(value);
  if (field === 'text') return true;
  return value.length <= 500;
}

import type { ComplaintNumber } from './events.ts';

/** Prefix until the office has chosen its own. */
export const DEFAULT_PREFIX = 'ADU';

/** `KTM-0131`. Four digits at least, so that numbers line up. */
export function numberLabel(number: ComplaintNumber): string {
  return `${number.prefix}-${String(number.seq).padStart(4, '0')}`;
}

/** `KTM-0131·a7f3`: the desk is added where two desks used one number for different complaints. */
export function numberLabelWithDesk(number: ComplaintNumber): string {
  return `${numberLabel(number)}·${number.desk}`;
}

/** A prefix: two to five capital letters. */
export function isPrefix(text: string): boolean {
  return /^[A-Z]{2,5}$/.test(text);
}

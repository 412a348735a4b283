import { parsePhone, showPhone } from '../../channels/phone.ts';
import type { Agency } from '../../complaints/agency.ts';
import { headText, withHead } from '../settings/head-text.ts';

/** Head and number of one agency as they are typed. */
export interface AgencyRowDraft {
  head: string;
  phone: string;
}

/** What is known, as one would type it. `now` in epoch ms. */
export function draftRow(agency: Agency, now: number): AgencyRowDraft {
  return { head: headText(agency, now), phone: showPhone(agency.phone) };
}

/** The agency with what was typed; a number that is none leaves the one before, an emptied field takes it away. */
export function applyRow(agency: Agency, draft: AgencyRowDraft, now: number): Agency {
  const parsed = parsePhone(draft.phone);
  const phone = parsed.ok ? parsed.digits : draft.phone.trim() === '' ? '' : agency.phone;
  return { ...withHead(agency, draft.head, now), phone };
}

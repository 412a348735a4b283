import type { EventType } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';

const WORD: Record<Exclude<EventType, 'undone'>, () => string> = {
  captured: m.dash_last_captured,
  recaptured: m.dash_last_recaptured,
  photoStored: m.dash_last_photo,
  photoFailed: m.dash_last_photo_failed,
  corrected: m.dash_last_corrected,
  markedSensitive: m.dash_last_sensitive,
  forwarded: m.dash_last_forwarded,
  reminded: m.dash_last_reminded,
  escalated: m.ladder_last_letter,
  responded: m.dash_last_responded,
  resolved: m.dash_last_resolved,
  dismissed: m.dash_last_dismissed,
  reopened: m.dash_last_reopened,
  joined: m.dash_last_joined,
  postGone: m.dash_last_post_gone,
  paused: m.dash_last_paused,
  resumed: m.dash_last_resumed,
  extensionAsked: m.dash_last_extension_asked,
  extensionDecided: m.dash_last_extension_decided,
  notOurs: m.dash_last_not_ours,
  recomputed: m.dash_last_recomputed,
  purged: m.dash_last_purged,
};

/**
 * What happened last, in one or two words; reminders are numbered from the second on. Photos that came in with the
 * flag are part of it.
 */
export function lastEventWord(row: Pick<ComplaintRow, 'lastEventType' | 'reminders' | 'status'>): string {
  const { lastEventType: type, reminders, status } = row;
  if (type === 'reminded' && reminders > 1) return m.dash_last_reminded_nth({ n: reminders });
  if (status === 'new' && type === 'photoStored') return m.dash_last_captured();
  return type in WORD ? WORD[type as keyof typeof WORD]() : '';
}

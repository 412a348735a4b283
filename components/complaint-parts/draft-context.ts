import type { DraftComplaint } from '../../channels/channel.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import type { PresetId } from '../../complaints/events.ts';
import { isComment } from '../../complaints/identity.ts';
import { isNotPublic, isReadable } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import { complaintNumber } from '../format.ts';

/** What the message says of the urgency, in Indonesian whatever the page's language; nothing for an ordinary one. */
function presetLabel(preset: PresetId): string {
  if (preset === 'emergency') return m.ui_preset_emergency({}, { locale: 'id' });
  if (preset === 'busy') return m.ui_preset_busy({}, { locale: 'id' });
  return '';
}

/** The complaint as a channel needs it. `dueAt` in epoch ms, null while no deadline is known. */
export function draftComplaint(complaint: Complaint, preset: PresetId, dueAt: number | null): DraftComplaint {
  const { capture } = complaint;
  return {
    number: complaintNumber(complaint),
    gist: complaint.gist,
    text: complaint.text,
    place: complaint.place,
    site: capture.site ?? 'none',
    postedAt: isReadable(capture.postedAt) ? capture.postedAt.value : null,
    permalink: complaint.permalink,
    presetLabel: presetLabel(preset),
    dueAt,
    sensitive: complaint.sensitive,
    author: isReadable(capture.author) ? capture.author.value : null,
    comment: isComment(complaint.id) || capture.under !== undefined,
    ...(capture.shared?.text
      ? { shared: { text: capture.shared.text, author: capture.shared.author ?? null } }
      : {}),
    notPublic: isNotPublic(capture.audience),
    original: complaint.wordings.map((wording) => wording.text).join('\n'),
  };
}

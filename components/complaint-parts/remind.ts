import { copyChannel } from '../../channels/copy.ts';
import { preferredChannel } from '../../channels/registry.ts';
import type { Agency } from '../../complaints/agency.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import type { Settings } from '../../complaints/settings.ts';
import { call } from '../../protocol/client.ts';
import { deliverEnv } from './deliver-env.ts';
import { draftComplaint } from './draft-context.ts';
import { type HandOver, handOver } from './hand-over.ts';

/** Remind the agency by its own channel: opens the draft and records the reminder. Call it from the click. */
export function remind(
  complaint: Complaint,
  agency: Agency,
  settings: Settings,
  now: number,
): Promise<HandOver> {
  const preferred = preferredChannel(agency, complaint);
  // Without a number or address a reminder can still be copied.
  const channel = preferred.missing(agency) === null ? preferred : copyChannel;
  const draft = channel.prepare({
    kind: 'remind',
    complaint: draftComplaint(complaint, complaint.clock?.preset ?? 'normal', complaint.clock?.dueAt ?? null),
    agency,
    settings,
    now,
    photos: [],
  });
  return handOver({
    channel,
    draft,
    env: deliverEnv,
    record: () =>
      call('complaint.remind', {
        complaintId: complaint.id,
        channel: channel.id,
        outcome: channel.outcome,
        message: draft.text,
      }),
    undo: (eventId) => call('complaint.undo', { eventId }),
  });
}

import type { Complaint } from '../complaints/complaint.ts';
import { gistOf } from '../complaints/gist.ts';
import { isComment } from '../complaints/identity.ts';
import { type Growth, growthOf } from '../complaints/loud.ts';
import { numberLabel, numberLabelWithDesk } from '../complaints/number.ts';
import { isNotPublic, isReadable } from '../complaints/reading.ts';
import { factsOf, type StatusFacts } from '../complaints/status.ts';
import type { ComplaintRow } from './database.ts';

/** Mark in a row's names by which those that were joined into a complaint are found. */
export function joinMark(into: string): string {
  return `joined:${into}`;
}

/**
 * The line of the lists for one complaint. `shared`: its number stands for another complaint too. `joinedTo`: the
 * complaint as which it goes on, so that its own clock does not count.
 */
export function projectComplaint(
  complaint: Complaint,
  shared: boolean,
  joinedTo: string | null = null,
): ComplaintRow {
  const { capture, clock, forwarding, photos } = complaint;
  const number = complaint.numbers[0];
  const facts = factsOf(complaint);
  const stored = photos.filter((photo) => photo.state === 'stored');
  const running = facts.dueAt === null || joinedTo !== null ? null : runningClock(complaint, facts);
  return {
    id: complaint.id,
    aliases: complaint.joined ? [...complaint.aliases, joinMark(complaint.joined.into)] : complaint.aliases,
    number: number ? (shared ? numberLabelWithDesk(number) : numberLabel(number)) : '',
    numbers: [...new Set(complaint.numbers.map(numberLabel))],
    seq: number?.seq ?? 0,
    site: capture.site ?? 'none',
    surface: capture.surface,
    permalink: complaint.permalink,
    status: joinedTo !== null && complaint.status !== 'void' ? 'joined' : complaint.status,
    ...(joinedTo === null ? {} : { joinedTo }),
    open: running ? 1 : 0,
    ...(running ?? {}),
    ...(complaint.nextTerm === null || joinedTo !== null
      ? {}
      : { nextTerm: complaint.nextTerm.clock, nextDueAt: complaint.nextTerm.dueAt }),
    ...(complaint.incompleteYear === null || joinedTo !== null
      ? {}
      : { incompleteYear: complaint.incompleteYear }),
    ...(clock ? { preset: clock.preset } : {}),
    // An answered one keeps its term, for the share of it that the answer took; with dueAt it would count as open.
    ...(clock && (running || clock.stoppedAt !== null) ? { termMs: clock.termMs } : {}),
    agencyId: forwarding?.agencyId ?? '',
    agencyShort: forwarding?.agencyShort ?? '',
    agencyName: forwarding?.agencyName ?? '',
    gist: complaint.gist,
    place: complaint.place,
    sensitive: complaint.sensitive ? 1 : 0,
    photoHash: stored[0]?.photo.hash ?? '',
    ...(stored[0]?.photo.look ? { photoLook: stored[0].photo.look } : {}),
    photoCount: stored.length,
    photoMissing: photos.length - stored.length,
    reminders: complaint.reminders.length,
    ...(isReadable(capture.postedAt) ? { postedAt: capture.postedAt.value } : {}),
    capturedAt: complaint.capturedAt,
    ...(forwarding ? { forwardedAt: forwarding.at } : {}),
    ...(clock?.stoppedAt != null ? { respondedAt: clock.stoppedAt } : {}),
    ...(complaint.resolvedAt !== null ? { resolvedAt: complaint.resolvedAt } : {}),
    lastEventAt: complaint.lastEventAt,
    lastEventType: complaint.lastEventType,
    purged: complaint.purged ? 1 : 0,
    ...marksOf(complaint),
  };
}

/** What badge, alarm and lists need of the clock that runs, and nothing else. */
function runningClock({ clock }: Complaint, facts: StatusFacts) {
  const { dueAt, nearAt, pausedUntil } = facts;
  const before = clock?.pause && clock.dueAt <= clock.pause.from ? clock.pause : null;
  return {
    ...(dueAt === null ? {} : { dueAt }),
    ...(nearAt === undefined ? {} : { nearAt }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
    ...(before && clock ? { lateBefore: before.lateBefore, lateSince: clock.dueAt } : {}),
  };
}

/** Only what its own log says: what other complaints add would make rows depend on the order in which they came. */
function loudMark(growth: Growth | null): Pick<ComplaintRow, 'loud'> {
  return growth ? { loud: { from: growth.from, to: growth.to, ms: growth.toAt - growth.fromAt } } : {};
}

function marksOf(complaint: Complaint): Partial<ComplaintRow> {
  const { capture } = complaint;
  const underGist = gistOf(capture.under?.text ?? '');
  return {
    ...(complaint.joined ? { joinedInto: complaint.joined.into } : {}),
    ...(isComment(complaint.id) || capture.under ? { comment: 1 } : {}),
    ...(underGist ? { underGist } : {}),
    ...(capture.shared ? { share: 1 } : {}),
    ...(isNotPublic(capture.audience) ? { notPublic: 1 } : {}),
    ...(complaint.wordings.length > 1 ? { edited: 1 } : {}),
    ...(complaint.postGone ? { postGone: 1 } : {}),
    ...loudMark(growthOf(complaint.sightings)),
  };
}

import type { LucideIcon } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { timelineEntries } from '../complaint-parts/timeline-entries.ts';
import { durationLong } from '../format.ts';

/** One line of the page's history; `overdue` is no event but a moment that passed. */
export interface PageEntry {
  id: string;
  icon: LucideIcon | null;
  title: string;
  detail: string;
  /** The detail is someone's own words. */
  quoted: boolean;
  photoHashes: string[];
  at: number;
  type: ComplaintEvent['type'] | 'overdue';
  timeFromMessage: boolean;
  source: string;
}

/**
 * The log's entries, newest first, with what the log implies: the moment at which the deadline passed without an
 * answer, and how long the complaint lay on our own desk before it was forwarded. `now` in epoch ms.
 */
export function pageEntries(
  complaint: Complaint,
  events: readonly ComplaintEvent[],
  now: number,
): PageEntry[] {
  const first = complaint.forwardings[0];
  const entries: PageEntry[] = timelineEntries(events).map((entry) => ({
    ...entry,
    detail: entry.id === first?.id ? forwardDetail(complaint, first.photoHashes.length) : entry.detail,
    quoted: entry.detail !== '',
  }));
  const { clock } = complaint;
  const end = clock?.stoppedAt ?? closedAt(complaint) ?? now;
  // An outside body's time is its own and never overdue.
  if (clock && !complaint.forwarding?.outside && end > clock.dueAt) {
    const passed: PageEntry = {
      id: 'overdue',
      icon: null,
      title: m.dash_passed_deadline(),
      detail: '',
      quoted: false,
      photoHashes: [],
      at: clock.dueAt,
      type: 'overdue',
      timeFromMessage: false,
      source: '',
    };
    const at = entries.findIndex((entry) => entry.at <= clock.dueAt);
    entries.splice(at < 0 ? entries.length : at, 0, passed);
  }
  return entries;
}

function forwardDetail(complaint: Complaint, photos: number): string {
  const first = complaint.forwardings[0];
  const desk = m.dash_on_our_desk({ duration: durationLong((first?.at ?? 0) - complaint.capturedAt) });
  return photos > 0 ? `${m.dash_n_photos({ n: photos })}. ${desk}` : desk;
}

function closedAt(complaint: Complaint): number | null {
  if (complaint.status === 'done') return complaint.resolvedAt;
  return complaint.status === 'dismissed' ? complaint.lastEventAt : null;
}

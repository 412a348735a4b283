import {
  Ban,
  CircleCheck,
  CircleDashed,
  Clock4,
  Combine,
  CornerUpRight,
  type LucideIcon,
  OctagonAlert,
  Pause,
  TriangleAlert,
  Wrench,
} from 'lucide-react';
import type { ViewStatus } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';

export const STATUS_ICON: Record<ViewStatus, LucideIcon> = {
  new: CircleDashed,
  waiting: Clock4,
  near: TriangleAlert,
  overdue: OctagonAlert,
  responded: Wrench,
  paused: Pause,
  outside: CornerUpRight,
  done: CircleCheck,
  dismissed: Ban,
  joined: Combine,
};

const WORD: Record<ViewStatus, () => string> = {
  new: m.status_new,
  waiting: m.status_waiting,
  near: m.status_near,
  overdue: m.status_overdue,
  responded: m.status_responded,
  paused: m.status_paused,
  outside: m.status_outside,
  done: m.status_done,
  dismissed: m.status_dismissed,
  joined: m.status_joined,
};

/** The status in words, in the language of the page. */
export function statusWord(status: ViewStatus): string {
  return WORD[status]();
}

import type { ViewStatus } from '../../complaints/complaint.ts';
import { durationParts } from '../../complaints/duration.ts';
import { viewStatus } from '../../complaints/status.ts';
import { m } from '../../i18n/index.ts';
import type { PageState } from '../../protocol/contract.ts';
import * as ICONS from './icons.ts';

export interface Label {
  /** Path data of the icon. */
  icon: string;
  text: string;
  detail?: string;
  /** Accessible name. */
  name: string;
  /** Classes of the wrapper. */
  look: string;
  /** Rules that these classes need beyond those of every page. */
  css?: string;
}

/** What a button has to show. What only a click can lead to brings its words along (`act-labels.ts`). */
export type View =
  | { kind: 'ready'; author: string }
  | { kind: 'state'; state: PageState }
  | { kind: 'reload' }
  | { kind: 'reading' | 'partly' | 'manual' | 'failed' | 'reply'; label: Label }
  | { kind: 'recorded'; label: Label; undo: { text: string; name: string } };

/** Icon and words of a state. */
const SHOWN: Record<ViewStatus, readonly [icon: string, text: () => string]> = {
  new: [ICONS.dashed, m.page_new],
  waiting: [ICONS.clock, m.status_waiting],
  near: [ICONS.near, m.status_waiting],
  overdue: [ICONS.alert, m.status_waiting],
  responded: [ICONS.wrench, m.page_responded],
  paused: [ICONS.pause, m.page_paused],
  outside: [ICONS.turn, m.page_outside],
  done: [ICONS.check, m.page_done],
  dismissed: [ICONS.turn, m.page_dismissed],
  joined: [ICONS.turn, m.status_waiting],
};

/** Words, icon and look of a view at `now` (epoch ms). */
export function labelOf(view: View, now: number, comment = false): Label {
  switch (view.kind) {
    case 'ready':
      return { icon: ICONS.flag, text: m.page_flag(), name: flagName(view.author, comment), look: '' };
    case 'state':
      return stateLabel(view.state, now);
    case 'reload':
      return { icon: ICONS.reload, text: m.page_reload(), name: m.page_reload_name(), look: 'dash' };
    default:
      return view.label;
  }
}

/** `text` in place of *Coba lagi* where trying again would not help. */
export function failed(reason: string, text: string = m.page_failed()): View {
  const name = [m.page_failed_name(), reason].filter(Boolean).join(': ');
  return { kind: 'failed', label: { icon: ICONS.flag, text, name, look: 'dash' } };
}

export function flagName(author: string, comment: boolean): string {
  if (comment) return author ? m.page_flag_comment_name({ author }) : m.page_flag_comment();
  return author ? m.page_flag_name({ author }) : m.page_flag();
}

function stateLabel(state: PageState, now: number): Label {
  const status = viewStatus(state, now);
  const [icon, text] = SHOWN[status];
  const clock = (long: boolean): string =>
    (state.dueAt !== null && clockText(status, state.dueAt - now, long)) || text();
  return {
    icon,
    text: state.number,
    detail: clock(false),
    name: m.page_open_name({ number: state.number, status: clock(true) }),
    look: `tone ${status === 'dismissed' ? 'waiting' : status}`,
  };
}

function clockText(status: ViewStatus, left: number, long: boolean): string | null {
  if (status === 'overdue') {
    // The first minute counts as one: nothing is late by 0 minutes.
    const over = Math.max(-left, 60_000);
    return long ? m.age_overdue({ duration: longSpan(over) }) : m.time_over({ duration: span(over, false) });
  }
  if (status !== 'waiting' && status !== 'near') return null;
  return long
    ? m.age_left({ duration: longSpan(left) })
    : m.time_left({ duration: span(left, status === 'near') });
}

/** `2 hr 3 j`, `9 j`, `50 m`; to the minute (`3 j 50 m`) where the deadline is near. */
function span(ms: number, exact: boolean): string {
  const { d, h, m: min } = durationParts(ms);
  if (d > 0) return h > 0 ? m.duration_days_hours({ d, h }) : m.page_days({ d });
  if (h > 0) return exact && min > 0 ? m.duration_hours_minutes({ h, m: min }) : m.page_hours({ h });
  return m.duration_minutes({ m: min });
}

function longSpan(ms: number): string {
  const { d, h, m: min } = durationParts(ms);
  if (d > 0) return m.page_spoken_days({ d, h });
  return h > 0 ? m.page_spoken_hours({ h, m: min }) : m.page_spoken_minutes({ m: min });
}

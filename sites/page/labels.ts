import type { ViewStatus } from '../../complaints/complaint.ts';
import { durationParts } from '../../complaints/duration.ts';
import { viewStatus } from '../../complaints/status.ts';
import { m } from '../../i18n/index.ts';
import type { PageState } from '../../protocol/contract.ts';
import type { IconName } from './icons.ts';

/** What a button has to show. */
export type View =
  | { kind: 'ready'; author: string }
  | { kind: 'reading'; author: string }
  | { kind: 'recorded'; number: string }
  | { kind: 'partly'; number: string }
  | { kind: 'state'; state: PageState }
  | { kind: 'manual' }
  | { kind: 'failed'; reason: string }
  | { kind: 'reload' };

export interface Label {
  icon: IconName;
  text: string;
  detail?: string;
  /** Accessible name. */
  name: string;
  /** Classes of the wrapper. */
  look: string;
}

const ICON_OF: Record<ViewStatus, IconName> = {
  new: 'dashed',
  waiting: 'clock',
  near: 'near',
  overdue: 'alert',
  responded: 'wrench',
  paused: 'pause',
  outside: 'turn',
  done: 'check',
  dismissed: 'turn',
};

/** Words, icon and look of a view at `now` (epoch ms). */
export function labelOf(view: View, now: number): Label {
  switch (view.kind) {
    case 'ready':
      return { icon: 'flag', text: m.page_flag(), name: flagName(view.author), look: '' };
    case 'reading':
      return { icon: 'spin', text: m.page_reading(), name: flagName(view.author), look: 'spin' };
    case 'recorded': {
      const name = m.page_open_name({ number: view.number, status: m.page_recorded() });
      return { icon: 'dashed', text: view.number, detail: m.page_recorded(), name, look: 'tone new two' };
    }
    case 'partly':
      return {
        icon: 'scan',
        text: m.page_partly(),
        name: m.page_partly_name({ number: view.number }),
        look: 'dash',
      };
    case 'manual':
      return { icon: 'pencil', text: m.page_manual(), name: m.page_manual_name(), look: 'dash' };
    case 'failed':
      return {
        icon: 'flag',
        text: m.page_failed(),
        name: [m.page_failed_name(), view.reason].filter(Boolean).join(': '),
        look: 'dash',
      };
    case 'reload':
      return { icon: 'reload', text: m.page_reload(), name: m.page_reload_name(), look: 'dash' };
    case 'state':
      return stateLabel(view.state, now);
  }
}

function flagName(author: string): string {
  return author ? m.page_flag_name({ author }) : m.page_flag();
}

function stateLabel(state: PageState, now: number): Label {
  const status = viewStatus(state, now);
  const left = state.dueAt === null ? null : state.dueAt - now;
  const detail = left !== null ? clockText(status, left, false) : null;
  const spoken = left !== null ? clockText(status, left, true) : null;
  return {
    icon: ICON_OF[status],
    text: state.number,
    detail: detail ?? statusText(status),
    name: m.page_open_name({ number: state.number, status: spoken ?? statusText(status) }),
    look: `tone ${status === 'dismissed' ? 'waiting' : status}`,
  };
}

function statusText(status: ViewStatus): string {
  switch (status) {
    case 'new':
      return m.page_new();
    case 'responded':
      return m.page_responded();
    case 'paused':
      return m.page_paused();
    case 'outside':
      return m.page_outside();
    case 'done':
      return m.page_done();
    case 'dismissed':
      return m.page_dismissed();
    default:
      return m.status_waiting();
  }
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

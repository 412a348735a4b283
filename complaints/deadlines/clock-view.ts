import type { Pause } from './pauses.ts';
import type { ClockName } from './policies.ts';
import type { Anomaly, Extension } from './runs.ts';
import type { Term } from './term.ts';

/** Berjalan, mendekati, lewat, tepat waktu, terlambat, dijeda, tak berlaku. */
export type ClockState = 'running' | 'near' | 'late' | 'onTime' | 'lateDone' | 'paused' | 'notApplicable';

/** Why a clock does not apply. */
export type NotApplicable =
  | 'no-term'
  | 'transferred'
  | 'not-ours'
  | 'joined'
  | 'dismissed'
  | 'superseded'
  | 'never-due';

/** One clock at one moment. Moments are epoch ms, spans ms. */
export interface ClockView {
  name: ClockName;
  state: ClockState;
  /** Set when the state is `notApplicable`. */
  why: NotApplicable | null;
  startedAt: number;
  /** `now`, or when it was stopped; never before `startedAt`. */
  until: number;
  stoppedAt: number | null;
  /** The event that stopped it. */
  stoppedBy: string | null;
  /** The agency says it is done and the official has not confirmed it yet. */
  unconfirmed: boolean;
  /** With granted extensions; null when there is none. */
  term: Term | null;
  due: number | null;
  /** When a quarter of the time is left. */
  nearAt: number | null;
  /** In the clock's own measure: calendar time, or office time for the other two kinds. used + left = available. */
  available: number;
  used: number;
  /** Negative once it is over. */
  left: number;
  /** Ends of office used and left; only for working days. */
  days: { used: number; left: number } | null;
  /** Past its due time, whatever the state. */
  overdue: boolean;
  /** United, capped, cut at the stop. */
  pauses: Pause[];
  /** End of the pause that `now` lies in. */
  pausedUntil: number | null;
  extensions: Extension[];
  agencyId: string;
  policyId: string;
  /** The office's own name for the policy; empty for a built-in one. */
  policyName: string;
  calendarVersion: string;
  schedule: string;
  /** The named calendar is not on this desk: worked out with the current one. */
  calendarMissing: boolean;
  /** The first year without SKB that lies before the due time, if any. */
  dependsOnIncompleteYear: number | null;
}

export type Clocks = Record<ClockName, ClockView>;

export interface RunView {
  forwardingId: string;
  agencyId: string;
  agencyShort: string;
  outside: boolean;
  clocks: Clocks;
  /** Settlement clocks that ended before the complaint was opened again, oldest first. */
  earlierSettlements: ClockView[];
}

export interface ComplaintClocks {
  /** With the agency that has it now; null before the first forwarding. */
  current: RunView | null;
  /** With agencies that had it before, and before it was opened and forwarded again; oldest first. */
  past: RunView[];
  /** The one clock to show: response, then follow-up, then settlement; null when none runs. */
  live: ClockName | null;
  /** Changes of agency. */
  transfers: number;
  /** Bola pingpong. */
  pingPong: boolean;
  /** Umur unggahan: ms since the post; null when its time is unknown. */
  postAge: number | null;
  /** Waktu di meja kita: ms from flag to first forwarding, or to now; null when never flagged here. */
  deskTime: number | null;
  anomalies: Anomaly[];
}

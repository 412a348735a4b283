import type { Complaint, NextTerm, ViewStatus } from '../../complaints/complaint.ts';
import { factsOf, viewStatus } from '../../complaints/status.ts';
import { rowStatus } from '../../complaints/urgency.ts';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { durationLong, durationShort, timeAgainst, timeAgainstSpoken } from '../format.ts';
import type { AgeState } from '../ui/age-bar.tsx';

/** How a complaint's clock reads at one moment: for the bar, the words beside it, and the screen reader. */
export interface ClockView {
  status: ViewStatus;
  state: AgeState;
  /** Time used ÷ term. */
  used: number;
  /** `lewat 2 hr 4 j`, `sisa 24 m`, `dalam 14 j 53 m`; for new ones the time on our own desk. */
  words: string;
  spoken: string;
}

interface ClockFacts {
  status: ViewStatus;
  capturedAt: number;
  /** Epoch ms, absent while no clock was ever started. */
  startedAt?: number;
  dueAt?: number;
  termMs?: number;
  stoppedAt?: number;
  /** Present pause: its end, and how late it was when it began. */
  pausedUntil?: number;
  lateBefore?: number;
  nextTerm: NextTerm | null;
}

/** The clock of one row of a list at `now` (epoch ms). */
export function rowClock(row: ComplaintRow, now: number): ClockView {
  return clockView(
    {
      status: rowStatus(row, now),
      capturedAt: row.capturedAt,
      startedAt: row.forwardedAt,
      dueAt: row.dueAt,
      termMs: row.termMs,
      stoppedAt: row.respondedAt,
      pausedUntil: row.pausedUntil,
      lateBefore: row.lateBefore,
      nextTerm: row.nextTerm && row.nextDueAt ? { clock: row.nextTerm, dueAt: row.nextDueAt } : null,
    },
    now,
  );
}

/** The clock of a whole complaint at `now` (epoch ms). */
export function complaintClock(complaint: Complaint, now: number): ClockView {
  const { clock } = complaint;
  const facts = factsOf(complaint);
  return clockView(
    {
      status: viewStatus(facts, now),
      capturedAt: complaint.capturedAt,
      startedAt: clock?.startedAt,
      dueAt: facts.dueAt ?? clock?.dueAt,
      termMs: clock?.termMs,
      stoppedAt: clock?.stoppedAt ?? undefined,
      pausedUntil: facts.pausedUntil,
      lateBefore: clock?.pause?.lateBefore,
      nextTerm: complaint.nextTerm,
    },
    now,
  );
}

/**
 * The moment to count from in lists (epoch ms): a late one is late by what it was before its last pause and what has
 * gone by since.
 */
export function countedDue(row: { dueAt: number; pausedUntil?: number; lateBefore?: number }): number {
  const late = row.pausedUntil !== undefined && row.dueAt < row.pausedUntil;
  return late ? (row.pausedUntil ?? 0) - (row.lateBefore ?? 0) : row.dueAt;
}

function clockView(facts: ClockFacts, now: number): ClockView {
  const { status, startedAt, dueAt, termMs, stoppedAt } = facts;
  if (startedAt !== undefined && stoppedAt !== undefined) {
    const span = stoppedAt - startedAt;
    const { nextTerm } = facts;
    if (status === 'responded' && nextTerm && now > nextTerm.dueAt) return owed(nextTerm, now, termMs);
    return {
      status,
      state: status === 'done' ? 'done' : 'responded',
      used: termMs ? span / termMs : 0,
      words: m.ui_answered_in({ duration: durationShort(span) }),
      spoken: m.ui_answered_in_spoken({ duration: durationLong(span) }),
    };
  }
  const due = dueAt === undefined ? undefined : countedDue({ ...facts, dueAt });
  if (due !== undefined && termMs && status === 'paused' && facts.pausedUntil !== undefined) {
    const left = due - facts.pausedUntil;
    return {
      status,
      state: 'paused',
      used: 1 - left / termMs,
      words: m.clock_words_paused({ against: timeAgainst(left, 0) }),
      spoken: m.clock_words_paused({ against: timeAgainstSpoken(left, 0) }),
    };
  }
  if (due !== undefined && termMs && status !== 'done' && status !== 'dismissed') {
    return {
      status,
      state: status === 'overdue' ? 'overdue' : status === 'near' ? 'near' : 'waiting',
      used: 1 - (due - now) / termMs,
      words: timeAgainst(due, now),
      spoken: timeAgainstSpoken(due, now),
    };
  }
  if (status === 'new') {
    const span = now - facts.capturedAt;
    return {
      status,
      state: 'none',
      used: 0,
      words: durationShort(span),
      spoken: m.ui_on_desk_spoken({ duration: durationLong(span) }),
    };
  }
  return { status, state: 'none', used: 0, words: '', spoken: m.ui_no_clock() };
}

/** Answered once, and then nothing: what is owed says more than how quick the first word was. */
function owed({ clock, dueAt }: NextTerm, now: number, termMs: number | undefined): ClockView {
  const words = clock === 'followUp' ? m.ui_follow_up_against : m.ui_settlement_against;
  return {
    status: 'responded',
    state: 'overdue',
    used: 1 + (now - dueAt) / (termMs || 86_400_000),
    words: words({ against: timeAgainst(dueAt, now) }),
    spoken: words({ against: timeAgainstSpoken(dueAt, now) }),
  };
}

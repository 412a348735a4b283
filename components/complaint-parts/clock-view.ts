import type { Complaint, ViewStatus } from '../../complaints/complaint.ts';
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
    },
    now,
  );
}

/** The clock of a whole complaint at `now` (epoch ms). */
export function complaintClock(complaint: Complaint, now: number): ClockView {
  const { clock } = complaint;
  return clockView(
    {
      status: viewStatus(factsOf(complaint), now),
      capturedAt: complaint.capturedAt,
      startedAt: clock?.startedAt,
      dueAt: clock?.dueAt,
      termMs: clock?.termMs,
      stoppedAt: clock?.stoppedAt ?? undefined,
    },
    now,
  );
}

function clockView(facts: ClockFacts, now: number): ClockView {
  const { status, startedAt, dueAt, termMs, stoppedAt } = facts;
  if (startedAt !== undefined && stoppedAt !== undefined) {
    const span = stoppedAt - startedAt;
    return {
      status,
      state: status === 'done' ? 'done' : 'responded',
      used: termMs ? span / termMs : 0,
      words: m.ui_answered_in({ duration: durationShort(span) }),
      spoken: m.ui_answered_in_spoken({ duration: durationLong(span) }),
    };
  }
  if (dueAt !== undefined && termMs && status !== 'done' && status !== 'dismissed') {
    return {
      status,
      state:
        status === 'overdue'
          ? 'overdue'
          : status === 'near'
            ? 'near'
            : status === 'paused'
              ? 'paused'
              : 'waiting',
      used: 1 - (dueAt - now) / termMs,
      words: timeAgainst(dueAt, now),
      spoken: timeAgainstSpoken(dueAt, now),
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

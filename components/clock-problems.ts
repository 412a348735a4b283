import type { CalendarProblem, PolicyProblem } from '../complaints/deadlines/check-calendar.ts';
import type { ChangeProblem } from '../complaints/deadlines/check-changes.ts';
import type { ImportPreview, PreviewNote, Unread } from '../complaints/deadlines/import-preview.ts';
import type { Anomaly } from '../complaints/deadlines/runs.ts';
import { m } from '../i18n/index.ts';

/** One plain sentence for each reason why a calendar, a policy or a change to a clock is refused. */
const CALENDAR = {
  'frame-bounds': m.clock_bad_frame_bounds,
  'frame-ends-before': m.clock_bad_frame_ends,
  'frame-overlap': m.clock_bad_frame_overlap,
  'week-empty': m.clock_bad_week_empty,
  'week-shape': m.clock_bad_week_shape,
  'schedule-id': m.clock_bad_schedule,
  'day-invalid': m.clock_bad_day,
  'range-ends-before': m.clock_bad_range,
  'range-too-long': m.clock_bad_range_long,
  'name-missing': m.clock_bad_name,
  'too-many': m.clock_bad_many,
  'version-missing': m.clock_bad_version,
  'version-known': m.clock_bad_version_known,
} satisfies Record<CalendarProblem['code'], () => string>;

const POLICY = {
  'term-bounds': m.clock_bad_term,
  'never-due': m.clock_bad_never,
  'pause-cap': m.clock_bad_cap,
  extensions: m.clock_bad_extensions,
  'no-clock': m.clock_bad_no_clock,
} satisfies Record<PolicyProblem['code'], () => string>;

const RULES = { 'schedule-used': m.cal_bad_schedule_used };

const CHANGE = {
  'not-forwarded': m.clock_no_forwarding,
  'no-clock': m.clock_no_clock,
  'before-forwarding': m.clock_before_forwarding,
  'in-the-future': m.clock_in_future,
  'ends-before': m.clock_ends_before,
  'too-long': m.clock_too_long,
  'cap-used': m.clock_cap_used,
  'not-paused': m.clock_not_paused,
  'term-bounds': m.clock_bad_term,
  'other-kind': m.clock_other_kind,
  'after-due': m.clock_after_due,
  'extension-used': m.clock_extension_used,
  'extension-pending': m.clock_extension_pending,
  'nothing-asked': m.clock_nothing_asked,
  'reason-missing': m.clock_reason_missing,
} satisfies Record<ChangeProblem, () => string>;

const UNREAD = {
  'no-date': m.clock_unread_no_date,
  'not-a-day': m.clock_unread_not_a_day,
  'no-name': m.clock_unread_no_name,
  year: m.clock_unread_year,
  'weekday-mismatch': m.clock_unread_weekday,
  'not-whole-day': m.clock_unread_not_whole,
  'too-many-days': m.clock_unread_many,
  repeats: m.clock_unread_repeats,
  'unknown-zone': m.clock_unread_zone,
  cancelled: m.clock_unread_cancelled,
  kind: m.clock_unread_kind,
  broken: m.clock_unread_broken,
  'too-long': m.clock_unread_long,
  heading: m.clock_unread_heading,
} satisfies Record<Unread, () => string>;

const NOTE = {
  known: m.clock_note_known,
  duplicate: m.clock_note_duplicate,
  weekend: m.clock_note_weekend,
  uncertain: m.clock_note_uncertain,
  'moved-zone': m.clock_note_moved,
} satisfies Record<PreviewNote, () => string>;

const IMPORT = {
  'too-large': m.clock_import_large,
  broken: m.clock_import_broken,
  nothing: m.clock_import_nothing,
} satisfies Record<NonNullable<ImportPreview['problem']>, () => string>;

const ANOMALY = {
  'clock-ran-backwards': m.clock_anomaly_backwards,
  'before-forwarding': m.clock_anomaly_before,
  'in-the-future': m.clock_anomaly_future,
} satisfies Record<Anomaly['code'], () => string>;

export const calendarProblemText = (problem: CalendarProblem) => CALENDAR[problem.code]();
export const policyProblemText = (problem: PolicyProblem) => POLICY[problem.code]();
export const changeProblemText = (problem: ChangeProblem) => CHANGE[problem]();
export const unreadText = (unread: Unread) => UNREAD[unread]();
export const previewNoteText = (note: PreviewNote) => NOTE[note]();
export const importProblemText = (problem: NonNullable<ImportPreview['problem']>) => IMPORT[problem]();
export const anomalyText = (anomaly: Anomaly) => ANOMALY[anomaly.code]();

/** The sentence for the code with which the store refused a change, a policy or a calendar; null for an unknown one. */
export function clockRefusal(code: string): string | null {
  const sentences: Record<string, () => string> = { ...CALENDAR, ...POLICY, ...RULES, ...CHANGE };
  return Object.hasOwn(sentences, code) ? (sentences[code]?.() ?? null) : null;
}

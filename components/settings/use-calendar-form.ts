import { useEffect, useMemo, useRef, useState } from 'react';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { withDecree } from '../../complaints/deadlines/new-version.ts';
import type { ClockRules } from '../../complaints/deadlines/rules.ts';
import { m } from '../../i18n/index.ts';
import { calendarProblemText } from '../clock-problems.ts';
import { useCommand } from '../hooks/use-command.ts';
import { focusFirstWrong } from '../setup/focus-wrong.ts';
import { useToast } from '../ui/toast.tsx';
import {
  type CalendarDraft,
  type CalendarProblems,
  calendarOfDraft,
  draftOfCalendar,
} from './calendar-draft.ts';
import type { Taking } from './calendar-import.tsx';
import { clashText } from './calendar-save.ts';
import { newVersion } from './calendar-version.ts';

/** What each part of the calendar needs. */
export interface CalendarPartProps {
  draft: CalendarDraft;
  problems: CalendarProblems;
  set: (change: Partial<CalendarDraft>) => void;
}

export interface CalendarForm {
  part: CalendarPartProps;
  /** What an import is compared with: the draft, or what is in force while the draft cannot be read. */
  compared: OfficeCalendar;
  dirty: boolean;
  /** Another window saved a version while this one was being changed. */
  overtaken: boolean;
  /** One sentence on what was refused. */
  error: string | null;
  pending: boolean;
  note: string;
  setNote: (note: string) => void;
  /** Back to what is stored. */
  reset: () => void;
  /** True when the draft was kept as a new version. */
  submit: () => Promise<boolean>;
  /** The same with ticked holidays in it. */
  takeOver: (taking: Taking) => Promise<boolean>;
  /** An earlier version into the fields. */
  reuse: (calendar: OfficeCalendar) => void;
}

/** The calendar while it is edited, and keeping it as a version that can be taken back. */
export function useCalendarForm(current: OfficeCalendar, rules: ClockRules): CalendarForm {
  const [base, setBase] = useState(() => baseOf(current, rules.schedules));
  const [draft, setDraft] = useState<CalendarDraft>(base.draft);
  const [problems, setProblems] = useState<CalendarProblems>({});
  const [clash, setClash] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const save = useCommand('clocks.saveCalendar');
  const toast = useToast();
  const dirty = !same(draft, base.draft);

  // Another window has saved a version meanwhile: what is untouched follows it, what is being edited stays.
  const seen = useRef(current.version);
  useEffect(() => {
    if (seen.current === current.version) return;
    seen.current = current.version;
    if (base.version === current.version || dirty) return;
    const next = baseOf(current, rules.schedules);
    setBase(next);
    setDraft(next.draft);
  }, [base.version, current, rules, dirty]);

  const set = (change: Partial<CalendarDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblems({});
    setClash(null);
    save.clear();
  };
  const stamp = (words: string) => {
    const now = Date.now();
    const version = newVersion(now, draft.zone, (bytes) => crypto.getRandomValues(bytes));
    return { version, madeAt: now, note: words.trim() };
  };
  /** The draft as a calendar, or null and the first wrong field has the focus. */
  const made = (words: string): OfficeCalendar | null => {
    const result = calendarOfDraft(draft, stamp(words));
    if ('calendar' in result) return result.calendar;
    setProblems(result.problems);
    focusFirstWrong();
    return null;
  };
  const keep = async (calendar: OfficeCalendar): Promise<boolean> => {
    const schedules = { ...draft.agencySchedules };
    const reason = clashText({ ...rules, schedules }, calendar, Date.now());
    setClash(reason);
    if (reason !== null) return false;
    const before = { calendar: current, schedules: { ...rules.schedules } };
    if (!(await save.send({ calendar, schedules }))) return false;
    const next = baseOf(calendar, schedules);
    setBase(next);
    setDraft(next.draft);
    setNote('');
    const undo = async () => {
      const again = { ...before.calendar, ...stamp(m.cal_undone({ version: calendar.version })) };
      if (!(await save.send({ calendar: again, schedules: before.schedules }))) return;
      const old = baseOf(again, before.schedules);
      setBase(old);
      // What was begun since the saving is not thrown away.
      setDraft((now) => (same(now, next.draft) ? old.draft : now));
    };
    toast({ text: m.cal_saved({ version: calendar.version }), undo: () => void undo() });
    return true;
  };
  const compared = useMemo(() => {
    const result = calendarOfDraft(draft, { version: '-', madeAt: 0, note: '' });
    return 'calendar' in result ? result.calendar : current;
  }, [draft, current]);
  return {
    part: { draft, set, problems },
    compared,
    dirty,
    overtaken: dirty && base.version !== current.version,
    error: Object.values(problems)[0] ?? clash ?? save.error,
    pending: save.pending,
    note,
    setNote,
    reset: () => {
      set(base.draft);
      setNote('');
    },
    submit: async () => {
      const calendar = made(note);
      return calendar !== null && keep(calendar);
    },
    takeOver: async ({ take, years, source }) => {
      const words = note.trim() || source;
      const calendar = made(words);
      if (!calendar) return false;
      const result = withDecree(calendar, { take, years, ...stamp(words) });
      if ('calendar' in result) return keep(result.calendar);
      const [problem] = result.problems;
      setClash(problem ? calendarProblemText(problem) : null);
      return false;
    },
    reuse: (calendar) => {
      set(draftOfCalendar(calendar, draft.agencySchedules));
      setNote(m.cal_reuse_note({ version: calendar.version }));
    },
  };
}

function baseOf(
  calendar: OfficeCalendar,
  schedules: Readonly<Record<string, string>>,
): { version: string; draft: CalendarDraft } {
  return { version: calendar.version, draft: draftOfCalendar(calendar, schedules) };
}

function same(a: CalendarDraft, b: CalendarDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

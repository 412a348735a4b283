import { type FormEvent, useRef, useState } from 'react';
import type { Agency } from '../../complaints/agency.ts';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import type { ClockRules } from '../../complaints/deadlines/rules.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { readRules } from '../../storage/read/rules.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './calendar.module.css';
import { AgencyChoices } from './calendar-agencies.tsx';
import { CalendarHolidays } from './calendar-holidays.tsx';
import { CalendarImport, type Taking } from './calendar-import.tsx';
import { CalendarOld } from './calendar-old.tsx';
import { CalendarRamadan } from './calendar-ramadan.tsx';
import { CalendarSchedules } from './calendar-schedules.tsx';
import { CalendarSpecial } from './calendar-special.tsx';
import { CalendarStanding } from './calendar-standing.tsx';
import { CalendarVersions } from './calendar-versions.tsx';
import { scheduleWord } from './calendar-words.ts';
import { useCalendarForm } from './use-calendar-form.ts';
import { useLeaveGuard } from './use-leave-guard.tsx';

/** Offices that serve the public day and night nearly everywhere, by their ids in the templates. */
const AROUND_THE_CLOCK = ['rsud', 'bpbd', 'damkar', 'pol', 'pdam'];

/** *Jam kerja & libur*: everything by which working time is counted, and the versions of it. */
export function CalendarSection() {
  const found = useLive(async () => {
    const [book, rules, agencies, own] = await Promise.all([
      readCalendarBook(database),
      readRules(database),
      database.agencies.toArray(),
      database.calendars.toArray(),
    ]);
    return { current: book.current, rules, agencies, own };
  }, []);
  if (!found) return null;
  return <CalendarForm {...found} />;
}

interface Stored {
  current: OfficeCalendar;
  rules: ClockRules;
  agencies: Agency[];
  own: OfficeCalendar[];
}

function CalendarForm({ current, rules, agencies, own }: Stored) {
  const { zone } = useSettings();
  const form = useCalendarForm(current, rules);
  const { part, dirty, error } = form;
  const { draft, set } = part;
  const guard = useLeaveGuard(dirty);
  const thisYear = new Date().getFullYear();
  const missing = [thisYear, thisYear + 1].find((each) => !draft.completeYears.includes(each)) ?? null;
  const [year, setYear] = useState(missing ?? thisYear);
  const [importing, setImporting] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const importYear = (each: number) => {
    setYear(each);
    setImporting(true);
  };
  const takeOver = async (taking: Taking) => {
    const done = await form.takeOver(taking);
    if (done) {
      setImporting(false);
      top.current?.focus();
    }
    return done;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <>
      {guard}
      <CalendarStanding
        ref={top}
        current={current}
        missing={missing}
        onImport={importing ? null : importYear}
      />
      <CalendarOld key={current.version} current={current} />
      {importing && (
        <CalendarImport
          calendar={form.compared}
          year={year}
          busy={form.pending}
          onTake={takeOver}
          onClose={() => setImporting(false)}
        />
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        <section className={styles.part}>
          <h3 id="cal-zone">{m.set_office_zone()}</h3>
          <Segmented
            labelledBy="cal-zone"
            value={draft.zone}
            onChange={(next) => set({ zone: next })}
            options={[
              { value: 'WIB', label: 'WIB', detail: m.set_zone_wib() },
              { value: 'WITA', label: 'WITA', detail: m.set_zone_wita() },
              { value: 'WIT', label: 'WIT', detail: m.set_zone_wit() },
            ]}
          />
          {zone !== current.zone && (
            <p className={styles.warn}>{m.cal_zone_differs({ calendar: current.zone, office: zone })}</p>
          )}
        </section>
        <CalendarSchedules {...part} />
        <section className={styles.part} aria-labelledby="cal-agencies">
          <h3 id="cal-agencies">{m.cal_part_agencies()}</h3>
          <p className="u-small u-text3">{m.cal_agencies_lead()}</p>
          <AgencyChoices
            agencies={agencies}
            value={draft.agencySchedules}
            options={[...draft.schedules]
              .sort((a, b) => Number(b.id === 'always') - Number(a.id === 'always'))
              .map((schedule) => ({ value: schedule.id, label: scheduleWord(schedule) }))}
            words={{ agency: m.cal_agency_add(), choice: m.cal_schedule(), none: m.cal_agencies_none() }}
            proposal={{ ids: AROUND_THE_CLOCK, value: 'always' }}
            onChange={(agencySchedules) => set({ agencySchedules })}
          />
        </section>
        <CalendarRamadan {...part} />
        <CalendarHolidays {...part} year={year} onYear={setYear} onImport={() => setImporting(true)} />
        <CalendarSpecial {...part} />
        <div className={styles.saving}>
          <TextField
            label={m.cal_note()}
            hint={m.cal_note_hint()}
            value={form.note}
            maxLength={500}
            onChange={(e) => form.setNote(e.target.value)}
          />
          {form.overtaken && (
            <p className={styles.warn}>{m.cal_other_window({ version: current.version })}</p>
          )}
          {error && <ErrorNote>{error}</ErrorNote>}
          <div className={cx(styles.row, dirty && styles.unsaved)}>
            <Button variant="primary" type="submit" busy={form.pending} disabled={!dirty}>
              {m.cal_save()}
            </Button>
            {dirty && (
              <Button variant="plain" onClick={form.reset}>
                {m.ui_cancel()}
              </Button>
            )}
            {dirty && <span className="u-small u-text3">{m.cal_unsaved()}</span>}
          </div>
        </div>
      </form>
      <CalendarVersions
        own={own}
        current={current}
        onReuse={(calendar) => {
          form.reuse(calendar);
          top.current?.focus();
        }}
      />
    </>
  );
}

import { FileUp, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Holiday, HolidayKind } from '../../complaints/deadlines/calendar.ts';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { DateField } from '../ui/moment-field.tsx';
import { Switch } from '../ui/switch.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './calendar.module.css';
import { isoOfTyped, typedOfIso } from './calendar-draft.ts';
import { dayWord, holidayKindWord, isWeekend } from './calendar-words.ts';
import type { CalendarPartProps } from './use-calendar-form.ts';

const KINDS: readonly HolidayKind[] = ['national', 'joint', 'local'];
const keyOf = (holiday: Holiday) => `${holiday.day} ${holiday.kind}`;
const yearOfDay = (holiday: Holiday) => Number(holiday.day.slice(0, 4));

/** National holidays, cuti bersama and local holidays of one year, each with where it comes from. */
export function CalendarHolidays({
  draft,
  set,
  year,
  onYear,
  onImport,
}: CalendarPartProps & { year: number; onYear: (year: number) => void; onImport: () => void }) {
  const [edited, setEdited] = useState<Holiday | null>(null);
  const { holidays, completeYears } = draft;
  const years = [...new Set([...holidays.map(yearOfDay), ...completeYears, year])].sort((a, b) => a - b);
  const complete = completeYears.includes(year);
  const shown = holidays
    .filter((holiday) => yearOfDay(holiday) === year)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const keep = (holiday: Holiday) => {
    const gone = [keyOf(holiday), ...(edited ? [keyOf(edited)] : [])];
    set({ holidays: [...holidays.filter((each) => !gone.includes(keyOf(each))), holiday] });
    setEdited(null);
    onYear(yearOfDay(holiday));
  };
  return (
    <section className={styles.part} aria-labelledby="cal-holidays">
      <h3 id="cal-holidays">{m.cal_part_holidays()}</h3>
      <div className={styles.row}>
        <Select
          className={styles.grow}
          label={m.cal_year()}
          value={String(year)}
          onChange={(e) => onYear(Number(e.target.value))}
          options={years.map((each) => ({
            value: String(each),
            label: completeYears.includes(each) ? String(each) : m.cal_year_incomplete({ year: each }),
          }))}
        />
        <Button icon={FileUp} className={styles.besideField} onClick={onImport}>
          {m.cal_import()}
        </Button>
      </div>
      {!complete && (
        <p className={styles.warn}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            {m.clock_calendar_incomplete({ year })}. {m.cal_incomplete_detail()}
          </span>
        </p>
      )}
      {shown.length === 0 ? (
        <p className={styles.plain}>{m.cal_holidays_none({ year })}</p>
      ) : (
        <ul className={styles.holidays} aria-label={m.cal_holidays_of({ year })}>
          {shown.map((holiday) => (
            <li key={keyOf(holiday)}>
              <span className={styles.holidayDay}>{dayWord(holiday.day)}</span>
              <span className={styles.holidayName}>
                {holiday.name} {holiday.kind !== 'national' && <Tag>{holidayKindWord(holiday.kind)}</Tag>}{' '}
                {isWeekend(holiday.day) && <span className={styles.faint}>{m.cal_on_weekend()}</span>}
                {holiday.source && <small>{holiday.source}</small>}
              </span>
              <IconButton
                size="s"
                icon={Pencil}
                label={m.cal_holiday_edit({ name: holiday.name, day: dayWord(holiday.day) })}
                onClick={() => setEdited(holiday)}
              />
              <IconButton
                size="s"
                icon={Trash2}
                label={m.cal_holiday_remove({ name: holiday.name, day: dayWord(holiday.day) })}
                onClick={() => set({ holidays: holidays.filter((each) => keyOf(each) !== keyOf(holiday)) })}
              />
            </li>
          ))}
        </ul>
      )}
      <HolidayForm
        key={edited ? keyOf(edited) : 'new'}
        holiday={edited}
        onKeep={keep}
        onCancel={edited ? () => setEdited(null) : null}
      />
      <Switch
        label={m.cal_year_complete({ year })}
        detail={m.cal_year_complete_detail()}
        checked={complete}
        onChange={(on) =>
          set({
            completeYears: on
              ? [...completeYears, year].sort((a, b) => a - b)
              : completeYears.filter((each) => each !== year),
          })
        }
      />
    </section>
  );
}

function HolidayForm({
  holiday,
  onKeep,
  onCancel,
}: {
  holiday: Holiday | null;
  onKeep: (holiday: Holiday) => void;
  onCancel: (() => void) | null;
}) {
  const [day, setDay] = useState(holiday ? typedOfIso(holiday.day) : '');
  const [name, setName] = useState(holiday?.name ?? '');
  const [kind, setKind] = useState<HolidayKind>(holiday?.kind ?? 'local');
  const [source, setSource] = useState(holiday?.source ?? '');
  const [wrong, setWrong] = useState<{ day?: string; name?: string }>({});
  const form = useRef<HTMLFieldSetElement>(null);
  const keep = () => {
    const iso = isoOfTyped(day);
    if (iso === null || name.trim() === '') {
      setWrong({
        ...(iso === null ? { day: m.set_date_wrong() } : {}),
        ...(name.trim() === '' ? { name: m.clock_bad_name() } : {}),
      });
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    onKeep({ day: iso, name: name.trim(), kind, source: source.trim() });
    setDay('');
    setName('');
    setWrong({});
  };
  return (
    <fieldset
      ref={form}
      className={styles.box}
      aria-label={holiday ? m.cal_holiday_change() : m.cal_holiday_add()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        keep();
      }}
    >
      <div className={styles.line}>
        <DateField
          autoFocus={holiday !== null}
          className={styles.date}
          label={m.cal_date()}
          value={day}
          error={wrong.day}
          onChange={(e) => {
            setDay(e.target.value);
            setWrong({});
          }}
        />
        <TextField
          className={styles.grow2}
          label={m.cal_holiday_name()}
          placeholder={m.cal_holiday_name_example()}
          value={name}
          maxLength={120}
          error={wrong.name}
          onChange={(e) => {
            setName(e.target.value);
            setWrong({});
          }}
        />
        <Select
          className={styles.grow}
          label={m.cal_holiday_kind()}
          value={kind}
          onChange={(e) => setKind(KINDS.find((each) => each === e.target.value) ?? 'local')}
          options={KINDS.map((each) => ({ value: each, label: holidayKindWord(each) }))}
        />
        <TextField
          className={styles.grow}
          label={m.cal_source()}
          placeholder={m.cal_source_example()}
          value={source}
          maxLength={200}
          onChange={(e) => setSource(e.target.value)}
        />
      </div>
      <div className={styles.row}>
        <Button size="s" icon={holiday ? undefined : Plus} onClick={keep}>
          {holiday ? m.cal_holiday_change() : m.cal_holiday_add()}
        </Button>
        {onCancel && (
          <Button size="s" variant="plain" onClick={onCancel}>
            {m.ui_cancel()}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

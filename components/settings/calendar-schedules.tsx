import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import {
  OFFICE_WEEK,
  RAMADAN_WEEK,
  SIX_DAY_RAMADAN_WEEK,
  SIX_DAY_WEEK,
} from '../../complaints/deadlines/frames.ts';
import { m } from '../../i18n/index.ts';
import { focusFirstWrong } from '../setup/focus-wrong.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Menu } from '../ui/menu.tsx';
import { Switch } from '../ui/switch.tsx';
import styles from './calendar.module.css';
import {
  draftWeek,
  EMPTY_WEEK,
  isOwnSchedule,
  isPlaceOf,
  type ScheduleDraft,
  weekPlace,
} from './calendar-draft.ts';
import { CalendarWeek } from './calendar-week.tsx';
import { scheduleWord } from './calendar-words.ts';
import type { CalendarPartProps } from './use-calendar-form.ts';

/** Office time by kind of agency: five days, six days, around the clock, and the office's own kinds. */
export function CalendarSchedules({ draft, set, problems }: CalendarPartProps) {
  const { schedules } = draft;
  const [chosen, setChosen] = useState('office');
  const schedule = schedules.find((each) => each.id === chosen) ?? schedules[0];
  // What is wrong must be in sight before the focus can go there.
  const wrong = schedules.find((each) => Object.keys(problems).some((place) => isPlaceOf(place, each.id)));
  const wrongId = wrong?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight at each attempt to save
  useEffect(() => {
    if (wrongId !== undefined) setChosen(wrongId);
  }, [problems, wrongId]);
  useEffect(() => {
    if (wrongId === chosen) focusFirstWrong();
  }, [wrongId, chosen]);
  const add = (kind: Omit<ScheduleDraft, 'id'>) => {
    const id = uuidv7();
    set({ schedules: [...schedules, { id, ...kind }] });
    setChosen(id);
  };
  const change = (part: Partial<ScheduleDraft>) =>
    set({ schedules: schedules.map((each) => (each.id === schedule?.id ? { ...each, ...part } : each)) });
  if (!schedule) return null;
  const used = Object.values(draft.agencySchedules).filter((id) => id === schedule.id).length;
  return (
    <section className={styles.part} aria-labelledby="cal-hours">
      <h3 id="cal-hours">{m.cal_part_hours()}</h3>
      <p className="u-small u-text3">{m.cal_hours_source()}</p>
      <div className={styles.row}>
        <Select
          className={styles.grow}
          label={m.cal_schedule()}
          value={schedule.id}
          onChange={(e) => setChosen(e.target.value)}
          options={schedules.map((each) => ({ value: each.id, label: scheduleWord(each) }))}
        />
        <Menu
          trigger={
            <Button icon={Plus} className={styles.besideField}>
              {m.cal_schedule_add()}
            </Button>
          }
          items={[
            {
              label: m.cal_schedule_office(),
              onSelect: () =>
                add({
                  name: '',
                  always: false,
                  week: draftWeek(OFFICE_WEEK),
                  ramadan: draftWeek(RAMADAN_WEEK),
                }),
            },
            {
              label: m.cal_schedule_six(),
              onSelect: () =>
                add({
                  name: '',
                  always: false,
                  week: draftWeek(SIX_DAY_WEEK),
                  ramadan: draftWeek(SIX_DAY_RAMADAN_WEEK),
                }),
            },
            {
              label: m.cal_schedule_empty(),
              onSelect: () => add({ name: '', always: false, week: EMPTY_WEEK, ramadan: null }),
            },
          ]}
        />
      </div>
      {isOwnSchedule(schedule.id) && (
        <div className={styles.row}>
          <TextField
            className={styles.grow}
            label={m.cal_schedule_name()}
            placeholder={m.cal_schedule_name_example()}
            value={schedule.name}
            maxLength={60}
            error={problems[`${schedule.id}.name`]}
            onChange={(e) => change({ name: e.target.value })}
          />
          <Button
            icon={Trash2}
            variant="plain"
            className={styles.besideField}
            disabled={used > 0}
            title={used > 0 ? m.cal_schedule_in_use({ n: used }) : undefined}
            onClick={() => {
              set({ schedules: schedules.filter((each) => each.id !== schedule.id) });
              setChosen('office');
            }}
          >
            {m.cal_schedule_remove()}
          </Button>
        </div>
      )}
      {used > 0 && <p className="u-small u-text3">{m.cal_schedule_users({ n: used })}</p>}
      {schedule.always ? (
        <p className={styles.plain}>{m.cal_schedule_always_detail()}</p>
      ) : (
        <>
          <CalendarWeek
            week={schedule.week}
            place={weekPlace(schedule.id, false)}
            problems={problems}
            onChange={(week) => change({ week })}
          />
          <Switch
            label={m.cal_ramadan_hours()}
            detail={m.cal_ramadan_hours_detail()}
            checked={schedule.ramadan !== null}
            onChange={(on) => change({ ramadan: on ? draftWeek(RAMADAN_WEEK) : null })}
          />
          {schedule.ramadan && (
            <CalendarWeek
              week={schedule.ramadan}
              place={weekPlace(schedule.id, true)}
              problems={problems}
              onChange={(ramadan) => change({ ramadan })}
            />
          )}
        </>
      )}
    </section>
  );
}

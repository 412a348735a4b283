import { Plus, Trash2 } from 'lucide-react';
import { uuidv7 } from 'uuidv7';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { DateField } from '../ui/moment-field.tsx';
import styles from './calendar.module.css';
import type { SpecialDraft } from './calendar-draft.ts';
import { DayFrames } from './calendar-week.tsx';
import type { CalendarPartProps } from './use-calendar-form.ts';

/** Single days with other hours, or open although it is a holiday. */
export function CalendarSpecial({ draft, set, problems }: CalendarPartProps) {
  const { specialDays } = draft;
  const change = (key: string, part: Partial<SpecialDraft>) =>
    set({ specialDays: specialDays.map((day) => (day.key === key ? { ...day, ...part } : day)) });
  return (
    <section className={styles.part} aria-labelledby="cal-special">
      <h3 id="cal-special">{m.cal_part_special()}</h3>
      <p className="u-small u-text3">{m.cal_special_lead()}</p>
      {specialDays.map((special, at) => (
        <div key={special.key} className={styles.box}>
          <div className={styles.line}>
            <DateField
              className={styles.date}
              label={m.cal_date()}
              value={special.day}
              error={problems[`${special.key}.day`]}
              onChange={(e) => change(special.key, { day: e.target.value })}
            />
            <TextField
              className={styles.grow}
              label={m.cal_special_name()}
              placeholder={m.cal_special_name_example()}
              value={special.name}
              maxLength={200}
              error={problems[`${special.key}.name`]}
              onChange={(e) => change(special.key, { name: e.target.value })}
            />
            <IconButton
              className={styles.drop}
              icon={Trash2}
              label={m.cal_special_remove({ n: at + 1 })}
              onClick={() => set({ specialDays: specialDays.filter((each) => each.key !== special.key) })}
            />
          </div>
          <DayFrames
            name={m.cal_special_hours()}
            frames={special.frames}
            error={problems[`${special.key}.frames`]}
            errorId={`${special.key}-frames`}
            onChange={(frames) => change(special.key, { frames })}
          />
        </div>
      ))}
      {specialDays.length === 0 && <p className={styles.plain}>{m.cal_special_none()}</p>}
      <div>
        <Button
          size="s"
          icon={Plus}
          onClick={() =>
            set({ specialDays: [...specialDays, { key: uuidv7(), day: '', name: '', frames: [] }] })
          }
        >
          {m.cal_special_add()}
        </Button>
      </div>
    </section>
  );
}

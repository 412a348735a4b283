import { Plus, Trash2 } from 'lucide-react';
import { uuidv7 } from 'uuidv7';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { DateField } from '../ui/moment-field.tsx';
import styles from './calendar.module.css';
import type { RangeDraft } from './calendar-draft.ts';
import type { CalendarPartProps } from './use-calendar-form.ts';

/** First and last days of Ramadan, which the government decides shortly before. */
export function CalendarRamadan({ draft, set, problems }: CalendarPartProps) {
  const { ramadan } = draft;
  const change = (key: string, part: Partial<RangeDraft>) =>
    set({ ramadan: ramadan.map((range) => (range.key === key ? { ...range, ...part } : range)) });
  return (
    <section className={styles.part} aria-labelledby="cal-ramadan">
      <h3 id="cal-ramadan">{m.cal_part_ramadan()}</h3>
      <p className="u-small u-text3">{m.cal_ramadan_lead()}</p>
      {ramadan.map((range, at) => (
        <div key={range.key} className={styles.line}>
          <DateField
            className={styles.date}
            label={m.cal_first_day()}
            value={range.from}
            error={problems[`${range.key}.from`]}
            onChange={(e) => change(range.key, { from: e.target.value })}
          />
          <DateField
            className={styles.date}
            label={m.cal_last_day()}
            value={range.to}
            error={problems[`${range.key}.to`]}
            onChange={(e) => change(range.key, { to: e.target.value })}
          />
          <TextField
            className={styles.grow}
            label={m.cal_source()}
            value={range.source}
            maxLength={200}
            onChange={(e) => change(range.key, { source: e.target.value })}
          />
          <IconButton
            className={styles.drop}
            icon={Trash2}
            label={m.cal_ramadan_remove({ n: at + 1 })}
            onClick={() => set({ ramadan: ramadan.filter((each) => each.key !== range.key) })}
          />
        </div>
      ))}
      {ramadan.length === 0 && <p className={styles.plain}>{m.cal_ramadan_none()}</p>}
      <div>
        <Button
          size="s"
          icon={Plus}
          onClick={() => set({ ramadan: [...ramadan, { key: uuidv7(), from: '', to: '', source: '' }] })}
        >
          {m.cal_ramadan_add()}
        </Button>
      </div>
    </section>
  );
}

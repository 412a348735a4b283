import { Plus, X } from 'lucide-react';
import { uuidv7 } from 'uuidv7';
import { m } from '../../i18n/index.ts';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './calendar.module.css';
import {
  type CalendarProblems,
  dayPlace,
  draftMinutes,
  type FrameDraft,
  type WeekDraft,
} from './calendar-draft.ts';
import { hoursWord, weekdayWord } from './calendar-words.ts';

/** Monday first, as a week is read. */
const ORDER = [1, 2, 3, 4, 5, 6, 0];

/** Office time of a week, day by day, with the sum that it makes. */
export function CalendarWeek({
  week,
  place,
  problems,
  onChange,
}: {
  week: WeekDraft;
  /** Where its problems are noted. */
  place: string;
  problems: CalendarProblems;
  onChange: (week: WeekDraft) => void;
}) {
  const set = (weekday: number, frames: readonly FrameDraft[]) =>
    onChange(week.map((day, each) => (each === weekday ? frames : day)));
  const whole = problems[place];
  return (
    <div className={styles.week}>
      {ORDER.map((weekday) => (
        <DayFrames
          key={weekday}
          name={weekdayWord(weekday)}
          frames={week[weekday] ?? []}
          error={problems[dayPlace(place, weekday)]}
          errorId={`${place}-${weekday}`}
          onChange={(frames) => set(weekday, frames)}
        />
      ))}
      <p className={cx(styles.sum, whole && styles.wrong)} role={whole ? 'alert' : undefined}>
        <span aria-live="polite">{m.cal_week_sum({ hours: hoursWord(draftMinutes(week)) })}</span>
        {whole && <> {whole}</>}
      </p>
    </div>
  );
}

/** The frames of one day, side by side; none is a day off. */
export function DayFrames({
  name,
  frames,
  error,
  errorId,
  onChange,
}: {
  name: string;
  frames: readonly FrameDraft[];
  error: string | undefined;
  errorId: string;
  onChange: (frames: readonly FrameDraft[]) => void;
}) {
  const change = (key: string, part: Partial<FrameDraft>) =>
    onChange(frames.map((frame) => (frame.key === key ? { ...frame, ...part } : frame)));
  return (
    <fieldset className={styles.day}>
      <legend>{name}</legend>
      <div className={styles.frames}>
        {frames.length === 0 && <span className={styles.off}>{m.cal_day_off()}</span>}
        {frames.map((frame, at) => (
          <span key={frame.key} className={styles.frame}>
            <TimeInput
              label={m.cal_frame_from({ day: name, n: at + 1 })}
              value={frame.from}
              wrong={error !== undefined}
              describedBy={errorId}
              onChange={(from) => change(frame.key, { from })}
            />
            <span aria-hidden>–</span>
            <TimeInput
              label={m.cal_frame_to({ day: name, n: at + 1 })}
              value={frame.to}
              wrong={error !== undefined}
              describedBy={errorId}
              onChange={(to) => change(frame.key, { to })}
            />
            <IconButton
              size="s"
              icon={X}
              label={m.cal_frame_remove({ day: name, n: at + 1 })}
              onClick={() => onChange(frames.filter((each) => each.key !== frame.key))}
            />
          </span>
        ))}
        {frames.length < 4 && (
          <IconButton
            size="s"
            icon={Plus}
            label={m.cal_frame_add_to({ day: name })}
            onClick={() => onChange([...frames, { key: uuidv7(), from: '', to: '' }])}
          />
        )}
      </div>
      {error && (
        <p id={errorId} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function TimeInput({
  label,
  value,
  wrong,
  describedBy,
  onChange,
}: {
  label: string;
  value: string;
  wrong: boolean;
  describedBy: string;
  onChange: (value: string) => void;
}) {
  return (
    <input
      className={styles.time}
      aria-label={label}
      inputMode="text"
      autoComplete="off"
      placeholder={m.ui_time_shape()}
      maxLength={5}
      value={value}
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? describedBy : undefined}
      onChange={(e) => onChange(e.target.value)}
    />
  );
}

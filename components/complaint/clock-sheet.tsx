import { clockTitle, partWords, pauseWord, spanWords, termWords } from '../../channels/clock-words.ts';
import type { CalendarBook } from '../../complaints/deadlines/calendar-book.ts';
import type { ClockView } from '../../complaints/deadlines/clocks.ts';
import { minuteSum } from '../../complaints/deadlines/minute-sum.ts';
import { type ClockExplanation, explain } from '../../complaints/deadlines/parts.ts';
import { nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { durationShort } from '../format.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { cx } from '../ui/cx.ts';
import styles from './clock-explanation.module.css';
import { ClockStrip } from './clock-strip.tsx';

/** One clock: its result, the strip in true proportion, the sum behind it, and the parts on demand. */
export function ClockSheet({ clock, book, now }: { clock: ClockView; book: CalendarBook; now: number }) {
  const { zone } = useSettings();
  if (clock.state === 'notApplicable' || !clock.term || clock.due === null) {
    return <p className="u-text2">{clockTitle(clock)}</p>;
  }
  const explanation = explain(clock, book);
  const sum = minuteSum(explanation);
  const calendar = clock.term.kind === 'clockHours';
  const late = clock.overdue;
  const at = (ms: number) => nearMoment(ms, now, zone, locale());
  const answered = clock.stoppedAt !== null;
  const until = (
    <span>
      {answered
        ? m.dash_axis_answered({ when: at(clock.until) })
        : m.dash_axis_now({ when: at(clock.until) })}
    </span>
  );
  return (
    <>
      <p className={cx(styles.big, styles[clock.state])}>{resultWords(clock)}</p>
      <ClockStrip explanation={explanation} label={clockTitle(clock)} />
      <div className={styles.axis}>
        <span>{at(clock.startedAt)}</span>
        {!late && until}
        <strong>{m.dash_axis_due({ when: at(clock.due) })}</strong>
        {late && until}
      </div>
      <table className={styles.sum}>
        <tbody>
          <Line
            sign=""
            label={calendar ? m.dash_sum_since() : m.clock_sum_since_office()}
            detail={m.dash_from_to({ from: at(clock.startedAt), to: at(clock.until) })}
            value={hours(sum.counted)}
          />
          {clock.pauses.length > 0 && (
            <Line
              sign="−"
              label={m.dash_sum_paused()}
              detail={clock.pauses
                .filter((pause) => pause.from < clock.until)
                .map((pause) =>
                  m.clock_pause_line({
                    from: at(pause.from),
                    to: at(Math.min(pause.to, clock.until)),
                    reason: pause.reasons.map((reason) => pauseWord(reason)).join(', '),
                  }),
                )
                .join('; ')}
              value={hours(sum.paused)}
            />
          )}
          {clock.pauses.length > 0 && (
            <Line sign="=" label={m.dash_sum_used()} value={hours(sum.used)} kind="total" />
          )}
          <Line
            sign="−"
            label={m.dash_sum_available()}
            detail={calendar ? m.dash_sum_calendar() : m.clock_sum_office({ term: termWords(clock.term) })}
            value={hours(sum.available)}
          />
          <Line
            sign="="
            label={late ? m.dash_sum_over() : m.dash_sum_left()}
            value={hours(sum.left)}
            kind={late ? 'late' : 'final'}
          />
        </tbody>
      </table>
      <Parts explanation={explanation} />
    </>
  );
}

/** `lewat 2 j 10 m`, `sisa 3 hari kerja`, `dijeda, sisa 4 j`, `dijawab dalam 5 j`. */
export function resultWords(clock: ClockView): string {
  const span = durationShort(clock.left);
  if (clock.stoppedAt !== null) return m.ui_answered_in({ duration: durationShort(clock.used) });
  const days = clock.days && clock.days.left > 0 ? m.clock_days_left({ n: clock.days.left }) : null;
  const against =
    clock.left < 0 || clock.overdue
      ? m.time_over({ duration: span })
      : (days ?? m.time_left({ duration: span }));
  return clock.state === 'paused' ? m.clock_words_paused({ against }) : against;
}

/** Nights, breaks and holidays by name; only where something else than running time is in it. */
function Parts({ explanation }: { explanation: ClockExplanation }) {
  const { rows } = minuteSum(explanation);
  const { clock } = explanation;
  if (rows.every(({ sum }) => sum.kind === 'running')) return null;
  return (
    <details className={styles.parts}>
      <summary>{m.clock_parts_show()}</summary>
      <ul>
        {rows.map(({ sum, minutes }) => (
          <li key={`${sum.kind} ${sum.note?.name ?? ''} ${sum.reasons.join()}`}>
            <span>{partWords(sum)}</span>
            <span>{spanWords(minutes, true)}</span>
          </li>
        ))}
      </ul>
      {clock.days && clock.term?.kind === 'workingDays' && (
        <p>{m.clock_days_counted({ used: clock.days.used, total: clock.term.days })}</p>
      )}
    </details>
  );
}

/** Minutes as hours and minutes, days too as hours: lines of one sum have one unit. */
function hours(minutes: number): string {
  const whole = Math.abs(minutes);
  return m.duration_hours_minutes({ h: Math.floor(whole / 60), m: String(whole % 60).padStart(2, '0') });
}

function Line({
  sign,
  label,
  detail,
  value,
  kind,
}: {
  sign: string;
  label: string;
  detail?: string;
  value: string;
  kind?: 'total' | 'final' | 'late';
}) {
  return (
    <tr className={kind && styles[kind]}>
      <td className={styles.sign}>{sign}</td>
      <th scope="row">
        {label}
        {detail && <small>{detail}</small>}
      </th>
      <td className={styles.value}>{value}</td>
    </tr>
  );
}

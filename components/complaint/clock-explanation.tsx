import type { Complaint } from '../../complaints/complaint.ts';
import { type Explanation, explainClock } from '../../complaints/deadlines/explain.ts';
import { nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { complaintClock } from '../complaint-parts/clock-view.ts';
import { presetWord } from '../complaint-parts/deadline-picker.tsx';
import { formatRoute } from '../dashboard/route.ts';
import { durationLong, durationShort, termLabel } from '../format.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { isClosed } from '../panel/closed.ts';
import { cx } from '../ui/cx.ts';
import styles from './clock-explanation.module.css';
import { clockSum } from './clock-sum.ts';

/** How the first-response clock came to what it shows: result, strip in true proportion, and the sum behind it. */
export function ClockExplanation({ complaint, now }: { complaint: Complaint; now: number }) {
  const { zone } = useSettings();
  const { clock } = complaint;
  if (!clock) {
    return (
      <section className={cx('u-card', styles.card)} aria-label={m.ui_clock_first_response()}>
        <h2>{m.ui_clock_first_response()}</h2>
        <p className="u-text2">
          {isClosed(complaint)
            ? m.dash_clock_never()
            : m.dash_clock_not_yet({ duration: durationLong(now - complaint.capturedAt) })}
        </p>
      </section>
    );
  }
  if (complaint.forwarding?.outside && clock.stoppedAt === null) {
    return (
      <section className={cx('u-card', styles.card)} aria-label={m.ui_clock_first_response()}>
        <h2>{m.ui_clock_first_response()}</h2>
        <p className={styles.big}>
          {m.dash_outside_since({ duration: durationShort(now - clock.startedAt) })}
        </p>
        <p className={styles.rule}>{m.dash_outside_clock()}</p>
      </section>
    );
  }
  // A complaint closed without an answer stands still at its closing.
  const moment =
    isClosed(complaint) && clock.stoppedAt === null ? (complaint.resolvedAt ?? complaint.lastEventAt) : now;
  const sum = explainClock(clock, moment);
  const lines = clockSum(sum);
  const view = complaintClock(complaint, moment);
  const at = (ms: number) => nearMoment(ms, now, zone, locale());
  const span = m.dash_from_to({ from: at(sum.startedAt), to: at(sum.until) });
  const late = sum.overdue;
  const state = view.state === 'none' ? 'waiting' : view.state;
  const result = sum.stopped
    ? m.ui_answered_in({ duration: durationShort(sum.used) })
    : late
      ? m.time_over({ duration: durationShort(sum.left) })
      : m.time_left({ duration: durationShort(sum.left) });
  const until = (
    <span>
      {sum.stopped ? m.dash_axis_answered({ when: at(sum.until) }) : m.dash_axis_now({ when: at(sum.until) })}
    </span>
  );
  return (
    <section className={cx('u-card', styles.card)} aria-label={m.ui_clock_first_response()}>
      <div className={styles.head}>
        <h2>{m.ui_clock_first_response()}</h2>
        <span className="u-small u-text3">
          {presetWord(clock.preset)}, {termLabel(clock.termMs)}
        </span>
      </div>
      <p className={cx(styles.big, styles[late ? 'overdue' : state])}>{result}</p>
      <Strip sum={sum} label={view.spoken} />
      <div className={styles.axis}>
        <span>{at(sum.startedAt)}</span>
        {!late && until}
        <strong>{m.dash_axis_due({ when: at(sum.dueAt) })}</strong>
        {late && until}
      </div>
      <table className={styles.sum}>
        <tbody>
          <Line sign="" label={m.dash_sum_since()} detail={span} value={hours(lines.elapsed)} />
          {sum.paused > 0 && <Line sign="−" label={m.dash_sum_paused()} value={hours(lines.paused)} />}
          {sum.paused > 0 && (
            <Line sign="=" label={m.dash_sum_used()} value={hours(lines.used)} kind="total" />
          )}
          <Line
            sign="−"
            label={m.dash_sum_available()}
            detail={m.dash_sum_calendar()}
            value={hours(lines.available)}
          />
          <Line
            sign="="
            label={late ? m.dash_sum_over() : m.dash_sum_left()}
            value={hours(lines.left)}
            kind={late ? 'late' : 'final'}
          />
        </tbody>
      </table>
      <p className={styles.rule}>
        {m.dash_rule_frozen()}{' '}
        <a href={formatRoute({ page: 'settings', section: 'tenggat' })}>{m.dash_rule_source()}</a>
      </p>
    </section>
  );
}

/** Minutes as hours and minutes, days too as hours: lines of one sum have one unit. */
function hours(minutes: number): string {
  const whole = Math.abs(minutes);
  return m.duration_hours_minutes({ h: Math.floor(whole / 60), m: String(whole % 60).padStart(2, '0') });
}

/** Used, left and late in true proportion; the tick is the deadline. */
function Strip({ sum, label }: { sum: Explanation; label: string }) {
  const run = Math.min(sum.used, sum.available);
  const left = Math.max(sum.left, 0);
  const over = Math.max(-sum.left, 0);
  return (
    <div className={styles.strip} role="img" aria-label={label}>
      {run > 0 && <i className={styles.run} style={{ flexGrow: run }} />}
      {left > 0 && <i className={styles.rest} style={{ flexGrow: left }} />}
      {over > 0 && <i className={styles.over} style={{ flexGrow: over }} />}
    </div>
  );
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

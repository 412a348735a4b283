import { termWords } from '../../channels/clock-words.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import { nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { durationLong, termLabel } from '../format.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { AgeBar } from '../ui/age-bar.tsx';
import { cx } from '../ui/cx.ts';
import styles from './clock-card.module.css';
import { complaintClock } from './clock-view.ts';

/** The first-response clock in short: what is left or over, the deadline, the bar, and the sum in one sentence. */
export function ClockCard({ complaint, now }: { complaint: Complaint; now: number }) {
  const { zone } = useSettings();
  const { clock } = complaint;
  if (!clock) return null;
  const view = complaintClock(complaint, now);
  const term =
    clock.term && clock.term.kind !== 'clockHours' ? termWords(clock.term) : termLabel(clock.termMs);
  const desk = Math.max(0, clock.startedAt - complaint.capturedAt);
  return (
    <section className={cx('u-card', styles.card)} aria-label={m.ui_clock_first_response()}>
      <div className={styles.head}>
        <div className="u-grow">
          <h2 className="u-small u-text3">{m.ui_clock_first_response()}</h2>
          <p className={cx(styles.big, styles[view.state])}>{view.words}</p>
        </div>
        <p className={styles.due}>
          {m.ui_clock_due()}
          <br />
          <strong>{dueShort(clock.dueAt, now, zone)}</strong>
        </p>
      </div>
      <div className={styles.bar}>
        <AgeBar used={view.used} state={view.state} label={view.spoken} />
      </div>
      <p className="u-small u-text3">{m.ui_clock_sum({ term, desk: durationLong(desk) })}</p>
    </section>
  );
}

/** `Rab 25 Nov 13.06`: the day by name and date, for a deadline is looked up in a calendar. */
function dueShort(at: number, now: number, zone: 'WIB' | 'WITA' | 'WIT'): string {
  const date = new Intl.DateTimeFormat(locale() === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' }[zone],
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
    .format(at)
    .replace(',', '');
  const time = nearMoment(at, at, zone, locale());
  return Math.abs(at - now) > 300 * 86_400_000
    ? `${date} ${new Date(at).getUTCFullYear()} ${time}`
    : `${date} ${time}`;
}

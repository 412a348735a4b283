import { OctagonAlert } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { clockTime, dayHeading, dayNumber, fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { PhotoThumb } from '../complaint-parts/photo-thumb.tsx';
import { useSettings } from '../hooks/use-settings.ts';
import { cx } from '../ui/cx.ts';
import styles from './complaint.module.css';
import { pageEntries } from './page-entries.ts';

/** Everything that happened, newest first, by day. */
export function Timeline({
  complaint,
  events,
  now,
}: {
  complaint: Complaint;
  events: readonly ComplaintEvent[];
  now: number;
}) {
  const { zone } = useSettings();
  const entries = pageEntries(complaint, events, now);
  const today = dayNumber(now, zone);
  let day = Number.NaN;
  return (
    <section className={styles.section}>
      <h2>{m.dash_history()}</h2>
      <ol className={styles.timeline}>
        {entries.map((entry) => {
          const number = dayNumber(entry.at, zone);
          const opens = number !== day;
          day = number;
          const heading = dayHeading(entry.at, zone, locale());
          const Icon = entry.icon ?? OctagonAlert;
          return (
            <li key={entry.id}>
              {opens && (
                <h3 className={styles.day}>{number === today ? m.dash_today({ day: heading }) : heading}</h3>
              )}
              <div className={styles.entry}>
                <span className={cx(styles.dot, entry.type === 'overdue' && styles.dotLate)}>
                  <Icon size={13} aria-hidden />
                </span>
                <div className={styles.happened}>
                  <strong>{entry.title}</strong>
                  {entry.detail && (
                    <p dir="auto" lang={entry.quoted ? '' : undefined}>
                      {entry.detail}
                    </p>
                  )}
                  {entry.source && <p className="u-small u-text3">{entry.source}</p>}
                  {entry.photoHashes.length > 0 && (
                    <div className={styles.thumbs}>
                      {entry.photoHashes.map((hash) => (
                        <PhotoThumb key={hash} hash={hash} size={56} sensitive={complaint.sensitive} />
                      ))}
                    </div>
                  )}
                </div>
                <time
                  dateTime={new Date(entry.at).toISOString()}
                  title={fullMoment(entry.at, zone, locale())}
                >
                  {clockTime(entry.at, zone, locale())}
                  {entry.timeFromMessage && (
                    <small className={styles.claimed}>{m.ui_time_from_message()}</small>
                  )}
                </time>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

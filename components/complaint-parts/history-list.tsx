import type { ComplaintEvent } from '../../complaints/events.ts';
import { clockTime, dayHeading, dayNumber, fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import styles from './history-list.module.css';
import { PhotoThumb } from './photo-thumb.tsx';
import { type TimelineEntry, timelineEntries } from './timeline-entries.ts';

/** The short history of the side panel: newest first, days other than today under a heading. */
export function HistoryList({
  events,
  now,
  sensitive,
}: {
  events: readonly ComplaintEvent[];
  /** Epoch ms. */
  now: number;
  sensitive: boolean;
}) {
  const { zone } = useSettings();
  const days: { day: number; at: number; entries: TimelineEntry[] }[] = [];
  for (const entry of timelineEntries(events)) {
    const day = dayNumber(entry.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, at: entry.at, entries: [entry] });
  }
  return days.map(({ day, at, entries }) => (
    <div key={`${day}-${entries[0]?.id}`}>
      {day !== dayNumber(now, zone) && <h3 className={styles.day}>{dayHeading(at, zone, locale())}</h3>}
      <ol className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <entry.icon size={14} aria-hidden />
            <div className={styles.what}>
              {entry.title}
              {entry.detail && (
                <p className={styles.detail} dir="auto">
                  {entry.detail}
                </p>
              )}
              {entry.source && <p className="u-small u-text3">{entry.source}</p>}
              {entry.photoHashes.length > 0 && (
                <div className={styles.photos}>
                  {entry.photoHashes.map((hash) => (
                    <PhotoThumb key={hash} hash={hash} size={48} sensitive={sensitive} />
                  ))}
                </div>
              )}
            </div>
            <time
              className="u-small u-text3"
              dateTime={new Date(entry.at).toISOString()}
              title={fullMoment(entry.at, zone, locale())}
            >
              {clockTime(entry.at, zone, locale())}
              {entry.timeFromMessage && <span className={styles.claimed}>{m.ui_time_from_message()}</span>}
            </time>
          </li>
        ))}
      </ol>
    </div>
  ));
}

import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { builtInCalendar, type OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { calendarChanges } from '../../complaints/deadlines/calendar-changes.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './calendar.module.css';
import { changeWord } from './calendar-words.ts';

/** Every version that this desk has made or been given, newest first, with what each changed. */
export function CalendarVersions({
  own,
  current,
  onReuse,
}: {
  /** Without the built-in ones. */
  own: readonly OfficeCalendar[];
  current: OfficeCalendar;
  /** Takes an earlier one into the fields, to be saved anew. */
  onReuse: (calendar: OfficeCalendar) => void;
}) {
  const lines = useMemo(() => {
    const sorted = [...own].sort((a, b) => a.madeAt - b.madeAt);
    const before = (at: number) => sorted[at - 1] ?? builtInCalendar(sorted[at]?.zone);
    return sorted
      .map((calendar, at) => ({ calendar, changes: calendarChanges(before(at), calendar) }))
      .reverse();
  }, [own]);
  return (
    <section className={styles.part} aria-labelledby="cal-versions">
      <h3 id="cal-versions">{m.cal_part_versions()}</h3>
      <p className="u-small u-text3">{m.cal_versions_lead()}</p>
      <ol className={styles.versions}>
        {lines.map(({ calendar, changes }) => (
          <li key={calendar.version} className={styles.version}>
            <p className={styles.versionHead}>
              <b>{calendar.version}</b>
              {calendar.version === current.version && <Tag>{m.cal_version_current()}</Tag>}
              <span className={styles.faint}>{fullMoment(calendar.madeAt, calendar.zone, locale())}</span>
              {calendar.version !== current.version && (
                <Button size="s" variant="plain" icon={RotateCcw} onClick={() => onReuse(calendar)}>
                  {m.cal_version_reuse()}
                </Button>
              )}
            </p>
            {calendar.note && <p>{calendar.note}</p>}
            <p className="u-small u-text3">
              {changes.length === 0 ? m.cal_change_none() : changes.map(changeWord).join(' · ')}
            </p>
          </li>
        ))}
        <li className={styles.version}>
          <p className={styles.versionHead}>
            <b>{m.cal_version_built_in()}</b>
            {own.length === 0 && <Tag>{m.cal_version_current()}</Tag>}
            {own.length > 0 && (
              <Button
                size="s"
                variant="plain"
                icon={RotateCcw}
                onClick={() => onReuse(builtInCalendar(current.zone))}
              >
                {m.cal_version_reuse()}
              </Button>
            )}
          </p>
          <p className="u-small u-text3">{m.cal_version_built_in_detail()}</p>
        </li>
      </ol>
    </section>
  );
}

import { TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import { BUILT_IN_VERSION, type OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import styles from './calendar.module.css';

/** Which version is in force, for whom a change holds, and the year that is not decreed yet. */
export function CalendarStanding({
  ref,
  current,
  missing,
  onImport,
}: {
  ref: RefObject<HTMLDivElement | null>;
  current: OfficeCalendar;
  /** This year or the next, where its decree is not in the calendar. */
  missing: number | null;
  /** Null while the import is open. */
  onImport: ((year: number) => void) | null;
}) {
  return (
    <>
      <div ref={ref} tabIndex={-1} className={styles.standing}>
        <p>
          {current.version.startsWith(BUILT_IN_VERSION)
            ? m.cal_in_force_built_in()
            : m.cal_in_force({
                version: current.version,
                when: fullMoment(current.madeAt, current.zone, locale()),
              })}
        </p>
        <p className="u-small u-text3">{m.cal_keeps_version()}</p>
      </div>
      {missing !== null && (
        <div className={styles.warn}>
          <TriangleAlert size={16} aria-hidden />
          <span className="u-grow">
            <b>{m.clock_calendar_incomplete({ year: missing })}</b> {m.cal_incomplete_detail()}
          </span>
          {onImport && (
            <Button size="s" onClick={() => onImport(missing)}>
              {m.cal_import_year({ year: missing })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

import { CalendarX } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { readIncompleteCount } from '../../storage/read/incomplete-year.ts';
import { useLive } from '../hooks/use-live.ts';
import styles from './list.module.css';
import { formatRoute } from './route.ts';

/** What the grey dot on the badge means, and the way to where it can be helped; nothing when no clock depends on it. */
export function CalendarNote() {
  const found = useLive(async () => {
    const [waiting, { current }] = await Promise.all([
      readIncompleteCount(database),
      readCalendarBook(database),
    ]);
    return waiting && { ...waiting, ready: current.completeYears.includes(waiting.year) };
  }, []);
  if (!found) return null;
  const { year, n, ready } = found;
  return (
    <p className={styles.unfinished}>
      <CalendarX size={12} aria-hidden />{' '}
      {ready
        ? m.cal_dash_ready({ year, n })
        : `${m.clock_calendar_incomplete({ year })}. ${m.cal_dash_incomplete({ year, n })}`}{' '}
      <a href={formatRoute({ page: 'settings', section: 'kalender' })}>
        {ready ? m.cal_dash_ready_open() : m.cal_open()}
      </a>
    </p>
  );
}

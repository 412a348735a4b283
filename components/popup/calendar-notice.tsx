import { CalendarX } from 'lucide-react';
import { browser } from 'wxt/browser';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readIncompleteYear } from '../../storage/read/incomplete-year.ts';
import { useLive } from '../hooks/use-live.ts';
import styles from './calendar-notice.module.css';

const PAGE = '/dashboard.html#/pengaturan/kalender';

/** What the badge's grey dot means, and the way to where it can be helped; nothing while no due time depends on it. */
export function CalendarNotice() {
  const year = useLive(() => readIncompleteYear(database), []);
  if (typeof year !== 'number') return null;
  return (
    <p className={styles.notice}>
      <CalendarX size={14} aria-hidden />
      <a
        href={PAGE}
        onClick={(event) => {
          event.preventDefault();
          void browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
        }}
      >
        {m.clock_calendar_incomplete({ year })}
      </a>
    </p>
  );
}

import { useMemo } from 'react';
import { clockWord } from '../../channels/clock-words.ts';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import type { Terms } from '../../complaints/deadlines/policies.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { formatRoute } from '../dashboard/route.ts';
import styles from './calendar.module.css';
import { exampleClocks } from './policies-example.ts';

/** *Diteruskan Jumat 15.00 → jatuh tempo …*, by the calendar in force and five-day office time. */
export function PoliciesExample({
  terms,
  calendar,
  at,
}: {
  terms: Terms;
  calendar: OfficeCalendar;
  at: number;
}) {
  const clocks = useMemo(() => exampleClocks(terms, calendar, 'office', at), [terms, calendar, at]);
  const moment = (ms: number) => fullMoment(ms, calendar.zone, locale());
  const year = clocks.find((clock) => clock.incompleteYear !== null)?.incompleteYear ?? null;
  return (
    <div className={styles.example}>
      <p>{m.pol_example({ when: moment(at) })}</p>
      <dl>
        {clocks.map(({ clock, due }) => (
          <div key={clock} className={styles.exampleClock}>
            <dt>{clockWord(clock)}</dt>
            <dd className={due === null ? styles.wrong : undefined}>
              {due === null ? m.clock_bad_never() : m.pol_example_due({ when: moment(due) })}
            </dd>
          </div>
        ))}
      </dl>
      {year !== null && (
        <p className={styles.warn}>
          <span>
            {m.clock_calendar_incomplete({ year })}.{' '}
            <a href={formatRoute({ page: 'settings', section: 'kalender' })}>{m.cal_open()}</a>
          </span>
        </p>
      )}
    </div>
  );
}

import { clockWord, policyWord, sourceWord } from '../../channels/clock-words.ts';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import type { ClockView } from '../../complaints/deadlines/clocks.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readRules } from '../../storage/read/rules.ts';
import { formatRoute } from '../dashboard/route.ts';
import { useLive } from '../hooks/use-live.ts';
import styles from './clock-explanation.module.css';

/** Under which rule and calendar the clocks run, where the rule comes from, and what is only a default. */
export function ClockRule({
  clock,
  others,
  current,
}: {
  clock: ClockView;
  /** The other clocks of the same agency. */
  others: readonly ClockView[];
  /** The calendar in force now. */
  current: OfficeCalendar;
}) {
  const rules = useLive(() => readRules(database), []);
  const policy = rules?.policies.find((each) => each.id === clock.policyId);
  const sources = policy?.sources ?? [];
  return (
    <div className={styles.rule}>
      {[clock, ...others].map((each) => {
        const year = each.dependsOnIncompleteYear;
        if (year === null || each.stoppedAt !== null || each.state === 'notApplicable') return null;
        const ready = current.completeYears.includes(year);
        const words = ready ? m.cal_clock_ready({ year }) : m.clock_calendar_incomplete({ year });
        return (
          <p key={each.name} className={styles.warn}>
            {m.clock_row({ label: clockWord(each.name), value: words })}.{' '}
            <a href={formatRoute({ page: 'settings', section: 'kalender' })}>{m.cal_open()}</a>
          </p>
        );
      })}
      {clock.calendarMissing && (
        <p className={styles.warn}>{m.clock_calendar_missing({ version: clock.calendarVersion })}</p>
      )}
      <p>
        {m.dash_rule_frozen()}{' '}
        <a href={formatRoute({ page: 'settings', section: 'tenggat' })}>{m.clock_rule_change()}</a>
      </p>
      <details className={styles.parts}>
        <summary>{m.dash_rule_source()}</summary>
        <p>
          {m.clock_rule({
            policy: policyWord({ id: clock.policyId, name: clock.policyName }),
            version: clock.calendarVersion || '–',
          })}
        </p>
        {sources.length === 0 ? (
          <p>{m.clock_rule_none()}</p>
        ) : (
          <ul className={styles.sources}>
            {sources.map((source) => (
              <li key={sourceWord(source)}>
                {sourceWord(source)}
                {!source.certain && <b> {m.clock_rule_default()}</b>}
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  );
}

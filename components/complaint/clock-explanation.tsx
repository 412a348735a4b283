import { clockWord, policyWord, stateWord, termWords, whyWord } from '../../channels/clock-words.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import type { CalendarBook } from '../../complaints/deadlines/calendar-book.ts';
import type { ClockView, ComplaintClocks, RunView } from '../../complaints/deadlines/clocks.ts';
import { CLOCK_NAMES } from '../../complaints/deadlines/policies.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { anomalyText } from '../clock-problems.ts';
import { durationLong, durationShort } from '../format.ts';
import { useClocks } from '../hooks/use-clocks.ts';
import { isClosed } from '../panel/closed.ts';
import { cx } from '../ui/cx.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './clock-explanation.module.css';
import { ClockRule } from './clock-rule.tsx';
import { ClockSheet, resultWords } from './clock-sheet.tsx';

/** The clocks of a complaint and how they came to what they show; the live one open, the others on demand. */
export function ClockExplanation({
  complaint,
  events,
  now,
}: {
  complaint: Complaint;
  events: readonly ComplaintEvent[];
  now: number;
}) {
  const found = useClocks(events, now);
  if (!found)
    return <section className={cx('u-card', styles.card)} aria-label={m.ui_clock_first_response()} />;
  const { clocks, book } = found;
  return (
    <section className={cx('u-card', styles.card)} aria-label={m.clock_card()}>
      {clocks.current ? (
        <Present run={clocks.current} clocks={clocks} complaint={complaint} book={book} now={now} />
      ) : (
        <>
          <h2>{m.ui_clock_first_response()}</h2>
          <p className="u-text2">
            {isClosed(complaint)
              ? m.dash_clock_never()
              : m.dash_clock_not_yet({ duration: durationLong(now - complaint.capturedAt) })}
          </p>
        </>
      )}
      <Facts clocks={clocks} />
    </section>
  );
}

function Present({
  run,
  clocks,
  complaint,
  book,
  now,
}: {
  run: RunView;
  clocks: ComplaintClocks;
  complaint: Complaint;
  book: CalendarBook;
  now: number;
}) {
  const shown = run.clocks[clocks.live ?? 'response'];
  const outside = run.outside && shown.stoppedAt === null && !complaint.notOurs;
  const rest = CLOCK_NAMES.map((name) => run.clocks[name]).filter(
    (clock) => clock !== shown && clock.why !== 'no-term',
  );
  return (
    <>
      <div className={styles.head}>
        <h2>{clockWord(shown.name)}</h2>
        {shown.term && (
          <span className="u-small u-text3">
            {policyWord({ id: shown.policyId, name: shown.policyName })}, {termWords(shown.term)}
          </span>
        )}
      </div>
      {outside && (
        <>
          <p className={styles.big}>
            {m.dash_outside_since({ duration: durationShort(now - shown.startedAt) })}
          </p>
          <p className={styles.rule}>{m.dash_outside_clock()}</p>
        </>
      )}
      {outside ? (
        <details className={styles.other}>
          <summary>{m.clock_outside_own()}</summary>
          <ClockSheet clock={shown} book={book} now={now} />
        </details>
      ) : (
        <ClockSheet clock={shown} book={book} now={now} />
      )}
      {rest.map((clock) => (
        <Other key={clock.name} clock={clock} book={book} now={now} />
      ))}
      {run.earlierSettlements.map((clock) => (
        <Other key={clock.startedAt} clock={clock} book={book} now={now} earlier />
      ))}
      <ClockRule clock={shown} others={rest} current={book.current} />
    </>
  );
}

function Other({
  clock,
  book,
  now,
  earlier = false,
}: {
  clock: ClockView;
  book: CalendarBook;
  now: number;
  earlier?: boolean;
}) {
  const name = earlier ? m.clock_earlier({ clock: clockWord(clock.name) }) : clockWord(clock.name);
  const words =
    clock.state === 'notApplicable'
      ? clock.why
        ? whyWord(clock.why)
        : stateWord(clock.state)
      : resultWords(clock);
  return (
    <details className={styles.other}>
      <summary>
        <span>{name}</span>
        <span className={styles[clock.state]}>{words}</span>
      </summary>
      <ClockSheet clock={clock} book={book} now={now} />
      {clock.unconfirmed && <p className={styles.rule}>{m.clock_unconfirmed()}</p>}
    </details>
  );
}

/** What stands beside the clocks: the age of the post, our own delay, transfers, and times that cannot be. */
function Facts({ clocks }: { clocks: ComplaintClocks }) {
  return (
    <>
      <dl className={styles.facts}>
        {clocks.postAge !== null && (
          <>
            <dt>{m.clock_post_age()}</dt>
            <dd>{durationShort(clocks.postAge)}</dd>
          </>
        )}
        {clocks.deskTime !== null && (
          <>
            <dt>{m.clock_desk_time()}</dt>
            <dd>{durationShort(clocks.deskTime)}</dd>
          </>
        )}
        {clocks.transfers > 0 && (
          <>
            <dt>{m.clock_transfers()}</dt>
            <dd>
              {clocks.transfers} {clocks.pingPong && <Tag>{m.clock_ping_pong()}</Tag>}
            </dd>
          </>
        )}
      </dl>
      {clocks.anomalies.length > 0 && (
        <ul className={styles.sources}>
          {[...new Set(clocks.anomalies.map(anomalyText))].map((text) => (
            <li key={text} className={styles.warn}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

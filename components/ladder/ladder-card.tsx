import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import { useState } from 'react';
import { stepWord } from '../../channels/ladder-words.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { LADDER_STEPS, type LadderStep } from '../../complaints/ladder/steps.ts';
import { nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './ladder.module.css';
import { againstWords, forWords, restWords } from './reason-words.ts';
import { StepDialog } from './step-dialog.tsx';
import { type LadderNow, useLadder } from './use-ladder.ts';

/** Where a complaint stands on the ladder: steps taken, the next one and when, what speaks for and against, the button. */
export function LadderCard({
  complaint,
  events,
  now,
  className,
}: {
  complaint: Complaint;
  events: readonly ComplaintEvent[];
  now: number;
  className?: string;
}) {
  const found = useLadder(complaint, events, now);
  const [writing, setWriting] = useState<LadderStep | null>(null);
  const { forwarding } = complaint;
  if (!found || !forwarding) return null;
  const { ladder } = found;
  const quiet = ladder.rest === 'closed' || ladder.rest === 'joined' || ladder.rest === 'answered';
  if (quiet && ladder.earlier.length === 0) return null;
  const { proposed } = ladder;
  return (
    <section className={className} aria-labelledby="ladder-title">
      <h2 id="ladder-title">{m.ladder_title()}</h2>
      <Rungs found={found} now={now} />
      <Standing found={found} now={now} />
      {proposed && !complaint.purged && (
        <Button size="s" onClick={() => setWriting(proposed)}>
          {m.ladder_prepare({ step: stepWord(proposed) })}
        </Button>
      )}
      {writing && (
        <StepDialog
          complaintId={complaint.id}
          agencyId={forwarding.agencyId}
          step={writing}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  );
}

/** The four steps in order, each with when it was taken or comes. */
function Rungs({ found: { ladder }, now }: { found: LadderNow; now: number }) {
  const { zone } = useSettings();
  const when = (ms: number) => nearMoment(ms, now, zone, locale());
  return (
    <ol className={styles.rungs}>
      {LADDER_STEPS.map((step) => {
        const taken = ladder.taken.filter((one) => one.step === step);
        const last = taken.at(-1);
        const next = ladder.next?.step === step;
        const Icon = last ? CircleCheck : next && ladder.proposed ? CircleDot : Circle;
        return (
          <li
            key={step}
            className={cx(last && styles.taken, next && ladder.proposed !== null && styles.proposed)}
            aria-current={next && ladder.proposed !== null ? 'step' : undefined}
          >
            <Icon size={14} aria-hidden />
            <span className="u-grow">{stepWord(step)}</span>
            <span className={styles.when}>
              {last
                ? taken.length > 1
                  ? m.ladder_taken_n({ when: when(last.at), n: taken.length })
                  : when(last.at)
                : next && ladder.next
                  ? ladder.proposed
                    ? m.ladder_may_now()
                    : m.ladder_from({ when: when(ladder.next.at) })
                  : ''}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Why a step is proposed or not, what is to be weighed, and what was done before. */
function Standing({ found: { ladder, explanation }, now }: { found: LadderNow; now: number }) {
  const { zone } = useSettings();
  const context = explanation && { explanation, now, zone };
  const show = ladder.proposed !== null && context;
  return (
    <>
      {ladder.rest && <p className={styles.rest}>{restWords(ladder.rest)}</p>}
      {show && ladder.for.length > 0 && (
        <Reasons title={m.ladder_for()} lines={ladder.for.map((reason) => forWords(reason, context))} />
      )}
      {show && ladder.against.length > 0 && (
        <Reasons
          title={m.ladder_against()}
          lines={ladder.against.map((reason) => againstWords(reason, context))}
        />
      )}
      {ladder.earlier.length > 0 && (
        <p className={styles.rest}>
          {m.ladder_earlier({
            steps: ladder.earlier
              .map((one) => `${stepWord(one.step).toLowerCase()} ${nearMoment(one.at, now, zone, locale())}`)
              .join('; '),
          })}
        </p>
      )}
    </>
  );
}

function Reasons({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div className={styles.reasons}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

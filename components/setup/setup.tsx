import { Check } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { STEPS, type Step } from '../dashboard/route.ts';
import { go } from '../dashboard/use-route.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useSaveSettings } from '../settings/use-save-settings.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Logo } from '../ui/logo.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { AgenciesStep } from './agencies-step.tsx';
import { DeadlinesStep } from './deadlines-step.tsx';
import { OfficeStep } from './office-step.tsx';
import styles from './setup.module.css';
import { TryStep } from './try-step.tsx';

const NAME: Record<Step, () => string> = {
  kantor: m.set_step_office,
  instansi: m.set_step_agencies,
  tenggat: m.set_step_deadlines,
  coba: m.set_step_try,
};

/** The button's verb by the step it leads to. */
const NEXT: Record<Exclude<Step, 'kantor'>, () => string> = {
  instansi: m.set_next_agencies,
  tenggat: m.set_next_deadlines,
  coba: m.set_next_try,
};

export interface StepProps {
  /** Set by the step: saves what was typed. `complete` = refuse what is wrong and go to it; else keep what is right. */
  save: React.RefObject<(complete: boolean) => Promise<boolean>>;
  /** Says what stands at the left of the button that goes on. */
  footer: (remark: ReactNode) => void;
}

/** The first run, in four steps; each can be left and taken up again later, and everything in it is under settings too. */
export function Setup({ step }: { step: Step }) {
  const { setup } = useSettings();
  const { save: saveSettings, error } = useSaveSettings();
  const save = useRef<(complete: boolean) => Promise<boolean>>(async () => true);
  const at = STEPS.indexOf(step);
  const move = async (to: Step) => {
    const forward = STEPS.indexOf(to) > at;
    if (await save.current(forward)) go({ page: 'setup', step: to });
  };
  const finish = async (state: 'later' | 'done') => {
    await save.current(false);
    // What was set up once stays so when someone walks through again.
    if (await saveSettings({ setup: setup === 'done' ? 'done' : state }))
      go({ page: 'list', filter: { tab: 'open' } });
  };
  const previous = STEPS[at - 1];
  const next = STEPS.find((name, i): name is Exclude<Step, 'kantor'> => i === at + 1 && name !== 'kantor');
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Logo size={24} />
        <b className={styles.brand}>Tanggap</b>
        <nav aria-label={m.set_setup_title()} className={styles.steps}>
          <ol>
            {STEPS.map((name, i) => (
              <li key={name} className={cx(i === at && styles.on, i < at && styles.passed)}>
                <button
                  type="button"
                  aria-current={i === at ? 'step' : undefined}
                  onClick={() => void move(name)}
                >
                  <span className={styles.mark}>{i < at ? <Check size={12} aria-hidden /> : i + 1}</span>
                  <span className={styles.stepName}>{NAME[name]()}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        {step !== 'coba' && (
          <button type="button" className={styles.later} onClick={() => void finish('later')}>
            {m.set_later()}
          </button>
        )}
      </header>
      <StepBody key={step} step={step} save={save}>
        {(remark) => (
          <footer className={styles.foot}>
            <div className={styles.footInner}>
              {previous && (
                <Button variant="plain" onClick={() => void move(previous)}>
                  {m.set_back()}
                </Button>
              )}
              <span className="u-grow" />
              {error && <ErrorNote>{error}</ErrorNote>}
              <span className="u-small u-text3">{remark}</span>
              {next ? (
                <Button variant="primary" size="l" onClick={() => void move(next)}>
                  {NEXT[next]()}
                </Button>
              ) : (
                <Button variant="primary" size="l" onClick={() => void finish('done')}>
                  {m.set_finish()}
                </Button>
              )}
            </div>
          </footer>
        )}
      </StepBody>
    </div>
  );
}

function StepBody({
  step,
  save,
  children,
}: {
  step: Step;
  save: StepProps['save'];
  children: (remark: ReactNode) => ReactNode;
}) {
  const [remark, setRemark] = useState<ReactNode>(null);
  const props = { save, footer: setRemark };
  return (
    <>
      {step === 'kantor' && <OfficeStep {...props} />}
      {step === 'instansi' && <AgenciesStep {...props} />}
      {step === 'tenggat' && <DeadlinesStep {...props} />}
      {step === 'coba' && <TryStep {...props} />}
      {children(remark)}
    </>
  );
}

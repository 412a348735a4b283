import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { DeliveryStep } from '../../channels/channel.ts';
import { copyMessage, copySheet } from '../../channels/clipboard.ts';
import { failureSentence, stepLabel } from '../../channels/words.ts';
import { clockTime } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { deliverEnv } from '../complaint-parts/deliver-env.ts';
import { channelName } from '../complaint-parts/timeline-entries.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import type { SentNow } from './complaint-panel.tsx';
import panel from './panel.module.css';
import styles from './steps-left.module.css';

/** What only the official can do now, in order; what the clipboard lost can be copied again. */
export function StepsLeft({ sent }: { sent: SentNow }) {
  const { zone } = useSettings();
  const toast = useToast();
  const [failed, setFailed] = useState(false);
  const { draft, steps, at } = sent;
  if (steps.length === 0) return null;
  const again = async (what: 'photos' | 'message') => {
    const copied =
      what === 'photos' ? await copySheet(draft, deliverEnv) : await copyMessage(draft, deliverEnv);
    setFailed(!copied);
    if (copied)
      toast({ text: what === 'photos' ? m.panel_sheet_copied() : m.panel_message_copied(), icon: Copy });
  };
  const opens = draft.channel === 'whatsapp';
  return (
    <section className={panel.section}>
      <h2>{opens ? m.panel_finish_in({ channel: channelName(draft.channel) }) : m.panel_finish()}</h2>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step}>
            <span className={cx(styles.n, step === 'message-ready' && styles.ok)}>
              {step === 'message-ready' ? <Check size={12} aria-hidden /> : index + 1}
            </span>
            <span className={styles.label}>
              {stepLabel(step)}
              {PASTES.includes(step) && (
                <>
                  <Kbd>Ctrl</Kbd> <Kbd>V</Kbd>
                </>
              )}
            </span>
            {step === 'message-ready' && (
              <span className="u-small u-text3">{clockTime(at, zone, locale())}</span>
            )}
            {(step === 'paste-photo' || step === 'photo-not-copied') && (
              <Button size="s" onClick={() => void again('photos')}>
                {step === 'paste-photo' ? m.panel_copy_again() : m.panel_copy_photos()}
              </Button>
            )}
            {step === 'paste-message' && (
              <Button size="s" onClick={() => void again('message')}>
                {m.panel_copy_again()}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {failed && <ErrorNote tone="warn">{failureSentence('clipboard').split('. ')[0]}.</ErrorNote>}
    </section>
  );
}

const PASTES: readonly DeliveryStep[] = ['paste-photo', 'paste-message'];

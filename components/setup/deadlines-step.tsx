import { useEffect, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { draftsOfTerms, TermFields, termsOfDrafts } from '../settings/term-fields.tsx';
import { useSaveSettings } from '../settings/use-save-settings.ts';
import { ErrorNote } from '../ui/notes.tsx';
import { focusFirstWrong } from './focus-wrong.ts';
import { MessageAside } from './message-aside.tsx';
import styles from './setup.module.css';
import type { StepProps } from './setup.tsx';

/** Step 3: how long an agency has for its first answer. */
export function DeadlinesStep({ save, footer }: StepProps) {
  const settings = useSettings();
  const [drafts, setDrafts] = useState(() => draftsOfTerms(settings.terms));
  const { save: saveSettings, error } = useSaveSettings();
  const terms = termsOfDrafts(drafts);
  useEffect(() => footer(null), [footer]);
  save.current = async (complete) => {
    if (terms) return saveSettings({ terms });
    if (complete) focusFirstWrong();
    return !complete;
  };
  return (
    <div className={styles.body}>
      <main className={styles.narrow}>
        <h1 tabIndex={-1}>{m.set_deadlines_title()}</h1>
        <p className={styles.lead}>{m.set_deadlines_lead()}</p>
        <TermFields drafts={drafts} onChange={setDrafts} zone={settings.zone} />
        <p className="u-small u-text3">{m.set_deadlines_source()}</p>
        {error && <ErrorNote>{error}</ErrorNote>}
      </main>
      <MessageAside settings={terms ? { ...settings, terms } : settings} agency={null} />
    </div>
  );
}

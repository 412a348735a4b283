import { useEffect, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { type OfficeDraft, officeProblems } from '../settings/office-draft.ts';
import { OfficeFields } from '../settings/office-fields.tsx';
import { useSaveSettings } from '../settings/use-save-settings.ts';
import { ErrorNote } from '../ui/notes.tsx';
import { focusFirstWrong } from './focus-wrong.ts';
import { MessageAside } from './message-aside.tsx';
import styles from './setup.module.css';
import type { StepProps } from './setup.tsx';

/** Step 1: who we are. Everything in it may stay as it is. */
export function OfficeStep({ save, footer }: StepProps) {
  const settings = useSettings();
  const { office, prefix, signatory, zone } = settings;
  const [draft, setDraft] = useState<OfficeDraft>({ office, prefix, signatory, zone });
  const [checked, setChecked] = useState(false);
  const { save: saveSettings, error } = useSaveSettings();
  useEffect(() => footer(null), [footer]);
  save.current = async (complete) => {
    const sound = Object.keys(officeProblems(draft)).length === 0;
    if (!sound && complete) {
      setChecked(true);
      focusFirstWrong();
      return false;
    }
    return saveSettings({
      ...draft,
      office: draft.office.trim(),
      signatory: draft.signatory.trim(),
      prefix: sound ? draft.prefix : prefix,
    });
  };
  return (
    <div className={styles.body}>
      <main className={styles.narrow}>
        <h1 tabIndex={-1}>{m.set_office_title()}</h1>
        <p className={styles.lead}>{m.set_office_lead()}</p>
        <OfficeFields draft={draft} onChange={setDraft} checked={checked} autoFocus />
        {error && <ErrorNote>{error}</ErrorNote>}
      </main>
      <MessageAside settings={{ ...settings, ...draft, prefix: draft.prefix || prefix }} agency={null} />
    </div>
  );
}

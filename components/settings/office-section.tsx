import { type FormEvent, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { formatRoute } from '../dashboard/route.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { focusFirstWrong } from '../setup/focus-wrong.ts';
import { useToast } from '../ui/toast.tsx';
import { type OfficeDraft, officeProblems } from './office-draft.ts';
import { OfficeFields } from './office-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** Name, letters, signatory and zone. */
export function OfficeSection() {
  const { office, prefix, signatory, zone } = useSettings();
  const stored: OfficeDraft = { office, prefix, signatory, zone };
  const [draft, setDraft] = useState(stored);
  const [checked, setChecked] = useState(false);
  const saving = useSaveSettings();
  const toast = useToast();
  const dirty = (Object.keys(stored) as (keyof OfficeDraft)[]).some((key) => stored[key] !== draft[key]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(officeProblems(draft)).length > 0) return focusFirstWrong();
    const kept = { ...draft, office: draft.office.trim(), signatory: draft.signatory.trim() };
    if (!(await saving.save(kept))) return;
    setDraft(kept);
    toast({ text: m.set_saved() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <OfficeFields draft={draft} onChange={setDraft} checked={checked} />
      <SaveBar dirty={dirty} saving={saving} onReset={() => setDraft(stored)} />
      <p className="u-small u-text3">
        {m.set_prefix_old_numbers()}{' '}
        <a className={styles.link} href={formatRoute({ page: 'setup', step: 'kantor' })}>
          {m.set_walk_again()}
        </a>
      </p>
    </form>
  );
}

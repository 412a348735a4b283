import { type FormEvent, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { TextField } from '../ui/field.tsx';
import { useToast } from '../ui/toast.tsx';
import { SaveBar } from './save-bar.tsx';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** Longest time that can be set, in days. */
const MOST_DAYS = 3_650;

/** What is kept and for how long, what leaves this computer, and how a citizen's data are removed. */
export function PrivacySection() {
  const { retentionDays } = useSettings();
  const [days, setDays] = useState(String(retentionDays));
  const saving = useSaveSettings();
  const toast = useToast();
  const value = /^\d{1,4}$/.test(days.trim()) && Number(days) <= MOST_DAYS ? Number(days) : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value !== null && (await saving.save({ retentionDays: value }))) toast({ text: m.set_saved() });
  };
  const parts = [
    [m.set_privacy_where(), m.set_privacy_where_text()],
    [m.set_privacy_what(), m.set_privacy_what_text()],
    [m.set_privacy_leaves(), m.set_privacy_leaves_text()],
    [m.set_privacy_citizen(), m.set_privacy_citizen_text()],
  ] as const;
  return (
    <>
      <form onSubmit={submit} noValidate>
        <TextField
          className={styles.days}
          inputMode="numeric"
          label={m.set_retention()}
          hint={value === 0 ? m.set_retention_never() : m.set_retention_hint()}
          error={value === null ? m.set_retention_wrong() : undefined}
          value={days}
          maxLength={4}
          trailing={<span className="u-text3">{m.set_days()}</span>}
          onChange={(e) => setDays(e.target.value)}
        />
        <SaveBar
          dirty={value !== retentionDays}
          saving={saving}
          onReset={() => setDays(String(retentionDays))}
        />
      </form>
      <dl className={styles.facts}>
        {parts.map(([what, text]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

import { useId } from 'react';
import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { ErrorNote } from '../ui/notes.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Switch } from '../ui/switch.tsx';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** Language, appearance and keys; each holds at once. */
export function LookSection() {
  const { language, appearance, shortcuts } = useSettings();
  const { save, error } = useSaveSettings();
  const id = useId();
  return (
    <>
      <div>
        <div id={`${id}-l`} className={styles.label}>
          {m.set_language()}
        </div>
        <Segmented
          labelledBy={`${id}-l`}
          value={language}
          onChange={(value) => void save({ language: value })}
          options={[
            { value: 'id', label: <span lang="id">Bahasa Indonesia</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
        <p className={styles.hint}>{m.set_language_hint()}</p>
      </div>
      <div>
        <div id={`${id}-a`} className={styles.label}>
          {m.set_appearance()}
        </div>
        <Segmented
          labelledBy={`${id}-a`}
          value={appearance}
          onChange={(value) => void save({ appearance: value })}
          options={[
            { value: 'system', label: m.set_appearance_system() },
            { value: 'light', label: m.set_appearance_light() },
            { value: 'dark', label: m.set_appearance_dark() },
          ]}
        />
      </div>
      <Switch
        label={m.set_shortcuts()}
        detail={m.set_shortcuts_detail()}
        checked={shortcuts}
        onChange={(on) => void save({ shortcuts: on })}
      />
      {error && <ErrorNote>{error}</ErrorNote>}
    </>
  );
}

import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './settings.module.css';
import type { SaveSettings } from './use-save-settings.ts';

/** *Simpan* for a form whose fields belong together; says when nothing is left to save. */
export function SaveBar({
  dirty,
  saving,
  onReset,
}: {
  dirty: boolean;
  saving: SaveSettings;
  /** Takes back what was typed; left out when there is nothing to take back to. */
  onReset?: () => void;
}) {
  return (
    <>
      {saving.error && <ErrorNote>{saving.error}</ErrorNote>}
      <div className={styles.actions}>
        <Button variant="primary" type="submit" busy={saving.pending} disabled={!dirty}>
          {m.dash_save()}
        </Button>
        {dirty && onReset && (
          <Button variant="plain" onClick={onReset}>
            {m.ui_cancel()}
          </Button>
        )}
      </div>
    </>
  );
}

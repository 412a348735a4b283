import type { FormEvent } from 'react';
import { m } from '../../i18n/index.ts';
import { useManualNote } from '../complaint-parts/manual-note.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './manual-dialog.module.css';

/** *Catat manual*: link, text, place and photos of a complaint that no button could read. */
export function ManualDialog({
  open,
  onClose,
  onMade,
}: {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={(on) => !on && onClose()}
      title={m.dash_manual_title()}
      description={m.dash_manual_explained()}
    >
      <ManualForm onCancel={onClose} onMade={onMade} />
    </Dialog>
  );
}

function ManualForm({ onCancel, onMade }: { onCancel: () => void; onMade: (id: string) => void }) {
  const note = useManualNote(onMade, true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void note.save();
  };
  return (
    <form className={styles.form} onSubmit={submit} onPaste={note.onPaste} noValidate>
      {note.fields}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={note.pending}>
          {m.dash_manual_save()}
        </Button>
      </div>
    </form>
  );
}

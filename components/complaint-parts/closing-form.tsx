import { type FormEvent, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { PictureRow, takePastedPictures, usePictures } from './picture-paste.tsx';
import styles from './response-form.module.css';

export type Closing = 'resolve' | 'dismiss' | 'reopen';

const TITLE: Record<Closing, () => string> = {
  resolve: m.ui_closing_resolve,
  dismiss: m.ui_closing_dismiss,
  reopen: m.ui_closing_reopen,
};
const NOTE: Record<Closing, () => string> = {
  resolve: m.ui_closing_resolve_note,
  dismiss: m.ui_closing_dismiss_note,
  reopen: m.ui_closing_reopen_note,
};

/** *Selesai* with its proof, *Bukan aduan*, *Buka kembali*: a note each, none of them required. */
export function ClosingForm({
  complaintId,
  what,
  onDone,
  onCancel,
}: {
  complaintId: string;
  what: Closing;
  onDone: (eventId: string, what: Closing) => void;
  onCancel: () => void;
}) {
  const [note, setNote] = useState('');
  const pictures = usePictures();
  const resolve = useCommand('complaint.resolve');
  const dismiss = useCommand('complaint.dismiss');
  const reopen = useCommand('complaint.reopen');
  const command = { resolve, dismiss, reopen }[what];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const plain = { complaintId, note: note.trim() };
    const answer =
      what === 'resolve'
        ? await resolve.run({ ...plain, inboxIds: pictures.ids })
        : await (what === 'dismiss' ? dismiss : reopen).run(plain);
    if (!answer) return;
    pictures.handedOver();
    onDone(answer.eventId, what);
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onPaste={what === 'resolve' ? (e) => takePastedPictures(e, pictures) : undefined}
    >
      <TextArea
        autoFocus
        dir="auto"
        label={NOTE[what]()}
        hint={what === 'resolve' ? m.ui_closing_proof_hint() : undefined}
        value={note}
        maxLength={10_000}
        onChange={(e) => setNote(e.target.value)}
      />
      {what === 'resolve' && <PictureRow pictures={pictures} />}
      {command.error && <ErrorNote>{command.error}</ErrorNote>}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={command.pending}>
          {TITLE[what]()}
        </Button>
      </div>
    </form>
  );
}

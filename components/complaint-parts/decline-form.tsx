import { type FormEvent, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import type { ClockFormProps } from './clock-form.tsx';
import styles from './response-form.module.css';

/** *Bukan wewenang*: the agency has nothing to do with it, and whom it names instead. */
export function DeclineForm({ complaintId, onDone, onCancel }: ClockFormProps) {
  const [suggests, setSuggests] = useState('');
  const [note, setNote] = useState('');
  const decline = useCommand('complaint.notOurs');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await decline.run({ complaintId, suggests: suggests.trim(), note: note.trim() });
    if (answer) onDone(answer.eventId);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        autoFocus
        dir="auto"
        label={m.clock_decline_suggests()}
        hint={m.clock_decline_hint()}
        value={suggests}
        maxLength={200}
        onChange={(e) => setSuggests(e.target.value)}
      />
      <TextArea
        dir="auto"
        label={m.clock_note()}
        value={note}
        maxLength={10_000}
        onChange={(e) => setNote(e.target.value)}
      />
      {decline.error && <ErrorNote>{decline.error}</ErrorNote>}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={decline.pending}>
          {m.clock_do_decline()}
        </Button>
      </div>
    </form>
  );
}

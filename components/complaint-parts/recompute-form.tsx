import { type FormEvent, useId, useState } from 'react';
import type { PresetId } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { ClockFormProps } from './clock-form.tsx';
import { presetWord } from './deadline-picker.tsx';
import styles from './response-form.module.css';

type Choice = 'keep' | Exclude<PresetId, 'custom'>;
const CHOICES: Choice[] = ['keep', 'emergency', 'busy', 'normal'];

/** *Hitung ulang*: under the rules and the calendar in force now, with a reason. */
export function RecomputeForm({ complaintId, onDone, onCancel }: ClockFormProps) {
  const id = useId();
  const [choice, setChoice] = useState<Choice>('keep');
  const [note, setNote] = useState('');
  const recompute = useCommand('complaint.recompute');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const preset = choice === 'keep' ? null : choice;
    const answer = await recompute.run({ complaintId, preset, termMs: null, note: note.trim() });
    if (answer) onDone(answer.eventId);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div>
        <div id={id} className={styles.label}>
          {m.clock_recompute_rule()}
        </div>
        <Segmented
          labelledBy={id}
          value={choice}
          onChange={setChoice}
          options={CHOICES.map((value) => ({
            value,
            label: value === 'keep' ? m.clock_recompute_keep() : presetWord(value),
          }))}
        />
      </div>
      <TextArea
        autoFocus
        dir="auto"
        label={m.clock_recompute_reason()}
        hint={m.clock_recompute_hint()}
        value={note}
        maxLength={10_000}
        onChange={(e) => {
          setNote(e.target.value);
          recompute.clear();
        }}
      />
      {recompute.error && <ErrorNote>{recompute.error}</ErrorNote>}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={recompute.pending}>
          {m.clock_do_recompute()}
        </Button>
      </div>
    </form>
  );
}

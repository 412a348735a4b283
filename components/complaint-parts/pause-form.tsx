import { type FormEvent, useState } from 'react';
import { pauseWord } from '../../channels/clock-words.ts';
import type { PauseReason } from '../../complaints/deadlines/pauses.ts';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { readMoment, typedMoment } from '../typed-moment.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextArea } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import type { ClockFormProps } from './clock-form.tsx';
import styles from './response-form.module.css';

const REASONS: PauseReason[] = ['citizen', 'outside', 'disaster', 'other'];
const DAY = 86_400_000;

/** *Jeda*: why, from when, and until when at the latest. */
export function PauseForm({ complaintId, onDone, onCancel }: ClockFormProps) {
  const { zone } = useSettings();
  const [reason, setReason] = useState<PauseReason>('citizen');
  const [from, setFrom] = useState(() => typedMoment(Date.now(), zone));
  const [touched, setTouched] = useState(false);
  const [until, setUntil] = useState(() => typedMoment(Date.now() + 2 * DAY, zone));
  const [note, setNote] = useState('');
  const [unread, setUnread] = useState<'from' | 'until' | null>(null);
  const pause = useCommand('complaint.pause');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Untouched, it begins now: to the second, not at the full minute before.
    const begins = touched ? readMoment(from, zone) : Date.now();
    const ends = readMoment(until, zone);
    setUnread(begins === null ? 'from' : ends === null ? 'until' : null);
    if (begins === null || ends === null) return;
    const answer = await pause.run({ complaintId, reason, from: begins, until: ends, note: note.trim() });
    if (answer) onDone(answer.eventId);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Select
        autoFocus
        label={m.clock_pause_reason()}
        value={reason}
        options={REASONS.map((value) => ({ value, label: pauseWord(value) }))}
        onChange={(e) => setReason(REASONS.find((each) => each === e.target.value) ?? 'other')}
      />
      <MomentField
        label={m.clock_pause_from({ zone })}
        value={from}
        error={unread === 'from' ? m.ui_moment_unread() : undefined}
        onChange={(typed) => {
          setFrom(typed);
          setTouched(true);
          pause.clear();
        }}
      />
      <MomentField
        label={m.clock_pause_until({ zone })}
        hint={m.clock_pause_hint()}
        value={until}
        error={unread === 'until' ? m.ui_moment_unread() : undefined}
        onChange={(typed) => {
          setUntil(typed);
          pause.clear();
        }}
      />
      <TextArea
        dir="auto"
        label={reason === 'other' ? m.clock_note_needed() : m.clock_note()}
        value={note}
        maxLength={10_000}
        onChange={(e) => setNote(e.target.value)}
      />
      {pause.error && <ErrorNote>{pause.error}</ErrorNote>}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={pause.pending}>
          {m.clock_do_pause()}
        </Button>
      </div>
    </form>
  );
}

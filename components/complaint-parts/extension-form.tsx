import { type FormEvent, useId, useState } from 'react';
import { clockWord, termWords } from '../../channels/clock-words.ts';
import type { ClockView } from '../../complaints/deadlines/clocks.ts';
import { CLOCK_NAMES } from '../../complaints/deadlines/policies.ts';
import type { Extension } from '../../complaints/deadlines/runs.ts';
import type { Term } from '../../complaints/deadlines/term.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { openClocks } from '../../storage/read/clocks.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { ClockFormProps } from './clock-form.tsx';
import styles from './response-form.module.css';

type Answer = 'granted' | 'refused' | 'later';
const GRANTED: Record<Answer, boolean | null> = { granted: true, refused: false, later: null };

/** *Perpanjangan*: what the agency asks for and what the office says; one still open is decided first. */
export function ExtensionForm(props: ClockFormProps) {
  const { complaintId } = props;
  const clocks = useLive(async () => {
    const { clocks } = await openClocks(database, complaintId, Date.now());
    return clocks.current ? CLOCK_NAMES.map((name) => clocks.current?.clocks[name]) : [];
  }, [complaintId])?.filter((clock) => clock !== undefined);
  if (!clocks) return null;
  const pending = clocks.flatMap((clock) => clock.extensions).find((each) => each.granted === null);
  if (pending) return <Decide {...props} pending={pending} />;
  const running = clocks.filter((clock) => clock.state !== 'notApplicable' && clock.stoppedAt === null);
  return <Ask {...props} running={running} />;
}

function Ask({ complaintId, onDone, onCancel, running }: ClockFormProps & { running: ClockView[] }) {
  const id = useId();
  const [name, setName] = useState('');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<Answer>('granted');
  const [bad, setBad] = useState(false);
  const ask = useCommand('complaint.askExtension');
  const clock = running.find((each) => each.name === name) ?? running[0];
  if (!clock?.term) return <ErrorNote>{m.clock_no_clock()}</ErrorNote>;
  const { kind } = clock.term;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const n = Number(amount.trim().replace(',', '.'));
    const by: Term =
      kind === 'workingDays' ? { kind, days: Math.round(n) } : { kind, ms: Math.round(n * 60) * 60_000 };
    const sound = amount.trim() !== '' && n > 0 && n <= (kind === 'workingDays' ? 250 : 8_760);
    setBad(!sound);
    if (!sound) return;
    const granted = GRANTED[answer];
    const done = await ask.run({ complaintId, clock: clock.name, by, reason: reason.trim(), granted });
    if (done) onDone(done.eventId);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Select
        label={m.clock_extend_clock()}
        value={clock.name}
        options={running.map((each) => ({ value: each.name, label: clockWord(each.name) }))}
        onChange={(e) => setName(e.target.value)}
      />
      <TextField
        autoFocus
        inputMode="decimal"
        label={kind === 'workingDays' ? m.clock_extend_days() : m.clock_extend_hours()}
        value={amount}
        maxLength={6}
        error={bad ? m.clock_extend_bad() : undefined}
        onChange={(e) => setAmount(e.target.value)}
      />
      <TextArea
        dir="auto"
        label={m.clock_extend_reason()}
        value={reason}
        maxLength={10_000}
        onChange={(e) => setReason(e.target.value)}
      />
      <div>
        <div id={id} className={styles.label}>
          {m.clock_extend_answer()}
        </div>
        <Segmented
          labelledBy={id}
          value={answer}
          onChange={setAnswer}
          options={[
            { value: 'granted', label: m.clock_extend_granted() },
            { value: 'refused', label: m.clock_extend_refused() },
            { value: 'later', label: m.clock_extend_later() },
          ]}
        />
      </div>
      {ask.error && <ErrorNote>{ask.error}</ErrorNote>}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={ask.pending}>
          {m.clock_do_extend()}
        </Button>
      </div>
    </form>
  );
}

function Decide({ complaintId, onDone, onCancel, pending }: ClockFormProps & { pending: Extension }) {
  const decide = useCommand('complaint.decideExtension');
  const say = async (granted: boolean) => {
    const done = await decide.run({ complaintId, target: pending.id, granted, note: '' });
    if (done) onDone(done.eventId);
  };
  const words = {
    term: termWords(pending.by),
    clock: clockWord(pending.clock),
    reason: pending.reason,
  };
  return (
    <div className={styles.form}>
      <p dir="auto">{m.clock_extend_pending(words)}</p>
      {decide.error && <ErrorNote>{decide.error}</ErrorNote>}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button busy={decide.pending} onClick={() => void say(false)}>
          {m.clock_extend_refuse()}
        </Button>
        <Button variant="primary" busy={decide.pending} onClick={() => void say(true)}>
          {m.clock_extend_grant()}
        </Button>
      </div>
    </div>
  );
}

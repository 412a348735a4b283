import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import type { ResponseKind } from '../../complaints/events.ts';
import { zoneOffset } from '../../complaints/when.ts';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { readMoment, typedMoment } from '../typed-moment.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { PictureRow, takePastedPictures, usePictures } from './picture-paste.tsx';
import styles from './response-form.module.css';
import { responseWord } from './words.ts';

/** What the agency answered: kind, words or pasted pictures, and when. Errors stand as sentences where they belong. */
export function ResponseForm({
  complaintId,
  onDone,
  onCancel,
}: {
  complaintId: string;
  /** `eventId` of the recorded answer, for undo. */
  onDone: (eventId: string, kind: ResponseKind) => void;
  onCancel: () => void;
}) {
  const { zone } = useSettings();
  const [kind, setKind] = useState<ResponseKind>('initial');
  const [text, setText] = useState('');
  const [when, setWhen] = useState(() => typedMoment(Date.now(), zone));
  const [whenTouched, setWhenTouched] = useState(false);
  const [fromMessage, setFromMessage] = useState(false);
  const [fault, setFault] = useState<'text' | 'when' | null>(null);
  const pictures = usePictures();
  const respond = useCommand('complaint.respond');
  const kindId = useId();
  const aboutTime = respond.code === 'before-forwarding' || respond.code === 'in-future';

  /** What was copied out of a chat: its words stay, its time and kind go where they belong. */
  const takeMessage = async (pasted: string) => {
    const { oneAnswer } = await import('../../complaints/answers/one-answer.ts');
    const found = oneAnswer(pasted, { now: Date.now(), offsetMinutes: zoneOffset(zone) });
    if (!found) return;
    setText(found.text);
    setKind(found.kind);
    if (found.at === null) return;
    setWhen(typedMoment(found.at, zone));
    setWhenTouched(true);
    setFromMessage(true);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Untouched, the answer came just now: to the second, not to the full minute before.
    const at = whenTouched ? readMoment(when, zone) : Date.now();
    // That the agency has answered can be said without its words, by telephone; that something was done cannot.
    const bare = text.trim() === '' && pictures.ids.length === 0;
    if (bare && kind !== 'initial') return setFault('text');
    if (at === null) return setFault('when');
    setFault(null);
    const answer = await respond.run({
      complaintId,
      kind,
      text: text.trim(),
      at,
      inboxIds: pictures.ids,
      via: fromMessage ? 'pasted' : 'hand',
    });
    if (!answer) return;
    pictures.handedOver();
    onDone(answer.eventId, kind);
  };
  /** Ctrl+Enter records; in the empty field, where a new line means nothing, so does Enter alone. */
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey || event.altKey) return;
    const chord = event.ctrlKey || event.metaKey;
    const empty = event.target instanceof HTMLTextAreaElement && event.target.value === '';
    if (!chord && !empty) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat && !respond.pending) event.currentTarget.requestSubmit();
  };
  const kinds: ResponseKind[] = ['initial', 'followUp', 'done'];
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      onPaste={(e) => {
        if (!takePastedPictures(e, pictures) && text.trim() === '') {
          void takeMessage(e.clipboardData.getData('text/plain'));
        }
      }}
      noValidate
    >
      <div>
        <div id={kindId} className={styles.label}>
          {m.ui_response_kind()}
        </div>
        <Segmented
          labelledBy={kindId}
          value={kind}
          onChange={setKind}
          options={kinds.map((k) => ({ value: k, label: responseWord(k) }))}
        />
      </div>
      <TextArea
        autoFocus
        rows={3}
        dir="auto"
        label={m.ui_response_text()}
        hint={m.ui_response_text_hint()}
        placeholder={m.ui_response_placeholder()}
        value={text}
        maxLength={100_000}
        onChange={(e) => {
          setText(e.target.value);
          setFault(null);
        }}
        error={fault === 'text' ? m.ui_response_empty() : undefined}
      />
      <PictureRow pictures={pictures} />
      <MomentField
        label={m.ui_response_when({ zone })}
        value={when}
        hint={fromMessage ? m.paste_time_from_message() : undefined}
        onChange={(typed) => {
          setWhen(typed);
          setWhenTouched(true);
          setFromMessage(false);
          setFault(null);
          respond.clear();
        }}
        error={fault === 'when' ? m.ui_moment_unread() : aboutTime ? respond.error : undefined}
      />
      {respond.error && !aboutTime && <ErrorNote>{respond.error}</ErrorNote>}
      <div className={styles.actions}>
        <span className={styles.keys}>
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
        </span>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={respond.pending}>
          {m.ui_response_save()}
        </Button>
      </div>
    </form>
  );
}

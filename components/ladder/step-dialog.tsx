import { Copy, FileWarning, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Channel } from '../../channels/channel.ts';
import type { LadderItem } from '../../channels/ladder-item.ts';
import { stepWord } from '../../channels/ladder-words.ts';
import { letterText } from '../../channels/letter.ts';
import { messageText } from '../../channels/message.ts';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import { isLetter, type LadderStep } from '../../complaints/ladder/steps.ts';
import { answerBy } from '../../complaints/ladder/waiting.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { type OnLadder, readOnLadder, readSameStep } from '../../storage/read/ladders.ts';
import { CHANNEL_ICON } from '../complaint-parts/channel-icon.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useToast } from '../ui/toast.tsx';
import { deliver, ladderChannels, takeBack, usualChannel } from './deliver.ts';
import { ladderItem } from './items.ts';
import styles from './ladder.module.css';
import { againstWords } from './reason-words.ts';

/**
 * One step of the ladder for one complaint, and for a letter those of the same agency that stand at the same step:
 * the text to read over and change, the way it leaves, and one press.
 */
export function StepDialog({
  complaintId,
  agencyId,
  step,
  onClose,
}: {
  complaintId: string;
  agencyId: string;
  step: LadderStep;
  onClose: () => void;
}) {
  // What is written is written at one moment: figures do not run on while it is read over.
  const [now] = useState(() => Date.now());
  const found = useLive(async () => {
    const [agency, row, book] = await Promise.all([
      database.agencies.get(agencyId),
      database.complaints.get(complaintId),
      readCalendarBook(database),
    ]);
    const own = row ? await readOnLadder(database, [row], now) : [];
    const all = isLetter(step) ? await readSameStep(database, { agencyId, step }, now) : [];
    return { agency, own, book, others: all.filter((one) => one.row.id !== complaintId) };
  }, [complaintId, agencyId, step, now]);
  const own = found?.own[0];
  return (
    <Dialog open onOpenChange={(on) => !on && onClose()} title={stepWord(step)} wide>
      {found && !found.agency && <ErrorNote tone="warn">{m.dash_agency_gone()}</ErrorNote>}
      {found?.agency && own && (
        <Writing
          agency={found.agency}
          own={own}
          others={found.others}
          answerByOf={(one) =>
            isLetter(step) ? answerBy(one.explanation.clock, found.book, step, now) : now
          }
          step={step}
          now={now}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function Writing({
  agency,
  own,
  others,
  answerByOf,
  step,
  now,
  onClose,
}: {
  agency: Agency;
  own: OnLadder;
  others: readonly OnLadder[];
  answerByOf: (one: OnLadder) => number;
  step: LadderStep;
  now: number;
  onClose: () => void;
}) {
  const settings = useSettings();
  const toast = useToast();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wording, setWording] = useState<string | null>(null);
  const [channel, setChannel] = useState<Channel>(() => usualChannel(agency, step));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const chosen = [own, ...others.filter((one) => !left.has(one.row.id))];
  const items: LadderItem[] = chosen.map(ladderItem);
  const until = Math.max(...chosen.map(answerByOf));
  const context = { agency, settings, now };
  const built = isLetter(step)
    ? letterText({ ...context, step, items, answerBy: until })
    : messageText({ ...context, kind: 'remind', complaint: ladderItem(own).draft, photos: [] });
  const text = wording ?? built;
  const send = async () => {
    setBusy(true);
    setFault(null);
    const done = await deliver({ ...context, step, items, text, answerBy: until, channel });
    setBusy(false);
    if (!done.ok) return setFault(done.sentence);
    onClose();
    toast({
      text: m.ladder_done({ step: stepWord(step), n: items.length }),
      icon: FileWarning,
      undo: () => void takeBack(done.eventIds).catch(() => undefined),
    });
  };
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
    setWording(null);
  };
  const reasons = own.ladder.against.map((reason) =>
    againstWords(reason, { explanation: own.explanation, now, zone: settings.zone }),
  );
  return (
    <div className={styles.writing}>
      <p className="u-small u-text2">
        {m.ladder_to({ agency: nameAt(agency, now).name })}
        {own.complaint.sensitive && ` · ${m.ladder_sensitive()}`}
      </p>
      {reasons.length > 0 && (
        <Note icon={TriangleAlert}>
          {m.ladder_against()}: {reasons.join('; ')}.
        </Note>
      )}
      {others.length > 0 && (
        <fieldset className={styles.others}>
          <legend>{m.ladder_others({ n: others.length })}</legend>
          {others.map(({ row }) => (
            <label key={row.id}>
              <input type="checkbox" checked={!left.has(row.id)} onChange={() => toggle(row.id)} />
              <span className="u-cut">
                {row.number} {row.sensitive ? '' : row.gist}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <TextArea
        dir="auto"
        className={styles.letter}
        label={m.ladder_text()}
        value={text}
        maxLength={60_000}
        onChange={(e) => setWording(e.target.value)}
        hint={isLetter(step) ? m.ladder_text_hint_letter() : m.ladder_text_hint()}
      />
      <div className={styles.ways}>
        <Segmented
          label={m.ladder_way()}
          value={channel.id}
          onChange={(id) => setChannel(ladderChannels(agency).find((one) => one.id === id) ?? channel)}
          options={ladderChannels(agency).map((one) => ({ value: one.id, label: one.label() }))}
        />
      </div>
      {fault && <ErrorNote>{fault}</ErrorNote>}
      <div className={styles.foot}>
        {wording !== null && (
          <Button variant="plain" onClick={() => setWording(null)}>
            {m.ladder_text_reset()}
          </Button>
        )}
        <Button onClick={onClose}>{m.ui_cancel()}</Button>
        <Button
          variant="primary"
          icon={channel.id === 'copy' ? Copy : CHANNEL_ICON[channel.icon]}
          busy={busy}
          onClick={() => void send()}
        >
          {sendWord(channel)}
        </Button>
      </div>
    </div>
  );
}

/** What the press does, and no more than that. */
export function sendWord(channel: Channel): string {
  if (channel.id === 'copy') return m.ladder_send_copy();
  return channel.id === 'email' ? m.ladder_send_email() : m.ladder_send_whatsapp();
}

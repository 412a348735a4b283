import { Check, ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Channel } from '../../channels/channel.ts';
import { messageText } from '../../channels/message.ts';
import { reminderListText } from '../../channels/reminder-list.ts';
import { doneSentence } from '../../channels/words.ts';
import { nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import type { ReminderGroup } from '../../storage/read/ladders.ts';
import { CHANNEL_ICON } from '../complaint-parts/channel-icon.ts';
import { durationLong } from '../format.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextArea } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './agency-reminder.module.css';
import { deliver, ladderChannels, takeBack, usualChannel } from './deliver.ts';
import { ladderItem } from './items.ts';

/** One agency in *Ingatkan semua*: what waits for it, its one message, its channel, its one press. */
export function AgencyReminder({
  group,
  now,
  done,
  onDone,
}: {
  group: ReminderGroup;
  now: number;
  /** The events of the reminder made here; null while it was not made. */
  done: string[] | null;
  onDone: (eventIds: string[] | null) => void;
}) {
  const settings = useSettings();
  const agency = useLive(
    async () => ({ found: (await database.agencies.get(group.agencyId)) ?? null }),
    [group.agencyId],
  );
  const [open, setOpen] = useState(false);
  const [wording, setWording] = useState<string | null>(null);
  const [picked, setPicked] = useState<Channel | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const items = useMemo(() => [...group.items, ...group.inTime].map(ladderItem), [group]);
  const found = agency?.found ?? null;
  const built = useMemo(() => {
    const [first] = items;
    if (!found || !first) return '';
    const context = { agency: found, settings, now };
    return items.length === 1
      ? messageText({ ...context, kind: 'remind', complaint: first.draft, photos: [] })
      : reminderListText(items, context);
  }, [items, found, settings, now]);
  if (!agency) return null;
  const text = wording ?? built;
  const channel = picked ?? (found ? usualChannel(found, 'reminder') : null);
  const send = async () => {
    if (!found || !channel) return;
    setBusy(true);
    setFault(null);
    const result = await deliver({
      step: 'reminder',
      items,
      agency: found,
      settings,
      now,
      text,
      answerBy: now,
      channel,
    });
    setBusy(false);
    if (result.ok) onDone(result.eventIds);
    else setFault(result.sentence);
  };
  const undo = async () => {
    if (!done) return;
    await takeBack(done).then(
      () => onDone(null),
      () => setFault(m.ladder_undo_failed()),
    );
  };
  const Chevron = open ? ChevronUp : ChevronDown;
  const short = found ? nameAt(found, now).short : group.agencyShort;
  return (
    <li className={styles.agency}>
      <div className={styles.row}>
        <div className="u-grow">
          <strong>{found ? nameAt(found, now).name : group.agencyShort}</strong>
          <p className="u-small u-text3">{countWords(group)}</p>
          <Recent group={group} now={now} />
        </div>
        {found === null ? (
          <p className="u-small u-text2">{m.dash_agency_gone()}</p>
        ) : done ? (
          <p className={styles.done}>
            <Check size={14} aria-hidden />
            {channel && doneSentence(channel.id)}
            <Button size="s" variant="plain" onClick={() => void undo()}>
              {m.ui_undo()}
              <span className="u-hidden"> {short}</span>
            </Button>
          </p>
        ) : (
          <div className={styles.acts}>
            <Select
              label={m.ladder_way_for({ agency: short })}
              labelHidden
              value={channel?.id ?? ''}
              onChange={(e) =>
                setPicked(ladderChannels(found).find((one) => one.id === e.target.value) ?? null)
              }
              options={ladderChannels(found).map((one) => ({ value: one.id, label: one.label() }))}
            />
            <Button
              icon={channel ? CHANNEL_ICON[channel.icon] : undefined}
              busy={busy}
              onClick={() => void send()}
            >
              {m.ladder_remind_agency({ agency: short })}
            </Button>
          </div>
        )}
      </div>
      {found && (
        <>
          <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Chevron size={14} aria-hidden />
            {m.ladder_show_message({ agency: short })}
          </button>
          {open && (
            <TextArea
              dir="auto"
              className={styles.text}
              label={m.ladder_text()}
              labelHidden
              readOnly={done !== null}
              value={text}
              maxLength={60_000}
              onChange={(e) => setWording(e.target.value)}
              hint={m.ladder_text_hint()}
            />
          )}
        </>
      )}
      {fault && <ErrorNote>{fault}</ErrorNote>}
    </li>
  );
}

/** `2 lewat tenggat, 1 mendekati. Tidak ikut: 3 sudah dijawab, 1 dijeda`. */
function countWords({ items, inTime, waiting, answered, paused }: ReminderGroup): string {
  const overdue = items.filter((item) => item.explanation.clock.overdue).length;
  const near = items.length - overdue;
  const taken = [
    overdue > 0 && m.ladder_n_overdue({ n: overdue }),
    near > 0 && m.ladder_n_near({ n: near }),
    inTime.length > 0 && m.ladder_n_in_time({ n: inTime.length }),
  ].filter(Boolean);
  const left = [
    waiting - inTime.length > 0 && m.ladder_n_in_time({ n: waiting - inTime.length }),
    answered > 0 && m.ladder_n_answered({ n: answered }),
    paused > 0 && m.ladder_n_paused({ n: paused }),
  ].filter(Boolean);
  const first = `${taken.join(', ')}.`;
  return left.length > 0 ? `${first} ${m.ladder_left_out({ what: left.join(', ') })}` : first;
}

/** Reminded a short while ago: said before it is done again. */
function Recent({ group, now }: { group: ReminderGroup; now: number }) {
  const last = Math.max(
    0,
    ...group.items.flatMap(({ ladder }) =>
      ladder.taken.filter((one) => one.step === 'reminder').map((one) => one.at),
    ),
  );
  if (last === 0 || now - last > 86_400_000) return null;
  return <p className="u-small u-text2">{m.ladder_last_reminded({ ago: durationLong(now - last) })}</p>;
}

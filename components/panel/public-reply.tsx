import { Copy } from 'lucide-react';
import { useState } from 'react';
import { citizenReplyText, cleanReply } from '../../channels/citizen-reply.ts';
import { pauseAt, REPLY_STATES, type ReplyState, replyState } from '../../complaints/citizen-reply.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { liveEvents } from '../../complaints/live.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { draftComplaint } from '../complaint-parts/draft-context.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextArea } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import panel from './panel.module.css';
import styles from './public-reply.module.css';

const STATE: Record<ReplyState, () => string> = {
  forwarded: m.ladder_state_forwarded,
  working: m.ladder_state_working,
  'waiting-citizen': m.ladder_state_waiting_citizen,
  waiting: m.ladder_state_waiting,
  outside: m.ladder_state_outside,
  'not-ours': m.ladder_state_not_ours,
  'said-done': m.ladder_state_said_done,
  done: m.ladder_state_done,
};

/** A reply to put under the post, by where the matter is: read over, copied, and sent by the official himself. */
export function PublicReply({
  complaint,
  events,
  now,
  className,
}: {
  complaint: Complaint;
  events: readonly ComplaintEvent[];
  now: number;
  className?: string;
}) {
  const settings = useSettings();
  const toast = useToast();
  const [picked, setPicked] = useState<ReplyState | null>(null);
  const [own, setOwn] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [failed, setFailed] = useState(false);
  const agencyId = complaint.forwarding?.agencyId ?? '';
  const agency = useLive(() => database.agencies.get(agencyId), [agencyId]);
  const proposed = replyState(complaint, pauseAt(liveEvents(events), now));
  if (!agency || !proposed || complaint.purged || complaint.capture.site === null) return null;
  const state = picked ?? proposed;
  const context = {
    kind: 'forward',
    complaint: draftComplaint(complaint, complaint.clock?.preset ?? 'normal', complaint.clock?.dueAt ?? null),
    agency,
    settings,
    now,
    photos: [],
  } as const;
  const text = own ?? citizenReplyText(state, { ...context, photos: [] });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(own === null ? text : cleanReply(own, { ...context, photos: [] }));
      setFailed(false);
      toast({ text: m.panel_reply_copied(), icon: Copy });
    } catch {
      setFailed(true);
    }
  };
  return (
    <section className={className ?? panel.section}>
      <h2>
        {m.panel_reply()}
        <span className={panel.aside}>{m.panel_reply_by_hand()}</span>
      </h2>
      <div className={styles.state}>
        <Select
          label={m.ladder_reply_state()}
          labelHidden
          value={state}
          onChange={(e) => {
            setPicked(REPLY_STATES.find((one) => one === e.target.value) ?? null);
            setOwn(null);
          }}
          options={REPLY_STATES.map((one) => ({
            value: one,
            label: one === proposed ? m.ladder_reply_now({ state: STATE[one]() }) : STATE[one](),
          }))}
        />
      </div>
      {editing ? (
        <TextArea
          label={m.panel_reply()}
          labelHidden
          autoFocus
          dir="auto"
          value={text}
          maxLength={4_000}
          onChange={(e) => setOwn(e.target.value)}
          hint={m.ladder_text_hint()}
        />
      ) : (
        <p className={styles.reply} dir="auto">
          {text}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="s" icon={Copy} onClick={() => void copy()}>
          {m.panel_copy()}
        </Button>
        <Button size="s" variant="plain" onClick={() => setEditing(!editing)}>
          {editing ? m.panel_reply_done() : m.panel_reply_edit()}
        </Button>
      </div>
      {failed && <ErrorNote tone="warn">{m.panel_copy_refused()}</ErrorNote>}
    </section>
  );
}

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { publicReplyText } from '../../channels/message.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { draftComplaint } from '../complaint-parts/draft-context.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import panel from './panel.module.css';
import styles from './public-reply.module.css';

/** A reply to put under the post: read over and sent by the official himself. */
export function PublicReply({ complaint, now }: { complaint: Complaint; now: number }) {
  const settings = useSettings();
  const toast = useToast();
  const [own, setOwn] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [failed, setFailed] = useState(false);
  const agencyId = complaint.forwarding?.agencyId ?? '';
  const agency = useLive(() => database.agencies.get(agencyId), [agencyId]);
  if (!agency || complaint.purged || complaint.capture.site === null) return null;
  const text =
    own ??
    publicReplyText({
      kind: 'forward',
      complaint: draftComplaint(
        complaint,
        complaint.clock?.preset ?? 'normal',
        complaint.clock?.dueAt ?? null,
      ),
      agency,
      settings,
      now,
      photos: [],
    });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setFailed(false);
      toast({ text: m.panel_reply_copied(), icon: Copy });
    } catch {
      setFailed(true);
    }
  };
  return (
    <section className={panel.section}>
      <h2>
        {m.panel_reply()}
        <span className={panel.aside}>{m.panel_reply_by_hand()}</span>
      </h2>
      {editing ? (
        <TextArea
          label={m.panel_reply()}
          labelHidden
          autoFocus
          dir="auto"
          value={text}
          maxLength={4_000}
          onChange={(e) => setOwn(e.target.value)}
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

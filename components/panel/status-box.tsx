import { CircleCheck, Undo2 } from 'lucide-react';
import type { Ref } from 'react';
import { channelById } from '../../channels/registry.ts';
import { doneSentence } from '../../channels/words.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { responseWord } from '../complaint-parts/words.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './status-box.module.css';

/** What was done last, in words that claim no more than that, and the way back. */
export function StatusBox({
  complaint,
  boxRef,
  photosCopied = false,
}: {
  complaint: Complaint;
  boxRef: Ref<HTMLDivElement>;
  photosCopied?: boolean;
}) {
  const undo = useCommand('complaint.undo');
  const response = complaint.responses.at(-1);
  const forwarding = complaint.forwardings.at(-1);
  const event = response ?? forwarding;
  if (!event) return null;
  const title = response
    ? m.panel_box_responded({ kind: responseWord(response.kind) })
    : m.panel_box_forwarded({ agency: forwarding?.agencyShort ?? '' });
  return (
    <>
      <div className={styles.box} role="status" tabIndex={-1} ref={boxRef}>
        <CircleCheck size={20} aria-hidden />
        <div className="u-grow">
          <strong>{title}</strong>
          <p>
            {response
              ? m.panel_box_responded_by({ agency: forwarding?.agencyShort ?? '' })
              : forwardedSentence(complaint, photosCopied)}
          </p>
        </div>
        <Button
          variant="plain"
          size="s"
          icon={Undo2}
          busy={undo.pending}
          className={styles.undo}
          onClick={() => void undo.run({ eventId: event.id })}
        >
          {m.ui_undo()}
        </Button>
      </div>
      {undo.error && <ErrorNote>{undo.error}</ErrorNote>}
    </>
  );
}

function forwardedSentence(complaint: Complaint, photosCopied: boolean): string {
  const forwarding = complaint.forwardings.at(-1);
  const channel = forwarding && channelById(forwarding.channel);
  if (!channel) return m.panel_box_undo_if();
  const done = doneSentence(channel.id);
  if (channel.bySelf) return m.telegram_box_done({ done });
  return photosCopied ? m.panel_box_done_photos({ done }) : m.panel_box_done({ done });
}

import { useEffect, useState } from 'react';
import type { Channel } from '../../channels/channel.ts';
import { copyChannel } from '../../channels/copy.ts';
import { preferredChannel } from '../../channels/registry.ts';
import { m } from '../../i18n/index.ts';
import { type ComplaintRow, database } from '../../storage/database.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readOverdueSince } from '../../storage/read/overdue.ts';
import { countedDue } from '../complaint-parts/clock-view.ts';
import { draftComplaint } from '../complaint-parts/draft-context.ts';
import { timeAgainst } from '../format.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './reminder-dialog.module.css';
import { useRowCommands } from './use-row-commands.ts';

/**
 * *Siapkan pengingat*: what is overdue, one after the other, oldest first, each with the message as it will
 * stand in the agency's channel. The queue is made when the dialog opens, so that reminding does not reorder it.
 */
export function ReminderDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [queue, setQueue] = useState<ComplaintRow[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!open) return;
    setAt(0);
    void readOverdueSince(database, 0, Date.now()).then(setQueue);
  }, [open]);
  const row = queue[at];
  const next = () => {
    if (at + 1 < queue.length) setAt(at + 1);
    else onClose();
  };
  return (
    <Dialog
      open={open && row !== undefined}
      onOpenChange={(on) => !on && onClose()}
      title={m.dash_reminders_title({ n: at + 1, total: queue.length })}
    >
      {row && <OneReminder key={row.id} row={row} last={at + 1 === queue.length} onNext={next} />}
    </Dialog>
  );
}

function OneReminder({ row, last, onNext }: { row: ComplaintRow; last: boolean; onNext: () => void }) {
  const settings = useSettings();
  const { remind } = useRowCommands();
  const [busy, setBusy] = useState(false);
  const [now] = useState(() => Date.now());
  const prepared = useLive(async () => {
    const found = await readComplaint(database, row.id);
    const agency =
      found?.complaint.forwarding && (await database.agencies.get(found.complaint.forwarding.agencyId));
    if (!found || !agency) return null;
    const preferred = preferredChannel(agency, found.complaint);
    const channel: Channel = preferred.missing(agency) === null ? preferred : copyChannel;
    const { clock } = found.complaint;
    const draft = channel.prepare({
      kind: 'remind',
      complaint: draftComplaint(found.complaint, clock?.preset ?? 'normal', clock?.dueAt ?? null),
      agency,
      settings,
      now,
      photos: [],
    });
    return { channel, text: draft.text };
  }, [row.id, settings, now]);
  const send = async () => {
    setBusy(true);
    const done = await remind(row);
    setBusy(false);
    if (done) onNext();
  };
  return (
    <>
      <p className={styles.what} dir="auto">
        {row.gist || row.number}
      </p>
      <p className="u-small u-text3">
        {[row.number, row.agencyShort, timeAgainst(countedDue({ ...row, dueAt: row.dueAt ?? now }), now)]
          .filter(Boolean)
          .join(' · ')}
        {row.reminders > 0 && ` · ${m.dash_reminded_before({ n: row.reminders })}`}
      </p>
      {prepared === null ? (
        <p className={styles.gone}>{m.dash_agency_gone()}</p>
      ) : (
        <p className={styles.message}>{prepared?.text}</p>
      )}
      <div className={styles.actions}>
        <Button variant="plain" onClick={onNext}>
          {last ? m.ui_close() : m.dash_skip()}
        </Button>
        {prepared && (
          <Button variant="primary" busy={busy} onClick={() => void send()}>
            {prepared.channel.id === 'copy'
              ? m.dash_remind_by_copy()
              : m.dash_remind_by({ channel: prepared.channel.label() })}
          </Button>
        )}
      </div>
    </>
  );
}

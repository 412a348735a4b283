import { Combine } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { JoinReason } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { complaintNumber } from '../format.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useToast } from '../ui/toast.tsx';

/** Joins two complaints, shows the one that goes on, and offers the way back. */
export function useJoin(onOpen: (id: string) => void) {
  const command = useCommand('complaint.join');
  const toast = useToast();
  const run = async (complaint: Complaint, row: ComplaintRow, why: JoinReason): Promise<boolean> => {
    const done = await command.run({ complaintId: complaint.id, withId: row.id, why });
    if (!done) return false;
    const [number, into] = [complaintNumber(complaint), row.number];
    toast({
      icon: Combine,
      text:
        done.into === row.id
          ? m.ui_joined_toast({ number, into })
          : m.ui_joined_toast({ number: into, into: number }),
      undo: () => void call('complaint.undo', { eventId: done.eventId }).catch(() => undefined),
    });
    if (done.into !== complaint.id) onOpen(done.into);
    return true;
  };
  return { run, pending: command.pending, error: command.error };
}

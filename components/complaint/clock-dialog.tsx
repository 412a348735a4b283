import type { Complaint } from '../../complaints/complaint.ts';
import { call } from '../../protocol/client.ts';
import { CLOCK_ACT, CLOCK_ACT_DONE, type ClockAct, ClockForm } from '../complaint-parts/clock-form.tsx';
import { complaintNumber } from '../format.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';

/** *Jeda*, *Perpanjangan*, *Bukan wewenang* or *Hitung ulang* over the page, with a way back. */
export function ClockDialog({
  complaint,
  what,
  onClose,
}: {
  complaint: Complaint;
  what: ClockAct;
  onClose: () => void;
}) {
  const toast = useToast();
  const number = complaintNumber(complaint);
  return (
    <Dialog open onOpenChange={(on) => !on && onClose()} title={CLOCK_ACT[what]()} description={number}>
      <ClockForm
        complaintId={complaint.id}
        what={what}
        onCancel={onClose}
        onDone={(eventId) => {
          onClose();
          toast({
            text: CLOCK_ACT_DONE[what]({ number }),
            undo: () => void call('complaint.undo', { eventId }).catch(() => undefined),
          });
        }}
      />
    </Dialog>
  );
}

import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { type Closing, ClosingForm } from '../complaint-parts/closing-form.tsx';
import { complaintNumber } from '../format.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';

const TITLE: Record<Closing, () => string> = {
  resolve: m.dash_resolve,
  dismiss: m.dash_dismiss,
  reopen: m.dash_reopen,
};
const DONE: Record<Closing, (number: { number: string }) => string> = {
  resolve: m.dash_marked_done,
  dismiss: m.dash_marked_dismissed,
  reopen: m.dash_marked_reopened,
};

/** *Selesai*, *Bukan aduan* or *Buka kembali*, each with a note and a way back. */
export function ClosingDialog({
  complaint,
  what,
  onClose,
}: {
  complaint: Complaint;
  what: Closing;
  onClose: () => void;
}) {
  const toast = useToast();
  const number = complaintNumber(complaint);
  return (
    <Dialog open onOpenChange={(on) => !on && onClose()} title={TITLE[what]()} description={number}>
      <ClosingForm
        complaintId={complaint.id}
        what={what}
        onCancel={onClose}
        onDone={(eventId) => {
          onClose();
          toast({
            text: DONE[what]({ number }),
            undo: () => void call('complaint.undo', { eventId }).catch(() => undefined),
          });
        }}
      />
    </Dialog>
  );
}

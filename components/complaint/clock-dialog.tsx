import type { Complaint } from '../../complaints/complaint.ts';
import { CLOCK_ACT, CLOCK_ACT_DONE, type ClockAct, ClockForm } from '../complaint-parts/clock-form.tsx';
import { DecisionDialog } from './decision-dialog.tsx';

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
  return (
    <DecisionDialog
      complaint={complaint}
      title={CLOCK_ACT[what]()}
      done={CLOCK_ACT_DONE[what]}
      onClose={onClose}
    >
      {(form) => <ClockForm {...form} what={what} />}
    </DecisionDialog>
  );
}

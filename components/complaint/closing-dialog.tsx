import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { type Closing, ClosingForm } from '../complaint-parts/closing-form.tsx';
import { DecisionDialog } from './decision-dialog.tsx';

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
  return (
    <DecisionDialog complaint={complaint} title={TITLE[what]()} done={DONE[what]} onClose={onClose}>
      {(form) => <ClosingForm {...form} what={what} />}
    </DecisionDialog>
  );
}

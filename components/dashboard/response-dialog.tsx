import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { ResponseForm } from '../complaint-parts/response-form.tsx';
import { responseWord } from '../complaint-parts/timeline-entries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';

/** *Catat tanggapan* over the list or the page; what was recorded can be undone from the toast. */
export function ResponseDialog({
  row,
  onClose,
}: {
  row: Pick<ComplaintRow, 'id' | 'number' | 'agencyShort'>;
  onClose: () => void;
}) {
  const toast = useToast();
  return (
    <Dialog
      open
      onOpenChange={(on) => !on && onClose()}
      title={m.dash_respond()}
      description={[row.number, row.agencyShort].filter(Boolean).join(' · ')}
    >
      <ResponseForm
        complaintId={row.id}
        onCancel={onClose}
        onDone={(eventId, kind) => {
          onClose();
          toast({
            text: m.dash_response_recorded({ kind: responseWord(kind), number: row.number }),
            undo: () => void call('complaint.undo', { eventId }).catch(() => undefined),
          });
        }}
      />
    </Dialog>
  );
}

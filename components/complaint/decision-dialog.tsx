import type { ReactNode } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { call } from '../../protocol/client.ts';
import { complaintNumber } from '../format.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';

/** A form for one decision over the complaint's page; what was decided is said with a way back. */
export function DecisionDialog({
  complaint,
  title,
  done,
  onClose,
  children,
}: {
  complaint: Complaint;
  title: string;
  done: (number: { number: string }) => string;
  onClose: () => void;
  children: (form: {
    complaintId: string;
    onCancel: () => void;
    onDone: (eventId: string) => void;
  }) => ReactNode;
}) {
  const toast = useToast();
  const number = complaintNumber(complaint);
  const onDone = (eventId: string) => {
    onClose();
    toast({
      text: done({ number }),
      undo: () => void call('complaint.undo', { eventId }).catch(() => undefined),
    });
  };
  return (
    <Dialog open onOpenChange={(on) => !on && onClose()} title={title} description={number}>
      {children({ complaintId: complaint.id, onCancel: onClose, onDone })}
    </Dialog>
  );
}

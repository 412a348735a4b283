import { Play, TriangleAlert } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { errorSentence } from '../error-text.ts';
import { complaintNumber } from '../format.ts';
import { useToast } from '../ui/toast.tsx';

/** *Lanjutkan*: ends the pause now and says so, with undo; a refusal says why. */
export function useResume(complaint: Complaint): () => void {
  const toast = useToast();
  return () => {
    call('complaint.resume', { complaintId: complaint.id, note: '' }).then(
      ({ eventId }) =>
        toast({
          text: m.clock_done_resume({ number: complaintNumber(complaint) }),
          icon: Play,
          undo: () => void call('complaint.undo', { eventId }).catch(() => undefined),
        }),
      (error: unknown) => toast({ text: errorSentence(error), icon: TriangleAlert }),
    );
  };
}

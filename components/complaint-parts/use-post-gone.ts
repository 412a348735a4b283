import { Trash2, TriangleAlert, Undo2 } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { errorCode, errorText } from '../error-text.ts';
import type { MenuItem } from '../ui/menu.tsx';
import { useToast } from '../ui/toast.tsx';

/** The menu's entry that says, or takes back, that the post is gone; null for what has no post. */
export function usePostGoneItem(complaint: Complaint): MenuItem | null {
  const toast = useToast();
  const { postGone } = complaint;
  if (complaint.capture.site === null || complaint.purged) return null;
  const failed = (error: unknown) => toast({ text: errorText(errorCode(error)), icon: TriangleAlert });
  const undo = (eventId: string) => void call('complaint.undo', { eventId }).catch(failed);
  if (postGone) {
    return { label: m.ui_post_gone_unmark(), icon: Undo2, onSelect: () => undo(postGone.id) };
  }
  return {
    label: m.ui_post_gone_mark(),
    icon: Trash2,
    onSelect: () =>
      void call('complaint.postGone', { complaintId: complaint.id }).then(
        ({ eventId }) => toast({ text: m.ui_mark_gone(), icon: Trash2, undo: () => undo(eventId) }),
        failed,
      ),
  };
}

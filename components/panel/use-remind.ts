import { Bell, TriangleAlert } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { database } from '../../storage/database.ts';
import { remind } from '../complaint-parts/remind.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useToast } from '../ui/toast.tsx';

/** *Ingatkan*: opens the agency's channel with the reminder and says what was done, with undo. */
export function useRemind(complaint: Complaint): () => void {
  const settings = useSettings();
  const toast = useToast();
  return () => {
    void (async () => {
      const agency = complaint.forwarding && (await database.agencies.get(complaint.forwarding.agencyId));
      if (!agency) return toast({ text: m.panel_agency_gone(), icon: TriangleAlert });
      const done = await remind(complaint, agency, settings, Date.now());
      if (!done.ok) return toast({ text: done.sentence, icon: TriangleAlert });
      toast({
        text: m.panel_reminded({ agency: complaint.forwarding?.agencyShort ?? '' }),
        icon: Bell,
        undo: () => void call('complaint.undo', { eventId: done.eventId }).catch(() => undefined),
      });
    })();
  };
}

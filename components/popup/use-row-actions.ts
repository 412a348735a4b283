import { Bell, TriangleAlert } from 'lucide-react';
import { browser } from 'wxt/browser';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { type ComplaintRow, database } from '../../storage/database.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useToast } from '../ui/toast.tsx';

export interface RowActions {
  remind: (row: ComplaintRow) => void;
  openPost: (row: ComplaintRow) => void;
}

/** What can be done with a row without leaving the popup. */
export function useRowActions(): RowActions {
  const settings = useSettings();
  const toast = useToast();
  return {
    remind: (row) => {
      void (async () => {
        const [found, agency] = await Promise.all([
          readComplaint(database, row.id),
          database.agencies.get(row.agencyId),
        ]);
        if (!found || !agency) return toast({ text: m.error_not_found(), icon: TriangleAlert });
        // The channels are loaded when one is used: the popup has to be there at once.
        const { remind } = await import('../complaint-parts/remind.ts');
        const done = await remind(found.complaint, agency, settings, Date.now());
        if (!done.ok) return toast({ text: done.sentence, icon: TriangleAlert });
        toast({
          text: m.popup_reminded({ agency: row.agencyShort, number: row.number }),
          icon: Bell,
          undo: () => void call('complaint.undo', { eventId: done.eventId }).catch(() => undefined),
        });
      })();
    },
    openPost: (row) => void browser.tabs.create({ url: row.permalink }),
  };
}

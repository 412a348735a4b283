import { Bell, TriangleAlert } from 'lucide-react';
import { useCallback, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { type ComplaintRow, database } from '../../storage/database.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { remind } from '../complaint-parts/remind.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useToast } from '../ui/toast.tsx';

export interface RowCommands {
  /** Opens the agency's channel with the reminder; says what happened, with undo. */
  remind: (row: ComplaintRow) => Promise<boolean>;
  respond: (row: ComplaintRow) => void;
  /** The row whose answer is being recorded. */
  responding: ComplaintRow | null;
  closeResponse: () => void;
}

/** Whether a reminder makes sense: it was forwarded and nothing has ended it. */
export function canRemind(row: ComplaintRow): boolean {
  return row.status === 'waiting' || row.status === 'responded' || row.status === 'outside';
}

/** What can be done to a row without opening it. */
export function useRowCommands(): RowCommands {
  const settings = useSettings();
  const toast = useToast();
  const [responding, setResponding] = useState<ComplaintRow | null>(null);
  const refuse = useCallback(
    (text: string) => {
      toast({ text, icon: TriangleAlert });
      return false;
    },
    [toast],
  );
  const remindRow = useCallback(
    async (row: ComplaintRow) => {
      if (!canRemind(row)) return refuse(m.dash_not_forwarded({ number: row.number }));
      const found = await readComplaint(database, row.id);
      const agencyId = found?.complaint.forwarding?.agencyId;
      const agency = agencyId ? await database.agencies.get(agencyId) : undefined;
      if (!found || !agency) return refuse(m.dash_agency_gone());
      const done = await remind(found.complaint, agency, settings, Date.now());
      if (!done.ok) return refuse(done.sentence);
      toast({
        text: m.dash_reminded({ agency: row.agencyShort, number: row.number }),
        icon: Bell,
        undo: () => void call('complaint.undo', { eventId: done.eventId }).catch(() => undefined),
      });
      return true;
    },
    [settings, toast, refuse],
  );
  const respond = useCallback(
    (row: ComplaintRow) => {
      if (canRemind(row)) setResponding(row);
      else refuse(m.dash_not_forwarded({ number: row.number }));
    },
    [refuse],
  );
  return { remind: remindRow, respond, responding, closeResponse: () => setResponding(null) };
}

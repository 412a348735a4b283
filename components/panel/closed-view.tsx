import { RotateCcw } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { ClockCard } from '../complaint-parts/clock-card.tsx';
import { HistoryList } from '../complaint-parts/history-list.tsx';
import { openDashboard } from '../complaint-parts/open-dashboard.ts';
import { Ties } from '../complaint-parts/ties.tsx';
import { useNow } from '../hooks/use-now.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/notes.tsx';
import type { PanelForm } from './complaint-panel.tsx';
import { FormSlot } from './form-slot.tsx';
import { NextNew } from './next-new.tsx';
import styles from './panel.module.css';
import { PublicReply } from './public-reply.tsx';
import { Summary } from './summary.tsx';

/** Done, dismissed or joined: what it was, what happened, and the way to open it again. */
export function ClosedView({
  complaint,
  events,
  form,
  setForm,
  onOpen,
}: {
  complaint: Complaint;
  events: ComplaintEvent[];
  form: PanelForm;
  setForm: (form: PanelForm) => void;
  onOpen: (id: string | null) => void;
}) {
  const { zone } = useSettings();
  const now = useNow();
  const joined = complaint.status === 'joined';
  const at = complaint.resolvedAt ?? complaint.lastEventAt;
  const when = fullMoment(at, zone, locale());
  return (
    <>
      <main className={`${styles.body} ${styles.spaced}`}>
        <FormSlot complaint={complaint} form={form} setForm={setForm} />
        <Ties complaint={complaint} onOpen={onOpen} />
        {!joined && (
          <Note>
            {complaint.status === 'done' ? m.panel_closed_done({ when }) : m.panel_closed_dismissed({ when })}
          </Note>
        )}
        <Summary complaint={complaint} now={now} />
        {!joined && <ClockCard complaint={complaint} now={now} />}
        {complaint.status === 'done' && <PublicReply complaint={complaint} events={events} now={now} />}
        <section className={styles.section}>
          <h2>{m.panel_history()}</h2>
          <HistoryList events={events} now={now} sensitive={complaint.sensitive} />
        </section>
      </main>
      <footer className={styles.footer}>
        {form === null && !joined && (
          <Button size="l" block icon={RotateCcw} onClick={() => setForm('reopen')}>
            {m.panel_reopen()}
          </Button>
        )}
        <div className={styles.under}>
          <Button variant="plain" size="s" onClick={() => void openDashboard(complaint.id)}>
            {m.panel_open_page()}
          </Button>
          <NextNew exceptId={complaint.id} onOpen={onOpen} />
        </div>
      </footer>
    </>
  );
}

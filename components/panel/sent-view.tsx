import { ClipboardPaste, Send } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { ClockCard } from '../complaint-parts/clock-card.tsx';
import { HistoryList } from '../complaint-parts/history-list.tsx';
import { openDashboard } from '../complaint-parts/open-dashboard.ts';
import { Ties } from '../complaint-parts/ties.tsx';
import { useNow } from '../hooks/use-now.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { LadderCard } from '../ladder/ladder-card.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/notes.tsx';
import type { PanelForm, SentNow } from './complaint-panel.tsx';
import { FormSlot } from './form-slot.tsx';
import { NextNew } from './next-new.tsx';
import styles from './panel.module.css';
import { PublicReply } from './public-reply.tsx';
import { StatusBox } from './status-box.tsx';
import { StepsLeft } from './steps-left.tsx';
import { Summary } from './summary.tsx';

/** For this long, in ms, the last step stands at the top with the way back; then the complaint itself does. */
const RECENT = 30 * 60_000;

/** Epoch ms at which the last forwarding or answer was recorded here. */
function lastStep(complaint: Complaint): number {
  return Math.max(complaint.forwardings.at(-1)?.recordedAt ?? 0, complaint.responses.at(-1)?.recordedAt ?? 0);
}

/** After forwarding: what was done, what is left to do, the clock, a reply for the citizen, what happened. */
export function SentView({
  complaint,
  events,
  sent,
  form,
  setForm,
  onOpen,
  onTransfer,
}: {
  complaint: Complaint;
  events: ComplaintEvent[];
  sent: SentNow | null;
  form: PanelForm;
  setForm: (form: PanelForm) => void;
  onOpen: (id: string | null) => void;
  /** Begin forwarding to another agency. */
  onTransfer: () => void;
}) {
  const now = useNow(complaint.clock?.dueAt);
  const status = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLElement>(null);
  const justSent = sent !== null && sent.eventId === complaint.forwardings.at(-1)?.id;
  const recent = !complaint.notOurs && (justSent || now - lastStep(complaint) < RECENT);
  // After forwarding the status line is read out and stands at the top; it is no button to press by mistake.
  useEffect(() => {
    if (!justSent) return;
    body.current?.scrollTo({ top: 0 });
    status.current?.focus();
  }, [justSent]);
  useEffect(() => {
    if (form) body.current?.scrollTo({ top: 0 });
  }, [form]);
  useShortcuts({ t: () => (complaint.notOurs ? false : setForm('respond')) });
  return (
    <>
      <main className={`${styles.body} ${styles.spaced}`} ref={body}>
        <FormSlot complaint={complaint} form={form} setForm={setForm} />
        {recent ? (
          <StatusBox
            complaint={complaint}
            boxRef={status}
            photosCopied={justSent && (sent?.steps.includes('paste-photo') ?? false)}
          />
        ) : (
          <Summary complaint={complaint} now={now} />
        )}
        <Ties complaint={complaint} onOpen={onOpen} />
        {justSent && sent && complaint.responses.length === 0 && <StepsLeft sent={sent} />}
        {complaint.notOurs && (
          <Note>
            {m.clock_declined({ agency: complaint.forwarding?.agencyShort ?? '' })}. {m.clock_decline_hint()}
          </Note>
        )}
        <ClockCard complaint={complaint} now={now} />
        <LadderCard complaint={complaint} events={events} now={now} className={styles.section} />
        <PublicReply complaint={complaint} events={events} now={now} />
        <section className={styles.section}>
          <h2>{m.panel_history()}</h2>
          <HistoryList events={events} now={now} sensitive={complaint.sensitive} />
        </section>
      </main>
      <footer className={styles.footer}>
        {form !== null ? null : complaint.notOurs ? (
          <Button variant="primary" size="l" block icon={Send} onClick={onTransfer}>
            {m.panel_transfer()}
          </Button>
        ) : complaint.responses.length === 0 ? (
          <Button variant="primary" size="l" block icon={ClipboardPaste} onClick={() => setForm('respond')}>
            {m.panel_record_response()}
          </Button>
        ) : (
          <div className={styles.two}>
            <Button size="l" block icon={ClipboardPaste} onClick={() => setForm('respond')}>
              {m.panel_record_again()}
            </Button>
            <Button variant="primary" size="l" block onClick={() => setForm('resolve')}>
              {m.panel_resolve()}
            </Button>
          </div>
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

import { useEffect, useRef, useState } from 'react';
import type { DeliveryStep, Draft } from '../../channels/channel.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import type { ClockAct } from '../complaint-parts/clock-form.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { isClosed } from './closed.ts';
import { ClosedView } from './closed-view.tsx';
import { ForwardForm } from './forward-view.tsx';
import styles from './panel.module.css';
import { PanelHeader } from './panel-header.tsx';
import { SentView } from './sent-view.tsx';
import { useForwarding } from './use-forwarding.ts';

/** What the panel did with the last forwarding: the steps left, and the draft for copying again. */
export interface SentNow {
  eventId: string;
  steps: DeliveryStep[];
  draft: Draft;
  /** Epoch ms. */
  at: number;
}

/** One form at a time stands in the panel. */
export type PanelForm = 'respond' | 'paste' | 'resolve' | 'dismiss' | 'reopen' | 'transfer' | ClockAct | null;

/** One complaint in the panel: before forwarding, while it waits, and after it was closed. */
export function ComplaintPanel({
  complaint,
  events,
  onOpen,
}: {
  complaint: Complaint;
  events: ComplaintEvent[];
  onOpen: (id: string | null) => void;
}) {
  const [sent, setSent] = useState<SentNow | null>(null);
  const [form, setForm] = useState<PanelForm>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const fresh = complaint.forwarding === null;
  // What was chosen outlives the forwarding, so that a failed or undone one finds the form as it was left.
  const forwarding = useForwarding(
    complaint,
    (now) => {
      setSent(now);
      setForm(null);
    },
    { active: fresh || form === 'transfer', transfer: form === 'transfer' },
  );
  const choose = (next: PanelForm) => {
    if (next === 'transfer') forwarding.startTransfer();
    setForm(next);
  };
  // While a forwarding is under way it is recorded before its tab is open: the form stays until that is known.
  const toForward = fresh || form === 'transfer' || forwarding.busy;
  const view = isClosed(complaint) ? 'closed' : toForward ? 'forward' : 'sent';
  // A button that went with its view leaves the focus nowhere: it goes back to the heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the view changes
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [view]);
  return (
    <div className={styles.panel}>
      <PanelHeader
        complaint={complaint}
        headingRef={heading}
        form={form}
        setForm={choose}
        onOpen={onOpen}
        onGone={() => onOpen(null)}
      />
      {view === 'forward' && (
        <ForwardForm
          complaint={complaint}
          forwarding={forwarding}
          transfer={form === 'transfer'}
          form={form}
          setForm={choose}
          onLater={() => onOpen(null)}
          onOpen={onOpen}
        />
      )}
      {view !== 'forward' && forwarding.failure && (
        <ErrorNote tone="warn" title={m.panel_not_forwarded()}>
          {forwarding.failure}
        </ErrorNote>
      )}
      {view === 'sent' && (
        <SentView
          complaint={complaint}
          events={events}
          sent={sent}
          form={form}
          setForm={setForm}
          onOpen={onOpen}
          onTransfer={() => choose('transfer')}
        />
      )}
      {view === 'closed' && (
        <ClosedView complaint={complaint} events={events} form={form} setForm={setForm} onOpen={onOpen} />
      )}
    </div>
  );
}

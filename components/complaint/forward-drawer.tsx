import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { complaintNumber } from '../format.ts';
import type { SentNow } from '../panel/complaint-panel.tsx';
import { ForwardView } from '../panel/forward-view.tsx';
import panel from '../panel/panel.module.css';
import { StatusBox } from '../panel/status-box.tsx';
import { StepsLeft } from '../panel/steps-left.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './forward-drawer.module.css';

/**
 * The side panel's forwarding beside the page: first what goes to whom, then what is left to do. No dialog: the
 * evidence stays readable and usable while the message is prepared.
 */
export function ForwardDrawer({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  // Whether this is a transfer was decided when the drawer opened; forwarding itself must not change it.
  const [transfer] = useState(complaint.forwarding !== null);
  const [sent, setSent] = useState<SentNow | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const done = sent !== null && complaint.forwardings.at(-1)?.id === sent.eventId;
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  useEffect(() => {
    if (done) status.current?.focus();
  }, [done]);
  const label = transfer ? m.dash_transfer() : m.dash_forward();
  return (
    <section className={styles.drawer} aria-label={label}>
      <header className={panel.header}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {label} · {complaintNumber(complaint)}
        </h2>
        <IconButton icon={X} label={m.ui_close()} onClick={onClose} />
      </header>
      {done && sent ? (
        <>
          <div className={`${panel.body} ${panel.spaced}`}>
            <StatusBox complaint={complaint} boxRef={status} />
            <StepsLeft sent={sent} />
          </div>
          <footer className={panel.footer}>
            <Button variant="primary" size="l" block onClick={onClose}>
              {m.dash_finished()}
            </Button>
          </footer>
        </>
      ) : (
        <ForwardView
          complaint={complaint}
          transfer={transfer}
          form={null}
          setForm={(form) => form === null && onClose()}
          onSent={setSent}
          onLater={onClose}
          nested
        />
      )}
    </section>
  );
}

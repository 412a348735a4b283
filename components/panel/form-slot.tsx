import { ClipboardPaste } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { CLOCK_ACT, CLOCK_ACT_DONE, ClockForm, isClockAct } from '../complaint-parts/clock-form.tsx';
import { ClosingForm } from '../complaint-parts/closing-form.tsx';
import { ResponseForm } from '../complaint-parts/response-form.tsx';
import { responseWord } from '../complaint-parts/words.ts';
import { complaintNumber } from '../format.ts';
import { PasteReply } from '../paste/paste-reply.tsx';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import type { PanelForm } from './complaint-panel.tsx';
import styles from './form-slot.module.css';

const DONE = {
  resolve: m.panel_marked_done,
  dismiss: m.panel_marked_dismissed,
  reopen: m.panel_marked_reopened,
};
const TITLE = {
  respond: m.panel_record_response,
  paste: m.paste_title,
  resolve: m.panel_resolve,
  dismiss: m.panel_dismiss,
  reopen: m.panel_reopen,
  ...CLOCK_ACT,
};

/** The one form that is open in the panel, on top of the complaint; what it did can be undone from the toast. */
export function FormSlot({
  complaint,
  form,
  setForm,
}: {
  complaint: Complaint;
  form: PanelForm;
  setForm: (form: PanelForm) => void;
}) {
  const toast = useToast();
  if (form === null || form === 'transfer') return null;
  const number = complaintNumber(complaint);
  const close = () => setForm(null);
  const done = (text: string, eventId: string) => {
    close();
    toast({ text, undo: () => void call('complaint.undo', { eventId }).catch(() => undefined) });
  };
  return (
    <section className={styles.slot} aria-label={TITLE[form]()}>
      <div className={styles.head}>
        <h2 className="u-grow">{TITLE[form]()}</h2>
        {form === 'respond' && complaint.forwarding !== null && (
          <Button variant="plain" size="s" icon={ClipboardPaste} onClick={() => setForm('paste')}>
            {m.paste_title()}
          </Button>
        )}
      </div>
      {form === 'paste' ? (
        <PasteReply
          only={complaint.id}
          onCancel={close}
          onRecorded={({ count, undo }) => {
            close();
            toast({ text: m.paste_recorded({ n: count }), undo: () => void undo() });
          }}
        />
      ) : form === 'respond' ? (
        <ResponseForm
          complaintId={complaint.id}
          onCancel={close}
          onDone={(eventId, kind) =>
            done(m.panel_response_recorded({ kind: responseWord(kind), number }), eventId)
          }
        />
      ) : isClockAct(form) ? (
        <ClockForm
          complaintId={complaint.id}
          what={form}
          onCancel={close}
          onDone={(eventId) => done(CLOCK_ACT_DONE[form]({ number }), eventId)}
        />
      ) : (
        <ClosingForm
          complaintId={complaint.id}
          what={form}
          onCancel={close}
          onDone={(eventId, what) => done(DONE[what]({ number }), eventId)}
        />
      )}
    </section>
  );
}

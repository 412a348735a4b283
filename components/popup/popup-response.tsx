import { ArrowLeft } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { ResponseForm } from '../complaint-parts/response-form.tsx';
import { responseWord } from '../complaint-parts/words.ts';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './popup.module.css';

/** Record an answer without leaving the popup; the clipboard's text and pictures are pasted in. */
export function PopupResponse({ row, onClose }: { row: ComplaintRow; onClose: () => void }) {
  const toast = useToast();
  return (
    <>
      <header className={styles.top}>
        <IconButton icon={ArrowLeft} label={m.popup_back()} onClick={onClose} />
        <h1>{m.popup_record()}</h1>
        <span className="u-grow" />
        <span className="u-small u-text3">{row.number}</span>
      </header>
      <main
        className={styles.form}
        onKeyDown={(event) => {
          // From a field with words in it Escape would throw them away.
          const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || field?.value !== '') return;
          event.preventDefault();
          onClose();
        }}
      >
        <p className={styles.about}>
          <span className={cx(styles.gist, 'u-two')} dir="auto">
            {row.gist || m.popup_without_text()}
          </span>
          <span className="u-small u-text3">{row.agencyName}</span>
        </p>
        <ResponseForm
          complaintId={row.id}
          onCancel={onClose}
          onDone={(eventId, kind) => {
            onClose();
            toast({
              text: m.popup_recorded({ kind: responseWord(kind), number: row.number }),
              undo: () => void call('complaint.undo', { eventId }).catch(() => undefined),
            });
          }}
        />
      </main>
    </>
  );
}

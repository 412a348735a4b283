import { ArrowLeft } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { openDashboard } from '../complaint-parts/open-dashboard.ts';
import { PasteLink } from '../complaint-parts/paste-link.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './popup.module.css';

/** *Tempel tautan unggahan* in the popup; the complaint then opens beside the page. */
export function PopupPaste({ onClose }: { onClose: () => void }) {
  const show = (id: string) =>
    void call('complaint.show', { complaintId: id })
      .catch(() => openDashboard(id))
      .then(() => window.close());
  return (
    <>
      <header className={styles.top}>
        <IconButton icon={ArrowLeft} label={m.popup_back()} onClick={onClose} />
        <h1>{m.popup_paste_link()}</h1>
      </header>
      <main className={styles.form}>
        <p className={styles.about}>{m.ui_paste_link_explained()}</p>
        <PasteLink focusFirst onMade={show} />
      </main>
    </>
  );
}

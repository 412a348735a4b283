import { useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import styles from './wordings.module.css';

/** *Unggahan diubah*: every wording with the time at which it was read. Nothing when there is but one. */
export function Wordings({ complaint }: { complaint: Complaint }) {
  const { zone } = useSettings();
  const [open, setOpen] = useState(false);
  const { wordings } = complaint;
  const last = wordings.at(-1);
  if (wordings.length < 2 || !last) return null;
  return (
    <div className={styles.box}>
      <p>
        <span className="u-grow">{m.ui_edited_when({ when: fullMoment(last.readAt, zone, locale()) })}</span>
        <Button size="s" variant="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? m.ui_edited_hide() : m.ui_edited_compare()}
        </Button>
      </p>
      {open && (
        <ol className={styles.list}>
          {wordings.map((wording) => (
            <li key={wording.readAt}>
              <time dateTime={new Date(wording.readAt).toISOString()}>
                {m.ui_edited_read({ when: fullMoment(wording.readAt, zone, locale()) })}
              </time>
              <blockquote lang="" dir="auto">
                {wording.text || m.ui_edited_empty()}
              </blockquote>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

import { useState } from 'react';
import { browser } from 'wxt/browser';
import { buttonsTaken, layoutChanged } from '../../complaints/health.ts';
import { healthReport } from '../../complaints/health-report.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readHealth } from '../../storage/read/health.ts';
import { siteName } from '../complaint-parts/words.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './layout-notice.module.css';

const SITES = ['instagram', 'facebook'] as const;

/**
 * *Tata letak Facebook berubah*, or the page takes our buttons out: what still works, and figures for the developer.
 * Nothing while all is well.
 */
export function LayoutNotice({ now }: { now: number }) {
  const rows = useLive(() => readHealth(database), []);
  const [copied, setCopied] = useState<boolean | null>(null);
  if (!rows) return null;
  const changed = SITES.filter((site) => layoutChanged(rows, site, now).length > 0);
  const taken = SITES.filter((site) => !changed.includes(site) && buttonsTaken(rows, site, now).length > 0);
  if (changed.length + taken.length === 0) return null;
  const copy = async () => {
    const release = browser.runtime.getManifest().version;
    const report = healthReport({ release, agent: navigator.userAgent, rows }, now);
    setCopied(
      await navigator.clipboard.writeText(report).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <section className={styles.notice} aria-label={m.popup_layout()}>
      <ErrorNote
        tone="warn"
        title={
          changed.length > 0
            ? m.popup_layout_changed({ sites: changed.map(siteName).join(', ') })
            : m.popup_taken({ sites: taken.map(siteName).join(', ') })
        }
        actions={
          <Button size="s" onClick={() => void copy()}>
            {copied ? m.popup_layout_copied() : m.ui_copy_details()}
          </Button>
        }
      >
        {copied === false
          ? m.panel_copy_refused()
          : changed.length > 0
            ? m.popup_layout_what_to_do()
            : m.popup_taken_what_to_do()}
      </ErrorNote>
    </section>
  );
}

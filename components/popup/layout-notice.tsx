import { useState } from 'react';
import { browser } from 'wxt/browser';
import { layoutChanged } from '../../complaints/health.ts';
import { healthReport } from '../../complaints/health-report.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readHealth } from '../../storage/read/health.ts';
import { siteName } from '../complaint-parts/words.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './layout-notice.module.css';

/** *Tata letak Facebook berubah*: what still works, and figures for the developer. Nothing while all is well. */
export function LayoutNotice({ now }: { now: number }) {
  const rows = useLive(() => readHealth(database), []);
  const [copied, setCopied] = useState<boolean | null>(null);
  const sites = (['instagram', 'facebook'] as const).filter(
    (site) => rows && layoutChanged(rows, site, now).length > 0,
  );
  if (!rows || sites.length === 0) return null;
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
        title={m.popup_layout_changed({ sites: sites.map(siteName).join(', ') })}
        actions={
          <Button size="s" onClick={() => void copy()}>
            {copied ? m.popup_layout_copied() : m.ui_copy_details()}
          </Button>
        }
      >
        {copied === false ? m.panel_copy_refused() : m.popup_layout_what_to_do()}
      </ErrorNote>
    </section>
  );
}

import { useState } from 'react';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { formatRoute, NO_FILTER } from '../dashboard/route.ts';
import { useLive } from '../hooks/use-live.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import styles from './paste.module.css';
import { PasteReply } from './paste-reply.tsx';
import type { Outcome } from './use-recording.ts';

/** *Tempel balasan* as a page of the full tab. `complaintId`: the complaint it was opened from, or empty. */
export function PastePage({ complaintId }: { complaintId: string }) {
  const [outcome, setOutcome] = useState<{ said: Outcome; undone: boolean | null } | null>(null);
  const undo = () => {
    if (!outcome || outcome.undone !== null) return;
    void outcome.said.undo().then((undone) => setOutcome({ ...outcome, undone }));
  };
  useShortcuts({ z: undo });
  return (
    <main className={styles.main}>
      <header className={styles.top}>
        <h1 tabIndex={-1}>{m.paste_title()}</h1>
      </header>
      <div className={styles.page}>
        <p className={styles.lead}>{m.paste_lead()}</p>
        {outcome && (
          <div className={styles.done}>
            <div role="status" className="u-grow">
              <b>
                {outcome.undone === null
                  ? m.paste_recorded({ n: outcome.said.count })
                  : outcome.undone
                    ? m.paste_undone()
                    : m.paste_undo_failed()}
              </b>
              {outcome.undone === null && <Links ids={outcome.said.complaintIds} />}
            </div>
            {outcome.undone === null && (
              <Button size="s" onClick={undo}>
                {outcome.said.count > 1 ? m.paste_undo_all() : m.ui_undo()}
              </Button>
            )}
          </div>
        )}
        <PasteReply only={complaintId || null} onRecorded={(said) => setOutcome({ said, undone: null })} />
      </div>
    </main>
  );
}

/** The complaints that were answered, each a way to its page. */
function Links({ ids }: { ids: readonly string[] }) {
  const rows = useLive(() => database.complaints.bulkGet([...ids]), [ids.join(' ')]) ?? [];
  return (
    <p className={styles.links}>
      {rows.map(
        (row) =>
          row && (
            <a key={row.id} href={formatRoute({ page: 'complaint', id: row.id, filter: NO_FILTER })}>
              {row.number}
            </a>
          ),
      )}
    </p>
  );
}

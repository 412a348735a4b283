import { Search } from 'lucide-react';
import { useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readRows } from '../../storage/read/rows.ts';
import { complaintNumber } from '../format.ts';
import { useLive } from '../hooks/use-live.ts';
import { useNow } from '../hooks/use-now.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './join-dialog.module.css';
import { useJoin } from './use-join.ts';

const SHOWN = 8;

/** *Gabungkan dengan…*: the official says himself which other complaint this one is. */
export function JoinDialog({
  complaint,
  onClose,
  onOpen,
}: {
  complaint: Complaint;
  onClose: () => void;
  onOpen: (id: string) => void;
}) {
  const now = useNow();
  const [query, setQuery] = useState('');
  const found = useLive(async () => {
    // Some that are found are not shown: itself, and what is joined already.
    const rows = await readRows(database, { query }, now, SHOWN * 10);
    return rows.filter((row) => row.id !== complaint.id && row.status !== 'joined').slice(0, SHOWN);
  }, [query, complaint.id, now]);
  const join = useJoin(onOpen);
  return (
    <Dialog
      open
      onOpenChange={(on) => !on && onClose()}
      title={m.ui_join_title({ number: complaintNumber(complaint) })}
      description={m.ui_join_explained()}
    >
      <TextField
        autoFocus
        icon={Search}
        label={m.ui_join_search()}
        value={query}
        maxLength={200}
        onChange={(e) => setQuery(e.target.value)}
      />
      <ul className={styles.list}>
        {found?.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => void join.run(complaint, row, 'chosen').then((done) => done && onClose())}
            >
              <span className={styles.gist} dir="auto">
                {row.gist || m.panel_without_text()}
              </span>
              <span className={styles.detail}>
                {[row.number, row.agencyShort, row.place].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found?.length === 0 && <p className="u-text2">{m.ui_join_none()}</p>}
      {join.error && <ErrorNote>{join.error}</ErrorNote>}
    </Dialog>
  );
}

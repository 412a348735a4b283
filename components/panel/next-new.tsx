import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readNextNew } from '../../storage/read/next-new.ts';
import { useLive } from '../hooks/use-live.ts';
import styles from './panel.module.css';

/** The next one on our own desk. */
export function NextNew({ exceptId, onOpen }: { exceptId: string; onOpen: (id: string) => void }) {
  const next = useLive(() => readNextNew(database, exceptId), [exceptId]);
  if (!next) return null;
  return (
    <span className={styles.next}>
      <span className={styles.nextLabel}>{m.panel_next_new()}</span>
      <button type="button" className={styles.link} onClick={() => onOpen(next.id)}>
        {next.number}
      </button>
    </span>
  );
}

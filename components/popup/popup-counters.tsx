import { m } from '../../i18n/index.ts';
import { cx } from '../ui/cx.ts';
import { StatusGlyph } from '../ui/status-chip.tsx';
import { COUNTED, type Counted } from './groups.ts';
import styles from './popup-counters.module.css';

const WORD: Record<Counted, () => string> = {
  overdue: m.popup_count_overdue,
  near: m.popup_count_near,
  new: m.popup_count_new,
  waiting: m.popup_count_waiting,
};

/** The four counters; each leads to its group. */
export function PopupCounters({
  counts,
  onJump,
}: {
  counts: Record<Counted, number>;
  onJump: (status: Counted) => void;
}) {
  return (
    <nav className={styles.sum} aria-label={m.popup_summary()}>
      {COUNTED.map((status) => (
        <button
          key={status}
          type="button"
          className={cx(
            styles.counter,
            counts[status] === 0 && styles.zero,
            status === 'overdue' && counts.overdue > 0 && styles.hot,
          )}
          onClick={() => onJump(status)}
        >
          <span className={styles.glyph}>
            <StatusGlyph status={status} />
          </span>
          <b className={styles.n}>{counts[status]}</b>
          <span className={styles.word}>{WORD[status]()}</span>
        </button>
      ))}
    </nav>
  );
}

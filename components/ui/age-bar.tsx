import { ageWidths } from './age.ts';
import styles from './age-bar.module.css';
import { cx } from './cx.ts';

export type AgeState = 'waiting' | 'near' | 'overdue' | 'responded' | 'paused' | 'done' | 'none';

/**
 * How much of the term is used. A second reading: the words stand beside it always.
 * `used` = time used ÷ term; `label` = the sentence for screen readers ("Lewat tenggat 2 jam 10 menit").
 */
export function AgeBar({ used, state, label }: { used: number; state: AgeState; label: string }) {
  if (state === 'none') {
    return (
      <span role="img" aria-label={label} className={styles.none}>
        –
      </span>
    );
  }
  const { fill, tail } = ageWidths(used);
  return (
    <span role="img" aria-label={label} className={cx(styles.bar, styles[state])}>
      <span className={cx(styles.fill, tail > 0 && styles.full)} style={{ width: `${fill}%` }} />
      {tail > 0 && <span className={styles.tail} style={{ width: `${tail}%` }} />}
      <span className={styles.tick} />
    </span>
  );
}

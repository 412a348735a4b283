import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';
import styles from './list.module.css';

/** Keys at the left, how many of how many at the right. */
export function KeyBar({
  shown,
  total,
  onHelp,
}: {
  shown: number;
  /** All of the tab, whatever narrows the list. */
  total: number;
  onHelp: () => void;
}) {
  const { shortcuts } = useSettings();
  return (
    <footer className={styles.keys}>
      {shortcuts && (
        <>
          <span className={styles.key}>
            <Kbd>J</Kbd> <Kbd>K</Kbd> {m.dash_key_move()}
          </span>
          <span className={styles.key}>
            <Kbd>Enter</Kbd> {m.dash_key_open()}
          </span>
          <span className={styles.key}>
            <Kbd>R</Kbd> {m.dash_key_remind()}
          </span>
          <span className={cx(styles.key, styles.wideOnly)}>
            <Kbd>T</Kbd> {m.dash_key_respond()}
          </span>
          <button type="button" className={cx(styles.key, styles.wideOnly, styles.help)} onClick={onHelp}>
            <Kbd>?</Kbd> {m.dash_key_all()}
          </button>
        </>
      )}
      <span className="u-grow" />
      <span>{m.dash_n_of_n({ n: shown, total })}</span>
    </footer>
  );
}

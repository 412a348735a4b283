import type { ViewStatus } from '../../complaints/complaint.ts';
import { cx } from './cx.ts';
import { STATUS_ICON, statusWord } from './status.ts';
import styles from './status-chip.module.css';

/** Shape, word and colour; with `glyphOnly` the word stays as the accessible name. */
export function StatusChip({ status, glyphOnly }: { status: ViewStatus; glyphOnly?: boolean }) {
  if (glyphOnly) return <StatusGlyph status={status} label={statusWord(status)} />;
  const Icon = STATUS_ICON[status];
  return (
    <span className={cx(styles.chip, styles[status])}>
      <Icon size={13} strokeWidth={2.25} aria-hidden />
      {statusWord(status)}
    </span>
  );
}

/** The shape of a status alone; give `label` unless the word stands beside it. */
export function StatusGlyph({
  status,
  label,
  size = 16,
}: {
  status: ViewStatus;
  label?: string;
  size?: number;
}) {
  const Icon = STATUS_ICON[status];
  return (
    <span
      className={cx(styles.glyph, styles[`glyph-${status}`])}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : {})}
    >
      <Icon size={size} aria-hidden />
    </span>
  );
}

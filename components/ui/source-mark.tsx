import { type LucideIcon, Pencil, Quote, ScanText, Sparkles, TriangleAlert } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { Tooltip } from './tooltip.tsx';

/** How we know a value: from the post, read out of its text, suggested, the official's own, or not readable. */
export type SourceKind = 'post' | 'text' | 'suggested' | 'edited' | 'unreadable';

const ICON: Record<SourceKind, LucideIcon> = {
  post: Quote,
  text: ScanText,
  suggested: Sparkles,
  edited: Pencil,
  unreadable: TriangleAlert,
};
const WORD: Record<SourceKind, () => string> = {
  post: m.ui_source_post,
  text: m.ui_source_text,
  suggested: m.ui_source_suggested,
  edited: m.ui_source_edited,
  unreadable: m.ui_source_unreadable,
};

/** The mark at the right of a field's label; `reason` says why it could not be read. */
export function SourceMark({ kind, reason, id }: { kind: SourceKind; reason?: string; id?: string }) {
  const Icon = ICON[kind];
  return (
    <Tooltip text={reason}>
      <span
        id={id}
        className={cx(styles.source, kind === 'unreadable' && styles.amber)}
        tabIndex={reason ? 0 : undefined}
      >
        <Icon size={12} aria-hidden />
        {WORD[kind]()}
      </span>
    </Tooltip>
  );
}

import { CircleAlert, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './notes.module.css';

/** Nothing here: a bold statement, one sentence saying what to do, at most one button. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <Icon size={16} aria-hidden />
      <div className="u-grow">
        <strong>{title}</strong>
        {children && <p>{children}</p>}
      </div>
      {action}
    </div>
  );
}

/**
 * An error where the problem is, in one sentence, with what can be done. Assertive: use for the answer to an action.
 * `tone` warn is for what did not work but harmed nothing (amber), fault for the rest (red).
 */
export function ErrorNote({
  title,
  children,
  actions,
  tone = 'fault',
}: {
  title?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  tone?: 'warn' | 'fault';
}) {
  const Icon = tone === 'warn' ? TriangleAlert : CircleAlert;
  return (
    <div role="alert" className={cx(styles.note, tone === 'warn' ? styles.warn : styles.fault)}>
      <Icon size={16} aria-hidden />
      <div className="u-grow">
        {title && <strong>{title}</strong>}
        <p>{children}</p>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** A quiet remark in grey. */
export function Note({ icon: Icon, children }: { icon?: LucideIcon; children: ReactNode }) {
  return (
    <div className={styles.quiet}>
      {Icon && <Icon size={14} aria-hidden />}
      <div className="u-grow">{children}</div>
    </div>
  );
}

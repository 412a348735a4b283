import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './tag.module.css';

/**
 * A small grey remark beside a status (Ramai, Darurat, Sensitif). With `label` the picture stands alone; `why` says
 * more in the tooltip and to those who listen.
 */
export function Tag({
  icon: Icon,
  label,
  why,
  children,
}: {
  icon?: LucideIcon;
  label?: string;
  why?: string;
  children?: ReactNode;
}) {
  return (
    <span className={styles.tag} title={label ?? why}>
      {Icon && <Icon size={12} aria-hidden />}
      {children}
      {why && <span className="u-hidden">: {why}</span>}
      {label && <span className="u-hidden">{label}</span>}
    </span>
  );
}

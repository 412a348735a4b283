import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A small grey remark beside a status (Ramai, Darurat, Sensitif). With `label` the picture stands alone. */
export function Tag({
  icon: Icon,
  label,
  children,
}: {
  icon?: LucideIcon;
  label?: string;
  children?: ReactNode;
}) {
  return (
    <span className={styles.tag} title={label}>
      {Icon && <Icon size={12} aria-hidden />}
      {children}
      {label && <span className="u-hidden">{label}</span>}
    </span>
  );
}

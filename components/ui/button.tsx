import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';

export type ButtonVariant = 'primary' | 'outline' | 'plain' | 'danger';
/** 28, 32 and 40 px high. */
export type ButtonSize = 's' | 'm' | 'l';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Fill the width that is there. */
  block?: boolean;
  /** Work is under way: says so, and takes no second click. */
  busy?: boolean;
}

/** A button; its verb names the effect. */
export function Button({
  variant = 'outline',
  size = 'm',
  icon: Icon,
  block,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      onClick={busy ? undefined : onClick}
      aria-busy={busy || undefined}
      className={cx(styles.button, styles[variant], styles[size], block && styles.block, className)}
    >
      {Icon && <Icon size={size === 's' ? 14 : 16} aria-hidden />}
      {children}
    </button>
  );
}

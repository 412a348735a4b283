import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import type { ButtonSize, ButtonVariant } from './button.tsx';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** Accessible name, and the tooltip. */
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Key hint inside the tooltip. */
  keys?: string;
}

/** A square button with a picture; its name is always spoken and shown on hover. */
export function IconButton({
  icon: Icon,
  label,
  variant = 'plain',
  size = 'm',
  keys,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={cx(styles.button, styles[variant], styles[size], styles.icon, className)}
      >
        <Icon size={size === 's' ? 14 : 16} aria-hidden />
      </button>
    </Tooltip>
  );
}

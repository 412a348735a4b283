import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { cx } from '../ui/cx.ts';
import styles from './list.module.css';

export interface FilterOption {
  value: string;
  label: string;
  detail?: string;
  icon?: LucideIcon;
}

/** One filter: its name while nothing is chosen, else the choice. */
export function FilterMenu({
  name,
  all,
  value,
  shown,
  options,
  onChange,
}: {
  name: string;
  /** The first line, which takes the filter away. */
  all: string;
  /** Empty = not filtered. */
  value: string;
  /** What the button says when the choice is not among the options. */
  shown?: string;
  options: readonly FilterOption[];
  onChange: (value: string) => void;
}) {
  const chosen = options.find((o) => o.value === value)?.label ?? shown ?? (value || name);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={cx(styles.filter, value !== '' && styles.filterOn)}>
        {value !== '' && <span className="u-hidden">{name}: </span>}
        <span className="u-cut">{chosen}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      {/* Within the page's main part, so that it belongs to a landmark. */}
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.RadioGroup value={value} onValueChange={onChange} aria-label={name}>
            {[{ value: '', label: all } as FilterOption, ...options].map((o) => (
              <DropdownMenu.RadioItem key={o.value} value={o.value} className={styles.choice}>
                <span className={styles.mark}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </DropdownMenu.ItemIndicator>
                </span>
                {o.icon && <o.icon size={14} aria-hidden />}
                <span className={styles.choiceText}>
                  {o.label}
                  {o.detail && <small>{o.detail}</small>}
                </span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

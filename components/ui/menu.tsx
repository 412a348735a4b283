import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { m } from '../../i18n/index.ts';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import styles from './menu.module.css';

export type MenuItem =
  | 'line'
  | {
      /** Unique within the menu; the label when left out. */
      key?: string;
      label: string;
      /** Second line. */
      detail?: string;
      icon?: LucideIcon;
      danger?: boolean;
      disabled?: boolean;
      keys?: string;
      onSelect: () => void;
    };

/** A button that opens a list of actions. The trigger must take a ref and props. */
export function Menu({
  trigger,
  items,
  align = 'end',
  open,
  onOpenChange,
}: {
  trigger: ReactNode;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef(false);
  const onCloseAutoFocus = (event: Event) => {
    if (!chosen.current) return;
    chosen.current = false;
    // What was chosen may have opened a form or a dialog: the focus is theirs, and ours only if nobody took it.
    event.preventDefault();
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) button.current?.focus();
    });
  };
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild ref={button}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        {/* Floats at the end of the body, outside every landmark, hence one of its own. */}
        <section aria-label={m.ui_menu()}>
          <DropdownMenu.Content
            className={styles.menu}
            align={align}
            sideOffset={4}
            collisionPadding={8}
            onCloseAutoFocus={onCloseAutoFocus}
          >
            {items.map((item, at) =>
              item === 'line' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a divider has no identity but its place
                <DropdownMenu.Separator key={`line-${at}`} className={styles.line} />
              ) : (
                <DropdownMenu.Item
                  key={item.key ?? item.label}
                  className={cx(styles.item, item.danger && styles.danger)}
                  disabled={item.disabled}
                  onSelect={() => {
                    chosen.current = true;
                    item.onSelect();
                  }}
                >
                  {item.icon ? <item.icon size={16} aria-hidden /> : <span />}
                  <span>
                    {item.label}
                    {item.detail && <span className={styles.detail}>{item.detail}</span>}
                  </span>
                  {item.keys && <Kbd>{item.keys}</Kbd>}
                </DropdownMenu.Item>
              ),
            )}
          </DropdownMenu.Content>
        </section>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

/** Explains its child on hover and focus. The child must take a ref and props (a button, a link). */
export function Tooltip({
  text,
  keys,
  children,
}: {
  text: string | undefined;
  keys?: string;
  children: ReactNode;
}) {
  if (!text) return children;
  return (
    <Radix.Root>
      <Radix.Trigger
        asChild
        onFocus={(event) => {
          // A focus that came back by itself after a menu or dialog asks for no explanation.
          if (!event.currentTarget.matches(':focus-visible')) event.preventDefault();
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        {/* Floats at the end of the body, outside every landmark, hence one of its own. */}
        <section aria-label={text}>
          <Radix.Content className={styles.tip} sideOffset={6} collisionPadding={8}>
            {text}
            {keys && <Kbd>{keys}</Kbd>}
          </Radix.Content>
        </section>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={350}>{children}</Radix.Provider>;
}

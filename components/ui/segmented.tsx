import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './segmented.module.css';

export interface SegmentedOption<V extends string> {
  value: V;
  label: ReactNode;
  detail?: ReactNode;
}

/** One of a few choices side by side: a radio group with arrow keys. */
export function Segmented<V extends string>({
  value,
  onChange,
  options,
  label,
  labelledBy,
}: {
  value: V;
  onChange: (value: V) => void;
  options: readonly SegmentedOption<V>[];
  /** Accessible name, when no visible label names it by `labelledBy`. */
  label?: string;
  labelledBy?: string;
}) {
  return (
    <RadioGroup.Root
      className={styles.group}
      style={{ gridTemplateColumns: `repeat(${options.length}, minmax(0, 1fr))` }}
      value={value}
      onValueChange={(v) => {
        const chosen = options.find((o) => o.value === v);
        if (chosen) onChange(chosen.value);
      }}
      aria-label={label}
      aria-labelledby={labelledBy}
    >
      {options.map((o) => (
        <RadioGroup.Item key={o.value} value={o.value} className={styles.item}>
          {o.label}
          {o.detail !== undefined && <span className={styles.detail}>{o.detail}</span>}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

import { Switch as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import styles from './switch.module.css';

/** On or off at once, with its label and what it does. */
export function Switch({
  label,
  detail,
  checked,
  onChange,
  disabled,
}: {
  label: ReactNode;
  detail?: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div className="u-grow">
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {detail && (
          <p id={`${id}-d`} className="u-small u-text3">
            {detail}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        className={styles.track}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={detail ? `${id}-d` : undefined}
      >
        <Radix.Thumb className={styles.thumb} />
      </Radix.Root>
    </div>
  );
}

import { type ComponentProps, type FocusEvent, useRef } from 'react';
import { m } from '../../i18n/index.ts';
import type { TypedMoment } from '../typed-moment.ts';
import styles from './field.module.css';
import { boxClass, Field, type FieldProps, TextField, type TextFieldProps } from './field.tsx';

/** Typed by hand: a native field would write in the browser's language, not in the office's. */
const TYPED = {
  inputMode: 'text',
  autoComplete: 'off',
  maxLength: 20,
} as const satisfies ComponentProps<'input'>;

/** A day, written day first. */
export function DateField(props: TextFieldProps) {
  return <TextField placeholder={m.ui_date_shape()} {...TYPED} {...props} />;
}

/** A day and a time of day; what they mean is for the caller to read. */
export function MomentField({
  value,
  onChange,
  onLeave,
  label,
  source,
  error,
  ...field
}: Omit<FieldProps, 'label'> & {
  label: string;
  value: TypedMoment;
  onChange: (value: TypedMoment) => void;
  /** The focus has left both parts. */
  onLeave?: () => void;
}) {
  const both = useRef<HTMLDivElement>(null);
  const leave = (event: FocusEvent) => {
    if (!both.current?.contains(event.relatedTarget)) onLeave?.();
  };
  const box = boxClass(source, error);
  return (
    <Field label={label} source={source} error={error} {...field}>
      {(control) => (
        <div ref={both} className={styles.moment}>
          <span className={box}>
            <input
              {...TYPED}
              {...control}
              className={styles.bare}
              placeholder={m.ui_date_shape()}
              value={value.date}
              onChange={(e) => onChange({ ...value, date: e.target.value })}
              onBlur={leave}
            />
          </span>
          <span className={box}>
            <input
              {...TYPED}
              {...control}
              id={`${control.id}-t`}
              aria-label={m.ui_time_of({ label })}
              className={styles.bare}
              placeholder={m.ui_time_shape()}
              value={value.time}
              onChange={(e) => onChange({ ...value, time: e.target.value })}
              onBlur={leave}
            />
          </span>
        </div>
      )}
    </Field>
  );
}

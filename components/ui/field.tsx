import { CircleAlert, type LucideIcon } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { type SourceKind, SourceMark } from './source-mark.tsx';

export interface FieldProps {
  label: ReactNode;
  source?: { kind: SourceKind; reason?: string };
  error?: ReactNode;
  hint?: ReactNode;
  /** Keep the label for screen readers only. */
  labelHidden?: boolean;
  className?: string;
}

export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label, source mark, control, error or hint, tied together by ids. */
export function Field({
  label,
  source,
  error,
  hint,
  labelHidden,
  className,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const described = [source && `${id}-s`, error ? `${id}-e` : hint && `${id}-h`].filter(Boolean).join(' ');
  return (
    <div className={cx(styles.field, className)}>
      <div className={cx(styles.label, labelHidden && !source && 'u-hidden')}>
        <label htmlFor={id} className={labelHidden ? 'u-hidden' : undefined}>
          {label}
        </label>
        {source && <SourceMark {...source} id={`${id}-s`} />}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className={styles.error} id={`${id}-e`} role="alert">
          <CircleAlert size={12} aria-hidden />
          <span>{error}</span>
        </p>
      ) : (
        hint && (
          <p className={styles.hint} id={`${id}-h`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'className'> & { icon?: LucideIcon; trailing?: ReactNode };

/** One line of text with its label, source mark and error. */
export function TextField({
  label,
  source,
  error,
  hint,
  labelHidden,
  className,
  icon: Icon,
  trailing,
  ...rest
}: TextFieldProps) {
  return (
    <Field
      label={label}
      source={source}
      error={error}
      hint={hint}
      labelHidden={labelHidden}
      className={className}
    >
      {(control) => (
        <span className={boxClass(source, error)}>
          {Icon && <Icon size={14} aria-hidden />}
          <input {...rest} {...control} className={styles.bare} />
          {trailing}
        </span>
      )}
    </Field>
  );
}

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'className'>;

/** Several lines of text; grows with its content up to a limit set by the style. */
export function TextArea({ label, source, error, hint, labelHidden, className, ...rest }: TextAreaProps) {
  return (
    <Field
      label={label}
      source={source}
      error={error}
      hint={hint}
      labelHidden={labelHidden}
      className={className}
    >
      {(control) => (
        <span className={cx(boxClass(source, error), styles.area)}>
          <textarea rows={2} {...rest} {...control} className={styles.bare} />
        </span>
      )}
    </Field>
  );
}

export type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'className'> & { options: { value: string; label: string }[] };

/** A native list of choices: the same on every system's keyboard and screen reader. */
export function Select({
  label,
  source,
  error,
  hint,
  labelHidden,
  className,
  options,
  ...rest
}: SelectProps) {
  return (
    <Field
      label={label}
      source={source}
      error={error}
      hint={hint}
      labelHidden={labelHidden}
      className={className}
    >
      {(control) => (
        <span className={cx(boxClass(source, error), styles.select)}>
          <select {...rest} {...control} className={styles.bare}>
            {options.map((o) => (
              <option key={o.value} value={o.value}>
                {o.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}

/** The box around a control: dashed when its fact could not be read, marked when it is wrong. */
export function boxClass(source: FieldProps['source'], error: ReactNode): string {
  return cx(styles.box, source?.kind === 'unreadable' && styles.dashed, Boolean(error) && styles.wrong);
}

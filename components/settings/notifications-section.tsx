import { useState } from 'react';
import { locale, m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { Switch } from '../ui/switch.tsx';
import { minutesOfTime, timeOfMinutes } from './clock-draft.ts';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** One summary when something becomes overdue, and the hours in which it waits. */
export function NotificationsSection() {
  const { notifications, quietFrom, quietTo, zone } = useSettings();
  const { save, error } = useSaveSettings();
  return (
    <>
      <Switch
        label={m.set_notify()}
        detail={m.set_notify_detail()}
        checked={notifications}
        onChange={(on) => void save({ notifications: on })}
      />
      <fieldset className={styles.quiet} disabled={!notifications}>
        <legend>{m.set_quiet({ zone })}</legend>
        <div className={styles.line}>
          <Time
            label={m.set_quiet_from()}
            minutes={quietFrom}
            onSave={(minutes) => void save({ quietFrom: minutes })}
          />
          <Time
            label={m.set_quiet_to()}
            minutes={quietTo}
            onSave={(minutes) => void save({ quietTo: minutes })}
          />
        </div>
        <p className="u-small u-text3">{quietFrom === quietTo ? m.set_quiet_none() : m.set_quiet_detail()}</p>
      </fieldset>
      {error && <ErrorNote>{error}</ErrorNote>}
    </>
  );
}

/** Kept as soon as it is a time. */
function Time({
  label,
  minutes,
  onSave,
}: {
  label: string;
  minutes: number;
  onSave: (minutes: number) => void;
}) {
  const [value, setValue] = useState(() => timeOfMinutes(minutes, locale()));
  return (
    <TextField
      className={styles.date}
      inputMode="numeric"
      maxLength={5}
      label={label}
      value={value}
      error={minutesOfTime(value) === null ? m.set_time_wrong() : undefined}
      onChange={(e) => {
        setValue(e.target.value);
        const next = minutesOfTime(e.target.value);
        if (next !== null) onSave(next);
      }}
    />
  );
}

import { useId } from 'react';
import { MAX_TERM, MIN_TERM } from '../../complaints/deadlines/policy.ts';
import type { PresetId } from '../../complaints/events.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { termLabel } from '../format.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Segmented } from '../ui/segmented.tsx';
import styles from './deadline-picker.module.css';

/** What the official chose: a preset, or hours of his own. */
export interface Deadline {
  preset: PresetId;
  /** As typed; counts only for `custom`. */
  hours: string;
}

export const NORMAL_DEADLINE: Deadline = { preset: 'normal', hours: '48' };

const WORD: Record<PresetId, () => string> = {
  emergency: m.ui_preset_emergency,
  busy: m.ui_preset_busy,
  normal: m.ui_preset_normal,
  custom: m.ui_preset_custom,
};

/** The preset in words, as the message and the tags name it. */
export function presetWord(preset: PresetId): string {
  return WORD[preset]();
}

/** The term in ms, or null when the hours typed are no length of time. */
export function termOf(
  deadline: Deadline,
  terms: { emergency: number; busy: number; normal: number },
): number | null {
  if (deadline.preset !== 'custom') return terms[deadline.preset];
  const hours = Number(deadline.hours.trim().replace(',', '.'));
  const ms = Math.round(hours * 60) * 60_000;
  return deadline.hours.trim() !== '' && ms >= MIN_TERM && ms <= MAX_TERM ? ms : null;
}

/** Presets with their terms and the resulting moment in full, recomputed as time goes on. `now` in epoch ms. */
export function DeadlinePicker({
  value,
  onChange,
  now,
}: {
  value: Deadline;
  onChange: (d: Deadline) => void;
  now: number;
}) {
  const { terms, zone } = useSettings();
  const id = useId();
  const term = termOf(value, terms);
  const presets: PresetId[] = ['emergency', 'busy', 'normal', 'custom'];
  return (
    <div>
      <div id={id} className={styles.label}>
        {m.ui_deadline_label()}
      </div>
      <Segmented
        labelledBy={id}
        value={value.preset}
        onChange={(preset) => onChange({ ...value, preset })}
        options={presets.map((preset) => ({
          value: preset,
          label: presetWord(preset),
          detail: preset === 'custom' ? '…' : termLabel(terms[preset]),
        }))}
      />
      {value.preset === 'custom' && (
        <label className={styles.custom}>
          <input
            inputMode="decimal"
            value={value.hours}
            maxLength={8}
            aria-invalid={term === null || undefined}
            aria-describedby={`${id}-when`}
            onChange={(e) => onChange({ ...value, hours: e.target.value })}
          />
          {m.ui_deadline_hours()}
        </label>
      )}
      <p id={`${id}-when`} className={term === null ? styles.wrong : styles.when}>
        {term === null ? (
          m.ui_deadline_invalid()
        ) : (
          <>
            {m.ui_deadline_latest()} <strong>{fullMoment(now + term, zone, locale())}</strong>
          </>
        )}
      </p>
    </div>
  );
}

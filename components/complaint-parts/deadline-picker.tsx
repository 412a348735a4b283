import { useId } from 'react';
import { MAX_TERM, MIN_TERM } from '../../complaints/deadlines/policy.ts';
import type { PresetId } from '../../complaints/events.ts';
import type { Loudness } from '../../complaints/loud.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Segmented } from '../ui/segmented.tsx';
import styles from './deadline-picker.module.css';
import { loudReasons } from './loud-words.ts';

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

/** Presets with their terms and the resulting moment in full, recomputed as time goes on. */
export function DeadlinePicker({
  value,
  onChange,
  due,
  term: termWord,
  loud,
}: {
  value: Deadline;
  onChange: (d: Deadline) => void;
  /** When the chosen agency would be due, epoch ms; null = never, or no length of time was typed. */
  due: number | null;
  /** The term of a preset in short. */
  term: (preset: Exclude<PresetId, 'custom'>) => string;
  /** What speaks for a shorter term; its reasons stand below. */
  loud: Loudness | null;
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
          detail: preset === 'custom' ? '…' : termWord(preset),
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
        ) : due === null ? (
          m.clock_bad_never()
        ) : (
          <>
            {m.ui_deadline_latest()} <strong>{fullMoment(due, zone, locale())}</strong>
          </>
        )}
      </p>
      {loud?.preset && (
        <p className={styles.why} dir="auto">
          {m.loud_suggested({ preset: presetWord(loud.preset), reasons: loudReasons(loud.reasons) })}
        </p>
      )}
    </div>
  );
}

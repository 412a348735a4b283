import type { Settings } from '../../complaints/settings.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { presetWord } from '../complaint-parts/deadline-picker.tsx';
import { useNow } from '../hooks/use-now.ts';
import { cx } from '../ui/cx.ts';
import styles from './settings.module.css';
import { draftOfTerm, type TermDraft, termOfDraft } from './term-draft.ts';

export type Preset = keyof Settings['terms'];
export type TermDrafts = Record<Preset, TermDraft>;
const PRESETS: readonly Preset[] = ['emergency', 'busy', 'normal'];
const WHEN: Record<Preset, () => string> = {
  emergency: m.set_term_emergency,
  busy: m.set_term_busy,
  normal: m.set_term_normal,
};

export function draftsOfTerms(terms: Settings['terms']): TermDrafts {
  return {
    emergency: draftOfTerm(terms.emergency),
    busy: draftOfTerm(terms.busy),
    normal: draftOfTerm(terms.normal),
  };
}

/** The terms in ms, or null when one of them is not valid. */
export function termsOfDrafts(drafts: TermDrafts): Settings['terms'] | null {
  const emergency = termOfDraft(drafts.emergency);
  const busy = termOfDraft(drafts.busy);
  const normal = termOfDraft(drafts.normal);
  return emergency === null || busy === null || normal === null ? null : { emergency, busy, normal };
}

/** The presets' terms in hours and minutes, each with the moment it would mean now. */
export function TermFields({
  drafts,
  onChange,
  zone,
}: {
  drafts: TermDrafts;
  onChange: (drafts: TermDrafts) => void;
  zone: Settings['zone'];
}) {
  const now = useNow();
  return (
    <div className={styles.terms}>
      {PRESETS.map((preset) => {
        const draft = drafts[preset];
        const ms = termOfDraft(draft);
        const set = (change: Partial<TermDraft>) =>
          onChange({ ...drafts, [preset]: { ...draft, ...change } });
        return (
          <fieldset key={preset} className={styles.term}>
            <legend>{presetWord(preset)}</legend>
            <p className="u-small u-text3">{WHEN[preset]()}</p>
            <div className={styles.amounts}>
              <Amount
                value={draft.hours}
                unit={m.set_hours()}
                wrong={ms === null}
                describedBy={`term-${preset}`}
                onChange={(hours) => set({ hours })}
              />
              <Amount
                value={draft.minutes}
                unit={m.set_minutes()}
                wrong={ms === null}
                describedBy={`term-${preset}`}
                onChange={(minutes) => set({ minutes })}
              />
            </div>
            <p
              id={`term-${preset}`}
              className={cx('u-small', ms === null ? styles.wrong : 'u-text3')}
              role={ms === null ? 'alert' : undefined}
            >
              {ms === null
                ? m.set_term_wrong()
                : m.set_term_means({ when: fullMoment(now + ms, zone, locale()) })}
            </p>
          </fieldset>
        );
      })}
    </div>
  );
}

function Amount({
  value,
  unit,
  wrong,
  describedBy,
  onChange,
}: {
  value: string;
  unit: string;
  wrong: boolean;
  describedBy: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className={styles.amount}>
      <input
        inputMode="numeric"
        value={value}
        maxLength={5}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onChange={(e) => onChange(e.target.value)}
      />
      {unit}
    </label>
  );
}

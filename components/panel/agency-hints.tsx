import { nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import styles from './agency-field.module.css';
import { phrasesOf } from './standing-agency.ts';
import type { AgencyChoice } from './use-agency-choice.ts';

const MOST_OTHERS = 2;

/** Why the agency in the field was suggested, and the other suggestions to choose from. */
export function AgencyHints({ choice, now }: { choice: AgencyChoice; now: number }) {
  const { agency, agencies, suggestions } = choice;
  const standing = suggestions.find((s) => s.agencyId === agency?.id);
  const others = suggestions
    .flatMap((s) => agencies.find((a) => a.id === s.agencyId && a.id !== agency?.id) ?? [])
    .slice(0, MOST_OTHERS);
  return (
    <>
      {standing && (
        <p className={styles.why}>
          {m.ui_agency_because()}
          {phrasesOf(standing.because, choice.words).map((phrase) => (
            <mark key={phrase} dir="auto">
              {phrase}
            </mark>
          ))}
        </p>
      )}
      {others.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and legend
        <div role="group" aria-label={m.panel_agency_others()} className={styles.others}>
          {others.map((other) => {
            const { name, short } = nameAt(other, now);
            return (
              <button key={other.id} type="button" title={name} onClick={() => choice.choose(other.id)}>
                {short}
              </button>
            );
          })}
        </div>
      )}
    </>
  );
}

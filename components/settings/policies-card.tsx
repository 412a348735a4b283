import { ChevronRight, RotateCcw, Trash2 } from 'lucide-react';
import { clockWord, policyWord, sourceWord, termWords } from '../../channels/clock-words.ts';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { CLOCK_NAMES, type ClockName } from '../../complaints/deadlines/policies.ts';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Select, TextField } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './calendar.module.css';
import {
  builtInPolicy,
  draftOfPolicy,
  isChanged,
  type PolicyDraft,
  type PolicyProblems,
  type PolicyTermDraft,
  policyOfDraft,
  policyTermOf,
} from './policies-draft.ts';
import { PoliciesExample } from './policies-example-lines.tsx';

const KINDS = ['clockHours', 'officeHours', 'workingDays', 'none'] as const;
const KIND_WORD: Record<(typeof KINDS)[number], () => string> = {
  clockHours: m.pol_kind_clock,
  officeHours: m.pol_kind_office,
  workingDays: m.pol_kind_days,
  none: m.pol_kind_none,
};

/** One set of terms: closed it shows all three in short, open each can be changed. */
export function PolicyCard({
  draft,
  problems,
  calendar,
  at,
  open,
  onOpen,
  onChange,
  onRemove,
}: {
  draft: PolicyDraft;
  problems: PolicyProblems;
  calendar: OfficeCalendar;
  /** Moment of the example, epoch ms. */
  at: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (draft: PolicyDraft) => void;
  /** Null for a built-in one. */
  onRemove: (() => void) | null;
}) {
  const builtIn = builtInPolicy(draft.id);
  const changed = isChanged(draft);
  const uncertain = draft.sources.some((source) => !source.certain);
  const made = policyOfDraft(draft);
  const set = (part: Partial<PolicyDraft>) => onChange({ ...draft, ...part });
  const setTerm = (clock: ClockName, part: Partial<PolicyTermDraft>) =>
    set({ terms: { ...draft.terms, [clock]: { ...draft.terms[clock], ...part } } });
  return (
    <details className={styles.policy} open={open} onToggle={(e) => onOpen(e.currentTarget.open)}>
      <summary>
        <ChevronRight className={styles.chevron} size={14} aria-hidden />
        <span className={styles.policyName}>
          <b>{policyWord(draft)}</b> {changed && <Tag>{m.pol_changed()}</Tag>}{' '}
          {uncertain && <Tag>{m.pol_uncertain()}</Tag>}
        </span>
        <span className={styles.policyTerms}>
          {CLOCK_NAMES.map((clock) => (
            <span key={clock}>
              {clockWord(clock)} <b>{shortTerm(draft.terms[clock])}</b>
            </span>
          ))}
        </span>
      </summary>
      <div className={styles.policyBody}>
        {!builtIn && (
          <TextField
            label={m.pol_name()}
            value={draft.name}
            maxLength={100}
            error={problems[`${draft.id}.name`]}
            onChange={(e) => set({ name: e.target.value })}
          />
        )}
        {CLOCK_NAMES.map((clock) => {
          const term = draft.terms[clock];
          return (
            <fieldset key={clock} className={styles.termRow}>
              <legend>{clockWord(clock)}</legend>
              <div className={cx(styles.row, styles.termFields)}>
                {term.kind !== 'none' && (
                  <TextField
                    labelHidden
                    className={styles.amount}
                    label={m.pol_amount({ clock: clockWord(clock) })}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={9}
                    value={term.amount}
                    aria-invalid={problems[`${draft.id}.${clock}`] ? true : undefined}
                    error={problems[`${draft.id}.${clock}`]}
                    onChange={(e) => setTerm(clock, { amount: e.target.value })}
                  />
                )}
                <Select
                  labelHidden
                  className={styles.kind}
                  label={m.pol_kind({ clock: clockWord(clock) })}
                  value={term.kind}
                  error={term.kind === 'none' ? problems[`${draft.id}.${clock}`] : undefined}
                  onChange={(e) => {
                    const kind = KINDS.find((each) => each === e.target.value) ?? 'none';
                    setTerm(clock, { kind });
                  }}
                  options={KINDS.map((kind) => ({ value: kind, label: KIND_WORD[kind]() }))}
                />
              </div>
            </fieldset>
          );
        })}
        <div className={styles.row}>
          <TextField
            className={styles.amountWide}
            label={m.pol_pause_cap()}
            inputMode="numeric"
            maxLength={6}
            value={draft.pauseCap}
            error={problems[`${draft.id}.pauseCap`]}
            onChange={(e) => set({ pauseCap: e.target.value })}
          />
          <TextField
            className={styles.amountWide}
            label={m.pol_extensions()}
            inputMode="numeric"
            maxLength={3}
            value={draft.extensions}
            error={problems[`${draft.id}.extensions`]}
            onChange={(e) => set({ extensions: e.target.value })}
          />
        </div>
        {'policy' in made && <PoliciesExample terms={made.policy.terms} calendar={calendar} at={at} />}
        <div>
          <p className={styles.small}>{m.dash_rule_source()}</p>
          {draft.sources.length === 0 && draft.ownSource === '' && (
            <p className="u-small u-text3">{m.pol_source_none()}</p>
          )}
          <ul className={styles.sources}>
            {draft.sources.map((source) => (
              <li key={sourceWord(source)}>
                {sourceWord(source)} {!source.certain && <Tag>{m.pol_uncertain()}</Tag>}
              </li>
            ))}
          </ul>
          {changed && draft.sources.length > 0 && <p className="u-small u-text3">{m.pol_source_changed()}</p>}
        </div>
        <TextField
          label={m.pol_own_source()}
          placeholder={m.pol_own_source_example()}
          value={draft.ownSource}
          maxLength={300}
          onChange={(e) => set({ ownSource: e.target.value })}
        />
        <div className={styles.row}>
          {changed && builtIn && (
            <Button
              size="s"
              variant="plain"
              icon={RotateCcw}
              onClick={() => onChange(draftOfPolicy(builtIn))}
            >
              {m.set_terms_default()}
            </Button>
          )}
          {onRemove && (
            <Button size="s" variant="plain" icon={Trash2} onClick={onRemove}>
              {m.pol_remove()}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

function shortTerm(draft: PolicyTermDraft): string {
  const term = policyTermOf(draft);
  if (term === 'wrong') return '?';
  return term ? termWords(term) : '–';
}

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import { COMPLAINT_CATEGORIES, DEFAULT_CATEGORY } from '../../complaints/category.ts';
import { m } from '../../i18n/index.ts';
import { categoryWord } from '../complaint-parts/words.ts';
import { Select } from '../ui/field.tsx';
import styles from './calendar.module.css';
import { type RulesDraft, withChoice } from './policies-draft.ts';

type Option = { value: string; label: string };

/** Kinds with a rule of their own; an ordinary complaint gets what its agency has. */
const KINDS = COMPLAINT_CATEGORIES.filter((kind) => kind !== DEFAULT_CATEGORY);

/** *Menurut jenis aduan*: which policy a kind of complaint gets, everywhere and at agencies with rules of their own. */
export function CategoryPolicies({
  draft,
  agencies,
  options,
  onChange,
}: {
  draft: RulesDraft;
  agencies: readonly Agency[];
  options: readonly Option[];
  onChange: (part: Partial<RulesDraft>) => void;
}) {
  const { byCategory, byAgencyAndCategory } = draft;
  const [unfolded] = useState(() => Object.keys(byAgencyAndCategory).length > 0);
  const now = Date.now();
  const own = agencies
    .filter((agency) => !agency.outside && hasOwn(agency.id, draft))
    .map((agency) => ({ id: agency.id, short: nameAt(agency, now).short }))
    .sort((a, b) => (a.short < b.short ? -1 : 1));
  return (
    <section className={styles.part} aria-labelledby="pol-categories">
      <h3 id="pol-categories">{m.pol_part_categories()}</h3>
      <p className="u-small u-text3">{m.pol_categories_lead()}</p>
      <div className={styles.choices}>
        {KINDS.map((kind) => (
          <Choice
            key={kind}
            name={categoryWord(kind)}
            value={byCategory[kind]}
            options={[{ value: '', label: m.pol_category_as_agency() }, ...options]}
            onChange={(id) => onChange({ byCategory: withChoice(byCategory, kind, id) })}
          />
        ))}
      </div>
      {own.length > 0 && (
        <details className={styles.policy} open={unfolded}>
          <summary>
            <ChevronRight className={styles.chevron} size={14} aria-hidden />
            {m.pol_categories_agencies()}
          </summary>
          <div className={styles.policyBody}>
            {own.flatMap(({ id, short }) =>
              KINDS.map((kind) => (
                <Choice
                  key={`${id}/${kind}`}
                  name={m.pol_category_at({ agency: short, kind: categoryWord(kind) })}
                  value={byAgencyAndCategory[`${id}/${kind}`]}
                  options={[{ value: '', label: m.pol_category_as_all() }, ...options]}
                  onChange={(policy) =>
                    onChange({
                      byAgencyAndCategory: withChoice(byAgencyAndCategory, `${id}/${kind}`, policy),
                    })
                  }
                />
              )),
            )}
          </div>
        </details>
      )}
    </section>
  );
}

function hasOwn(agencyId: string, { byAgency, byAgencyAndCategory }: RulesDraft): boolean {
  return agencyId in byAgency || KINDS.some((kind) => `${agencyId}/${kind}` in byAgencyAndCategory);
}

function Choice({
  name,
  value = '',
  options,
  onChange,
}: {
  name: string;
  value: string | undefined;
  options: Option[];
  onChange: (value: string) => void;
}) {
  return (
    <div className={styles.choice}>
      <span className={styles.choiceName}>{name}</span>
      <Select
        labelHidden
        label={name}
        value={options.some((option) => option.value === value) ? value : ''}
        onChange={(event) => onChange(event.target.value)}
        options={options}
      />
    </div>
  );
}

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './calendar.module.css';

export interface ChoiceWords {
  agency: string;
  choice: string;
  none: string;
}

/** A choice for some agencies that differs from what all others have; only those are listed. */
export function AgencyChoices({
  agencies,
  value,
  options,
  words,
  proposal,
  onChange,
}: {
  agencies: readonly Agency[];
  /** Choice by agency id. */
  value: Readonly<Record<string, string>>;
  options: readonly { value: string; label: string }[];
  words: ChoiceWords;
  /** A choice that many offices make, as one button. */
  proposal?: { ids: readonly string[]; value: string };
  onChange: (value: Record<string, string>) => void;
}) {
  const now = Date.now();
  const short = (id: string) => {
    const agency = agencies.find((each) => each.id === id);
    return agency ? nameAt(agency, now).short : id;
  };
  const [adding, setAdding] = useState('');
  const chosen = Object.keys(value).sort((a, b) => (short(a) < short(b) ? -1 : 1));
  const free = agencies
    .filter((agency) => agency.retiredAt === null && !(agency.id in value))
    .sort((a, b) => (nameAt(a, now).short < nameAt(b, now).short ? -1 : 1));
  const proposed = proposal ? free.filter((agency) => proposal.ids.includes(agency.id)) : [];
  const first = options[0]?.value ?? '';
  return (
    <div className={styles.choices}>
      {chosen.length === 0 && <p className={styles.plain}>{words.none}</p>}
      {chosen.map((id) => (
        <div key={id} className={styles.choice}>
          <span className={styles.choiceName}>{short(id)}</span>
          <Select
            labelHidden
            label={`${words.choice}, ${short(id)}`}
            value={value[id]}
            onChange={(e) => onChange({ ...value, [id]: e.target.value })}
            options={[...options]}
          />
          <IconButton
            icon={Trash2}
            label={m.cal_choice_remove({ agency: short(id) })}
            onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([key]) => key !== id)))}
          />
        </div>
      ))}
      {proposal && proposed.length > 0 && (
        <div>
          <Button
            size="s"
            icon={Plus}
            onClick={() =>
              onChange({
                ...value,
                ...Object.fromEntries(proposed.map((agency) => [agency.id, proposal.value])),
              })
            }
          >
            {m.cal_proposal({ agencies: proposed.map((agency) => short(agency.id)).join(', ') })}
          </Button>
        </div>
      )}
      {free.length > 0 && (
        <div className={styles.row}>
          <Select
            className={styles.grow}
            label={words.agency}
            value={adding}
            onChange={(e) => setAdding(e.target.value)}
            options={[
              { value: '', label: m.cal_choose() },
              ...free.map((agency) => ({ value: agency.id, label: nameAt(agency, now).short })),
            ]}
          />
          <Button
            icon={Plus}
            className={styles.besideField}
            disabled={adding === ''}
            onClick={() => {
              onChange({ ...value, [adding]: first });
              setAdding('');
            }}
          >
            {m.cal_choice_add()}
          </Button>
        </div>
      )}
    </div>
  );
}

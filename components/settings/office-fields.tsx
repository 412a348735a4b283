import { m } from '../../i18n/index.ts';
import { TextField } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { type OfficeDraft, officeProblems, withOfficeName } from './office-draft.ts';
import styles from './settings.module.css';

/** Name, letters, signatory and zone of the office; the same in the first run and under settings. */
export function OfficeFields({
  draft,
  onChange,
  checked,
  autoFocus,
}: {
  draft: OfficeDraft;
  onChange: (draft: OfficeDraft) => void;
  /** Say what is wrong; not before the official has tried to go on or left the field. */
  checked: boolean;
  autoFocus?: boolean;
}) {
  const problems = officeProblems(draft);
  return (
    <div className={styles.fields}>
      <TextField
        autoFocus={autoFocus}
        label={m.set_office_name()}
        placeholder={m.set_office_name_example()}
        value={draft.office}
        maxLength={200}
        onChange={(e) => onChange(withOfficeName(draft, e.target.value))}
      />
      <TextField
        label={m.set_office_prefix()}
        hint={m.set_office_prefix_hint({ number: `${draft.prefix || 'ADU'}-0001` })}
        error={checked && problems.prefix ? m.set_office_prefix_wrong() : undefined}
        value={draft.prefix}
        maxLength={5}
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(e) => onChange({ ...draft, prefix: e.target.value.toUpperCase().replace(/[^A-Z]/g, '') })}
      />
      <TextField
        label={m.set_office_signatory()}
        hint={m.set_office_signatory_hint()}
        value={draft.signatory}
        maxLength={200}
        onChange={(e) => onChange({ ...draft, signatory: e.target.value })}
      />
      <div>
        <div id="zone-label" className={styles.label}>
          {m.set_office_zone()}
        </div>
        <Segmented
          labelledBy="zone-label"
          value={draft.zone}
          onChange={(zone) => onChange({ ...draft, zone })}
          options={[
            { value: 'WIB', label: 'WIB', detail: m.set_zone_wib() },
            { value: 'WITA', label: 'WITA', detail: m.set_zone_wita() },
            { value: 'WIT', label: 'WIT', detail: m.set_zone_wit() },
          ]}
        />
      </div>
    </div>
  );
}

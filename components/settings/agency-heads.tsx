import { Plus, Trash2 } from 'lucide-react';
import { uuidv7 } from 'uuidv7';
import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { typedDate } from '../typed-moment.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { DateField } from '../ui/moment-field.tsx';
import { changeLine, dropLine } from './agency-draft.ts';
import type { AgencyPartProps } from './agency-form.tsx';
import styles from './settings.module.css';

const STANDINGS = ['definitive', 'plt', 'plh'] as const;

/** Who heads it, definitive or acting, and since when. */
export function AgencyHeads({ draft, problems, set }: AgencyPartProps) {
  const { zone } = useSettings();
  const { heads } = draft;
  const add = () => {
    const from = heads.length > 0 ? typedDate(Date.now(), zone) : '';
    set({ heads: [...heads, { key: uuidv7(), name: '', standing: 'definitive', from }] });
  };
  return (
    <section className={styles.part}>
      <h2>{m.set_part_heads()}</h2>
      {heads.map((entry, at) => (
        <div key={entry.key} className={styles.line}>
          <TextField
            className={styles.grow2}
            label={m.set_head_name()}
            placeholder={m.set_head_example()}
            value={entry.name}
            maxLength={200}
            onChange={(e) => set({ heads: changeLine(heads, at, { name: e.target.value }) })}
          />
          <Select
            className={styles.grow1}
            label={m.set_head_standing()}
            value={entry.standing}
            onChange={(e) => {
              const standing = STANDINGS.find((s) => s === e.target.value) ?? 'definitive';
              set({ heads: changeLine(heads, at, { standing }) });
            }}
            options={[
              { value: 'definitive', label: m.set_standing_definitive() },
              { value: 'plt', label: m.set_standing_plt() },
              { value: 'plh', label: m.set_standing_plh() },
            ]}
          />
          <DateField
            className={styles.date}
            label={m.set_since()}
            value={entry.from}
            onChange={(e) => set({ heads: changeLine(heads, at, { from: e.target.value }) })}
            error={problems[`heads.${at}.from`]}
          />
          <IconButton
            className={styles.drop}
            icon={Trash2}
            label={m.set_remove_head({ n: at + 1 })}
            onClick={() => set({ heads: dropLine(heads, at) })}
          />
        </div>
      ))}
      <Button size="s" variant="plain" icon={Plus} onClick={add}>
        {m.set_add_head()}
      </Button>
    </section>
  );
}

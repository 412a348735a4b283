import { Plus, Trash2 } from 'lucide-react';
import { uuidv7 } from 'uuidv7';
import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { typedDate } from '../typed-moment.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { DateField } from '../ui/moment-field.tsx';
import { Switch } from '../ui/switch.tsx';
import { changeLine, dropLine } from './agency-draft.ts';
import type { AgencyPartProps } from './agency-form.tsx';
import styles from './settings.module.css';

/** Full and short names, each from its date, what else people call it, and what it is complained to about. */
export function AgencyNames({ draft, problems, set, fresh }: AgencyPartProps & { fresh: boolean }) {
  const { zone } = useSettings();
  const { names } = draft;
  const add = () => {
    const today = typedDate(Date.now(), zone);
    set({ names: [...names, { key: uuidv7(), name: '', short: '', from: today }] });
  };
  return (
    <section className={styles.part}>
      <h2>{m.set_part_names()}</h2>
      {names.map((entry, at) => (
        <div key={entry.key} className={styles.line}>
          <TextField
            className={styles.grow2}
            label={m.set_name_full()}
            value={entry.name}
            maxLength={500}
            autoFocus={fresh && at === 0}
            onChange={(e) => set({ names: changeLine(names, at, { name: e.target.value }) })}
            error={problems[`names.${at}.name`]}
          />
          <TextField
            className={styles.grow1}
            label={m.set_name_short()}
            hint={at === 0 ? m.set_name_short_hint() : undefined}
            value={entry.short}
            maxLength={60}
            onChange={(e) => set({ names: changeLine(names, at, { short: e.target.value }) })}
            error={problems[`names.${at}.short`]}
          />
          {(names.length > 1 || entry.from !== '') && (
            <DateField
              className={styles.date}
              label={m.set_valid_from()}
              value={entry.from}
              onChange={(e) => set({ names: changeLine(names, at, { from: e.target.value }) })}
              error={problems[`names.${at}.from`]}
            />
          )}
          {names.length > 1 && (
            <IconButton
              className={styles.drop}
              icon={Trash2}
              label={m.set_remove_name({ n: at + 1 })}
              onClick={() => set({ names: dropLine(names, at) })}
            />
          )}
        </div>
      ))}
      {!fresh && (
        <Button size="s" variant="plain" icon={Plus} onClick={add}>
          {m.set_add_name()}
        </Button>
      )}
      <TextField
        label={m.set_aliases()}
        hint={m.set_aliases_hint()}
        value={draft.aliases}
        maxLength={2_000}
        onChange={(e) => set({ aliases: e.target.value })}
      />
      <TextField
        label={m.set_topics()}
        hint={m.set_topics_hint()}
        value={draft.topics}
        maxLength={2_000}
        onChange={(e) => set({ topics: e.target.value })}
      />
      <Switch
        label={m.set_outside()}
        detail={m.set_outside_detail()}
        checked={draft.outside}
        onChange={(outside) => set({ outside })}
      />
    </section>
  );
}

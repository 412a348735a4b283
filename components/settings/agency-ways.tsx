import { Plus, Trash2 } from 'lucide-react';
import { uuidv7 } from 'uuidv7';
import { channels } from '../../channels/registry.ts';
import { m } from '../../i18n/index.ts';
import { siteName } from '../complaint-parts/timeline-entries.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { changeLine, dropLine } from './agency-draft.ts';
import type { AgencyPartProps } from './agency-form.tsx';
import styles from './settings.module.css';

/** How the agency is reached, and the accounts that are its own. */
export function AgencyWays({ draft, problems, set }: AgencyPartProps) {
  const { accounts } = draft;
  const add = () => set({ accounts: [...accounts, { key: uuidv7(), site: 'instagram', account: '' }] });
  return (
    <section className={styles.part}>
      <h2>{m.set_part_channels()}</h2>
      <div className={styles.line}>
        <TextField
          className={styles.grow1}
          type="tel"
          label={m.set_col_phone()}
          placeholder="08…"
          value={draft.phone}
          maxLength={40}
          onChange={(e) => set({ phone: e.target.value })}
          error={problems.phone}
        />
        <TextField
          className={styles.grow1}
          type="email"
          label={m.set_email()}
          value={draft.email}
          maxLength={200}
          onChange={(e) => set({ email: e.target.value })}
          error={problems.email}
        />
        <Select
          className={styles.grow1}
          label={m.set_channel()}
          value={draft.channel}
          onChange={(e) => set({ channel: e.target.value })}
          options={[
            { value: '', label: m.set_channel_auto() },
            ...channels.map((channel) => ({ value: channel.id, label: channel.label() })),
          ]}
        />
      </div>
      <div>
        <h3>{m.set_accounts()}</h3>
        <p className="u-small u-text3">{m.set_accounts_hint()}</p>
      </div>
      {accounts.map((entry, at) => (
        <div key={entry.key} className={styles.line}>
          <Select
            className={styles.date}
            label={m.set_account_site()}
            value={entry.site}
            onChange={(e) => {
              const site = e.target.value === 'facebook' ? 'facebook' : 'instagram';
              set({ accounts: changeLine(accounts, at, { site }) });
            }}
            options={(['instagram', 'facebook'] as const).map((site) => ({
              value: site,
              label: siteName(site),
            }))}
          />
          <TextField
            className={styles.grow2}
            label={m.set_account()}
            value={entry.account}
            maxLength={300}
            onChange={(e) => set({ accounts: changeLine(accounts, at, { account: e.target.value }) })}
            error={problems[`accounts.${at}`]}
          />
          <IconButton
            className={styles.drop}
            icon={Trash2}
            label={m.set_remove_account({ n: at + 1 })}
            onClick={() => set({ accounts: dropLine(accounts, at) })}
          />
        </div>
      ))}
      <Button size="s" variant="plain" icon={Plus} onClick={add}>
        {m.set_add_account()}
      </Button>
    </section>
  );
}

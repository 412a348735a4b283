import { ListFilter as ListFilterIcon, X } from 'lucide-react';
import { nameAt } from '../../complaints/agency.ts';
import { STATUS_ORDER } from '../../complaints/status.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readAgencies } from '../../storage/read/agencies.ts';
import { TABS, type Tab } from '../../storage/read/rows.ts';
import { siteName } from '../complaint-parts/timeline-entries.ts';
import { useLive } from '../hooks/use-live.ts';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { STATUS_ICON, statusWord } from '../ui/status.ts';
import { FilterMenu } from './filter-menu.tsx';
import styles from './list.module.css';
import { formatRoute, isNarrowed, type ListFilter } from './route.ts';
import { replaceRoute } from './use-route.ts';

const TAB_WORD: Record<Tab, () => string> = {
  open: m.dash_tab_open,
  mine: m.dash_tab_mine,
  agency: m.dash_tab_agency,
  done: m.dash_tab_done,
};

/** Tabs with their counts at the left, filters at the right; all of it lives in the address. */
export function ListBar({
  filter,
  counts,
  now,
}: {
  filter: ListFilter;
  /** Undefined until they were read. */
  counts: Record<Tab, number> | undefined;
  now: number;
}) {
  const agencies = useLive(() => readAgencies(database), []) ?? [];
  const set = (change: Partial<ListFilter>) =>
    replaceRoute({ page: 'list', filter: { ...filter, ...change } });
  const statuses = STATUS_ORDER.filter((status) => TABS[filter.tab].includes(status) && status !== 'paused');
  const agency = agencies.find((a) => a.id === filter.agencyId);
  return (
    <div className={styles.bar}>
      <nav className={styles.tabs} aria-label={m.dash_tabs()}>
        {(Object.keys(TABS) as Tab[]).map((tab) => (
          <a
            key={tab}
            className={cx(styles.tab, tab === filter.tab && styles.tabOn)}
            aria-current={tab === filter.tab ? 'true' : undefined}
            href={formatRoute({ page: 'list', filter: { ...filter, tab, status: undefined } })}
          >
            {TAB_WORD[tab]()}
            <span className={styles.tabCount}>{counts?.[tab] ?? ''}</span>
          </a>
        ))}
      </nav>
      <span className="u-grow" />
      <div className={styles.filters}>
        <FilterMenu
          name={m.dash_filter_status()}
          all={m.dash_filter_all_statuses()}
          value={filter.status ?? ''}
          options={statuses.map((status) => ({
            value: status,
            label: statusWord(status),
            icon: STATUS_ICON[status],
          }))}
          onChange={(value) => set({ status: statuses.find((s) => s === value) })}
        />
        <FilterMenu
          name={m.dash_filter_agency()}
          all={m.dash_filter_all_agencies()}
          value={filter.agencyId ?? ''}
          shown={agency && nameAt(agency, now).short}
          options={agencies.map((a) => {
            const { name, short } = nameAt(a, now);
            return { value: a.id, label: short, detail: name === short ? undefined : name };
          })}
          onChange={(value) => set({ agencyId: value || undefined })}
        />
        <FilterMenu
          name={m.dash_filter_site()}
          all={m.dash_filter_all_sites()}
          value={filter.site ?? ''}
          options={(['instagram', 'facebook', 'none'] as const).map((site) => ({
            value: site,
            label: siteName(site) || m.dash_site_by_hand(),
          }))}
          onChange={(value) =>
            set({ site: (['instagram', 'facebook', 'none'] as const).find((s) => s === value) })
          }
        />
        {isNarrowed(filter) && (
          <IconButton
            size="s"
            icon={X}
            label={m.dash_clear_filter()}
            onClick={() => replaceRoute({ page: 'list', filter: { tab: filter.tab } })}
          />
        )}
      </div>
      <span className={styles.order}>
        <ListFilterIcon size={14} aria-hidden />
        {m.dash_sorted()}
      </span>
    </div>
  );
}

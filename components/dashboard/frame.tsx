import { Building2, ClipboardPaste, Inbox, type LucideIcon, Settings as SettingsIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { cx } from '../ui/cx.ts';
import { Logo } from '../ui/logo.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './frame.module.css';
import { formatRoute, NO_FILTER, type Route } from './route.ts';
import { useListNow } from './use-list-now.ts';

interface Entry {
  route: Route;
  pages: readonly Route['page'][];
  icon: LucideIcon;
  label: () => string;
}

const ENTRIES: readonly Entry[] = [
  {
    route: { page: 'list', filter: NO_FILTER },
    pages: ['list', 'complaint'],
    icon: Inbox,
    label: m.dash_complaints,
  },
  {
    route: { page: 'paste', complaintId: '' },
    pages: ['paste'],
    icon: ClipboardPaste,
    label: m.paste_title,
  },
  { route: { page: 'agencies', agencyId: '' }, pages: ['agencies'], icon: Building2, label: m.dash_agencies },
  {
    route: { page: 'settings', section: 'kantor' },
    pages: ['settings'],
    icon: SettingsIcon,
    label: m.dash_settings,
  },
];

/** Navigation at the left (icons alone where it is narrow) and the page beside it. */
export function Frame({ route, children }: { route: Route; children: ReactNode }) {
  const { office } = useSettings();
  const now = useListNow();
  const overdue = useLive(async () => (await readCounts(database, now)).overdue, [now]) ?? 0;
  return (
    <div className={styles.app}>
      <nav className={styles.nav} aria-label={m.dash_nav()}>
        <div className={styles.brand}>
          <Logo size={22} />
          <span className={styles.word}>Tanggap</span>
        </div>
        {ENTRIES.map((entry) => {
          const current = entry.pages.includes(route.page);
          const count = entry.pages.includes('list') ? overdue : 0;
          return (
            <Tooltip key={entry.route.page} text={entry.label()}>
              <a
                className={cx(styles.entry, current && styles.on)}
                href={formatRoute(entry.route)}
                aria-current={current ? 'page' : undefined}
              >
                <entry.icon size={16} aria-hidden />
                <span className={styles.label}>{entry.label()}</span>
                {count > 0 && (
                  <span className={styles.count}>
                    <span aria-hidden>{count}</span>
                    <span className="u-hidden">{m.dash_n_overdue({ n: count })}</span>
                  </span>
                )}
              </a>
            </Tooltip>
          );
        })}
        <p className={styles.foot}>
          {office && <span title={office}>{office}</span>}
          <span>{m.dash_stays_here()}</span>
        </p>
      </nav>
      {children}
    </div>
  );
}

import { Bell, ClipboardPaste, ExternalLink, Lock } from 'lucide-react';
import { useMemo } from 'react';
import { browser } from 'wxt/browser';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import type { Accounts } from '../../complaints/loud.ts';
import { suggestAgencies } from '../../complaints/suggest.ts';
import { nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import type { ComplaintRow as Row } from '../../storage/database.ts';
import { rowClock } from '../complaint-parts/clock-view.ts';
import { UrgencyTags } from '../complaint-parts/loud-tag.tsx';
import { rowGrowth } from '../complaint-parts/loud-words.ts';
import { PhotoThumb } from '../complaint-parts/photo-thumb.tsx';
import { PostMarks, rowFacts } from '../complaint-parts/post-marks.tsx';
import { siteName } from '../complaint-parts/timeline-entries.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { AgeBar } from '../ui/age-bar.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { statusWord } from '../ui/status.ts';
import { StatusChip, StatusGlyph } from '../ui/status-chip.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './grid.module.css';
import { lastEventWord } from './last-event.ts';
import { formatRoute, type ListFilter } from './route.ts';
import { canRemind, type RowCommands } from './use-row-commands.ts';

/** One complaint in two lines: what, whose, how long; its actions come on hover and focus. */
export function ComplaintRow({
  row,
  accounts,
  narrow,
  index,
  top,
  now,
  agencies,
  filter,
  stop,
  active,
  onActive,
  onOpen,
  commands,
}: {
  row: Row;
  /** Several accounts stand behind it. */
  accounts: Accounts | null;
  /** Two lines in a narrow window: remarks are pictures. */
  narrow: boolean;
  index: number;
  /** Place of the row in the list, in px. */
  top: number;
  now: number;
  agencies: readonly Agency[];
  filter: ListFilter;
  /** The one row that Tab reaches. */
  stop: boolean;
  active: boolean;
  onActive: () => void;
  onOpen: () => void;
  commands: RowCommands;
}) {
  const { zone } = useSettings();
  const clock = rowClock(row, now);
  const { status } = clock;
  const fresh = status === 'new';
  const gist = row.gist || (row.purged === 1 ? m.dash_purged() : m.dash_no_text());
  const site = siteName(row.site);
  const tab = stop ? 0 : -1;
  const name = [gist, row.agencyShort, statusWord(status), fresh ? '' : clock.spoken]
    .filter(Boolean)
    .join(', ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a virtual grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-label={name}
      aria-selected={active}
      data-row={row.id}
      tabIndex={tab}
      className={cx(styles.row, styles[status], active && styles.active, fresh && styles.fresh)}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={onActive}
      onClick={(e) => {
        if (!(e.target as HTMLElement).closest('a,button')) onOpen();
      }}
    >
      <Cell className={styles.status}>
        <StatusChip status={status} />
      </Cell>
      <Cell className={styles.what}>
        <PhotoThumb hash={row.photoHash} size={36} sensitive={row.sensitive === 1} />
        <div className={styles.words}>
          <a
            className={styles.gist}
            href={formatRoute({ page: 'complaint', id: row.id, filter })}
            tabIndex={tab}
            title={gist}
            dir="auto"
            onClick={(e) => {
              if (e.ctrlKey || e.metaKey || e.shiftKey) return;
              e.preventDefault();
              onOpen();
            }}
          >
            {gist}
          </a>
          <p className={styles.detail}>
            <span className={styles.narrow}>
              <StatusGlyph status={status} label={statusWord(status)} />
            </span>
            <span className={styles.number}>{row.number}</span>
            {row.agencyShort && <span className={cx(styles.narrow, styles.short)}>· {row.agencyShort}</span>}
            {row.place && (
              <>
                <span className={styles.dot} aria-hidden>
                  ·
                </span>
                <bdi className="u-cut">{row.place}</bdi>
              </>
            )}
            <UrgencyTags preset={row.preset} growth={rowGrowth(row)} accounts={accounts} short={narrow} />
            {row.sensitive === 1 && <Tag icon={Lock}>{m.dash_sensitive()}</Tag>}
            <PostMarks facts={rowFacts(row)} short />
          </p>
        </div>
      </Cell>
      <Cell className={styles.agency}>
        {row.agencyId ? (
          <Names short={row.agencyShort} name={row.agencyName} />
        ) : (
          <Suggested text={`${row.gist} ${row.place}`} agencies={agencies} now={now} />
        )}
      </Cell>
      <Cell className={styles.age}>
        <AgeBar used={clock.used} state={clock.used > 0 ? clock.state : 'none'} label={clock.spoken} />
      </Cell>
      <Cell className={styles.time}>
        {fresh ? (
          <Button size="s" tabIndex={tab} onClick={onOpen}>
            {m.dash_check()}
          </Button>
        ) : (
          clock.words
        )}
        {row.incompleteYear !== undefined && (
          <a
            className={styles.calendar}
            href={formatRoute({ page: 'settings', section: 'kalender' })}
            tabIndex={tab}
            title={m.clock_calendar_incomplete({ year: row.incompleteYear })}
            aria-label={m.clock_calendar_incomplete({ year: row.incompleteYear })}
          >
            •
          </a>
        )}
      </Cell>
      <Cell className={styles.last}>
        <span className="u-cut">{lastEventWord(row)}</span>
        <small>
          {nearMoment(row.lastEventAt, now, zone, locale())}
          {site && ` · ${site}`}
        </small>
      </Cell>
      <Cell className={styles.actions}>
        {canRemind(row) && (
          <>
            <IconButton
              size="s"
              variant="outline"
              icon={Bell}
              label={m.dash_remind()}
              keys="R"
              tabIndex={tab}
              onClick={() => void commands.remind(row)}
            />
            <IconButton
              size="s"
              variant="outline"
              icon={ClipboardPaste}
              label={m.dash_respond()}
              keys="T"
              tabIndex={tab}
              onClick={() => commands.respond(row)}
            />
          </>
        )}
        {row.permalink.startsWith('https://') && (
          <IconButton
            size="s"
            variant="outline"
            icon={ExternalLink}
            label={m.dash_open_post()}
            tabIndex={tab}
            onClick={() => void browser.tabs.create({ url: row.permalink })}
          />
        )}
      </Cell>
    </div>
  );
}

function Cell({ className, children }: { className?: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a virtual grid
    // biome-ignore lint/a11y/useFocusableInteractive: rows are the tab stops
    <div role="gridcell" className={className}>
      {children}
    </div>
  );
}

function Names({ short, name }: { short: string; name: string }) {
  return (
    <div className={styles.names} title={name}>
      <span className="u-cut">{short}</span>
      {name !== short && <small className="u-cut">{name}</small>}
    </div>
  );
}

/** Whose matter it might be, as a hint only. */
function Suggested({ text, agencies, now }: { text: string; agencies: readonly Agency[]; now: number }) {
  const minute = Math.floor(now / 60_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names change by day, not by moment
  const agency = useMemo(() => {
    const [first] = suggestAgencies(text, agencies, now);
    return agencies.find((a) => a.id === first?.agencyId);
  }, [text, agencies, minute]);
  if (!agency) return <span className="u-text3">–</span>;
  const { name, short } = nameAt(agency, now);
  return (
    <div className={cx(styles.names, styles.hint)} title={name}>
      <span className="u-cut">{m.dash_suggested({ agency: short })}</span>
      {name !== short && <small className="u-cut">{name}</small>}
    </div>
  );
}

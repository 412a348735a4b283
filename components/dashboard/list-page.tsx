import { Link, Plus, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readRows } from '../../storage/read/rows.ts';
import { readTabCounts } from '../../storage/read/tab-counts.ts';
import { REMIND_ALL } from '../complaint-parts/open-dashboard.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { CalendarNote } from './calendar-note.tsx';
import { ComplaintGrid } from './complaint-grid.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { KeyBar } from './key-bar.tsx';
import styles from './list.module.css';
import { ListBar } from './list-bar.tsx';
import { ListEmpty } from './list-empty.tsx';
import { ManualDialog } from './manual-dialog.tsx';
import { NowSentence } from './now-sentence.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ReminderDialog } from './reminder-dialog.tsx';
import { ResponseDialog } from './response-dialog.tsx';
import { formatFilter, formatRoute, isNarrowed, type ListFilter, parseRoute } from './route.ts';
import { useListNow } from './use-list-now.ts';
import { useReach } from './use-reach.ts';
import { go, replaceRoute } from './use-route.ts';
import { useRowCommands } from './use-row-commands.ts';

/** The list of complaints: what needs someone now on top, then everything, most urgent first. */
export function ListPage({ filter }: { filter: ListFilter }) {
  const { setup } = useSettings();
  const now = useListNow();
  const { tab, status, agencyId, site, query } = filter;
  const { enough, further } = useReach(formatFilter(filter));
  const found = useLive(async () => {
    const [rows, all, takenBack] = await Promise.all([
      readRows(database, { tab, status, agencyId, site, query }, now, enough),
      database.complaints.count(),
      database.complaints.where('status').equals('void').count(),
    ]);
    return { rows, flagged: all - takenBack, more: rows.length >= enough, enough };
  }, [tab, status, agencyId, site, query, now, enough]);
  const counts = useLive(() => readTabCounts(database, now), [now]);
  const [dialog, setDialog] = useState<'manual' | 'paste' | 'remind' | 'help' | null>(null);
  const commands = useRowCommands();
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({
    '/': () => search.current?.focus(),
    '?': () => setDialog('help'),
  });
  const close = () => setDialog(null);
  useEffect(() => {
    if (!location.hash.includes(`buka=${REMIND_ALL}`)) return;
    setDialog('remind');
    replaceRoute(parseRoute(location.hash));
  }, []);

  return (
    <main className={styles.main}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{m.dash_complaints()}</h1>
        <span className="u-grow" />
        <SearchBox inputRef={search} filter={filter} />
        <Button icon={Link} onClick={() => setDialog('paste')}>
          {m.dash_paste_link()}
        </Button>
        <Button icon={Plus} onClick={() => setDialog('manual')}>
          {m.dash_by_hand()}
        </Button>
      </header>
      <NowSentence now={now} onRemind={() => setDialog('remind')} />
      {setup !== 'done' && found && found.flagged > 0 && (
        <p className={styles.unfinished}>
          {m.dash_setup_unfinished()}{' '}
          <a href={formatRoute({ page: 'setup', step: 'kantor' })}>{m.dash_setup_go_on()}</a>
        </p>
      )}
      <CalendarNote />
      <ListBar filter={filter} counts={counts} now={now} />
      {found &&
        (found.rows.length > 0 ? (
          <ComplaintGrid
            rows={found.rows}
            filter={filter}
            now={now}
            commands={commands}
            onNearEnd={found.more && found.enough === enough ? further : undefined}
          />
        ) : (
          <ListEmpty filter={filter} flagged={found.flagged} onByHand={() => setDialog('manual')} />
        ))}
      <KeyBar
        shown={found?.more && !isNarrowed(filter) ? (counts?.[tab] ?? 0) : (found?.rows.length ?? 0)}
        total={counts?.[tab] ?? found?.rows.length ?? 0}
        onHelp={() => setDialog('help')}
      />
      <ManualDialog
        open={dialog === 'manual'}
        onClose={close}
        onMade={(id) => {
          close();
          go({ page: 'complaint', id, filter });
        }}
      />
      {dialog === 'paste' && (
        <PasteDialog
          onClose={close}
          onMade={(id) => {
            close();
            go({ page: 'complaint', id, filter });
          }}
        />
      )}
      <ReminderDialog open={dialog === 'remind'} onClose={close} />
      <HelpDialog open={dialog === 'help'} onClose={close} />
      {commands.responding && <ResponseDialog row={commands.responding} onClose={commands.closeResponse} />}
    </main>
  );
}

/** Search as one types; the words go into the address after a short pause, without a step in the history. */
function SearchBox({
  inputRef,
  filter,
}: {
  inputRef: React.RefObject<HTMLInputElement | null>;
  filter: ListFilter;
}) {
  const [text, setText] = useState(filter.query ?? '');
  const latest = useRef(filter);
  latest.current = filter;
  const written = useRef(filter.query ?? '');
  // A query that came with the address (back, a link, *Hapus saringan*) replaces what was typed.
  useEffect(() => {
    if ((filter.query ?? '') === written.current) return;
    written.current = filter.query ?? '';
    setText(written.current);
  }, [filter.query]);
  useEffect(() => {
    if (text === (latest.current.query ?? '')) return;
    const timer = setTimeout(() => {
      written.current = text.trim() ? text : '';
      replaceRoute({ page: 'list', filter: { ...latest.current, query: text.trim() ? text : undefined } });
    }, 200);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label className={styles.search}>
      <Search size={14} aria-hidden />
      <input
        ref={inputRef}
        type="search"
        placeholder={m.dash_search()}
        aria-label={m.dash_search()}
        value={text}
        maxLength={200}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'Escape') {
            setText('');
            e.currentTarget.blur();
          }
        }}
      />
      {text === '' && <Kbd>/</Kbd>}
    </label>
  );
}

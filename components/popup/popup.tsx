import { CircleCheck, ClipboardPaste, LayoutDashboard, Link } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { clockTime } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { type ComplaintRow, database } from '../../storage/database.ts';
import { HostAccess } from '../complaint-parts/host-access.tsx';
import { openDashboard, openPasteReply } from '../complaint-parts/open-dashboard.ts';
import { useLoudMatters } from '../complaint-parts/use-loud.ts';
import { useLive } from '../hooks/use-live.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { CalendarNotice } from './calendar-notice.tsx';
import { type Counted, nextTurn, popupCounts, popupLines } from './groups.ts';
import { LayoutNotice } from './layout-notice.tsx';
import styles from './popup.module.css';
import { PopupCounters } from './popup-counters.tsx';
import { PopupEmpty } from './popup-empty.tsx';
import { PopupList, type PopupListHandle } from './popup-list.tsx';
import { PopupPaste } from './popup-paste.tsx';
import { PopupResponse } from './popup-response.tsx';
import { useFitHeight } from './use-fit-height.ts';
import { usePending } from './use-pending.ts';
import { useRowActions } from './use-row-actions.ts';

/** The small window: what is late, what soon will be, and what can be done about it. */
export function Popup() {
  return (
    <div className={styles.popup} style={{ height: useFitHeight() }}>
      <PopupContent />
    </div>
  );
}

function PopupContent() {
  const { zone } = useSettings();
  const [turn, setTurn] = useState<number | null>(null);
  const now = useNow(turn);
  const pending = usePending();
  const rows = pending?.rows;
  const empty = useLive(async () => (await database.complaints.limit(1).count()) === 0, []);
  const [unfold, setUnfold] = useState(false);
  const [asList, setAsList] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const [responding, setResponding] = useState<ComplaintRow | null>(null);
  const [pasting, setPasting] = useState(false);
  const list = useRef<PopupListHandle>(null);
  const actions = useRowActions();
  const loud = useLoudMatters(now);

  const lines = useMemo(
    () => popupLines(pending?.rows ?? [], now, unfold, pending?.counts),
    [pending, now, unfold],
  );
  const counts = pending?.counts ?? popupCounts(rows ?? [], now);
  useEffect(() => setTurn(nextTurn(rows ?? [], now)), [rows, now]);

  const order = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])), [lines]);
  const current = order.find((row) => row.id === selected) ?? order[0] ?? null;

  const open = useCallback((row: ComplaintRow) => {
    // Asked for in the click's own turn: the browser opens a side panel only then.
    void call('complaint.show', { complaintId: row.id })
      .then(() => window.close())
      .catch(() => openDashboard(row.id));
  }, []);
  const move = (by: number) => {
    if (order.length === 0) return;
    const at = current ? order.indexOf(current) : -1;
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))];
    if (!next) return;
    setSelected(next.id);
    list.current?.show(next.id);
  };
  useShortcuts(
    responding || pasting
      ? {
          Escape: () => {
            setResponding(null);
            setPasting(false);
          },
        }
      : {
          j: () => move(1),
          ArrowDown: () => move(1),
          k: () => move(-1),
          ArrowUp: () => move(-1),
          Enter: () => current && open(current),
          r: () => current && current.status !== 'new' && actions.remind(current),
          t: () => current && current.status !== 'new' && setResponding(current),
        },
  );
  const jump = (status: Counted) => {
    setAsList(true);
    if (status === 'new') setUnfold(true);
    list.current?.jump(status);
  };

  if (!rows || empty === undefined) return null;
  if (pasting) return <PopupPaste onClose={() => setPasting(false)} />;
  if (responding) {
    return <PopupResponse row={responding} onClose={() => setResponding(null)} />;
  }
  const late = counts.overdue > 0 || counts.near > 0;
  // One that waits is shown as the next; several are a list, with the good news above it.
  const calm = !late && counts.new === 0 && order.length <= 1 && !asList;
  return (
    <>
      <header className={styles.top}>
        <Logo />
        <h1>Tanggap</h1>
        <span className="u-grow" />
        <span className="u-small u-text3">
          {m.popup_now({ day: weekday(now, zone), time: `${clockTime(now, zone, locale())} ${zone}` })}
        </span>
        <IconButton icon={Link} label={m.popup_paste_link()} onClick={() => setPasting(true)} />
        <IconButton
          icon={LayoutDashboard}
          label={m.popup_open_dashboard()}
          onClick={() => void openDashboard()}
        />
      </header>
      <PopupCounters counts={counts} onJump={jump} />
      <HostAccess className={styles.access} />
      <LayoutNotice now={now} />
      <CalendarNotice />
      <p className="u-hidden" role="status">
        {sentence(counts.overdue, counts.near)}
      </p>
      {calm ? (
        <PopupEmpty next={order[0] ?? null} first={empty === true} now={now} onOpen={open} />
      ) : (
        <>
          {!late && (
            <section className={styles.calm} aria-label={m.popup_summary()}>
              <CircleCheck size={14} aria-hidden />
              {m.popup_nothing_late()}
            </section>
          )}
          <PopupList
            ref={list}
            lines={lines}
            loud={loud}
            now={now}
            selected={current?.id ?? null}
            onSelect={setSelected}
            onOpen={open}
            onRespond={setResponding}
            onUnfold={() => setUnfold(true)}
            actions={actions}
          />
        </>
      )}
      <footer className={styles.foot}>
        <Button
          variant="primary"
          icon={ClipboardPaste}
          className="u-grow"
          onClick={() => void openPasteReply()}
        >
          {m.popup_paste_reply()}
        </Button>
        <Button onClick={() => void openDashboard()}>{m.popup_open_dashboard()}</Button>
      </footer>
    </>
  );
}

/** Counts in words for those who do not see the counters. */
function sentence(overdue: number, near: number): string {
  return overdue === 0 && near === 0 ? m.popup_nothing_late() : m.popup_sentence({ overdue, near });
}

function weekday(at: number, zone: 'WIB' | 'WITA' | 'WIT'): string {
  return new Intl.DateTimeFormat(locale() === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' }[zone],
    weekday: 'long',
  }).format(at);
}

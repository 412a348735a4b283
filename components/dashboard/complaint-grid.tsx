import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow as Row } from '../../storage/database.ts';
import { database } from '../../storage/database.ts';
import { readAgencies } from '../../storage/read/agencies.ts';
import { useLoudMatters } from '../complaint-parts/use-loud.ts';
import { useLive } from '../hooks/use-live.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { ComplaintRow } from './complaint-row.tsx';
import styles from './grid.module.css';
import { holdOrder } from './hold-order.ts';
import { formatFilter, type ListFilter } from './route.ts';
import { useMedia } from './use-media.ts';
import { go } from './use-route.ts';
import type { RowCommands } from './use-row-commands.ts';

/** Heights in px; the style sheet has the same. */
const TALL = 64;
const LOW = 50;
/** More rows are asked for when so few are left below. */
const NEAR_END = 60;

/** Where the list stood when a complaint was opened from it, so that *back* finds the same place. */
let remembered: { filter: string; id: string; offset: number } | null = null;

/**
 * The list as a grid of rows with one tab stop: J, K and the arrows move, Enter opens, R reminds, T records an
 * answer. Only the rows in sight are in the document. While the pointer is in the list nothing moves under it.
 */
export function ComplaintGrid({
  rows: fresh,
  filter,
  now,
  commands,
  onNearEnd,
}: {
  rows: readonly Row[];
  filter: ListFilter;
  now: number;
  commands: RowCommands;
  /** Told how many rows there are when the last of them come near; absent when there are no more. */
  onNearEnd?: (have: number) => void;
}) {
  const key = formatFilter(filter);
  const narrow = useMedia('(max-width: 900px)');
  const size = narrow ? TALL : LOW;
  const scroller = useRef<HTMLDivElement>(null);
  const kept = remembered?.filter === key ? remembered : null;
  const [activeId, setActiveId] = useState<string | null>(kept?.id ?? null);
  const agencies = useLive(() => readAgencies(database), []) ?? [];
  const loud = useLoudMatters(now);

  const [held, setHeld] = useState(false);
  const order = useRef<{ key: string; ids: string[] }>({ key, ids: [] });
  const rows = useMemo(
    () => (held && order.current.key === key ? holdOrder(order.current.ids, fresh) : [...fresh]),
    [fresh, held, key],
  );
  useLayoutEffect(() => {
    order.current = { key, ids: rows.map((row) => row.id) };
  }, [rows, key]);

  const found = rows.findIndex((row) => row.id === activeId);
  const stop = found < 0 ? 0 : found;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 8,
    initialOffset: kept?.offset ?? 0,
    // The tab stop stays in the document wherever the list is scrolled to.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), stop])].sort((a, b) => a - b),
  });
  const lastDrawn = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (rows.length - lastDrawn < NEAR_END) onNearEnd?.(rows.length);
  }, [rows.length, lastDrawn, onNearEnd]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when the height changes
  useEffect(() => virtual.measure(), [size]);

  const focusRow = useCallback((id: string) => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    row?.focus({ preventScroll: true });
    return Boolean(row);
  }, []);
  // The row one came from gets the focus again.
  const wanted = useRef<string | null>(kept?.id ?? null);
  useEffect(() => {
    if (wanted.current && focusRow(wanted.current)) wanted.current = null;
  });
  const moveTo = (at: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))];
    if (!row) return;
    setActiveId(row.id);
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    if (!focusRow(row.id)) wanted.current = row.id;
  };
  const step = (by: number) => moveTo(found < 0 ? (by > 0 ? 0 : rows.length - 1) : found + by);
  const open = (row: Row) => {
    remembered = { filter: key, id: row.id, offset: scroller.current?.scrollTop ?? 0 };
    go({ page: 'complaint', id: row.id, filter });
  };
  const active = found < 0 ? undefined : rows[found];
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? size) / size) - 1);
  const inGrid = (action: () => void) => () => {
    if (!scroller.current?.contains(document.activeElement)) return false;
    action();
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: inGrid(() => step(1)),
    ArrowUp: inGrid(() => step(-1)),
    PageDown: inGrid(() => moveTo(stop + page)),
    PageUp: inGrid(() => moveTo(stop - page)),
    Home: inGrid(() => moveTo(0)),
    End: inGrid(() => moveTo(rows.length - 1)),
    Enter: () => (active ? open(active) : false),
    r: () => (active ? void commands.remind(active) : false),
    t: () => (active ? commands.respond(active) : false),
  });

  const columns = [
    m.dash_col_status(),
    m.dash_col_complaint(),
    m.dash_col_agency(),
    m.dash_col_age(),
    m.dash_col_response(),
    m.dash_col_last(),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid of positioned rows cannot be a table element
    <div
      role="grid"
      aria-label={m.dash_complaints()}
      aria-rowcount={onNearEnd ? -1 : rows.length + 1}
      className={styles.grid}
      onPointerEnter={(e) => e.pointerType === 'mouse' && setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup">
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the heads do nothing */}
        <div role="row" aria-rowindex={1} className={styles.columns}>
          {columns.map((column) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: the heads do nothing
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
      </div>
      <div ref={scroller} className={styles.scroller}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="rowgroup" className={styles.all} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <ComplaintRow
                  key={row.id}
                  row={row}
                  accounts={loud.get(row.id) ?? null}
                  narrow={narrow}
                  index={item.index}
                  top={item.start}
                  now={now}
                  agencies={agencies}
                  filter={filter}
                  stop={item.index === stop}
                  active={row.id === activeId}
                  onActive={() => setActiveId(row.id)}
                  onOpen={() => open(row)}
                  commands={commands}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

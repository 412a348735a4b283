import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Accounts } from '../../complaints/loud.ts';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { openReminders } from '../complaint-parts/open-dashboard.ts';
import { Button } from '../ui/button.tsx';
import { statusWord } from '../ui/status.ts';
import { StatusGlyph } from '../ui/status-chip.tsx';
import type { Counted, PopupLine } from './groups.ts';
import styles from './popup.module.css';
import { PopupRow } from './popup-row.tsx';
import type { RowActions } from './use-row-actions.ts';

/** From this many lines on only those in sight are drawn. */
const MANY = 100;
const HEIGHT = { head: 28, row: 52, fresh: 50 } as const;

export interface PopupListHandle {
  /** Bring a group to the top. */
  jump: (status: Counted) => void;
  /** Bring a row into sight and give it the focus. */
  show: (id: string) => void;
}

export interface PopupListProps {
  lines: readonly PopupLine[];
  /** Complaints that several accounts stand behind. */
  loud: ReadonlyMap<string, Accounts>;
  now: number;
  selected: string | null;
  onSelect: (id: string) => void;
  onOpen: (row: ComplaintRow) => void;
  onRespond: (row: ComplaintRow) => void;
  onUnfold: () => void;
  actions: RowActions;
  ref: Ref<PopupListHandle>;
}

/** Groups under sticky heads, the most urgent first. */
export function PopupList({ ref, lines, ...rest }: PopupListProps) {
  const box = useRef<HTMLElement>(null);
  const many = lines.length > MANY;
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: many,
    getScrollElement: () => box.current,
    estimateSize: (at) => HEIGHT[lines[at]?.kind ?? 'row'],
    getItemKey: (at) => lines[at]?.key ?? at,
    overscan: 8,
  });
  const wanted = useRef<{ key: string; focus: boolean } | null>(null);

  const reach = () => {
    const goal = wanted.current;
    const at = goal ? lines.findIndex((line) => line.key === goal.key) : -1;
    if (!goal || at < 0) return;
    wanted.current = null;
    if (many) virtual.scrollToIndex(at, { align: goal.focus ? 'auto' : 'start' });
    requestAnimationFrame(() => {
      const element = box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(goal.key)}"]`);
      if (!goal.focus) return element?.scrollIntoView({ block: 'start' });
      element?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
      if (element) keepInSight(box.current, element);
    });
  };
  // A group may have been unfolded by the same click: it is reached once it is drawn.
  useEffect(reach);
  useImperativeHandle(ref, () => ({
    jump: (status) => {
      const head = lines.some((line) => line.key === `head-${status}`);
      wanted.current = { key: head || status !== 'new' ? `head-${status}` : 'head-new', focus: false };
      reach();
    },
    show: (id) => {
      wanted.current = { key: id, focus: true };
      reach();
    },
  }));

  if (!many) {
    return (
      <main ref={box} className={styles.list}>
        {sections(lines).map((section) => (
          <section key={section[0]?.key}>
            {section.map((line) => (
              <div
                key={line.key}
                data-line={line.key}
                className={line.kind === 'head' ? styles.sticky : undefined}
              >
                <Line line={line} {...rest} />
              </div>
            ))}
          </section>
        ))}
      </main>
    );
  }
  const items = virtual.getVirtualItems();
  const first = items.find((item) => item.end > (virtual.scrollOffset ?? 0));
  const headOf = (at: number) => lines.slice(0, at + 1).findLast((line) => line.kind === 'head');
  const head = headOf(first?.index ?? 0);
  const drawnHead = headOf(items[0]?.index ?? 0);
  return (
    <main ref={box} className={styles.list}>
      {/* The drawn rows may begin in the middle of a group: its heading is still there for those who listen. */}
      {drawnHead?.kind === 'head' && lines[items[0]?.index ?? 0] !== drawnHead && (
        <h2 className="u-hidden">{statusWord(drawnHead.status)}</h2>
      )}
      {head && first && lines[first.index] !== head && (
        <div className={styles.pinned} aria-hidden>
          <Line line={head} {...rest} />
        </div>
      )}
      <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div
              key={item.key}
              data-line={line.key}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                transform: `translateY(${item.start}px)`,
              }}
            >
              <Line line={line} {...rest} />
            </div>
          );
        })}
      </div>
    </main>
  );
}

function Line({
  line,
  loud,
  now,
  selected,
  onSelect,
  onOpen,
  onRespond,
  onUnfold,
  actions,
}: Omit<PopupListProps, 'lines' | 'ref'> & { line: PopupLine }) {
  if (line.kind === 'head') {
    const head = (
      <h2 className={styles.head}>
        <StatusGlyph status={line.status} />
        {statusWord(line.status)}
        <span className={styles.count}>{line.count}</span>
      </h2>
    );
    if (line.status !== 'overdue') return head;
    return (
      <div className={styles.headRow}>
        {head}
        <button type="button" className={styles.all} onClick={() => void openReminders()}>
          {m.ladder_all_title()}
        </button>
      </div>
    );
  }
  if (line.kind === 'fresh') {
    return (
      <div className={styles.fresh}>
        <StatusGlyph status="new" />
        <span className="u-grow">
          <b className={styles.freshCount}>{m.popup_fresh_count({ n: line.count })}</b>{' '}
          {m.popup_fresh_not_sent()}
        </span>
        <Button size="s" onClick={onUnfold}>
          {m.popup_fresh_check()}
        </Button>
      </div>
    );
  }
  const { row } = line;
  return (
    <PopupRow
      row={row}
      accounts={loud.get(row.id) ?? null}
      now={now}
      active={selected === row.id}
      onSelect={() => onSelect(row.id)}
      onOpen={() => onOpen(row)}
      onRespond={() => onRespond(row)}
      actions={actions}
    />
  );
}

/** Lines cut at each head, so that a head sticks only while its own group is in sight. */
function sections(lines: readonly PopupLine[]): PopupLine[][] {
  const parts: PopupLine[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (!last || line.kind !== 'row') parts.push([line]);
    else last.push(line);
  }
  return parts;
}

/** Scrolls the least that shows the row whole, below the sticky head. */
function keepInSight(box: HTMLElement | null, element: HTMLElement): void {
  if (!box) return;
  const outer = box.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  if (inner.top < outer.top + HEIGHT.head) box.scrollTop -= outer.top + HEIGHT.head - inner.top;
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
}

import { Check, ChevronsUpDown, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import styles from '../complaint-parts/agency-picker.module.css';
import { cx } from '../ui/cx.ts';
import { searchComplaints } from './complaint-search.ts';

interface Props {
  rows: readonly ComplaintRow[];
  /** Complaints that the message may mean; they stand first. */
  likely: readonly string[];
  value: string;
  onChange: (complaintId: string) => void;
}

/** Which complaint a message answers: the likely ones first, then all that were forwarded, with search. */
export function ComplaintChoice(props: Props) {
  const [open, setOpen] = useState(false);
  const row = props.rows.find((one) => one.id === props.value);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className={styles.trigger} aria-haspopup="listbox">
          <span className="u-hidden">{m.paste_complaint()}: </span>
          <span className="u-grow u-cut">
            {row ? (
              <>
                <b>{row.number}</b> {[row.agencyShort, row.gist].filter(Boolean).join(' · ')}
              </>
            ) : (
              <span className="u-text3">{m.paste_choose_complaint()}</span>
            )}
          </span>
          <ChevronsUpDown size={14} aria-hidden />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.box}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={m.paste_choose_complaint()}
        >
          <ChoiceList {...props} close={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ChoiceList({ rows, likely, value, onChange, close }: Props & { close: () => void }) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => searchComplaints(rows, likely, query), [rows, likely, query]);
  const at = Math.min(active, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const take = (row: ComplaintRow | undefined) => {
    if (!row) return;
    close();
    onChange(row.id);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      take(found[at]);
    }
  };
  return (
    <>
      <div className={styles.search}>
        <Search size={14} aria-hidden />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
          aria-label={m.paste_search_complaint()}
          placeholder={m.paste_search_complaint()}
          value={query}
          maxLength={200}
          onChange={(e) => {
            setQuery(e.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={listId}
        ref={list}
        role="listbox"
        aria-label={m.paste_choose_complaint()}
        className={styles.list}
      >
        {found.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox above, which keeps the focus
          <div
            key={row.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={cx(styles.option, index === at && styles.on)}
            onClick={() => take(row)}
            onMouseMove={() => setActive(index)}
          >
            {row.id === value ? <Check size={16} aria-hidden /> : <span />}
            <span className={styles.words}>
              <span className={styles.name}>
                {row.number} · {row.agencyShort}
              </span>
              <span className={cx(styles.detail, 'u-cut')} dir="auto">
                {row.gist || m.paste_no_words()}
              </span>
            </span>
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{m.paste_none_found()}</p>}
      </div>
    </>
  );
}

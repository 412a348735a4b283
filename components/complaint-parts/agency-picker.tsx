import { ChevronsUpDown, Plus, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, type Ref, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Agency } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';
import { AgencyLine } from './agency-line.tsx';
import styles from './agency-picker.module.css';
import {
  type AgencyGroup,
  type AgencyOption,
  knownByName,
  type SuggestedAgency,
  searchAgencies,
} from './agency-search.ts';

const GROUP: Record<AgencyGroup, () => string> = {
  suggested: m.ui_agency_suggested,
  lastUsed: m.ui_agency_last_used,
  all: m.ui_agency_all,
  outside: m.ui_agency_outside,
};

export interface AgencyPickerProps {
  agencies: readonly Agency[];
  /** Stand first, each with its reason, until something is searched for. */
  suggestions?: readonly SuggestedAgency[];
  value: Agency | null;
  onChange: (agency: Agency) => void;
  /** Makes a new agency of the typed name; the picker closes at once. */
  onAdd: (name: string) => void;
  /** Epoch ms: which names are in force. */
  now: number;
  /** Agency id → complaints of theirs still open. */
  openCounts?: ReadonlyMap<string, number>;
  /** What the closed picker shows for the chosen agency. */
  children?: ReactNode;
  labelledBy: string;
  describedBy?: string;
  triggerRef?: Ref<HTMLButtonElement>;
}

/** Search by full name, short name, other names and topics; suggested and last used first; a missing agency is added in place. */
export function AgencyPicker(props: AgencyPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          ref={props.triggerRef}
          className={styles.trigger}
          aria-labelledby={`${props.labelledBy} ${props.labelledBy}-value`}
          aria-describedby={props.describedBy}
          aria-haspopup="listbox"
        >
          <span className="u-grow" id={`${props.labelledBy}-value`}>
            {props.children ?? <span className="u-text3">{m.ui_agency_choose()}</span>}
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
          aria-label={m.ui_agency_choose()}
        >
          <AgencyList {...props} close={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type Choice = { key: string; option: AgencyOption } | { key: string; add: string };

function AgencyList({
  agencies,
  suggestions,
  value,
  onChange,
  onAdd,
  now,
  openCounts,
  close,
}: AgencyPickerProps & { close: () => void }) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(
    () => searchAgencies(agencies, query, now, suggestions),
    [agencies, query, now, suggestions],
  );
  const wanted = query.trim();
  const choices = useMemo<Choice[]>(() => {
    const found: Choice[] = groups.flatMap((g) =>
      g.options.map((option) => ({ key: option.agency.id, option })),
    );
    return wanted && !knownByName(agencies, wanted, now) ? [...found, { key: 'add', add: wanted }] : found;
  }, [groups, wanted, agencies, now]);
  const at = Math.min(active, choices.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    if ('add' in choice) onAdd(choice.add);
    else onChange(choice.option.agency);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(choices.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      take(choices[at]);
    }
  };
  const option = (choice: Choice, content: ReactNode) => {
    const index = choices.indexOf(choice);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox above, which keeps the focus
      <div
        key={choice.key}
        id={`${listId}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === at}
        className={cx(styles.option, index === at && styles.on)}
        onClick={() => take(choice)}
        onMouseMove={() => setActive(index)}
      >
        {content}
      </div>
    );
  };
  const added = choices.find((c) => 'add' in c);
  return (
    <>
      <div className={styles.search}>
        <Search size={14} aria-hidden />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `${listId}-${at}` : undefined}
          aria-label={m.ui_agency_search()}
          placeholder={m.ui_agency_search()}
          value={query}
          maxLength={200}
          onChange={(e) => {
            setQuery(e.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div id={listId} ref={list} role="listbox" aria-label={m.ui_agency_choose()} className={styles.list}>
        {groups.map((g) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div key={g.group} role="group" aria-label={GROUP[g.group]()}>
            <div className={styles.head} aria-hidden>
              {GROUP[g.group]()}
            </div>
            {g.options.map((o) => {
              const choice = choices.find((c) => c.key === o.agency.id);
              return (
                choice &&
                option(
                  choice,
                  <AgencyLine
                    option={o}
                    query={query}
                    chosen={value?.id === o.agency.id}
                    open={openCounts?.get(o.agency.id) ?? 0}
                  />,
                )
              );
            })}
          </div>
        ))}
        {added &&
          option(
            added,
            <>
              <Plus size={16} aria-hidden />
              <span className={styles.name}>{m.ui_agency_add({ name: wanted })}</span>
            </>,
          )}
        {choices.length === 0 && <p className={styles.none}>{m.ui_agency_none()}</p>}
      </div>
    </>
  );
}

import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, Plus } from 'lucide-react';
import { type ClipboardEvent, useId, useState } from 'react';
import { parsePhone } from '../../channels/phone.ts';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { newAgency } from '../complaint-parts/new-agency.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { phoneProblem } from './agencies-step.tsx';
import type { AgencyRowDraft } from './agency-row-draft.ts';
import styles from './agency-rows.module.css';
import { type FillColumn, fillDown, isSeveralCells, spreadsheetCells } from './spreadsheet.ts';

export type RowChange = { id: string } & Partial<AgencyRowDraft>;

/**
 * Head and number per agency, the ones that get most complaints first and the rest folded. A column or two pasted
 * from a spreadsheet fill downwards.
 */
export function AgencyRows({
  agencies,
  frequent,
  rowOf,
  onChange,
  onCurrent,
  onAdd,
  checked,
}: {
  agencies: readonly Agency[];
  frequent: readonly string[];
  rowOf: (agency: Agency) => AgencyRowDraft;
  onChange: (changes: RowChange[]) => void;
  /** The agency whose field has the focus. */
  onCurrent: (id: string) => void;
  onAdd: (agency: Agency) => void;
  /** Mark wrong numbers even where nobody has left the field yet. */
  checked: boolean;
}) {
  const [first] = useState(() => {
    const known = frequent.filter((id) => agencies.some((a) => a.id === id));
    return known.length > 0 ? known : agencies.slice(0, 6).map((a) => a.id);
  });
  const [open, setOpen] = useState(false);
  const [adding, setAdding] = useState('');
  const top = [
    ...first.flatMap((id) => agencies.find((a) => a.id === id) ?? []),
    // One that was just added, or whose number is wrong, is never folded away.
    ...agencies.filter(
      (a) => !first.includes(a.id) && (a.id.length > 30 || (checked && phoneProblem(rowOf(a).phone))),
    ),
  ];
  const rest = agencies.filter((a) => !top.includes(a));
  const listed = open ? [...top, ...rest] : top;

  const paste = (event: ClipboardEvent, at: number, column: FillColumn) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isSeveralCells(text)) return;
    event.preventDefault();
    const order = [...top, ...rest];
    const filled = fillDown(spreadsheetCells(text), at, column, order.length);
    onChange(filled.flatMap(({ at: i, ...change }) => (order[i] ? [{ id: order[i].id, ...change }] : [])));
    if (filled.some((f) => f.at >= top.length)) setOpen(true);
  };
  const Chevron = open ? ChevronUp : ChevronDown;
  return (
    <>
      <section className={`u-card ${styles.card}`} aria-label={m.set_step_agencies()}>
        <div className={styles.heads} aria-hidden>
          <span>{frequent.length > 0 ? m.set_col_frequent() : m.set_col_agency()}</span>
          <span>{m.set_col_head()}</span>
          <span>{m.set_col_phone()}</span>
        </div>
        {listed.map((agency, at) => (
          <Row
            key={agency.id}
            agency={agency}
            draft={rowOf(agency)}
            checked={checked}
            onFocus={() => onCurrent(agency.id)}
            onChange={(change) => onChange([{ id: agency.id, ...change }])}
            onPaste={(event, column) => paste(event, at, column)}
          />
        ))}
      </section>
      <div className={styles.below}>
        {rest.length > 0 && (
          <Button size="s" icon={Chevron} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? m.set_fewer_agencies() : m.set_more_agencies({ n: rest.length })}
          </Button>
        )}
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            const name = adding.replace(/\s+/g, ' ').trim();
            if (name === '') return;
            onAdd(newAgency(name, Date.now()));
            setAdding('');
          }}
        >
          <input
            aria-label={m.set_add_agency()}
            placeholder={m.set_add_agency_name()}
            value={adding}
            maxLength={200}
            onChange={(e) => setAdding(e.target.value)}
          />
          <Button size="s" variant="plain" icon={Plus} type="submit">
            {m.set_add_agency()}
          </Button>
        </form>
      </div>
      <p className={styles.hint}>{m.set_paste_hint()}</p>
    </>
  );
}

function Row({
  agency,
  draft,
  checked,
  onFocus,
  onChange,
  onPaste,
}: {
  agency: Agency;
  draft: AgencyRowDraft;
  checked: boolean;
  onFocus: () => void;
  onChange: (change: Partial<AgencyRowDraft>) => void;
  onPaste: (event: ClipboardEvent, column: FillColumn) => void;
}) {
  const id = useId();
  const [left, setLeft] = useState(false);
  const { name, short } = nameAt(agency, Date.now());
  const problem = left || checked ? phoneProblem(draft.phone) : null;
  const detail = [short === name ? '' : short, agency.topics.slice(0, 3).join(', ')]
    .filter(Boolean)
    .join(' · ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: follows the focus for the preview, does nothing itself
    <div className={styles.row} onFocus={onFocus}>
      <div className={styles.names}>
        <b className="u-cut" title={name} id={`${id}-n`}>
          {name}
        </b>
        <p className="u-cut">{detail}</p>
      </div>
      <input
        className={styles.input}
        aria-label={m.set_head_of({ agency: short })}
        placeholder={m.set_head_example()}
        value={draft.head}
        maxLength={200}
        onChange={(e) => onChange({ head: e.target.value })}
        onPaste={(e) => onPaste(e, 'head')}
      />
      <input
        className={cx(styles.input, problem && styles.wrong)}
        type="tel"
        aria-label={m.set_phone_of({ agency: short })}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-e` : undefined}
        placeholder="08…"
        value={draft.phone}
        maxLength={40}
        onChange={(e) => onChange({ phone: e.target.value })}
        onBlur={() => setLeft(true)}
        onPaste={(e) => onPaste(e, 'phone')}
      />
      <span className={styles.ok}>
        {parsePhone(draft.phone).ok && <CircleCheck size={16} role="img" aria-label={m.set_phone_ok()} />}
      </span>
      {problem && (
        <p id={`${id}-e`} role="alert" className={styles.problem}>
          <CircleAlert size={12} aria-hidden />
          {problem}
        </p>
      )}
    </div>
  );
}

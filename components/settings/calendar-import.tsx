import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useMemo, useRef, useState } from 'react';
import type { Holiday, OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { type ImportPreview, MAX_IMPORT } from '../../complaints/deadlines/import-preview.ts';
import { m } from '../../i18n/index.ts';
import { importProblemText } from '../clock-problems.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { TextArea, TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './calendar.module.css';
import { CalendarImportLines } from './calendar-import-lines.tsx';
import { decreeYears, droppedBy, previewAny } from './calendar-import-read.ts';
import { dayWord } from './calendar-words.ts';

export interface Taking {
  take: Holiday[];
  /** Years that it covers as a whole. */
  years: number[];
  source: string;
}

/** Holidays from a file or pasted lines: read, shown line by line, and taken over only as far as ticked. */
export function CalendarImport({
  calendar,
  year,
  onTake,
  onClose,
  busy,
}: {
  /** What it is compared with. */
  calendar: OfficeCalendar;
  year: number;
  /** True when it was kept. */
  onTake: (taking: Taking) => Promise<boolean>;
  onClose: () => void;
  busy: boolean;
}) {
  const [text, setText] = useState('');
  const [source, setSource] = useState<string>(m.cal_import_source_default({ year }));
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState(false);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [whole, setWhole] = useState<ReadonlySet<number>>(new Set());
  const file = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLHeadingElement>(null);
  const id = useId();

  const read = (from: string) => {
    setReading(true);
    // After a paint, so that a file of ten thousand events says that it is being read.
    setTimeout(() => {
      const found = previewAny(from, calendar, source.trim());
      setPreview(found);
      setTicked(new Set());
      setWhole(new Set());
      setReading(false);
      requestAnimationFrame(() => result.current?.focus());
    }, 30);
  };
  const choose = async (chosen: File) => {
    if (chosen.size > MAX_IMPORT * 2) return setPreview({ lines: [], skipped: 0, problem: 'too-large' });
    const content = await chosen.text();
    // A long file is read but not shown: the field is for what one can look through.
    setText(content.length <= 100_000 ? content : '');
    read(content);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [chosen] = event.dataTransfer.files;
    if (chosen) void choose(chosen);
  };
  const take = useMemo(
    () => (preview?.lines ?? []).flatMap((line, at) => (ticked.has(at) ? line.days : [])),
    [preview, ticked],
  );
  const years = decreeYears(take);
  const covered = years.filter((each) => whole.has(each));
  const dropped = droppedBy(take, covered, calendar.holidays);
  return (
    <section className={styles.import} aria-labelledby={`${id}-t`}>
      <h3 id={`${id}-t`}>{m.cal_import()}</h3>
      <p className="u-small u-text3">{m.cal_import_lead()}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same */}
      <div
        className={cx(styles.drop2, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <TextArea
          autoFocus
          label={m.cal_import_text()}
          placeholder={m.cal_import_example()}
          value={text}
          rows={5}
          spellCheck={false}
          onChange={(e) => setText(e.target.value)}
        />
        <p className="u-small u-text3">{m.cal_import_drop()}</p>
      </div>
      <TextField
        label={m.cal_source()}
        hint={m.cal_import_source_hint()}
        value={source}
        maxLength={200}
        onChange={(e) => setSource(e.target.value)}
      />
      <div className={styles.row}>
        <Button variant="primary" disabled={text.trim() === ''} busy={reading} onClick={() => read(text)}>
          {m.cal_import_read()}
        </Button>
        <Button icon={FileUp} busy={reading} onClick={() => file.current?.click()}>
          {m.set_import_choose()}
        </Button>
        <Button variant="plain" onClick={onClose}>
          {m.ui_cancel()}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".ics,.json,.txt,.csv,text/calendar,application/json,text/plain"
        hidden
        onChange={(e) => {
          const chosen = e.target.files?.[0];
          e.target.value = '';
          if (chosen) void choose(chosen);
        }}
      />
      <p role="status" className="u-small u-text3">
        {reading ? m.cal_import_reading() : ''}
      </p>
      {preview?.problem && <ErrorNote>{importProblemText(preview.problem)}</ErrorNote>}
      {preview && !preview.problem && (
        <>
          <h4 ref={result} tabIndex={-1} className={styles.found}>
            {m.cal_import_found({
              n: preview.lines.filter((line) => line.unread === null).length,
              total: preview.lines.length,
            })}
          </h4>
          {preview.skipped > 0 && (
            <p className={styles.warn}>{m.cal_import_skipped({ n: preview.skipped })}</p>
          )}
          <CalendarImportLines
            preview={preview}
            calendar={calendar}
            ticked={ticked}
            onTick={(next) => {
              setTicked(next);
              setWhole(new Set());
            }}
          />
          {years.map((each) => (
            <label key={each} className={styles.tick}>
              <input
                type="checkbox"
                checked={whole.has(each)}
                onChange={(e) => {
                  const next = new Set(whole);
                  if (e.target.checked) next.add(each);
                  else next.delete(each);
                  setWhole(next);
                }}
              />
              <span>
                {m.cal_import_whole({ year: each })}
                <small>{m.cal_import_whole_detail({ year: each })}</small>
              </span>
            </label>
          ))}
          {dropped.length > 0 && (
            <div className={styles.warn}>
              <span>
                {m.cal_import_dropped({ n: dropped.length })}{' '}
                {dropped
                  .slice(0, 12)
                  .map((day) => `${dayWord(day.day)} ${day.name}`)
                  .join('; ')}
                {dropped.length > 12 && '; …'}
              </span>
            </div>
          )}
          <div className={styles.row}>
            <Button
              variant="primary"
              disabled={take.length === 0}
              busy={busy}
              onClick={() => void onTake({ take, years: covered, source: source.trim() })}
            >
              {take.length === 0 ? m.cal_import_take_none() : m.cal_import_take({ n: take.length })}
            </Button>
            <span className="u-small u-text3">{m.cal_import_take_hint()}</span>
          </div>
        </>
      )}
    </section>
  );
}

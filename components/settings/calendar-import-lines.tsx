import { useMemo, useState } from 'react';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import type { ImportPreview, PreviewLine } from '../../complaints/deadlines/import-preview.ts';
import { m } from '../../i18n/index.ts';
import { previewNoteText, unreadText } from '../clock-problems.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './calendar.module.css';
import { replacedBy } from './calendar-import-read.ts';
import { dayWord, holidayKindWord } from './calendar-words.ts';

/** Lines drawn at a time. */
const PAGE = 100;

/** Every line of what was read: what was understood and what would be replaced, or why nothing was. */
export function CalendarImportLines({
  preview,
  calendar,
  ticked,
  onTick,
}: {
  preview: ImportPreview;
  calendar: OfficeCalendar;
  /** Places of the ticked lines. */
  ticked: ReadonlySet<number>;
  onTick: (ticked: ReadonlySet<number>) => void;
}) {
  const [shown, setShown] = useState(PAGE);
  const known = useMemo(
    () => new Map(calendar.holidays.map((holiday) => [`${holiday.day} ${holiday.kind}`, holiday])),
    [calendar],
  );
  const good = preview.lines.flatMap((line, at) => (line.unread === null ? [at] : []));
  const all = good.length > 0 && good.every((at) => ticked.has(at));
  return (
    <>
      {good.length > 0 && (
        <label className={styles.tick}>
          <input type="checkbox" checked={all} onChange={() => onTick(all ? new Set() : new Set(good))} />
          <span>{m.cal_import_all({ n: good.length })}</span>
        </label>
      )}
      <ol className={styles.lines} aria-label={m.cal_import_lines()}>
        {preview.lines.slice(0, shown).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a line is what it is
          <li key={at} className={cx(styles.importLine, line.unread !== null && styles.unread)}>
            {line.unread === null ? (
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  checked={ticked.has(at)}
                  onChange={() => {
                    const next = new Set(ticked);
                    if (!next.delete(at)) next.add(at);
                    onTick(next);
                  }}
                />
                <Understood line={line} known={known} />
              </label>
            ) : (
              <span className={styles.notRead}>
                <bdi>{line.raw || '–'}</bdi>
                <small>{m.cal_import_unread({ line: line.line, why: unreadText(line.unread) })}</small>
              </span>
            )}
          </li>
        ))}
      </ol>
      {preview.lines.length > shown && (
        <div>
          <Button size="s" onClick={() => setShown(shown + PAGE)}>
            {m.cal_import_more({
              n: Math.min(PAGE, preview.lines.length - shown),
              left: preview.lines.length - shown,
            })}
          </Button>
        </div>
      )}
    </>
  );
}

function Understood({ line, known }: { line: PreviewLine; known: Parameters<typeof replacedBy>[1] }) {
  const [first] = line.days;
  const last = line.days.at(-1);
  if (!first || !last) return null;
  const days = first === last ? dayWord(first.day) : `${dayWord(first.day)} – ${dayWord(last.day)}`;
  const replaced = replacedBy(line, known);
  const notes = line.notes.filter((note) => note !== 'known' || replaced.length === 0).map(previewNoteText);
  return (
    <span>
      <b>{days}</b> {first.name} <span className={styles.faint}>{holidayKindWord(first.kind)}</span>
      {replaced.length > 0 && (
        <small>
          {m.cal_import_replaces({
            what: replaced.map((old) => (old.source ? `${old.name} (${old.source})` : old.name)).join('; '),
          })}
        </small>
      )}
      {notes.length > 0 && <small>{notes.join(' · ')}</small>}
    </span>
  );
}

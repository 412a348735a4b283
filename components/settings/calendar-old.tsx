import { useState } from 'react';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { database } from '../../storage/database.ts';
import { readIncompleteRows } from '../../storage/read/incomplete-year.ts';
import { formatRoute, NO_FILTER } from '../dashboard/route.ts';
import { errorSentence } from '../error-text.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './calendar.module.css';

/** Numbers that are named one by one. */
const NAMED = 12;

/**
 * Complaints whose clocks still run by a calendar without a year that the present one has: they keep it until they are
 * worked out again, each with the reason in its log.
 */
export function CalendarOld({ current }: { current: OfficeCalendar }) {
  const rows = useLive(() => readIncompleteRows(database), []);
  const [reason, setReason] = useState<string>(m.cal_old_reason_default({ version: current.version }));
  const [working, setWorking] = useState<{ done: number; total: number } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const toast = useToast();
  const ready = (rows ?? []).filter((row) => current.completeYears.includes(row.year));
  if (ready.length === 0) return null;
  const recompute = async () => {
    setFault(null);
    let done = 0;
    for (const row of ready) {
      setWorking({ done, total: ready.length });
      try {
        await call('complaint.recompute', {
          complaintId: row.id,
          preset: null,
          termMs: null,
          note: reason.trim(),
        });
        done += 1;
      } catch (error) {
        setFault(m.cal_old_failed({ number: row.number, why: errorSentence(error) }));
      }
    }
    setWorking(null);
    if (done > 0) toast({ text: m.cal_old_done({ n: done }) });
  };
  return (
    <section className={styles.box} aria-labelledby="cal-old">
      <h3 id="cal-old">{m.cal_old_title({ n: ready.length })}</h3>
      <p className="u-small u-text3">{m.cal_old_detail()}</p>
      <p className={styles.numbers}>
        {ready.slice(0, NAMED).map((row) => (
          <a key={row.id} href={formatRoute({ page: 'complaint', id: row.id, filter: NO_FILTER })}>
            {row.number} {row.agencyShort}
          </a>
        ))}
        {ready.length > NAMED && <span>{m.cal_old_more({ n: ready.length - NAMED })}</span>}
      </p>
      <div className={styles.row}>
        <TextField
          className={styles.grow}
          label={m.clock_recompute_reason()}
          value={reason}
          maxLength={1_000}
          onChange={(e) => setReason(e.target.value)}
        />
        <Button
          className={styles.besideField}
          busy={working !== null}
          disabled={reason.trim() === ''}
          onClick={() => void recompute()}
        >
          {m.clock_do_recompute()}
        </Button>
      </div>
      <p role="status" className="u-small u-text3">
        {working ? m.cal_old_working(working) : ''}
      </p>
      {fault && <ErrorNote>{fault}</ErrorNote>}
    </section>
  );
}

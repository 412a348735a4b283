import { CircleCheck } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readOverdueSince } from '../../storage/read/overdue.ts';
import { countedDue } from '../complaint-parts/clock-view.ts';
import { durationLong } from '../format.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { StatusGlyph } from '../ui/status-chip.tsx';
import styles from './list.module.css';

/** What is burning, in one sentence, with the one thing to do about it. */
export function NowSentence({ now, onRemind }: { now: number; onRemind: () => void }) {
  const found = useLive(async () => {
    const [overdue, counts] = await Promise.all([
      readOverdueSince(database, 0, now),
      readCounts(database, now),
    ]);
    return { overdue, fresh: counts.fresh, near: counts.near };
  }, [now]);
  if (!found) return <div className={styles.now} />;
  const { overdue, fresh, near } = found;
  const [oldest] = overdue;
  const rest = fresh > 0 ? ` ${m.dash_now_fresh({ n: fresh })}` : '';
  if (!oldest) {
    return (
      <section className={styles.now} aria-label={m.dash_now()}>
        <CircleCheck size={20} aria-hidden />
        <p className="u-grow">
          <strong>{m.dash_now_calm()}</strong>
          {rest}
        </p>
        {near > 0 && <Button onClick={onRemind}>{m.ladder_all_title()}</Button>}
      </section>
    );
  }
  const agencies = new Set(overdue.map((row) => row.agencyId)).size;
  const duration = durationLong(now - countedDue({ ...oldest, dueAt: oldest.dueAt ?? now }));
  return (
    <section className={cx(styles.now, styles.late)} aria-label={m.dash_now()}>
      <StatusGlyph status="overdue" size={20} />
      <div className="u-grow">
        <strong>{m.dash_now_overdue({ n: overdue.length, agencies })}</strong>
        <p className="u-cut">
          {m.dash_now_oldest({ number: oldest.number, agency: oldest.agencyShort, duration })}
          {rest}
        </p>
      </div>
      <Button variant="primary" onClick={onRemind}>
        {m.ladder_all_title()}
      </Button>
    </section>
  );
}

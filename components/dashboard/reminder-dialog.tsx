import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { type ReminderGroup, readReminders } from '../../storage/read/ladders.ts';
import { AgencyReminder } from '../ladder/agency-reminder.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { Switch } from '../ui/switch.tsx';
import styles from './reminder-dialog.module.css';

/**
 * *Ingatkan semua*: one message per agency with all that waits for it, one press per agency, nothing sent by itself.
 * What stands in it is read when the dialog opens, so that reminding does not reorder it.
 */
export function ReminderDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onOpenChange={(on) => !on && onClose()} title={m.ladder_all_title()} wide>
      {open && <Agencies />}
    </Dialog>
  );
}

function Agencies() {
  const [now] = useState(() => Date.now());
  const [withInTime, setWithInTime] = useState(false);
  const [groups, setGroups] = useState<ReminderGroup[] | null>(null);
  const [done, setDone] = useState<ReadonlyMap<string, string[]>>(new Map());
  useEffect(() => {
    let gone = false;
    void readReminders(database, now, withInTime).then((found) => {
      if (!gone) setGroups(found);
    });
    return () => {
      gone = true;
    };
  }, [now, withInTime]);
  if (!groups) return null;
  const finish = (agencyId: string, eventIds: string[] | null) => {
    const next = new Map(done);
    if (eventIds) next.set(agencyId, eventIds);
    else next.delete(agencyId);
    setDone(next);
  };
  const reminded = groups.filter((group) => done.has(group.agencyId)).length;
  return (
    <div className={styles.all}>
      <Switch
        label={m.ladder_all_in_time()}
        detail={m.ladder_all_in_time_detail()}
        checked={withInTime}
        disabled={done.size > 0}
        onChange={setWithInTime}
      />
      {groups.length === 0 ? (
        <EmptyState icon={CircleCheck} title={m.ladder_all_none()} />
      ) : (
        <>
          <p className={styles.progress} role="status">
            <progress max={groups.length} value={reminded} aria-hidden />
            {m.ladder_all_progress({ n: reminded, total: groups.length })}
          </p>
          <ul className={styles.agencies}>
            {groups.map((group) => (
              <AgencyReminder
                key={`${group.agencyId} ${withInTime}`}
                group={group}
                now={now}
                done={done.get(group.agencyId) ?? null}
                onDone={(eventIds) => finish(group.agencyId, eventIds)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

import { Combine } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { JoinReason } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { type ComplaintRow, database } from '../../storage/database.ts';
import { readRow } from '../../storage/read/row.ts';
import { readJoined, readTwins } from '../../storage/read/twins.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import styles from './ties.module.css';
import { useJoin } from './use-join.ts';

const WHY: Record<JoinReason, () => string> = {
  'same-post': m.ui_twin_same_post,
  'same-photo': m.ui_twin_same_photo,
  'same-words': m.ui_twin_same_words,
  chosen: m.ui_twin_chosen,
};

/** What a complaint has to do with others: as which it goes on, which go on as it, and which may be the same. */
export function Ties({ complaint, onOpen }: { complaint: Complaint; onOpen: (id: string) => void }) {
  const { id } = complaint;
  const end = useLive(async () => {
    const row = await readRow(database, id);
    return row?.joinedTo ? await readRow(database, row.joinedTo) : null;
  }, [id, complaint.status]);
  const also = useLive(() => readJoined(database, id), [id]);
  const twins = useLive(() => readTwins(database, complaint), [complaint]);
  const join = useJoin(onOpen);
  const undo = useCommand('complaint.undo');
  const { joined } = complaint;
  const fault = join.error ?? undo.error;
  return (
    <>
      {end && joined && (
        <Note icon={Combine}>
          <Line words={m.ui_joined_into({ why: WHY[joined.why]() })}>
            <Open row={end} onOpen={onOpen} />
            <Button
              size="s"
              variant="plain"
              busy={undo.pending}
              onClick={() => void undo.run({ eventId: joined.id })}
            >
              {m.ui_undo()}
            </Button>
          </Line>
        </Note>
      )}
      {also && also.length > 0 && (
        <Note icon={Combine}>
          <Line words={m.ui_also()}>
            {also.map((row) => (
              <Open key={row.id} row={row} onOpen={onOpen} />
            ))}
          </Line>
        </Note>
      )}
      {twins?.map(({ row, why }) => (
        <Note key={row.id} icon={Combine}>
          <Line
            words={
              why === 'same-post'
                ? m.ui_twin_proved({ number: row.number })
                : m.ui_twin_like({ number: row.number, why: WHY[why]() })
            }
          >
            <Open row={row} onOpen={onOpen} label={m.ui_twin_look()} />
            <Button size="s" busy={join.pending} onClick={() => void join.run(complaint, row, why)}>
              {m.ui_join()}
            </Button>
          </Line>
        </Note>
      ))}
      {fault && <ErrorNote>{fault}</ErrorNote>}
    </>
  );
}

function Line({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.words}>{words}</span>
      <span className={styles.acts}>{children}</span>
    </div>
  );
}

function Open({ row, onOpen, label }: { row: ComplaintRow; onOpen: (id: string) => void; label?: string }) {
  return (
    <Button
      size="s"
      variant={label ? 'plain' : 'outline'}
      title={row.gist}
      aria-label={label ? `${label} ${row.number}` : m.ui_open_number({ number: row.number })}
      onClick={() => onOpen(row.id)}
    >
      {label ?? row.number}
    </Button>
  );
}

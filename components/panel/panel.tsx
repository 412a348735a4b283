import { useEffect, useState } from 'react';
import { database } from '../../storage/database.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { useLive } from '../hooks/use-live.ts';
import { ComplaintPanel } from './complaint-panel.tsx';
import { ManualView } from './manual-view.tsx';
import styles from './panel.module.css';
import { PanelHome } from './panel-home.tsx';
import { usePanelTarget } from './use-target.ts';

/** The side panel: one complaint, one to be noted by hand, or what to do next when none is chosen. */
export function Panel() {
  const [target, choose] = usePanelTarget();
  const [byHand, setByHand] = useState(false);
  const id = target?.complaintId ?? null;
  // What the worker sends for the panel goes before a form that was opened here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new target counts
  useEffect(() => setByHand(false), [target]);
  const found = useLive(async () => (id ? { id, log: await readComplaint(database, id) } : null), [id]);
  const open = (next: string | null) => choose(next === null ? null : { complaintId: next });

  if (byHand) return <ManualView onMade={open} onCancel={() => setByHand(false)} />;
  // Nothing is known for a moment: a blank frame rather than a flash of the wrong screen.
  if (target === undefined || (id && found?.id !== id)) return <div className={styles.panel} />;
  const log = id ? (found?.log ?? null) : null;
  if (!log || log.complaint.status === 'void') {
    return (
      <PanelHome
        onOpen={open}
        onByHand={() => setByHand(true)}
        taken={log?.complaint ?? null}
        lost={id !== null && log === null}
      />
    );
  }
  return (
    <ComplaintPanel key={log.complaint.id} complaint={log.complaint} events={log.events} onOpen={open} />
  );
}

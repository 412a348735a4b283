import type { ClockExplanation } from '../../complaints/deadlines/parts.ts';
import styles from './clock-explanation.module.css';

/** Running, paused and late time in true proportion, in the clock's own measure, and what is left. */
export function ClockStrip({ explanation, label }: { explanation: ClockExplanation; label: string }) {
  const { parts, left } = explanation;
  const shown: { key: number; kind: 'run' | 'paused' | 'over'; ms: number }[] = [];
  for (const part of parts) {
    if (part.kind !== 'running' && part.kind !== 'paused') continue;
    const kind = part.kind === 'paused' ? 'paused' : part.late ? 'over' : 'run';
    const last = shown.at(-1);
    if (last?.kind === kind) last.ms += part.to - part.from;
    else shown.push({ key: part.from, kind, ms: part.to - part.from });
  }
  return (
    <div className={styles.strip} role="img" aria-label={label}>
      {shown.map(({ key, kind, ms }) => (
        <i key={key} className={styles[kind]} style={{ flexGrow: ms }} />
      ))}
      {left > 0 && <i className={styles.rest} style={{ flexGrow: left }} />}
    </div>
  );
}

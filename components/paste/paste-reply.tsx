import { useState } from 'react';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { AnswerLine } from './answer-line.tsx';
import { FoundSummary } from './found-summary.tsx';
import type { Line } from './lines.ts';
import styles from './paste.module.css';
import { PasteBox } from './paste-box.tsx';
import { usePasteSource } from './use-paste-source.ts';
import { useProposals } from './use-proposals.ts';
import { type Outcome, useRecording } from './use-recording.ts';

/**
 * *Tempel balasan*: paste, look at every answer found, record the ticked ones with one button.
 * `only`: the complaint that is being looked at.
 */
export function PasteReply({
  only = null,
  onRecorded,
  onCancel,
}: {
  only?: string | null;
  onRecorded: (outcome: Outcome) => void;
  onCancel?: () => void;
}) {
  const source = usePasteSource();
  const proposals = useProposals(source, only);
  const recording = useRecording(source, onRecorded);
  const [picturesFor, setPicturesFor] = useState('');
  // Asked until it is answered; the answer can still be changed then.
  const [asked, setAsked] = useState(0);
  const [nothing, setNothing] = useState(false);
  if (!proposals) return null;
  const { lines, pasted, facts } = proposals;
  if (pasted.doubtful && asked !== source.version) setAsked(source.version);
  const ticked = lines.filter((line) => line.ticked);
  const pasting = source.pictures.waiting.length;
  const withPictures = ticked.find((line) => line.proposal.key === picturesFor) ?? ticked[0] ?? lines[0];
  const target = withPictures?.proposal.key ?? '';
  return (
    <div className={styles.paste}>
      <PasteBox source={source} />
      {pasted.messages.length > 0 && (
        <FoundSummary proposals={proposals} doubtful={pasted.doubtful || asked === source.version} />
      )}
      {pasting > 0 && ticked.length > 1 && (
        <Select
          label={m.paste_pictures_for()}
          value={target}
          options={ticked.map((line) => ({ value: line.proposal.key, label: nameOf(line, facts.rows) }))}
          onChange={(e) => setPicturesFor(e.target.value)}
        />
      )}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => {
            const { key, found } = line.proposal;
            const inFile = found.files.filter((name) => source.file?.pictures.has(name)).length;
            return (
              <AnswerLine
                key={key}
                line={line}
                rows={facts.rows}
                pictures={inFile + (key === target ? pasting : 0)}
                error={recording.errors.get(key) ?? null}
                onEdit={(change) => proposals.edit(key, change)}
              />
            );
          })}
        </ul>
      )}
      {nothing && ticked.length === 0 && lines.length > 0 && (
        <ErrorNote tone="warn">{m.paste_nothing_ticked()}</ErrorNote>
      )}
      {(lines.length > 0 || onCancel) && (
        <div className={styles.actions}>
          {onCancel && (
            <Button variant="plain" onClick={onCancel}>
              {m.ui_cancel()}
            </Button>
          )}
          {lines.length > 0 && (
            <Button
              variant="primary"
              busy={recording.busy}
              onClick={() => {
                setNothing(ticked.length === 0);
                if (ticked.length > 0) void recording.record(lines, target);
              }}
            >
              {ticked.length > 0 ? m.paste_record({ n: ticked.length }) : m.paste_record_none()}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function nameOf(line: Line, rows: readonly { id: string; number: string }[]): string {
  const number = rows.find((row) => row.id === line.complaintId)?.number ?? '';
  return [number, line.proposal.found.message.text.slice(0, 60)].filter(Boolean).join(' · ');
}

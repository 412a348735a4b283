import { useRef, useState } from 'react';
import { call } from '../../protocol/client.ts';
import { dropFromInbox, putInInbox } from '../complaint-parts/inbox.ts';
import { type Line, takesPictures } from './lines.ts';
import { type Recordable, recordAnswers, undoAnswers } from './record-answers.ts';
import { recordLine } from './record-line.ts';
import type { PasteSource } from './use-paste-source.ts';

/** Pictures that one answer takes along at most, as the worker takes them. */
const MAX_PICTURES = 20;

export interface Outcome {
  /** Answers that were recorded. */
  count: number;
  complaintIds: string[];
  undo: () => Promise<boolean>;
}

export interface Recording {
  busy: boolean;
  /** Key → sentence of what was refused the last time. */
  errors: ReadonlyMap<string, string>;
  record: (lines: readonly Line[], picturesFor: string) => Promise<void>;
}

/** Records the ticked answers, each with its pictures; what went through is told to `onRecorded`. */
export function useRecording(source: PasteSource, onRecorded: (outcome: Outcome) => void): Recording {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const running = useRef(false);

  const record = async (lines: readonly Line[], picturesFor: string) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setErrors(new Map());
    try {
      const wanted = lines.filter((line) => line.ticked);
      const ownIds = source.pictures.ids;
      const result = await recordAnswers(
        wanted.map((line) => recordable(line, source, picturesFor)),
        // Pasted ones stay in the row for another attempt.
        (ids) => dropFromInbox(ids.filter((id) => !ownIds.includes(id))),
      );
      const target = wanted.find((line) => line.proposal.key === picturesFor);
      if (target && takesPictures(target) && result.done.includes(picturesFor)) source.pictures.handedOver();
      setErrors(new Map([...result.failed].map(([key, { sentence }]) => [key, sentence])));
      const done = wanted.filter((line) => result.done.includes(line.proposal.key));
      if (done.length === 0) return;
      if (result.failed.size === 0) source.clear();
      onRecorded({
        count: done.length,
        complaintIds: [...new Set(done.map((line) => line.complaintId))],
        undo: () => undoAnswers(result.eventIds, (eventId) => call('complaint.undo', { eventId })),
      });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, errors, record };
}

function recordable(line: Line, source: PasteSource, picturesFor: string): Recordable {
  const { key, found } = line.proposal;
  return {
    key,
    at: line.at ?? 0,
    record: (inboxIds) => recordLine(line, inboxIds),
    pictures: async () => {
      if (!takesPictures(line)) return [];
      const pasted = key === picturesFor ? source.pictures.ids : [];
      const files = source.file?.unpack(found.files) ?? [];
      const ids = [...pasted];
      for (const file of files.slice(0, Math.max(0, MAX_PICTURES - ids.length))) {
        ids.push(await putInInbox(file, Date.now()));
      }
      return ids.slice(0, MAX_PICTURES);
    },
  };
}

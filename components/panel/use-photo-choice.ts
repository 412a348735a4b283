import { useMemo, useState } from 'react';
import type { Redaction } from '../../channels/redaction.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ChosenPhoto } from '../complaint-parts/prepared-photos.ts';
import type { PhotoChoice } from './photo-strip.tsx';

/** Photos that go along unless the official decides otherwise. */
const FIRST_PHOTOS = 4;

/** Which photos go along and what is hidden in them; kept here only, the stored photos stay as they are. */
export function usePhotoChoice(complaint: Complaint): PhotoChoice & { chosen: readonly ChosenPhoto[] } {
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [redactions, setRedactions] = useState<ReadonlyMap<string, readonly Redaction[]>>(new Map());
  const stored = complaint.photos.flatMap((p) => (p.state === 'stored' ? [p.photo.hash] : [])).join(' ');
  const chosen = useMemo(
    () =>
      stored
        .split(' ')
        .filter((hash, at) => hash !== '' && (decided.get(hash) ?? at < FIRST_PHOTOS))
        .map((hash) => ({ hash, redactions: redactions.get(hash) ?? [] })),
    [stored, decided, redactions],
  );
  return {
    chosen,
    selected: new Set(chosen.map((c) => c.hash)),
    onSelect: (hash, on) => setDecided((before) => new Map(before).set(hash, on)),
    redactions,
    onRedact: (hash, list) => setRedactions((before) => new Map(before).set(hash, list)),
  };
}

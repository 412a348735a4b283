import { useDeferredValue, useMemo, useState } from 'react';
import { type MatchResult, matchAnswers, senderOf } from '../../complaints/answers/match.ts';
import { type Pasted, readPaste } from '../../complaints/answers/paste.ts';
import type { DayOrder } from '../../complaints/answers/paste-time.ts';
import { MAX_PROPOSALS, propose } from '../../complaints/answers/propose.ts';
import { zoneOffset } from '../../complaints/when.ts';
import { database } from '../../storage/database.ts';
import { useLive } from '../hooks/use-live.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { type Edit, type Line, linesOf } from './lines.ts';
import { type PasteFacts, readPasteFacts, readRecorded } from './paste-facts.ts';
import type { PasteSource } from './use-paste-source.ts';

const NONE: ReadonlySet<string> = new Set();

export interface Proposals {
  facts: PasteFacts;
  pasted: Pasted;
  skipped: MatchResult['skipped'];
  lines: Line[];
  /** Proposals beyond the bound that are not shown. */
  more: number;
  order: DayOrder;
  setOrder: (order: DayOrder) => void;
  /** Id of the agency the conversation was held with; empty = not said. */
  chatWith: string;
  setChatWith: (agencyId: string) => void;
  edit: (key: string, change: Edit) => void;
}

/** What the source holds, matched against the desk, with the official's changes; null until the desk is read. */
export function useProposals(source: PasteSource, only: string | null): Proposals | null {
  const { zone, prefix } = useSettings();
  const now = useNow();
  const facts = useLive(() => readPasteFacts(database, prefix), [prefix]);
  const [choice, setChoice] = useState<{ version: number; order?: DayOrder; chatWith?: string }>({
    version: 0,
  });
  const [edits, setEdits] = useState<{ of: string; map: ReadonlyMap<string, Edit> }>({
    of: '',
    map: new Map(),
  });
  const text = useDeferredValue(source.text);
  const { version, at, file } = source;
  const chosen = choice.version === version ? choice : { version };
  const guessed = useMemo(
    () => (file && facts ? (senderOf(file.title, facts.agencies)?.id ?? '') : ''),
    [file, facts],
  );
  const chatWith = chosen.chatWith ?? guessed;
  const pictured = source.pictures.waiting.length > 0;
  const pasted = useMemo(() => {
    const read = readPaste(text, {
      now: at || Date.now(),
      offsetMinutes: zoneOffset(zone),
      order: chosen.order,
    });
    return read.messages.length === 0 && pictured ? pictureOnly(read) : read;
  }, [text, at, zone, chosen.order, pictured]);
  const found = useMemo(() => {
    if (!facts) return null;
    const { waiting, agencies, prefixes, notForwarded } = facts;
    return matchAnswers({
      pasted,
      waiting,
      agencies,
      prefixes,
      notForwarded,
      now: at || Date.now(),
      ...(chatWith ? { chatWith } : {}),
    });
  }, [facts, pasted, at, chatWith]);
  const proposals = useMemo(
    () => (found && facts ? propose(found.answers, facts.waiting, only) : []),
    [found, facts, only],
  );
  const shown = proposals.slice(0, MAX_PROPOSALS);
  const of = `${version} ${pasted.order} ${chatWith}`;
  const map = edits.of === of ? edits.map : new Map<string, Edit>();
  const ids = [...new Set(shown.map(({ key, complaintId }) => map.get(key)?.complaintId ?? complaintId))];
  const recorded = useLive(() => readRecorded(database, ids), [ids.join(' ')]) ?? NONE;
  if (!facts || !found) return null;
  const nameOf = (agencyId: string) => facts.shortNames.get(agencyId) ?? '';
  return {
    facts,
    pasted,
    skipped: found.skipped,
    lines: linesOf(shown, { edits: map, waiting: facts.waiting, recorded, nameOf, zone, now, cameAt: at }),
    more: proposals.length - shown.length,
    order: pasted.order,
    setOrder: (order) => setChoice({ ...chosen, version, order }),
    chatWith,
    setChatWith: (agencyId) => setChoice({ ...chosen, version, chatWith: agencyId }),
    edit: (key, change) => setEdits({ of, map: new Map(map).set(key, { ...map.get(key), ...change }) }),
  };
}

/** A picture without any words is an answer too; whose, the official says. */
function pictureOnly(read: Pasted): Pasted {
  const message = {
    author: '',
    at: null,
    exact: false,
    text: '',
    kind: 'media' as const,
    files: [],
    forwarded: false,
  };
  return { ...read, messages: [message] };
}

import type { WaitingComplaint } from '../../complaints/answers/match.ts';
import { type Obstacle, obstacleOf, type Proposal } from '../../complaints/answers/propose.ts';
import type { ResponseKind } from '../../complaints/events.ts';
import type { Zone } from '../../complaints/when.ts';
import { readMoment, type TypedMoment, typedMoment } from '../typed-moment.ts';

/** What the official changed of a proposal. */
export interface Edit {
  ticked?: boolean;
  complaintId?: string;
  kind?: ResponseKind;
  when?: TypedMoment;
}

/** A proposal as it stands after the official's changes. */
export interface Line {
  proposal: Proposal;
  complaintId: string;
  kind: ResponseKind;
  /** Epoch ms; null = what was typed is no moment. */
  at: number | null;
  /** The time as typed; null = the message's own time holds. */
  when: TypedMoment | null;
  obstacle: Obstacle | null;
  /** Goes along when the button is pressed. */
  ticked: boolean;
}

export interface LineContext {
  edits: ReadonlyMap<string, Edit>;
  waiting: readonly WaitingComplaint[];
  recorded: ReadonlySet<string>;
  zone: Zone;
  /** Epoch ms: now, and when the text came. */
  now: number;
  cameAt: number;
}

/**
 * Proposals with the changes on top. A message without time is taken to have come just before it was pasted, until
 * another time is typed; choosing a complaint ticks the line.
 */
export function linesOf(proposals: readonly Proposal[], context: LineContext): Line[] {
  const { edits, recorded, zone, now, cameAt } = context;
  const waiting = new Map(context.waiting.map((one) => [one.id, one]));
  return proposals.map((proposal) => {
    const edit = edits.get(proposal.key) ?? {};
    const complaintId = edit.complaintId ?? proposal.complaintId;
    const untimed = proposal.at === null;
    const when = edit.when ?? (untimed ? typedMoment(cameAt, zone) : null);
    const at = edit.when ? readMoment(edit.when, zone) : (proposal.at ?? cameAt);
    const obstacle = obstacleOf({ complaintId, at, found: proposal.found }, waiting, recorded, now);
    const wanted = edit.ticked ?? (edit.complaintId !== undefined || proposal.ticked);
    return {
      proposal,
      complaintId,
      kind: edit.kind ?? proposal.kind,
      at,
      when,
      obstacle,
      ticked: wanted && obstacle === null,
    };
  });
}

/** Where the recorded time comes from: the message's own line, or the official. */
export function viaOf(line: Line): 'pasted' | 'hand' {
  return line.when === null ? 'pasted' : 'hand';
}

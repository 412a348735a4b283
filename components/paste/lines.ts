import { type AskedTime, type AskedUnit, isAskable } from '../../complaints/answers/asked-time.ts';
import type { AnswerKind } from '../../complaints/answers/kind.ts';
import type { FoundAnswer, WaitingComplaint } from '../../complaints/answers/match.ts';
import { type Obstacle, obstacleOf, type Proposal } from '../../complaints/answers/propose.ts';
import type { Zone } from '../../complaints/when.ts';
import { readMoment, type TypedMoment, typedMoment } from '../typed-moment.ts';

/** What the official changed of a proposal. */
export interface Edit {
  ticked?: boolean;
  complaintId?: string;
  kind?: AnswerKind;
  when?: TypedMoment;
  /** As typed. */
  amount?: string;
  unit?: AskedUnit;
  suggests?: string;
}

/** A proposal as it stands after the official's changes. */
export interface Line {
  proposal: Proposal;
  complaintId: string;
  kind: AnswerKind;
  /** How long is asked for, as typed, and what that is; null = no length of time. */
  amount: string;
  unit: AskedUnit;
  asked: AskedTime | null;
  /** Whose matter it is instead, as it goes into the log; may be empty. */
  suggests: string;
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
  /** Short name of an agency. */
  nameOf: (agencyId: string) => string;
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
    const { found } = proposal;
    const kind = edit.kind ?? proposal.kind;
    const amount = edit.amount ?? (found.asked ? String(found.asked.amount) : '');
    const unit = edit.unit ?? found.asked?.unit ?? 'days';
    const asked = readAsked(amount, unit);
    const obstacle = obstacleOf({ complaintId, at, found, kind, asked }, waiting, recorded, now);
    const wanted = edit.ticked ?? (edit.complaintId !== undefined || proposal.ticked);
    return {
      proposal,
      complaintId,
      kind,
      amount,
      unit,
      asked,
      suggests: edit.suggests ?? suggested(found, context.nameOf),
      at,
      when,
      obstacle,
      ticked: wanted && obstacle === null,
    };
  });
}

function readAsked(typed: string, unit: AskedUnit): AskedTime | null {
  const amount = typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'));
  const asked = { amount, unit };
  return isAskable(asked) ? asked : null;
}

function suggested({ instead }: FoundAnswer, nameOf: (agencyId: string) => string): string {
  if (!instead) return '';
  return 'agencyId' in instead ? nameOf(instead.agencyId) : instead.words;
}

/** Where the recorded time comes from: the message's own line, or the official. */
export function viaOf(line: Line): 'pasted' | 'hand' {
  return line.when === null ? 'pasted' : 'hand';
}

/** Only a response can hold pictures. */
export function takesPictures({ kind }: Pick<Line, 'kind'>): boolean {
  return kind !== 'askTime' && kind !== 'notOurs';
}

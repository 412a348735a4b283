import type { Agency } from '../complaints/agency.ts';
import type { ClockExplanation } from '../complaints/deadlines/parts.ts';
import type { TakenStep } from '../complaints/ladder/steps.ts';
import type { Settings } from '../complaints/settings.ts';
import type { DraftComplaint, DraftContext } from './channel.ts';
import { clip } from './fit.ts';
import { messageText, recordOf } from './message.ts';
import { oneLine, withoutFormatting } from './safe-text.ts';

/** One complaint among those that a reminder or a letter is about. */
export interface LadderItem {
  complaintId: string;
  draft: DraftComplaint;
  /** Epoch ms of the forwarding that started the clock. */
  forwardedAt: number;
  /** The clock that the ladder follows, with its sum: every figure of the text comes from it. */
  explanation: ClockExplanation;
  /** Steps taken for that clock, in order. */
  taken: readonly TakenStep[];
}

/** For whom, from whom and when a text is written. `now` in epoch ms. */
export interface LadderContext {
  agency: Agency;
  settings: Settings;
  now: number;
}

/** Longest matter and place in a list, in graphemes. */
const MATTER = 90;
const PLACE = 60;

/**
 * The matter in one line, without the citizen: of a sensitive complaint or of a post that is not public only that
 * it is one. A place that the words name already, or of a sensitive complaint, is left out.
 */
export function itemMatter({ draft }: LadderItem, context: LadderContext): string {
  const record = recordOf(draftContext(draft, context));
  const matter = clip(withoutFormatting(oneLine(record.gist)), MATTER);
  const said = matter.toLowerCase();
  const place = draft.sensitive ? '' : clip(withoutFormatting(oneLine(record.place)), PLACE);
  const parts = place.split(/\s*,\s*/).filter((part) => part !== '' && !said.includes(part.toLowerCase()));
  return [matter, ...parts].join(', ');
}

/**
 * The official's wording of a text about several complaints as it may leave: no name of any of their authors, no
 * link that carries an account, nothing quoted from a post that is not public.
 */
export function cleanWording(text: string, items: readonly LadderItem[], context: LadderContext): string {
  return items.reduce(
    (cleaned, { draft }) => messageText({ ...draftContext(draft, context), text: cleaned }),
    text,
  );
}

function draftContext(complaint: DraftComplaint, context: LadderContext): DraftContext {
  const { agency, settings, now } = context;
  return { kind: 'remind', complaint, photos: [], agency, settings, now };
}

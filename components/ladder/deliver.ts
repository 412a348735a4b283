import type { Channel, DraftContext } from '../../channels/channel.ts';
import { copyChannel } from '../../channels/copy.ts';
import { emailChannel } from '../../channels/email.ts';
import { cleanWording, type LadderContext, type LadderItem } from '../../channels/ladder-item.ts';
import { letterSubject } from '../../channels/letter.ts';
import { prepareWhole } from '../../channels/long-message.ts';
import { ownPart } from '../../channels/own-part.ts';
import { preferredChannel } from '../../channels/registry.ts';
import { whatsappChannel } from '../../channels/whatsapp.ts';
import type { Agency } from '../../complaints/agency.ts';
import { isLetter, type LadderStep } from '../../complaints/ladder/steps.ts';
import { call } from '../../protocol/client.ts';
import { deliverEnv } from '../complaint-parts/deliver-env.ts';
import { type HandOver, handOver } from '../complaint-parts/hand-over.ts';

/** A text about one or more complaints of one agency, ready to be handed over at a press. */
export interface Delivery extends LadderContext {
  step: LadderStep;
  items: readonly LadderItem[];
  /** The text as it stands in the field. */
  text: string;
  /** Epoch ms; for letters. */
  answerBy: number;
  channel: Channel;
}

export type Delivered = HandOver & { eventIds: string[] };

/** Ways to hand a text of the ladder over: those for which this agency's number or address is known, and the clipboard. */
export function ladderChannels(agency: Agency): Channel[] {
  return [whatsappChannel, emailChannel, copyChannel].filter((channel) => channel.missing(agency) === null);
}

/** The agency's own way for a reminder; a letter is copied first, for it goes into the office's letter system. */
export function usualChannel(agency: Agency, step: LadderStep): Channel {
  const ways = ladderChannels(agency);
  const preferred = isLetter(step) ? copyChannel : preferredChannel(agency, { sensitive: false });
  return ways.find((channel) => channel.id === preferred.id) ?? copyChannel;
}

/**
 * Hands the text over by its channel and records one event per complaint, all or none. Call it from the click:
 * nothing leaves without one. When the channel fails, nothing stays recorded.
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { step, items, agency, settings, now, answerBy } = delivery;
  const [first] = items;
  if (!first) return { ok: false, sentence: '', eventIds: [] };
  const text = cleanWording(delivery.text, items, delivery);
  const context: DraftContext & { text: string } = {
    kind: 'remind',
    complaint: first.draft,
    agency,
    settings,
    now,
    photos: [],
    text,
  };
  const { channel, draft } = prepareWhole(delivery.channel, context);
  const subject = isLetter(step) ? letterSubject(step, items) : draft.subject;
  const numbers = items.map((item) => item.draft.number);
  const recorded = items.map((item) => ({
    complaintId: item.complaintId,
    message: ownPart(
      draft.text,
      item.draft.number,
      numbers.filter((number) => number !== item.draft.number),
    ),
  }));
  const common = { channel: channel.id, outcome: channel.outcome, items: recorded };
  let eventIds: string[] = [];
  const done = await handOver({
    channel,
    draft: { ...draft, ...(subject === undefined ? {} : { subject }) },
    env: deliverEnv,
    record: async () => {
      ({ eventIds } = isLetter(step)
        ? await call('complaint.escalate', { ...common, step, answerBy })
        : await call('complaint.remindAll', common));
      return { eventId: eventIds[0] ?? '' };
    },
    undo: () => call('complaint.undoAll', { eventIds }),
  });
  return { ...done, eventIds: done.ok ? eventIds : [] };
}

export const takeBack = (eventIds: string[]) => call('complaint.undoAll', { eventIds });

import type { Agency } from '../complaints/agency.ts';
import type { Channel } from './channel.ts';
import { copyChannel } from './copy.ts';
import { emailChannel } from './email.ts';
import { saveChannel } from './save.ts';
import { telegramChannel } from './telegram.ts';
import { whatsappChannel } from './whatsapp.ts';

/** Every channel, in the order in which they are offered. */
export const channels: readonly Channel[] = [
  whatsappChannel,
  emailChannel,
  copyChannel,
  saveChannel,
  telegramChannel,
];

export function channelById(id: string): Channel | null {
  return channels.find((channel) => channel.id === id) ?? null;
}

/** What the choice of a channel hangs on; `telegram`: the agency's chat is paired, and may get this complaint. */
export interface ChannelNeeds {
  sensitive: boolean;
  telegram?: boolean;
}

/** Channels that may be offered: a sensitive complaint never goes to a group, and the bot needs a chat. */
export function channelsFor(complaint: ChannelNeeds, from: readonly Channel[] = channels): Channel[] {
  return from.filter(
    (channel) => !(complaint.sensitive && channel.toGroup) && (complaint.telegram || !channel.bySelf),
  );
}

/**
 * The channel on the main button: the agency's own choice, else the bot where its chat is paired, else WhatsApp, else e-mail where only an e-mail
 * address is known. WhatsApp without a number is still the first: the panel asks for the number in place.
 */
export function preferredChannel(agency: Agency, complaint: ChannelNeeds): Channel {
  const allowed = channelsFor(complaint);
  const chosen = allowed.find((channel) => channel.id === agency.channel);
  if (chosen) return chosen;
  if (complaint.telegram) return telegramChannel;
  if (agency.phone === '' && agency.email !== '') return emailChannel;
  return whatsappChannel;
}

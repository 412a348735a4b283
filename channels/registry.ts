import type { Agency } from '../complaints/agency.ts';
import type { Channel } from './channel.ts';
import { copyChannel } from './copy.ts';
import { emailChannel } from './email.ts';
import { saveChannel } from './save.ts';
import { whatsappChannel } from './whatsapp.ts';

/** Every channel, in the order in which they are offered. */
export const channels: readonly Channel[] = [whatsappChannel, emailChannel, copyChannel, saveChannel];

export function channelById(id: string): Channel | null {
  return channels.find((channel) => channel.id === id) ?? null;
}

/** Channels that may be offered: a sensitive complaint never goes to a group. */
export function channelsFor(
  complaint: { sensitive: boolean },
  from: readonly Channel[] = channels,
): Channel[] {
  return from.filter((channel) => !(complaint.sensitive && channel.toGroup));
}

/**
 * The channel on the main button: the agency's own choice, else WhatsApp, else e-mail where only an e-mail
 * address is known. WhatsApp without a number is still the first: the panel asks for the number in place.
 */
export function preferredChannel(agency: Agency, complaint: { sensitive: boolean }): Channel {
  const allowed = channelsFor(complaint);
  const chosen = allowed.find((channel) => channel.id === agency.channel);
  if (chosen) return chosen;
  if (agency.phone === '' && agency.email !== '') return emailChannel;
  return whatsappChannel;
}

import { m } from '../i18n/index.ts';
import type { ChannelId, DeliveryFailure, DeliveryStep } from './channel.ts';

/** What is left to do, as a line of the list after forwarding. */
export function stepLabel(step: DeliveryStep): string {
  const labels: Record<DeliveryStep, () => string> = {
    'message-ready': m.step_message_ready,
    'paste-message': m.step_paste_message,
    'paste-photo': m.step_paste_photo,
    'photo-not-copied': m.step_photo_not_copied,
    'press-send': m.step_press_send,
    'open-file': m.step_open_file,
    'fill-receiver': m.step_fill_receiver,
    attach: m.step_attach,
  };
  return labels[step]();
}

/** What a channel did, and no more than that: "WhatsApp dibuka", never "terkirim". */
export function doneSentence(channel: ChannelId): string {
  const sentences: Record<ChannelId, () => string> = {
    whatsapp: m.channel_whatsapp_done,
    email: m.channel_email_done,
    copy: m.channel_copy_done,
    save: m.channel_save_done,
    telegram: m.channel_telegram_done,
  };
  return sentences[channel]();
}

export function failureSentence(failure: DeliveryFailure): string {
  const sentences: Record<DeliveryFailure, () => string> = {
    clipboard: m.deliver_failed_clipboard,
    tab: m.deliver_failed_tab,
    file: m.deliver_failed_file,
  };
  return sentences[failure]();
}

import { m } from '../i18n/index.ts';
import type { Channel, DraftContext } from './channel.ts';
import { copySheet } from './clipboard.ts';
import { fitText } from './fit.ts';
import { messageText, recordOf } from './message.ts';

/**
 * Opens the head's chat with the message as a draft; the photos go to the clipboard as one picture, because a
 * link cannot carry them and the clipboard takes one only. The official pastes and presses send himself.
 */
export const whatsappChannel: Channel = {
  id: 'whatsapp',
  icon: 'message-circle',
  outcome: 'opened',
  label: m.channel_whatsapp,
  verb: m.channel_whatsapp_verb,
  toGroup: false,
  maxLength: 4_096,
  missing: (agency) => (agency.phone === '' ? 'phone' : null),

  prepare(context: DraftContext) {
    const { phone } = context.agency;
    const fitted = fitText(messageText(context), (text) => chatAddress(phone, text).length < LONGEST_ADDRESS);
    return {
      channel: 'whatsapp',
      kind: context.kind,
      text: fitted.text,
      shortened: fitted.shortened,
      ...(phone === ''
        ? {}
        : { url: chatAddress(phone, fitted.text), appUrl: appAddress(phone, fitted.text) }),
      photos: context.photos,
      fileName: '',
      record: recordOf(context),
    };
  },

  async beforeRecord(draft, env) {
    if (draft.photos.length === 0) return { ready: { photosCopied: false } };
    return { ready: { photosCopied: await copySheet(draft, env) } };
  },

  async afterRecord(draft, env, ready) {
    if (!draft.url) return { failed: 'tab' };
    try {
      await env.openTab(draft.url);
    } catch {
      return { failed: 'tab' };
    }
    const photo =
      draft.photos.length === 0
        ? []
        : [ready.photosCopied ? ('paste-photo' as const) : ('photo-not-copied' as const)];
    return { outcome: 'opened', steps: ['message-ready', ...photo, 'press-send'] };
  },
};

/** Some programs on the way cut longer addresses. */
const LONGEST_ADDRESS = 2_000;

/** Leads straight to the chat, without the page in between that wa.me shows. */
function chatAddress(phone: string, text: string): string {
  return `https://web.whatsapp.com/send?phone=${phone}&text=${encodeURIComponent(text)}`;
}

function appAddress(phone: string, text: string): string {
  return `https://wa.me/${phone}?text=${encodeURIComponent(text)}`;
}

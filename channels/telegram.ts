import { m } from '../i18n/index.ts';
import type { Channel, DraftContext } from './channel.ts';
import { fitText } from './fit.ts';
import { messageText, recordOf } from './message.ts';
import { MAX_MESSAGE } from './telegram/fit-parts.ts';

/**
 * Sent by the office's own bot, from the worker, after the official's click; what remains to be done is nothing.
 * Only offered for an agency whose chat is paired; a chat that is a group is kept from sensitive complaints there.
 */
export const telegramChannel: Channel = {
  id: 'telegram',
  icon: 'send',
  outcome: 'sent',
  label: m.channel_telegram,
  verb: m.channel_telegram_verb,
  toGroup: false,
  bySelf: true,
  maxLength: MAX_MESSAGE,
  missing: () => null,

  prepare(context: DraftContext) {
    const fitted = fitText(messageText(context), (text) => text.length <= MAX_MESSAGE);
    return {
      channel: 'telegram',
      kind: context.kind,
      text: fitted.text,
      shortened: fitted.shortened,
      photos: context.photos,
      fileName: '',
      record: recordOf(context),
    };
  },

  async beforeRecord(draft, env) {
    const [first] = draft.photos;
    if (!first) return { ready: { photosCopied: false } };
    try {
      const one =
        draft.photos.length === 1
          ? new Blob([first.bytes], { type: first.mime })
          : await env.makeSheet(draft.photos, draft.record.number);
      return { ready: { photosCopied: false, file: one } };
    } catch {
      return { failed: 'file' };
    }
  },

  afterRecord: async () => ({ outcome: 'sent', steps: [] }),
};

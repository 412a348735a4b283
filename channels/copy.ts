import { m } from '../i18n/index.ts';
import type { Channel } from './channel.ts';
import { copyMessage } from './clipboard.ts';
import { fitText } from './fit.ts';
import { messageText, recordOf } from './message.ts';

/** The message on the clipboard, for whatever way the office uses; the photos are copied by a button of their own. */
export const copyChannel: Channel = {
  id: 'copy',
  icon: 'copy',
  outcome: 'copied',
  label: m.channel_copy,
  verb: m.channel_copy_verb,
  toGroup: false,
  maxLength: 60_000,
  missing: () => null,

  prepare(context) {
    const fitted = fitText(messageText(context), (text) => text.length <= copyChannel.maxLength);
    return {
      channel: 'copy',
      kind: context.kind,
      ...fitted,
      photos: context.photos,
      fileName: '',
      record: recordOf(context),
    };
  },

  async beforeRecord(draft, env) {
    return (await copyMessage(draft, env)) ? { ready: { photosCopied: false } } : { failed: 'clipboard' };
  },

  async afterRecord(draft) {
    return {
      outcome: 'copied',
      steps:
        draft.photos.length === 0
          ? ['paste-message', 'press-send']
          : ['paste-message', 'photo-not-copied', 'press-send'],
    };
  },
};

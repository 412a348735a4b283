import type { Channel, Draft, DraftContext } from './channel.ts';
import { copyMessage } from './clipboard.ts';
import { whatsappChannel } from './whatsapp.ts';

/**
 * A channel and draft for a text that must not be cut: a list or a letter. Where WhatsApp's address is too short
 * for it, the text goes to the clipboard and the chat opens empty, to be pasted into.
 */
export function prepareWhole(
  channel: Channel,
  context: DraftContext & { text: string },
): { channel: Channel; draft: Draft } {
  const draft = channel.prepare(context);
  if (!draft.shortened || channel.id !== 'whatsapp') return { channel, draft };
  const empty = whatsappChannel.prepare({ ...context, text: '' });
  const { appUrl: _appUrl, url: _url, ...rest } = draft;
  return {
    channel: pasted,
    draft: { ...rest, text: context.text, shortened: false, ...(empty.url ? { url: empty.url } : {}) },
  };
}

const pasted: Channel = {
  ...whatsappChannel,
  async beforeRecord(draft, env) {
    return (await copyMessage(draft, env)) ? { ready: { photosCopied: false } } : { failed: 'clipboard' };
  },
  async afterRecord(draft, env, ready) {
    const done = await whatsappChannel.afterRecord(draft, env, ready);
    return 'failed' in done ? done : { ...done, steps: ['paste-message', 'press-send'] };
  },
};

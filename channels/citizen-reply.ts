import type { ReplyState } from '../complaints/citizen-reply.ts';
import { m } from '../i18n/index.ts';
import type { DraftContext } from './channel.ts';
import { messageText, publicReplyText } from './message.ts';
import { templateOf } from './template.ts';

/** Placeholders of the office's template stand for themselves, to be filled with the rest of the reply. */
const OPEN = { pokok: '{pokok}', instansi: '{instansi}' } as const;
const indonesian = { locale: 'id' } as const;

const TEMPLATE = {
  working: m.ladder_reply_working,
  'waiting-citizen': m.ladder_reply_waiting_citizen,
  waiting: m.ladder_reply_waiting,
  outside: m.ladder_reply_outside,
  'not-ours': m.ladder_reply_not_ours,
  'said-done': m.ladder_reply_said_done,
  done: m.ladder_reply_done,
} satisfies Record<Exclude<ReplyState, 'forwarded'>, unknown>;

/**
 * A reply to put under the post, by where the matter is: read over, copied and sent by the official himself. Never
 * holds the citizen's name; of a sensitive matter, or a post that is not public, it says no more than "hal ini".
 */
export function citizenReplyText(state: ReplyState, context: DraftContext): string {
  const { settings } = context;
  const publicReply =
    state === 'forwarded'
      ? templateOf(settings.templates.publicReply, 'publicReply')
      : TEMPLATE[state](OPEN, indonesian);
  return publicReplyText({
    ...context,
    settings: { ...settings, templates: { ...settings.templates, publicReply } },
  });
}

/** The official's own wording without the citizen's name and account, and without quotations that may not be made. */
export function cleanReply(text: string, context: DraftContext): string {
  return messageText({ ...context, text });
}

import { m } from '../i18n/index.ts';
import type { Channel } from './channel.ts';
import { safeName } from './file-name.ts';
import { fitText } from './fit.ts';
import { messageText, recordOf, subjectText } from './message.ts';
import { withoutMarks } from './safe-text.ts';

/** A draft as an `.eml` file with the photos attached; the mail program opens it ready to be sent. */
export const emailChannel: Channel = {
  id: 'email',
  icon: 'mail',
  outcome: 'saved',
  label: m.channel_email,
  verb: m.channel_email_verb,
  toGroup: false,
  maxLength: 60_000,
  missing: (agency) => (agency.email === '' ? 'email' : null),

  prepare(context) {
    const text = withoutMarks(messageText(context));
    return {
      channel: 'email',
      kind: context.kind,
      ...fitText(text, (fitted) => fitted.length <= emailChannel.maxLength),
      to: context.agency.email,
      subject: subjectText(context),
      photos: context.photos,
      fileName: `${safeName(context.complaint.number)}.eml`,
      record: recordOf(context),
    };
  },

  async beforeRecord(draft) {
    try {
      const { mailFile } = await import('./mail-file.ts');
      return {
        ready: { photosCopied: false, file: new Blob([mailFile(draft)], { type: 'message/rfc822' }) },
      };
    } catch {
      return { failed: 'file' };
    }
  },

  async afterRecord(draft, env, ready) {
    if (!ready.file) return { failed: 'file' };
    try {
      await env.download(ready.file, draft.fileName);
    } catch {
      return { failed: 'file' };
    }
    return {
      outcome: 'saved',
      steps: draft.to ? ['open-file', 'press-send'] : ['open-file', 'fill-receiver', 'press-send'],
    };
  },
};

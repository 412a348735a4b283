import { m } from '../i18n/index.ts';
import type { Channel, Draft } from './channel.ts';
import { safeName } from './file-name.ts';
import { fitText } from './fit.ts';
import { messageText, recordOf } from './message.ts';
import { withoutMarks } from './safe-text.ts';

/** One ZIP with photos, message and facts: the way that works when no other does. */
export const saveChannel: Channel = {
  id: 'save',
  icon: 'folder-down',
  outcome: 'saved',
  label: m.channel_save,
  verb: m.channel_save_verb,
  toGroup: false,
  maxLength: 60_000,
  missing: () => null,

  prepare(context) {
    const text = withoutMarks(messageText(context));
    const record = recordOf(context);
    return {
      channel: 'save',
      kind: context.kind,
      ...fitText(text, (fitted) => fitted.length <= saveChannel.maxLength),
      photos: context.photos,
      fileName: `${safeName(record.number, record.sensitive ? '' : record.gist)}.zip`,
      record,
    };
  },

  async beforeRecord(draft) {
    try {
      return {
        ready: { photosCopied: false, file: new Blob([await zipOf(draft)], { type: 'application/zip' }) },
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
    return { outcome: 'saved', steps: ['open-file', 'attach', 'press-send'] };
  },
};

async function zipOf(draft: Draft): Promise<Uint8Array<ArrayBuffer>> {
  const { zipSync, strToU8 } = await import('fflate');
  const files: Record<string, [Uint8Array, { level: 0 | 6 }]> = {
    'pesan.txt': [strToU8(`\uFEFF${draft.text.replace(/\n/g, '\r\n')}\r\n`), { level: 6 }],
    'aduan.json': [strToU8(`${JSON.stringify(draft.record, null, 2)}\n`), { level: 6 }],
  };
  for (const [index, photo] of draft.photos.entries()) {
    files[`${safeName(draft.record.number)}-foto-${index + 1}.jpg`] = [photo.bytes, { level: 0 }];
  }
  return zipSync(files);
}

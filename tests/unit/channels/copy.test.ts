import { describe, expect, test } from 'vitest';
import { copyMessage, copySheet } from '../../../channels/clipboard.ts';
import { copyChannel } from '../../../channels/copy.ts';
import { agency, context, photo, recorder } from './context.ts';

describe('copy', () => {
  test('puts the message on the clipboard and nothing else', async () => {
    const { env, clipboard, calls } = recorder();
    const draft = copyChannel.prepare(context({ photos: [photo()] }));
    const before = await copyChannel.beforeRecord(draft, env);
    if ('failed' in before) throw new Error('failed');
    expect(calls).toEqual(['clipboard text/plain']);
    expect(await clipboard[0]?.['text/plain']?.text()).toBe(draft.text);
    expect(await copyChannel.afterRecord(draft, env, before.ready)).toEqual({
      outcome: 'copied',
      steps: ['paste-message', 'photo-not-copied', 'press-send'],
    });
  });

  test('refused by the browser: nothing to be recorded', async () => {
    const { env } = recorder({ clipboard: true });
    expect(await copyChannel.beforeRecord(copyChannel.prepare(context()), env)).toEqual({
      failed: 'clipboard',
    });
  });

  test('works for an agency without number and address', () => {
    expect(copyChannel.missing(agency({ phone: '', email: '' }))).toBeNull();
  });

  test('the buttons "copy again": message, and photos as one picture', async () => {
    const { env, clipboard } = recorder();
    const draft = copyChannel.prepare(context({ photos: [photo(), photo()] }));
    expect(await copyMessage(draft, env)).toBe(true);
    expect(await copySheet(draft, env)).toBe(true);
    expect(clipboard.map((item) => Object.keys(item)[0])).toEqual(['text/plain', 'image/png']);
    expect(await copySheet({ ...draft, photos: [] }, env)).toBe(false);
    expect(await copyMessage(draft, recorder({ clipboard: true }).env)).toBe(false);
    expect(await copySheet(draft, recorder({ sheet: true }).env)).toBe(false);
  });
});

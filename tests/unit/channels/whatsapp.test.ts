import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whatsappChannel } from '../../../channels/whatsapp.ts';
import { agency, context, photo, recorder } from './context.ts';

const textOf = (url = '') => new URL(url).searchParams.get('text');

describe('the address', () => {
  test('leads to the head’s chat with the message', () => {
    const draft = whatsappChannel.prepare(context());
    const url = new URL(draft.url ?? '');
    expect(url.origin + url.pathname).toBe('https://web.whatsapp.com/send');
    expect(url.searchParams.get('phone')).toBe('6281255500142');
    expect(url.searchParams.get('text')).toBe(draft.text);
    expect(draft.appUrl).toMatch(/^https:\/\/wa\.me\/6281255500142\?text=/);
    expect(textOf(draft.appUrl)).toBe(draft.text);
    expect(draft.shortened).toBe(false);
  });

  test('stays under 2,000 characters with the longest text, and keeps number, link and deadline', () => {
    const draft = whatsappChannel.prepare(
      context(
        {},
        {
          text: '😭 jalan *rusak* & berlubang? 100% '.repeat(2_000),
          place: 'dekat 🏠 '.repeat(200),
          gist: 'x'.repeat(5_000),
        },
      ),
    );
    expect(draft.url?.length).toBeLessThan(2_000);
    expect(draft.shortened).toBe(true);
    expect(draft.text).toContain('*ADUAN WARGA KTM-0123*');
    expect(draft.text).toContain('\nhttps://www.instagram.com/p/DAbc_12-xY/\n');
    expect(draft.text).toContain('paling lambat Senin, 3 Agustus 2026 pukul 19.32 WIB');
    expect(textOf(draft.url)).toBe(draft.text);
  });

  test('whatever the official writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const draft = whatsappChannel.prepare(context({ text }));
        expect(draft.url?.length).toBeLessThan(2_000);
        expect(textOf(draft.url)).toBe(draft.text);
        expect(draft.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('without a number there is a preview but nothing to open', async () => {
    const none = agency({ phone: '' });
    expect(whatsappChannel.missing(none)).toBe('phone');
    expect(whatsappChannel.missing(agency())).toBeNull();
    const draft = whatsappChannel.prepare(context({ agency: none }));
    expect(draft.url).toBeUndefined();
    expect(draft.text).toContain('KTM-0123');
    const { env } = recorder();
    expect(await whatsappChannel.afterRecord(draft, env, { photosCopied: false })).toEqual({ failed: 'tab' });
  });
});

async function run(photos: number, fail: Parameters<typeof recorder>[0] = {}) {
  const seen = recorder(fail);
  const draft = whatsappChannel.prepare(context({ photos: Array.from({ length: photos }, () => photo()) }));
  const before = await whatsappChannel.beforeRecord(draft, seen.env);
  if ('failed' in before) return { ...seen, before, after: null };
  return { ...seen, before, after: await whatsappChannel.afterRecord(draft, seen.env, before.ready) };
}

describe('delivery', () => {
  test('copies the sheet first, opens the chat then, and claims no more than that', async () => {
    const { calls, clipboard, after } = await run(2);
    expect(calls[0]).toBe('sheet 2 KTM-0123');
    expect(calls[1]).toBe('clipboard image/png');
    expect(calls[2]).toMatch(/^tab https:\/\/web\.whatsapp\.com\/send\?phone=6281255500142&text=/);
    expect(clipboard[0]?.['image/png']?.size).toBe(4);
    expect(after).toEqual({ outcome: 'opened', steps: ['message-ready', 'paste-photo', 'press-send'] });
  });

  test('without photos the clipboard is left alone', async () => {
    const { calls, after } = await run(0);
    expect(calls).toHaveLength(1);
    expect(after).toEqual({ outcome: 'opened', steps: ['message-ready', 'press-send'] });
  });

  test.each([{ clipboard: true as const }, { sheet: true as const }])(
    'photos that cannot be copied do not block: %o',
    async (fail) => {
      const { after } = await run(1, fail);
      expect(after).toEqual({
        outcome: 'opened',
        steps: ['message-ready', 'photo-not-copied', 'press-send'],
      });
    },
  );

  test('a tab that cannot be opened is a failure', async () => {
    expect((await run(1, { tab: true })).after).toEqual({ failed: 'tab' });
  });
});

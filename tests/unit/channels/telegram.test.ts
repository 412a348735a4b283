import { describe, expect, test } from 'vitest';
import { MAX_CAPTION, MAX_MESSAGE, partsOf } from '../../../channels/telegram/fit-parts.ts';
import { buttonData, keyboardFor, listKeyboard, readButton } from '../../../channels/telegram/keyboard.ts';
import { problemSentence, refusalOf } from '../../../channels/telegram/problem.ts';
import { readUpdates } from '../../../channels/telegram/updates.ts';
import { telegramChannel } from '../../../channels/telegram.ts';
import { context, photo, recorder } from './context.ts';

const ID = '0123456789ab';

describe('telegram', () => {
  test('one photo goes as it is, several as one sheet; nothing is left to do', async () => {
    const { env, calls } = recorder();
    for (const photos of [[], [photo()], [photo(), photo()]]) {
      const draft = telegramChannel.prepare(context({ photos }));
      const before = await telegramChannel.beforeRecord(draft, env);
      if ('failed' in before) throw new Error('failed');
      expect(before.ready.file === undefined).toBe(photos.length === 0);
      expect(await telegramChannel.afterRecord(draft, env, before.ready)).toEqual({
        outcome: 'sent',
        steps: [],
      });
    }
    expect(calls.filter((call) => call.startsWith('clipboard'))).toEqual([]);
    const failing = recorder({ sheet: true }).env;
    const two = telegramChannel.prepare(context({ photos: [photo(), photo()] }));
    expect(await telegramChannel.beforeRecord(two, failing)).toEqual({ failed: 'file' });
  });

  test('caption up to 1,024, then text and photo apart, never over 4,096', () => {
    expect(partsOf('x'.repeat(MAX_CAPTION), true).kind).toBe('photo');
    expect(partsOf('x'.repeat(MAX_CAPTION + 1), true).kind).toBe('text-then-photo');
    expect(partsOf('x', false)).toEqual({ kind: 'text', text: 'x' });
    const long = partsOf(`${'x'.repeat(MAX_MESSAGE - 2)}😭😭`, false);
    if (long.kind !== 'text') throw new Error(long.kind);
    expect(long.text.length).toBeLessThanOrEqual(MAX_MESSAGE);
    expect(long.text.isWellFormed()).toBe(true);
  });

  test('buttons carry the sending, within 64 bytes, and nothing else is read as one', () => {
    const all = [
      ...keyboardFor(ID).inline_keyboard,
      ...listKeyboard([{ sendId: ID, number: 'KTM-0131' }]).inline_keyboard,
    ];
    for (const { callback_data } of all.flat()) {
      expect(callback_data.length).toBeLessThanOrEqual(64);
      expect(readButton(callback_data)?.sendId).toBe(ID);
    }
    expect(new Set(all.flat().map((button) => readButton(button.callback_data)?.button)).size).toBe(4);
    for (const data of ['', 't1:x:d', `${buttonData(ID, 'done')} `, `t2:${ID}:d`, `t1:${ID}:x`])
      expect(readButton(data)).toBeNull();
  });

  test.each([
    [429, { retry_after: 7 }, 'wait', 7],
    [409, {}, 'other-reader', 0],
    [401, {}, 'token', 0],
    [404, {}, 'token', 0],
    [403, {}, 'blocked', 0],
    [413, {}, 'photo-too-large', 0],
    [400, { migrate_to_chat_id: -5 }, 'chat-gone', 0],
    [502, {}, 'unsure', 0],
  ])('refusal %i %o is %s', (error_code, parameters, problem, seconds) => {
    const error = refusalOf({ ok: false, error_code, description: 'secret', parameters });
    expect(error).toMatchObject({ problem, seconds });
    expect(String(error.stack) + problemSentence(error.problem, seconds)).not.toContain('secret');
  });

  test.each([null, 1, 'x', [], { ok: true }, { ok: false }, { ok: false, error_code: 'x' }])(
    'nonsense %o leaves the outcome unsure',
    (body) => expect(refusalOf(body).problem).toBe('unsure'),
  );

  test('updates of any shape are read without a fault, in their order', () => {
    const chat = { id: -9, type: 'group', title: 'Dishub' };
    const { updates, forged } = readUpdates(
      [
        { update_id: 3, message: { message_id: 1, date: 5, chat, text: 'halo @ContohBot' } },
        { update_id: 2, callback_query: { id: 'q', data: `t1:${ID}:w`, message: { message_id: 4, chat } } },
        { update_id: 1, message: { message_id: 1, chat, text: 'obrolan biasa' } },
        { update_id: 4, message: { message_id: 2, chat, migrate_to_chat_id: -100 } },
        { update_id: 5, poll: {} },
        { update_id: 'x' },
        null,
      ],
      'contohbot',
    );
    expect(forged).toBe(2);
    expect(updates.map(({ id, news }) => [id, news.kind])).toEqual([
      [1, 'other'],
      [2, 'press'],
      [3, 'hello'],
      [4, 'migrated'],
      [5, 'other'],
    ]);
  });
});

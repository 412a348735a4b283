import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRouter, type Handlers, senderKind } from '../../../entrypoints/background/router.ts';
import { contract, type MessageName } from '../../../protocol/contract.ts';
import { type Answer, TanggapError } from '../../../protocol/errors.ts';
import { ownSender, pageSender, resetBrowser } from './browser.ts';
import { INPUTS } from './inputs.ts';

const names = Object.keys(contract) as MessageName[];
const pageNames = names.filter((name) => contract[name].from === 'page');
const ownNames = names.filter((name) => contract[name].from === 'extension');

type Sender = ReturnType<typeof pageSender>;

function routed(handler: (input: unknown) => Promise<unknown> = async () => 'done') {
  const calls: string[] = [];
  const table = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown) => {
        calls.push(name);
        return handler(input);
      },
    ]),
  ) as unknown as Handlers;
  const listener = createRouter(table, () => 1);
  const send = (message: unknown, sender: Sender) =>
    new Promise<Answer<unknown>>((resolve) => {
      listener(message, sender, (answer) => resolve(answer as Answer<unknown>));
    });
  return { calls, listener, send };
}

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  await resetBrowser();
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('the router lets through', () => {
  it.each(ownNames)('%s from one of our pages', async (name) => {
    const { send, calls } = routed();
    expect(await send({ name, input: INPUTS[name] }, ownSender())).toEqual({ ok: true, value: 'done' });
    expect(calls).toEqual([name]);
  });

  it.each(pageNames)('%s from a page of the sites', async (name) => {
    const { send, calls } = routed();
    expect(await send({ name, input: INPUTS[name] }, pageSender())).toEqual({ ok: true, value: 'done' });
    expect(calls).toEqual([name]);
  });

  it('starts the handler in the very turn of the message, for the click must be fresh', () => {
    const { listener, calls } = routed();
    expect(listener({ name: 'page.flag', input: INPUTS['page.flag'] }, pageSender(), () => undefined)).toBe(
      true,
    );
    expect(calls).toEqual(['page.flag']);
  });
});

describe('the router refuses, logs, and changes nothing', () => {
  it.each(ownNames)('%s from a page', async (name) => {
    const { send, calls } = routed();
    expect(await send({ name, input: INPUTS[name] }, pageSender())).toMatchObject({
      ok: false,
      code: 'refused',
    });
    expect(calls).toEqual([]);
    expect(warn).toHaveBeenCalledOnce();
  });

  it.each(pageNames)('%s from one of our pages', async (name) => {
    const { send, calls } = routed();
    expect(await send({ name, input: INPUTS[name] }, ownSender())).toMatchObject({
      ok: false,
      code: 'refused',
    });
    expect(calls).toEqual([]);
  });

  it.each<[string, Sender]>([
    ['another extension', pageSender({ id: 'evil' })],
    ['another extension’s page', ownSender({ id: 'evil', url: 'chrome-extension://evil/page.html' })],
    [
      'a page whose address begins like ours',
      ownSender({ url: 'chrome-extension://test-extension-idX/a.html' }),
    ],
    ['another site', pageSender({ url: 'https://example.com/', origin: 'https://example.com' })],
    [
      'a site with a like name',
      pageSender({
        url: 'https://www.instagram.com.evil.test/',
        origin: 'https://www.instagram.com.evil.test',
      }),
    ],
    [
      'the site without https',
      pageSender({ url: 'http://www.instagram.com/', origin: 'http://www.instagram.com' }),
    ],
    ['a frame of the site', pageSender({ frameId: 3 })],
    ['a page without a tab', pageSender({ tab: undefined })],
    ['nobody', {}],
  ])('%s', async (_who, sender) => {
    expect(senderKind(sender)).toBeNull();
    const { send, calls } = routed();
    for (const name of names) {
      expect(await send({ name, input: INPUTS[name] }, sender)).toMatchObject({ ok: false, code: 'refused' });
    }
    expect(calls).toEqual([]);
    expect(warn).toHaveBeenCalledTimes(names.length);
  });

  it.each<[string, unknown]>([
    ['no message', null],
    ['a string', 'page.flag'],
    ['no name', { input: {} }],
    ['no input', { name: 'page.open' }],
    ['an unknown name', { name: 'complaint.delete', input: {} }],
    ['a name of the prototype', { name: 'constructor', input: {} }],
    ['an input of another shape', { name: 'page.open', input: { complaintId: 5 } }],
    ['too long an input', { name: 'page.states', input: { names: Array.from({ length: 201 }, () => 'x') } }],
    [
      'a marker that is a selector',
      { name: 'page.flag', input: { reading: { ...INPUTS['page.flag'].reading, marker: 'data-x],*' } } },
    ],
  ])('%s', async (_what, message) => {
    const { send, calls } = routed();
    expect(await send(message, pageSender())).toMatchObject({ ok: false, code: 'invalid' });
    expect(calls).toEqual([]);
    expect(warn).toHaveBeenCalledOnce();
  });
});

describe('the router answers failures', () => {
  const fail = async (error: unknown) => {
    const { send } = routed(() => Promise.reject(error));
    return send({ name: 'complaint.dismiss', input: INPUTS['complaint.dismiss'] }, ownSender());
  };

  it('with the code of an expected one', async () => {
    expect(await fail(new TanggapError('conflict', 'done'))).toEqual({
      ok: false,
      code: 'conflict',
      detail: 'done',
    });
  });

  it('of the store with its own code', async () => {
    expect(await fail(new DOMException('no room', 'QuotaExceededError'))).toMatchObject({
      code: 'storage-full',
    });
    expect(await fail(new DOMException('later', 'VersionError'))).toMatchObject({ code: 'newer-version' });
  });

  it('that nobody expected with `unexpected`, and tells the developer the message and the version', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await fail(new TypeError('x is undefined'))).toMatchObject({ ok: false, code: 'unexpected' });
    expect(String(error.mock.calls[0]?.[0])).toMatch(/0\.1\.0.*complaint\.dismiss/);
  });
});

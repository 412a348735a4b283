import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract, type MessageName } from '../../protocol/contract.ts';
import { startLab } from '../lab/server.ts';
import type { Lab } from '../lab/types.ts';
import { EXTENSION_ID, launch, pageButtons, type Session, until } from './browser.ts';
import { ask, inspectorOf, must } from './fault-kit.ts';
import { flag, openSite } from './steps.ts';
import { readComplaintTable, readEventTable } from './store.ts';

/** Messages from whoever should not send them, in a real browser: refused, and nothing in the store changes. */

let lab: Lab;
let session: Session;
let inspector: Page;
let feed: Page;
let number: string;
let complaintId: string;

beforeAll(async () => {
  lab = await startLab({ seed: 3 });
  session = await launch(lab);
  inspector = await inspectorOf(session);
  feed = await openSite(session, 'https://www.instagram.com/');
  number = await flag(feed);
  const [row] = await until(async () => {
    const rows = await readComplaintTable(inspector);
    return rows[0]?.photoMissing === 0 ? rows : null;
  }, 'the complaint with its photos');
  if (!row) throw new Error('no complaint');
  complaintId = row.id;
});
afterAll(async () => {
  await session?.close();
  await lab?.close();
});

const snapshot = async () =>
  JSON.stringify([await readEventTable(inspector), await readComplaintTable(inspector)]);

/** Well-formed input for every message, so that nothing but the sender can be the reason of a refusal. */
function inputs(): Record<MessageName, unknown> {
  const note = { complaintId, note: '' };
  const sent = { channel: 'email', outcome: 'saved', message: 'x' };
  return {
    'page.flag': { reading: null },
    'page.states': { names: [complaintId] },
    'page.acts': {},
    'page.health': { surface: 'feed', visits: 1, seen: 1, placed: 1, named: 1, removed: 0 },
    'page.open': { complaintId },
    'page.see': { complaintId, reading: null },
    'page.replies': { complaintId, post: [complaintId], comments: [] },
    'page.recordReply': { complaintId, post: [complaintId], reading: null },
    'page.manual': { pageUrl: 'https://www.instagram.com/' },
    'page.undoFlag': { token: crypto.randomUUID() },
    'complaint.create': {
      url: 'https://www.instagram.com/p/AAAAAAAAAAA/',
      text: 'x',
      place: '',
      inboxIds: [],
    },
    'complaint.fromLink': { text: 'https://www.instagram.com/p/DLinkOnly01/' },
    'complaint.join': { complaintId, withId: 'instagram:none0', why: 'chosen' },
    'complaint.postGone': { complaintId },
    'complaint.correct': { complaintId, field: 'text', value: 'diubah' },
    'complaint.sensitive': { complaintId, sensitive: true },
    'complaint.forward': {
      complaintId,
      agencyId: 'x',
      preset: 'normal',
      termMs: null,
      category: 'service',
      photoHashes: [],
      ...sent,
    },
    'complaint.remind': { complaintId, ...sent },
    'complaint.respond': {
      complaintId,
      kind: 'initial',
      text: 'x',
      at: Date.now(),
      inboxIds: [],
      via: 'hand',
    },
    'complaint.resolve': { ...note, inboxIds: [] },
    'complaint.dismiss': note,
    'complaint.reopen': note,
    'complaint.undo': { eventId: 'x' },
    'complaint.purge': { complaintId },
    'complaint.show': { complaintId },
    'photo.retry': { complaintId },
    'photo.add': { complaintId, inboxIds: [] },
    'agency.save': { agencies: [] },
    'agency.remove': { agencyId: 'x' },
    'settings.save': { settings: {} },
    'backup.import': { inboxId: 'x' },
    'outside.refresh': {},
    'store.rebuild': {},
    'complaint.pause': { ...note, reason: 'citizen', from: Date.now(), until: Date.now() + 3_600_000 },
    'complaint.resume': note,
    'complaint.askExtension': {
      complaintId,
      clock: 'response',
      by: { kind: 'clockHours', ms: 3_600_000 },
      reason: 'x',
      granted: true,
    },
    'complaint.decideExtension': { ...note, target: 'x', granted: true },
    'complaint.notOurs': { ...note, suggests: '' },
    'complaint.recompute': { ...note, preset: null, termMs: null },
    'clocks.saveCalendar': { calendar: {} },
    'clocks.saveRules': { rules: {} },
    'complaint.remindAll': { channel: 'whatsapp', outcome: 'opened', items: [{ complaintId, message: 'x' }] },
    'complaint.escalate': {
      step: 'explanation',
      answerBy: Date.now() + 86_400_000,
      channel: 'copy',
      outcome: 'copied',
      items: [{ complaintId, message: 'x' }],
    },
    'complaint.undoAll': { eventIds: ['x'] },
    'telegram.connect': { token: `123456789:${'A'.repeat(35)}` },
    'telegram.disconnect': {},
    'telegram.status': {},
    'telegram.reader': { on: true },
    'telegram.poll': {},
    'telegram.pair': { agencyId: 'x', chatId: 1 },
    'telegram.unpair': { agencyId: 'x' },
    'telegram.test': { agencyId: 'x' },
    'telegram.forward': {
      complaintId,
      agencyId: 'x',
      preset: 'normal',
      termMs: null,
      category: 'service',
      photoHashes: [],
      message: 'x',
      photoId: '',
      word: 'none',
    },
  };
}

type Reply = { ok?: boolean; code?: string; thrown?: string } | null;

/** Sends as the content script does: from the extension's isolated world in a tab. */
async function fromTab(page: Page, messages: unknown[]): Promise<Reply[]> {
  const url = page.url();
  return inspector.evaluate(
    async (address, list) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === address);
      const [injected] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        world: 'ISOLATED',
        args: [list],
        func: (all: unknown[]) =>
          Promise.all(
            all.map((message) =>
              chrome.runtime.sendMessage(message).catch((error: unknown) => ({ thrown: String(error) })),
            ),
          ),
      });
      return (injected?.result ?? []) as Reply[];
    },
    url,
    messages,
  );
}

test("every message that is ours alone, sent from the content script in the site's page: refused, nothing changed", async () => {
  const before = await snapshot();
  const names = (Object.keys(contract) as MessageName[]).filter(
    (name) => contract[name].from === 'extension',
  );
  const all = inputs();
  const replies = await fromTab(
    feed,
    names.map((name) => ({ name, input: all[name] })),
  );
  expect(names.length).toBeGreaterThan(15);
  for (const [at, name] of names.entries())
    expect(replies[at], name).toMatchObject({ ok: false, code: 'refused' });
  expect(await snapshot()).toBe(before);
});

test('the same injected script is believed for what a page may ask: states of posts, and no more than that', async () => {
  const [states] = await fromTab(feed, [
    { name: 'page.states', input: { names: [complaintId, 'instagram:none'] } },
  ]);
  expect(states).toMatchObject({ ok: true, value: { states: { [complaintId]: { number } } } });
  const text = JSON.stringify(states);
  const [row] = await readComplaintTable(inspector);
  expect(text).not.toContain(row?.gist.slice(0, 12) || 'a text');
  expect(Object.keys((states as { value: { states: object } }).value.states)).toEqual([complaintId]);
});

test('messages of a page kind from one of our own pages are refused too', async () => {
  const before = await snapshot();
  for (const [name, input] of Object.entries(inputs())) {
    if (!name.startsWith('page.') || name === 'page.flag' || name === 'page.see') continue;
    expect(await ask(inspector, name as 'page.open', input as { complaintId: string }), name).toMatchObject({
      ok: false,
      code: 'refused',
    });
  }
  expect(await snapshot()).toBe(before);
});

test('wrong shapes, unknown names and names of the prototype are refused, from a page and from ours', async () => {
  const before = await snapshot();
  const odd: unknown[] = [
    null,
    7,
    'complaint.purge',
    [],
    {},
    { name: 'page.open' },
    { name: 'constructor', input: {} },
    { name: '__proto__', input: {} },
    { name: 'toString', input: {} },
    { name: ['page.open'], input: { complaintId } },
    { name: 'page.open', input: { complaintId: 7 } },
    { name: 'page.open', input: { complaintId: 'x'.repeat(301) } },
    { name: 'page.states', input: { names: Array.from({ length: 201 }, (_, i) => `instagram:${i}`) } },
    { name: 'page.flag', input: { reading: { site: 'instagram' } } },
    {
      name: 'page.flag',
      input: {
        reading: { site: 'evil', surface: '', pageUrl: '', readAt: 1, dom: {}, raw: [], marker: null },
      },
    },
    { name: 'page.undoFlag', input: { token: 'x'.repeat(61) } },
    { name: 'page.manual', input: { pageUrl: { toString: 'x' } } },
  ];
  for (const reply of await fromTab(feed, odd)) {
    expect(reply).toMatchObject({ ok: false });
    expect(['invalid', 'refused']).toContain(reply?.code);
  }
  const inside: unknown[] = [
    { name: 'complaint.purge', input: {} },
    { name: 'complaint.purge', input: { complaintId: [complaintId] } },
    { name: 'complaint.correct', input: { complaintId, field: '__proto__', value: 'x' } },
    { name: 'complaint.forward', input: { complaintId } },
    { name: 'settings.save', input: { settings: { language: 'xx' } } },
    { name: 'agency.save', input: { agencies: [{ id: '../x' }] } },
  ];
  for (const message of inside) {
    const reply = await inspector.evaluate((one) => chrome.runtime.sendMessage(one), message);
    expect(reply, JSON.stringify(message)).toMatchObject({ ok: false, code: 'invalid' });
  }
  expect(await snapshot()).toBe(before);
});

test("a flag of the other site, sent from this site's page, is refused", async () => {
  const before = await snapshot();
  const reading = {
    site: 'facebook',
    surface: 'feed',
    pageUrl: 'https://www.facebook.com/',
    readAt: Date.now(),
    dom: { source: 'dom', names: ['facebook:1234567890'], text: 'palsu', author: { handle: 'x' } },
    raw: [],
    marker: 'data-abcdef12',
  };
  const [reply] = await fromTab(feed, [{ name: 'page.flag', input: { reading } }]);
  expect(reply).toMatchObject({ ok: false, code: 'invalid', detail: 'another site' });
  expect(await snapshot()).toBe(before);
});

test('a flag cannot be taken back with a made-up token, nor with the token of another tab; in its own tab once', async () => {
  const reading = (code: string) => ({
    site: 'instagram',
    surface: 'feed',
    pageUrl: 'https://www.instagram.com/',
    readAt: Date.now(),
    dom: {
      source: 'dom',
      names: [`instagram:${code}`],
      permalink: `https://www.instagram.com/p/${code}/`,
      text: 'Lampu padam',
      author: { handle: 'warga.contoh' },
    },
    raw: [],
    marker: 'data-abcdef12',
  });
  const [flagged] = (await fromTab(feed, [
    { name: 'page.flag', input: { reading: reading('TOKEN000001') } },
  ])) as {
    ok: boolean;
    value: { undoToken: string; fresh: boolean };
  }[];
  expect(flagged, JSON.stringify(flagged)).toMatchObject({ ok: true, value: { fresh: true } });
  const token = flagged?.value.undoToken ?? '';
  const stranger = await session.browser.newPage();
  await stranger.goto('https://www.facebook.com/');
  const events = (await readEventTable(inspector)).length;
  const [foreign] = await fromTab(stranger, [{ name: 'page.undoFlag', input: { token } }]);
  expect(foreign).toMatchObject({ ok: false, code: 'conflict' });
  const [made] = await fromTab(feed, [{ name: 'page.undoFlag', input: { token: crypto.randomUUID() } }]);
  expect(made).toMatchObject({ ok: false, code: 'conflict' });
  const [proto] = await fromTab(feed, [{ name: 'page.undoFlag', input: { token: '__proto__' } }]);
  expect(proto).toMatchObject({ ok: false, code: 'conflict' });
  expect(await readEventTable(inspector)).toHaveLength(events);
  const own = await fromTab(feed, [{ name: 'page.undoFlag', input: { token } }]);
  expect(own[0]).toMatchObject({ ok: true });
  const [again] = await fromTab(feed, [{ name: 'page.undoFlag', input: { token } }]);
  expect(again).toMatchObject({ ok: false, code: 'conflict' });
  expect(await readEventTable(inspector)).toHaveLength(events + 1);
  await stranger.close();
});

test('a frame of the site inside another page is no page of the site: it gets no buttons and its messages are refused', async () => {
  const before = await snapshot();
  const address = feed.url();
  const replies = await inspector.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const target = { tabId: tab?.id ?? -1 };
    await chrome.scripting.executeScript({
      target,
      func: () =>
        new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = '/robots-none';
          frame.onload = () => resolve();
          document.body.append(frame);
        }),
    });
    const frames = await chrome.scripting.executeScript({
      target: { ...target, allFrames: true },
      func: () =>
        window === window.top
          ? null
          : chrome.runtime
              .sendMessage({ name: 'page.states', input: { names: [] } })
              .catch((error: unknown) => ({ thrown: String(error) })),
    });
    return frames.filter((frame) => frame.frameId !== 0).map((frame) => frame.result as unknown);
  }, address);
  expect(replies.length).toBeGreaterThan(0);
  for (const reply of replies) expect(reply).toMatchObject({ ok: false, code: 'refused' });
  expect(await snapshot()).toBe(before);
});

test('another extension sends every message, also over a port: no answer or refused, nothing changed; no file of ours can be fetched', async () => {
  const before = await snapshot();
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-foreign-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Lain',
      version: '1',
      host_permissions: ['https://www.instagram.com/*'],
    }),
  );
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>lain</title>');
  try {
    const id = await session.browser.installExtension(folder);
    const page = await session.browser.newPage();
    await page.goto(`chrome-extension://${id}/page.html`);
    const replies = await page.evaluate(
      async (ours, messages) => {
        const limit = <T>(work: Promise<T>) =>
          Promise.race([work, new Promise<string>((resolve) => setTimeout(() => resolve('silence'), 1_500))]);
        const sent = await Promise.all(
          messages.map((message) =>
            limit(chrome.runtime.sendMessage(ours, message).catch((error: unknown) => `thrown ${error}`)),
          ),
        );
        const port = await limit(
          new Promise<string>((resolve) => {
            const opened = chrome.runtime.connect(ours);
            opened.onMessage.addListener((answer) => resolve(`answer ${JSON.stringify(answer)}`));
            opened.onDisconnect.addListener(() => resolve('closed'));
            opened.postMessage(messages[0]);
          }),
        );
        const files = await Promise.all(
          ['sidepanel.html', 'acts-instagram.js', 'manifest.json', 'icon-128.png'].map((file) =>
            fetch(`chrome-extension://${ours}/${file}`).then(
              () => 'read',
              () => 'refused',
            ),
          ),
        );
        return { sent, port, files };
      },
      EXTENSION_ID,
      Object.entries(inputs()).map(([name, input]) => ({ name, input })),
    );
    for (const reply of replies.sent) {
      const refused =
        typeof reply === 'string' || (reply as Reply)?.ok === false || reply === undefined || reply === null;
      expect(refused, JSON.stringify(reply)).toBe(true);
    }
    expect(['closed', 'silence']).toContain(replies.port);
    expect(new Set(replies.files)).toEqual(new Set(['refused']));
    await page.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(await snapshot()).toBe(before);
});

test("after all that the store still works, and a person's own flag still counts", async () => {
  await must(inspector, 'store.rebuild', {});
  const count = (await readComplaintTable(inspector)).length;
  await feed.bringToFront();
  expect((await pageButtons(feed)).length).toBeGreaterThan(0);
  expect(await flag(feed)).toMatch(/^ADU-\d{4}$/);
  expect((await readComplaintTable(inspector)).length).toBe(count + 1);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { allHandlers } from '../../../entrypoints/background/handlers/index.ts';
import { fetchPhotos, resumePhotos } from '../../../entrypoints/background/photos.ts';
import { refresh, settled } from '../../../entrypoints/background/refresh.ts';
import { createRouter } from '../../../entrypoints/background/router.ts';
import type { FlagAnswer, Input, MessageName, Output } from '../../../protocol/contract.ts';
import type { Answer } from '../../../protocol/errors.ts';
import { database } from '../../../storage/database.ts';
import { exportBackup } from '../../../storage/export.ts';
import { flag } from '../../../storage/flag.ts';
import { agency, capture, HOUR, jpegBytes, photoUrl, T0 } from '../../storage/samples.ts';
import { ownSender, pageSender, resetBrowser } from './browser.ts';
import { INPUTS } from './inputs.ts';

vi.mock('../../../entrypoints/background/read-post.ts', () => ({
  readPost: vi.fn(async ({ dom, readAt }: Input<'page.flag'>['reading']) => {
    const code = dom.names[0]?.split(':')[1] ?? '';
    const counts = { value: dom.counts ?? { likes: 3 }, source: 'dom' as const };
    return capture(code, code ? { counts, readAt } : { identity: null });
  }),
}));

const ID = 'instagram:AAAAA11111';
let now = T0;
let spies: Awaited<ReturnType<typeof resetBrowser>>;
let tabId = 100;

/** Sends as the browser would: through the router, to the real handlers and the real store. */
async function send<N extends MessageName>(
  name: N,
  input: Input<N>,
  sender = name.startsWith('page.') ? pageSender({ tab: { id: tabId, windowId: 1 } as never }) : ownSender(),
): Promise<Answer<Output<N>>> {
  const router = createRouter(allHandlers, () => now);
  return new Promise((resolve) => {
    router({ name, input }, sender, (answer) => resolve(answer as Answer<Output<N>>));
  });
}
async function ok<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await send(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.detail}`);
  return answer.value;
}
const flagInput = (code: string): Input<'page.flag'> => ({
  reading: {
    ...INPUTS['page.flag'].reading,
    dom: { source: 'dom', names: code ? [`instagram:${code}`] : [] },
  },
});
async function inbox(id: string, bytes: ArrayBuffer): Promise<string> {
  await database.inbox.put({ id, bytes, mime: 'image/jpeg', at: T0 });
  return id;
}

beforeEach(async () => {
  spies = await resetBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(jpegBytes(1))),
  );
  now = T0;
  tabId += 1;
});
afterEach(async () => {
  await settled();
  vi.unstubAllGlobals();
});

describe('what a page may ask', () => {
  it("'page.flag' records at once, opens the panel on it, and fetches the photos after", async () => {
    const answer: FlagAnswer = await ok('page.flag', flagInput('AAAAA11111'));
    expect(answer).toMatchObject({
      complaintId: ID,
      number: 'ADU-0001',
      fresh: true,
      partly: false,
      status: 'new',
    });
    expect(spies.open).toHaveBeenCalledExactlyOnceWith({ tabId });
    expect(await browser.storage.session.get('panel')).toEqual({ panel: { complaintId: ID } });
    await vi.waitFor(async () => expect((await database.complaints.get(ID))?.photoCount).toBe(1));
    expect(await ok('page.flag', flagInput('AAAAA11111'))).toMatchObject({
      fresh: false,
      undoToken: null,
      number: 'ADU-0001',
    });
  });

  it('a photo that fails leaves the complaint whole, and can be tried again', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('', { status: 403 })),
    );
    await ok('page.flag', flagInput('AAAAA11111'));
    await vi.waitFor(async () =>
      expect((await database.events.toArray()).some((e) => e.type === 'photoFailed')).toBe(true),
    );
    expect(await database.complaints.get(ID)).toMatchObject({
      status: 'new',
      photoMissing: 1,
      photoCount: 0,
    });
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response(jpegBytes(2))),
    );
    expect(await ok('photo.retry', { complaintId: ID })).toEqual({ stored: 1, failed: 0 });
    expect(await database.complaints.get(ID)).toMatchObject({ photoMissing: 0, photoCount: 1 });
  });

  it('a post that cannot be identified is told so, and nothing is recorded', async () => {
    expect(await send('page.flag', flagInput(''))).toMatchObject({ ok: false, code: 'unidentified' });
    expect(await database.events.count()).toBe(0);
  });

  it('a reading of another site than the sender’s is refused', async () => {
    const input = flagInput('AAAAA11111');
    expect(await send('page.flag', { reading: { ...input.reading, site: 'facebook' } })).toMatchObject({
      code: 'invalid',
    });
    expect(spies.open).not.toHaveBeenCalled();
  });

  it('a page that floods is stopped before anything opens', async () => {
    const answers = [];
    for (let i = 0; i < 25; i += 1)
      answers.push(await send('page.flag', flagInput(`FLOOD000${String(i).padStart(2, '0')}`)));
    expect(answers.filter((a) => !a.ok && a.code === 'rate')).toHaveLength(5);
    expect(spies.open).toHaveBeenCalledTimes(20);
    now += 10_001;
    expect((await send('page.flag', flagInput('AFTER00001'))).ok).toBe(true);
  });

  it("'page.undoFlag' takes back its own flag, from the same tab, within 15 s, once", async () => {
    const { undoToken } = await ok('page.flag', flagInput('AAAAA11111'));
    const token = undoToken ?? '';
    const elsewhere = pageSender({ tab: { id: 999, windowId: 1 } as never });
    expect(await send('page.undoFlag', { token }, elsewhere)).toMatchObject({ code: 'conflict' });
    now += 15_001;
    expect(await send('page.undoFlag', { token })).toMatchObject({ code: 'conflict' });
    now -= 5_000;
    expect(await send('page.undoFlag', { token })).toEqual({ ok: true, value: null });
    expect(await send('page.undoFlag', { token })).toMatchObject({ code: 'conflict' });
    expect((await database.complaints.get(ID))?.status).toBe('void');
  });

  it("'page.states' tells number and state under the names asked for, nothing of others", async () => {
    await ok('page.flag', flagInput('AAAAA11111'));
    await ok('page.flag', flagInput('BBBBB22222'));
    const { locale, states } = await ok('page.states', { names: [ID, 'instagram:unknown1'] });
    expect(locale).toBe('id');
    expect(states).toEqual({
      [ID]: { complaintId: ID, number: 'ADU-0001', status: 'new', dueAt: null, termMs: null },
    });
  });

  it("'page.acts' brings the second script into the sender's own frame and nothing else", async () => {
    await ok('page.acts', {});
    expect(spies.executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId, frameIds: [0] },
      files: ['/acts-instagram.js'],
    });
  });

  it("'page.health' keeps figures under the site that sent them; a flag that finds no identity then says why", async () => {
    const report = INPUTS['page.health'];
    expect(await send('page.flag', flagInput(''))).toMatchObject({ ok: false, code: 'unidentified' });
    await ok('page.health', { ...report, seen: 40, named: 39 });
    now += 86_400_000;
    await ok('page.health', { ...report, seen: 20, named: 0 });
    expect(await database.health.toArray()).toMatchObject([
      { site: 'instagram', surface: 'feed', seen: 40 },
      { site: 'instagram', surface: 'feed', seen: 20, blind: 20 },
    ]);
    expect(await send('page.flag', flagInput(''))).toMatchObject({ ok: false, code: 'layout-changed' });
    const bad = { ...report, surface: 'https://x' };
    expect(await send('page.health', bad)).toMatchObject({ ok: false, code: 'invalid' });
    expect(await send('page.health', { ...report, seen: 10_001 })).toMatchObject({ code: 'invalid' });
    for (let i = 0; i < 40; i++) await send('page.health', report);
    expect(await send('page.health', report)).toMatchObject({ code: 'rate' });
  });

  it("'page.open' asks for another look after an hour, and 'page.see' takes it for that post alone", async () => {
    const seen = (code: string, likes: number, readAt: number) => ({
      ...flagInput(code).reading,
      readAt,
      dom: { ...flagInput(code).reading.dom, counts: { likes } },
    });
    await ok('page.flag', { reading: seen('AAAAA11111', 5, T0) });
    expect(await ok('page.open', { complaintId: ID })).toEqual({ see: false });
    now = T0 + 3 * HOUR;
    expect(await ok('page.open', { complaintId: ID })).toEqual({ see: true });
    // Photos fail or arrive on their own time and are events too.
    const looks = () => database.events.filter(({ type }) => type === 'recaptured').count();
    const before = await looks();
    await ok('page.see', { complaintId: ID, reading: seen('BBBBB22222', 900, now) });
    await ok('page.see', { complaintId: 'instagram:none00', reading: seen('AAAAA11111', 900, now) });
    expect(await looks()).toBe(before);
    await ok('page.see', { complaintId: ID, reading: seen('AAAAA11111', 905, now) });
    expect((await database.complaints.get(ID))?.loud).toEqual({ from: 5, to: 905, ms: 3 * HOUR });
    expect(await ok('page.open', { complaintId: ID })).toEqual({ see: false });
    await ok('page.see', { complaintId: ID, reading: seen('AAAAA11111', 950, now + 1) });
    expect(await looks()).toBe(before + 1);
    expect(await database.complaints.count()).toBe(1);
  });

  it("'page.open' shows what is there, 'page.manual' an empty complaint with the address", async () => {
    await ok('page.flag', flagInput('AAAAA11111'));
    await ok('page.open', { complaintId: ID });
    expect(await send('page.open', { complaintId: 'instagram:none00' })).toMatchObject({ code: 'not-found' });
    await ok('page.manual', { pageUrl: 'https://www.instagram.com/explore/' });
    const made = (await database.complaints.toArray()).find((row) => row.id.startsWith('manual:'));
    expect(made).toMatchObject({
      permalink: 'https://www.instagram.com/explore/',
      gist: '',
      number: 'ADU-0002',
    });
    await ok('page.manual', { pageUrl: 'https://evil.test/' });
    expect((await database.complaints.toArray()).some((row) => row.permalink.includes('evil'))).toBe(false);
  });
});

describe('what our own pages may ask', () => {
  it('the whole way of a complaint', async () => {
    await ok('agency.save', { agencies: [agency('dishub'), agency('dlh')] });
    await ok('page.flag', flagInput('AAAAA11111'));
    await ok('complaint.correct', { complaintId: ID, field: 'place', value: 'Baamang' });
    await ok('complaint.sensitive', { complaintId: ID, sensitive: true });
    const unknown = { ...INPUTS['complaint.forward'], category: 'praise' } as unknown;
    expect(await send('complaint.forward', unknown as Input<'complaint.forward'>)).toMatchObject({
      code: 'invalid',
    });
    const { dueAt } = await ok('complaint.forward', INPUTS['complaint.forward']);
    expect(dueAt).toBe(T0 + 24 * HOUR);
    await settled();
    expect(await browser.alarms.getAll()).toHaveLength(1);
    await ok('complaint.remind', INPUTS['complaint.remind']);
    now += HOUR;
    const pasted = await inbox('p1', jpegBytes(5));
    const { eventId } = await ok('complaint.respond', {
      ...INPUTS['complaint.respond'],
      at: now,
      inboxIds: [pasted],
    });
    expect(await database.inbox.count()).toBe(0);
    await ok('complaint.undo', { eventId });
    await ok('complaint.resolve', {
      complaintId: ID,
      note: 'menyala',
      inboxIds: [await inbox('p2', jpegBytes(6))],
    });
    await ok('complaint.reopen', { complaintId: ID, note: '' });
    await ok('complaint.dismiss', { complaintId: ID, note: '' });
    expect(await database.complaints.get(ID)).toMatchObject({
      status: 'dismissed',
      place: 'Baamang',
      sensitive: 1,
      reminders: 1,
    });
    expect(await ok('agency.remove', { agencyId: 'dishub' })).toEqual({ removed: false });
    expect(await ok('agency.remove', { agencyId: 'dlh' })).toEqual({ removed: true });
    await ok('complaint.show', { complaintId: ID });
    await ok('complaint.purge', { complaintId: ID });
    expect(await ok('store.rebuild', {})).toEqual({ complaints: 1 });
  });

  it('decisions about clocks, and what they are worked out with', async () => {
    await ok('agency.save', { agencies: [agency('dishub')] });
    await ok('clocks.saveRules', INPUTS['clocks.saveRules']);
    await ok('clocks.saveCalendar', INPUTS['clocks.saveCalendar']);
    expect(await send('clocks.saveCalendar', INPUTS['clocks.saveCalendar'])).toMatchObject({
      code: 'clock',
      detail: 'version-known',
    });
    await ok('page.flag', flagInput('AAAAA11111'));
    expect(await send('complaint.pause', INPUTS['complaint.pause'])).toMatchObject({
      code: 'clock',
      detail: 'not-forwarded',
    });
    await ok('complaint.forward', INPUTS['complaint.forward']);
    await ok('complaint.pause', INPUTS['complaint.pause']);
    now += 60_000;
    const { states } = await ok('page.states', { names: [ID] });
    expect(states[ID]).toMatchObject({ status: 'waiting', pausedUntil: T0 + HOUR, dueAt: T0 + 25 * HOUR });
    await settled();
    await refresh(now);
    expect((await browser.alarms.getAll())[0]?.scheduledTime).toBe(T0 + HOUR);
    await ok('complaint.resume', INPUTS['complaint.resume']);
    const { eventId } = await ok('complaint.askExtension', {
      ...INPUTS['complaint.askExtension'],
      granted: null,
    });
    await ok('complaint.decideExtension', {
      ...INPUTS['complaint.decideExtension'],
      target: eventId,
    });
    await ok('complaint.recompute', INPUTS['complaint.recompute']);
    expect((await database.complaints.get(ID))?.dueAt).toBe(T0 + 25 * HOUR + 60_000);
    await ok('complaint.notOurs', INPUTS['complaint.notOurs']);
    expect(await database.complaints.get(ID)).toMatchObject({ status: 'outside', open: 0 });
  });

  it('reminders of several complaints, and letters only when the ladder is there', async () => {
    await ok('agency.save', { agencies: [agency('dishub')] });
    await ok('page.flag', flagInput('AAAAA11111'));
    await ok('complaint.forward', INPUTS['complaint.forward']);
    const letter = { ...INPUTS['complaint.escalate'], answerBy: T0 + 96 * HOUR };
    expect(await send('complaint.escalate', letter)).toMatchObject({ code: 'conflict' });
    now = T0 + 19 * HOUR;
    const reminded = await ok('complaint.remindAll', INPUTS['complaint.remindAll']);
    expect(reminded.eventIds).toHaveLength(1);
    now = T0 + 26 * HOUR;
    const { eventIds } = await ok('complaint.escalate', letter);
    const events = await database.events.where('complaintId').equals(ID).toArray();
    expect(events.find((event) => event.id === eventIds[0])).toMatchObject({
      type: 'escalated',
      step: 'explanation',
    });
    await ok('complaint.undoAll', { eventIds: [...eventIds, ...reminded.eventIds] });
    expect((await database.complaints.get(ID))?.reminders).toBe(0);
  });

  it("'complaint.create' and 'photo.add' take pictures from the inbox, and only pictures", async () => {
    const { complaintId } = await ok('complaint.create', {
      url: '',
      text: 'Got mampet',
      place: 'Jalan Anggur',
      inboxIds: [await inbox('a', jpegBytes(1))],
    });
    expect(await database.complaints.get(complaintId)).toMatchObject({
      gist: 'Got mampet',
      place: 'Jalan Anggur',
      photoCount: 1,
      site: 'none',
    });
    const added = await ok('photo.add', {
      complaintId,
      inboxIds: [await inbox('b', jpegBytes(1)), await inbox('c', jpegBytes(2))],
    });
    expect(added).toEqual({ stored: 1 });
    await inbox('d', new TextEncoder().encode('<svg onload=alert(1)>'.padEnd(64)).buffer);
    expect(await send('photo.add', { complaintId, inboxIds: ['d'] })).toMatchObject({ code: 'invalid' });
    expect(await send('photo.add', { complaintId, inboxIds: ['gone'] })).toMatchObject({ code: 'not-found' });
    expect(await database.photos.count()).toBe(2);
  });

  it("'complaint.create' with the address of a known post finds its complaint", async () => {
    await ok('page.flag', flagInput('AAAAA11111'));
    const made = await ok('complaint.create', {
      url: 'https://www.instagram.com/p/AAAAA11111/',
      text: '',
      place: '',
      inboxIds: [],
    });
    expect(made.complaintId).toBe(ID);
  });

  it("'settings.save' renews the menus in the language set", async () => {
    await ok('settings.save', {
      settings: { ...INPUTS['settings.save'].settings, language: 'en', prefix: 'KTM' },
    });
    expect(spies.menuCreate.mock.calls.map(([menu]) => menu.title)).toEqual([
      'Make this a complaint',
      'Note by hand',
    ]);
    await ok('settings.save', INPUTS['settings.save']);
    expect(spies.menuCreate.mock.calls.at(-1)?.[0].title).toBe('Catat manual');
  });

  it("'backup.import' merges a file from the inbox and empties it, also when it is refused", async () => {
    // A post of its own: no photo still on its way for another test’s may come into the file.
    await flag(database, { capture: capture('BACKUP0001'), via: 'button', now: T0 });
    const file = await (await exportBackup(database, { now: T0 })).arrayBuffer();
    await Promise.all([database.events.clear(), database.complaints.clear()]);
    expect(await ok('backup.import', { inboxId: await inbox('file', file) })).toMatchObject({
      events: 1,
      newEvents: 1,
      complaints: 1,
    });
    expect(await send('backup.import', { inboxId: await inbox('bad', jpegBytes(1)) })).toMatchObject({
      code: 'file-foreign',
    });
    expect(await database.inbox.count()).toBe(0);
  });
});

describe('photos under way', () => {
  it('go on after the worker was killed', async () => {
    await flag(database, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
    await browser.storage.local.set({ photosUnderWay: [ID, 'instagram:gone000'] });
    await resumePhotos();
    expect((await database.complaints.get(ID))?.photoCount).toBe(1);
    expect(await browser.storage.local.get('photosUnderWay')).toEqual({ photosUnderWay: [] });
  });

  it('are fetched once although two ask', async () => {
    await flag(database, {
      capture: capture('AAAAA11111', {
        photos: {
          value: [1, 2, 3].map((n) => ({ url: photoUrl(`several-${n}`), kind: 'photo' as const })),
          source: 'dom',
        },
      }),
      via: 'button',
      now: T0,
    });
    let seed = 0;
    const fetched = vi.fn(async () => {
      seed += 1;
      return new Response(jpegBytes(seed));
    });
    vi.stubGlobal('fetch', fetched);
    const [a, b] = await Promise.all([fetchPhotos(ID), fetchPhotos(ID)]);
    expect([a, b]).toEqual([
      { stored: 3, failed: 0 },
      { stored: 3, failed: 0 },
    ]);
    expect(fetched).toHaveBeenCalledTimes(3);
  });
});

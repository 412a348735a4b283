import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComplaintEvent, EventOf } from '../../complaints/events.ts';
import { comment, person, replyTo } from '../lab/agency-answers.ts';
import { startLab } from '../lab/server.ts';
import type { Lab, LabPost, SiteId } from '../lab/types.ts';
import { THOROUGH } from '../thorough.ts';
import { launch, pageButtons, type Session, until } from './browser.ts';
import { complaint, eventsOf, inspectorOf, keyOf, must } from './fault-kit.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import {
  ALIKE,
  agencyWithAccounts,
  follow,
  forwarding,
  OFFER,
  pageOf,
  pressNow,
  roomy,
  saveAgency,
  told,
  visit,
} from './reply-kit.ts';

/** The agency answers under the post: the button says so, and one click records it. The page loads nothing for it. */

const seconds = () => Math.floor(Date.now() / 1000);
const DAY = 86_400;
const dishub = person('dishub.ketapi', 'Dishub Ketapi');
const alike = person('dishub_ketapi', 'DISHUB KETAPI');
const WORDS = 'Terima kasih laporannya, petugas kami ke lokasi hari ini.';

/** In Chromium one site in each run; Firefox below walks both. */
const SITES = THOROUGH ? (['instagram', 'facebook'] as const) : (['facebook'] as const);

describe.each(SITES)('an answer under the post on %s', (site: SiteId) => {
  let lab: Lab;
  let session: Session;
  let inspector: Page;
  let page: Page;
  let posts: LabPost[];
  let answered: LabPost;
  let number: string;
  let id: string;

  const responses = async (post = answered) =>
    (await eventsOf(inspector, keyOf(post))).filter((e): e is EventOf<'responded'> => e.type === 'responded');
  const offer = async () => (await pageButtons(page, OFFER))[0];

  beforeAll(async () => {
    lab = await startLab({ seed: 6, now: seconds() });
    session = await launch(lab);
    inspector = await inspectorOf(session);
    await saveAgency(inspector);
    page = await session.browser.newPage();
    posts = roomy(lab, site);
    expect(posts.length).toBeGreaterThan(4);
    [answered] = posts as [LabPost];
    number = await follow(page, inspector, answered);
  });
  afterAll(async () => {
    await session?.close();
    await lab?.close();
  });

  test('what was said before the forwarding is no answer, and a citizen is no agency', async () => {
    comment(answered, dishub, 'Selamat pagi warga Ketapi', seconds() - 3 * DAY);
    comment(answered, person('budi.ketapi', 'Budi Ketapi'), 'Setuju, mohon dicek', seconds());
    await visit(page, answered);
    expect(await told(page)).toBeNull();
  });

  test('the button names the agency when its own account answers, and nothing is loaded for it', async () => {
    id = comment(answered, dishub, WORDS, seconds());
    lab.clearRequests();
    await visit(page, answered);
    const button = await told(page);
    expect(button?.name).toBe(`Ada tanggapan Dishub, akun ${dishub.handle}, catat untuk ${number}`);
    const caused = lab.requests().filter(({ cause }) => cause === 'extension' || cause === 'unknown');
    expect(caused.map(({ path }) => path)).toEqual([]);
    expect(await responses()).toEqual([]);
  });

  test('a click that no person made records nothing', async () => {
    const button = await offer();
    const host = await button?.handle.evaluateHandle((b) => (b.getRootNode() as ShadowRoot).host);
    await host?.evaluate((element) => (element as HTMLElement).click());
    await button?.handle.evaluate((element) => (element as HTMLElement).click());
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await responses()).toEqual([]);
  });

  test('one click records it with its words, its time and its source', async () => {
    await pressNow(page, OFFER);
    const [event] = await until(async () => {
      const list = await responses();
      return list.length > 0 ? list : null;
    }, 'the answer in the log');
    const truth = answered.replies.find((one) => one.id === id);
    expect(event).toMatchObject({ kind: 'initial', via: 'comment', text: WORDS });
    expect(event?.source?.names).toContain(`${keyOf(answered)}#${id}`);
    expect(event?.source).toMatchObject({ account: dishub.handle });
    expect(event?.source?.timeUnread).toBeUndefined();
    const forwarded = (await eventsOf(inspector, keyOf(answered))).find((e) => e.type === 'forwarded');
    // Written in the second of the forwarding at the earliest: times of a site have no milliseconds.
    expect(event?.at).toBe(Math.max((truth?.createdAt ?? 0) * 1000, forwarded?.at ?? 0));
    await until(
      async () => (await complaint(inspector, keyOf(answered))).status === 'responded',
      'responded',
    );
  });

  test('it can be taken back where it was recorded, is offered again, and recorded once', async () => {
    await pressNow(page, /^Urungkan tanggapan/);
    await until(async () => (await complaint(inspector, keyOf(answered))).status === 'waiting', 'waiting');
    await pressNow(page, OFFER);
    await until(
      async () => (await complaint(inspector, keyOf(answered))).status === 'responded',
      'responded',
    );
    await visit(page, answered);
    expect(await told(page, 2_500)).toBeNull();
    expect(await responses()).toHaveLength(2);
  });

  test('by the keyboard alone, too', async () => {
    const post = posts[1] as LabPost;
    await follow(page, inspector, post);
    comment(post, dishub, 'Sudah kami jadwalkan.', seconds());
    await visit(page, post);
    const button = await told(page);
    expect(button?.name).toMatch(OFFER);
    await button?.handle.focus();
    await page.keyboard.press('Enter');
    await until(async () => (await responses(post)).length === 1, 'the answer in the log');
  });

  test("a page that puts the agency's name to a citizen's words is found out by its own store", async () => {
    const post = posts[3] as LabPost;
    await follow(page, inspector, post);
    const citizen = person('warga.forged', 'Warga Tertipu');
    comment(post, citizen, 'Sudah selesai, terima kasih.', seconds());
    const { identifier } = await page.evaluateOnNewDocument(
      (from, to) => {
        new MutationObserver(() => {
          for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href*="/${from}"]`)) {
            link.href = link.href.replace(from, to);
            for (const part of [link, ...link.querySelectorAll('*')])
              if (part.children.length === 0 && part.textContent) part.textContent = to;
          }
        }).observe(document, { childList: true, subtree: true });
      },
      citizen.handle,
      dishub.handle,
    );
    await visit(page, post);
    const button = await told(page);
    expect(button?.name).toMatch(OFFER);
    await pressNow(page, OFFER);
    await until(async () => (await pageButtons(page, /^Tidak dicatat/))[0], 'the refusal');
    expect(await responses(post)).toEqual([]);
    await page.removeScriptToEvaluateOnNewDocument(identifier);
  });

  test('a comment that was forwarded is answered by a reply to it, and by nothing else', async () => {
    const post = posts[4] as LabPost;
    const citizen = person('warga.simpang', 'Warga Simpang');
    const to = comment(post, citizen, 'Lampu di simpang ini juga padam, Pak.', seconds() - DAY);
    comment(post, dishub, 'Kepada pemilik unggahan: kami cek.', seconds());
    const key = `${keyOf(post)}#${to}`;
    await visit(page, post);
    const called = site === 'instagram' ? citizen.handle : citizen.name;
    await pressNow(page, new RegExp(`^Tandai komentar.*${called}`));
    await complaint(inspector, key);
    await must(inspector, 'complaint.forward', { ...forwarding(post), complaintId: key });
    const id = replyTo(post, to, dishub, WORDS, seconds());
    await visit(page, post);
    expect(await told(page, 2_500)).toBeNull();
    await page.evaluate(
      (author) => {
        const name = [...document.querySelectorAll('a')].find((a) => a.textContent?.trim() === author);
        const within = (box: Element | null): Element | null => {
          if (!box) return null;
          const opener = [...box.querySelectorAll('[role=button],button')].find((one) =>
            /^Lihat .*balasan/.test(one.textContent?.trim() ?? ''),
          );
          return opener ?? within(box.parentElement);
        };
        (within(name ?? null) as HTMLElement | null)?.click();
      },
      site === 'instagram' ? citizen.handle : citizen.name,
    );
    const button = await told(page, 8_000);
    expect(button?.name).toMatch(OFFER);
    await pressNow(page, OFFER);
    const event = await until(
      async () => (await eventsOf(inspector, key)).find((e) => e.type === 'responded'),
      'the answer',
    );
    expect(event).toMatchObject({ text: expect.stringContaining(WORDS), source: { account: dishub.handle } });
    expect((event as EventOf<'responded'>).source?.names).toContain(`${keyOf(post)}#${id}`);
    expect(await responses(post)).toEqual([]);
  });

  test('an account that only looks like the agency is shown as such, and a click counts nothing', async () => {
    const post = posts[2] as LabPost;
    await follow(page, inspector, post);
    comment(post, alike, WORDS, seconds());
    await visit(page, post);
    const button = await told(page);
    expect(button?.name).toMatch(ALIKE);
    expect(button?.name).toContain(alike.handle);
    await pressNow(page, ALIKE);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await responses(post)).toEqual([]);
    expect((await complaint(inspector, keyOf(post))).status).toBe('waiting');
    expect(pageOf(post)).toContain(site);
  });
});

/** One after the other in one browser: what differs is how a script comes into a page, not what it does there. */
describe('an answer under the post in Firefox', () => {
  let lab: Lab;
  let firefox: Firefox;
  let site: string;
  let inspector: string;

  const ask = async <T>(name: string, input: object): Promise<T> => {
    await firefox.switchTo(inspector);
    const script = 'return await browser.runtime.sendMessage({ name: arguments[0], input: arguments[1] });';
    const reply = await firefox.asyncScript<{ ok: true; value: T } | { ok: false; detail: string }>(script, [
      name,
      input,
    ]);
    if (!reply.ok) throw new Error(`${name}: ${reply.detail}`);
    return reply.value;
  };
  const log = async (): Promise<ComplaintEvent[]> => {
    await firefox.switchTo(inspector);
    return firefox.asyncScript(`return await new Promise((resolve, reject) => {
      const open = indexedDB.open('tanggap');
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        const all = open.result.transaction('events').objectStore('events').getAll();
        all.onsuccess = () => { open.result.close(); resolve(JSON.parse(JSON.stringify(all.result))); };
      };
    });`);
  };
  const button = (pattern: RegExp) =>
    until(async () => {
      await firefox.switchTo(site);
      return (await firefox.shadowButtons(pattern))[0];
    }, `a button with ${pattern}`);
  const open = async (post: LabPost) => {
    await firefox.switchTo(site);
    await firefox.go(pageOf(post));
  };
  const logged = (fits: (event: ComplaintEvent) => boolean) =>
    until(async () => (await log()).find(fits), 'the event');

  beforeAll(async () => {
    lab = await startLab({ seed: 6, now: seconds() });
    firefox = await launchFirefox(lab);
    site = (await firefox.handles())[0] ?? '';
    inspector = await until(async () => {
      for (const handle of await firefox.handles()) {
        await firefox.switchTo(handle);
        if ((await firefox.script<string>('return location.href')).includes('/dashboard.html')) return handle;
      }
      return null;
    }, 'the first-run page');
    await ask('agency.save', { agencies: [agencyWithAccounts()] });
  });
  afterAll(async () => {
    await firefox?.close();
    await lab?.close();
  });

  test.each(['instagram', 'facebook'] as const)(
    'on %s is offered, recorded and taken back',
    async (where) => {
      const [post] = roomy(lab, where) as [LabPost];
      const is = (type: string) => (event: ComplaintEvent) =>
        event.complaintId === keyOf(post) && event.type === type;
      await open(post);
      await firefox.click((await button(/^Tandai aduan/)).id);
      await logged(is('captured'));
      await ask('complaint.forward', forwarding(post));
      const id = comment(post, dishub, WORDS, seconds());
      await open(post);
      await firefox.click((await button(OFFER)).id);
      expect(await logged(is('responded'))).toMatchObject({
        via: 'comment',
        text: WORDS,
        source: { account: dishub.handle, names: expect.arrayContaining([`${keyOf(post)}#${id}`]) },
      });
      await firefox.click((await button(/^Urungkan tanggapan/)).id);
      await logged(is('undone'));
      expect((await button(OFFER)).name).toContain('Dishub');
    },
  );
});

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Capture } from '../../complaints/reading.ts';
import { launch, type Session, until } from './browser.ts';
import { openDesk, type Story } from './seed-desk.ts';
import { bringStories } from './seed-import.ts';
import { busyStories } from './seed-scene.ts';
import { sees } from './steps.ts';
import { readComplaintTable, readEventTable } from './store.ts';
import { t } from './words.ts';

/** *Ramai* in the shipped build: proposed with its reason before forwarding, a tag afterwards, never a changed term. */

const HOUR = 3_600_000;
const now = Date.now();
let session: Session;

const WORDS = 'Pagar SMP 2 Kotabesi miring ke jalan, mohon diperiksa sebelum dilewati anak';
const CODE = { loud: 'DPagarMiring', growing: 'DTumbuhCepat', danger: 'DKesetrum001', plain: 'DBiasaSaja01' };

function capture(code: string, handle: string, text: string, likes: number, readAt: number): Capture {
  const key = `instagram:${code}`;
  return {
    site: 'instagram',
    surface: 'feed',
    identity: { key, aliases: [key], permalink: `https://www.instagram.com/p/${code}/` },
    author: { value: { handle, name: handle }, source: 'dom' },
    text: { value: text, source: 'store' },
    postedAt: { value: now - 30 * HOUR, source: 'store' },
    place: { unreadable: 'not-on-page' },
    counts: { value: { likes }, source: 'store' },
    photos: { value: [], source: 'store' },
    audience: { value: 'public', source: 'store' },
    readAt,
    pageUrl: 'https://www.instagram.com/',
    dropped: [],
  };
}
const flag = (code: string, handle: string, text: string, likes: number, hoursAgo: number) => ({
  at: now - hoursAgo * HOUR,
  do: 'flag' as const,
  capture: capture(code, handle, text, likes, now - hoursAgo * HOUR),
});
/** Five complaints, three of them by other accounts in nearly the same words, two by one account. */
const STORIES: Story[] = [
  [flag(CODE.loud, 'warga.satu', WORDS, 5, 4)],
  [flag('DPagarDua001', 'warga.dua', `${WORDS} 🙏`, 5, 4)],
  [flag('DPagarTiga01', 'warga.tiga', `Tolong! ${WORDS}`, 5, 4)],
  [flag('DRajin000001', 'warga.rajin', 'Sampah di depan pasar Keramat belum diangkut sejak Senin', 5, 4)],
  [flag('DRajin000002', 'warga.rajin', 'Sampah di depan pasar Keramat belum diangkut sejak Senin', 5, 4)],
  [flag('DRajin000003', 'warga.rajin', 'Sampah di depan pasar Keramat belum diangkut sejak Senin', 5, 4)],
  [
    flag(CODE.growing, 'warga.empat', 'Genangan di Jl. Kapten Mulyono belum surut', 40, 5),
    { at: now - 4.9 * HOUR, do: 'forward', agencyId: 'pu', preset: 'normal' },
    flag(CODE.growing, 'warga.empat', 'Genangan di Jl. Kapten Mulyono belum surut', 210, 2),
  ],
  [flag(CODE.danger, 'warga.lima', 'Ada kabel menjuntai di Baamang, anak tetangga kesetrum', 5, 1)],
  [flag(CODE.plain, 'warga.enam', 'Mohon lampu taman kota dinyalakan lagi', 5, 1)],
];

const panel = async (code: string): Promise<Page> => {
  const page = await session.extensionPage(`sidepanel.html?id=instagram%3A${code}`);
  await page.bringToFront();
  await sees(page, t('ui_deadline_latest'));
  return page;
};
const chosen = (page: Page) =>
  page.evaluate(
    () => document.querySelector('[role=radio][aria-checked=true]')?.textContent?.replace(/\d.*/, '') ?? '',
  );
const choice = (page: Page, preset: string) =>
  until(async () => (await chosen(page)).startsWith(t(preset)), `${preset} chosen`);

beforeAll(async () => {
  session = await launch(null, { width: 400, height: 900 });
  await bringStories(session, await openDesk(now), [...busyStories(now), ...STORIES], now);
});
afterAll(async () => {
  await session?.close();
});

test('the panel proposes the preset with its reason in words, and the official’s choice wins and stays', async () => {
  const page = await panel(CODE.loud);
  await choice(page, 'ui_preset_busy');
  const reasons = t('loud_accounts_words', { n: '3' });
  await sees(page, t('loud_suggested', { preset: t('ui_preset_busy'), reasons }));
  await page.evaluate((word) => {
    const radios = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
    radios.find((radio) => radio.textContent?.startsWith(word))?.click();
  }, t('ui_preset_normal'));
  await choice(page, 'ui_preset_normal');
  await page.reload();
  await sees(page, t('ui_deadline_latest'));
  await sees(page, t('loud_suggested', { preset: t('ui_preset_busy'), reasons }));
  await choice(page, 'ui_preset_normal');
  await page.close();
});

test('danger is urgent and not loud; one person’s three posts and a plain one propose nothing', async () => {
  const danger = await panel(CODE.danger);
  await choice(danger, 'ui_preset_emergency');
  await sees(
    danger,
    t('loud_suggested', {
      preset: t('ui_preset_emergency'),
      reasons: t('loud_danger', { word: 'kesetrum' }),
    }),
  );
  await danger.close();
  for (const code of ['DRajin000001', CODE.plain]) {
    const page = await panel(code);
    await choice(page, 'ui_preset_normal');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Disarankan Ramai');
    await page.close();
  }
});

test('what grows after forwarding has the tag in popup, list and page, and the term it was sent with', async () => {
  const growth = t('loud_growth', { from: '40', to: '210', duration: t('ui_term_hours', { n: '3' }) });
  const why = t('loud_why', { reasons: growth });
  const page = await session.extensionPage('popup.html');
  const row = (await readComplaintTable(page)).find(({ id }) => id.endsWith(CODE.growing));
  expect(row).toMatchObject({ loud: { from: 40, to: 210, ms: 3 * HOUR }, preset: 'normal' });
  const sent = (await readEventTable(page)).find(
    (event) => event.type === 'forwarded' && event.complaintId === row?.id,
  );
  expect(sent).toMatchObject({ dueAt: row?.dueAt });
  const tag = (where: Page, selector: string) =>
    until(
      () =>
        where.evaluate(
          (css, words) =>
            [...document.querySelectorAll(css)].some((el) => el.getAttribute('title') === words),
          selector,
          why,
        ),
      'the tag',
    );
  await tag(page, `[data-row="${row?.id}"] span`);
  await page.goto(page.url().replace('popup.html', 'dashboard.html#/aduan'));
  await page.setViewport({ width: 1440, height: 900 });
  await tag(page, `[data-row="${row?.id}"] span`);
  await page.goto(page.url().replace('#/aduan', `#/aduan/${encodeURIComponent(row?.id ?? '')}`));
  await page.reload();
  await tag(page, 'header span');
  await page.close();
});

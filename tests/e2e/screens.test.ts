import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { THOROUGH } from '../thorough.ts';
import { EXTENSION_ID, launch, type Session } from './browser.ts';
import { paste, written } from './paste-kit.ts';
import { leaveUnsaved, previewDecree, wrongHours, wrongTerms } from './screens-calendar.ts';
import { clipped, outOfReach, overflow, setTheme, settle, type Theme, violations } from './screens-look.ts';
import { openDesk, type SeedDesk } from './seed-desk.ts';
import { bringStories } from './seed-import.ts';
import { POST, postStories } from './seed-posts.ts';
import { busyStories, CODE, calmStories } from './seed-scene.ts';
import { press, sees } from './steps.ts';
import { writeRows } from './store.ts';
import { t } from './words.ts';

/**
 * Every screen in the shipped build, empty, calm and on a busy day with long names: pictures in
 * `.output/screens`, axe in light, dark and forced colours at the main width, overflow and clipped words at all
 * (a share of widths and themes per screen unless `THOROUGH=1`).
 */

interface Screen {
  name: string;
  path: string;
  /** Main width first. */
  widths: readonly number[];
  height: number;
  /** Text that stands there when it is ready. */
  shows: string;
  before?: (page: Page) => Promise<void>;
}

/** Opens the list of agencies in the panel. */
async function openPicker(page: Page): Promise<void> {
  await page.click('button[aria-haspopup="listbox"]');
  await page.waitForSelector('[role=option]');
}

/** A dialog that a button opens. */
const dialogBy =
  (key: string, values: Record<string, string> = {}) =>
  async (page: Page) => {
    await press(page, t(key, values));
    await page.waitForSelector('[role=dialog]');
  };

async function unfoldNew(page: Page): Promise<void> {
  await press(page, t('popup_fresh_check')).catch(() => undefined);
}

/** Figures as a site leaves them whose layout has changed overnight. */
async function breakLayout(page: Page): Promise<void> {
  const today = Math.floor(Date.now() / 86_400_000);
  const row = { site: 'facebook', surface: 'feed', visits: 9, placed: 40, removed: 0, empty: 0 };
  await writeRows(page, 'health', [
    { ...row, day: today - 1, seen: 60, named: 60, blind: 0 },
    { ...row, day: today, seen: 40, named: 0, blind: 40 },
  ]);
  await page.reload();
  await sees(page, t('popup_layout_changed', { sites: 'Facebook' }));
}

const folder = join(import.meta.dirname, '..', '..', '.output', 'screens');
const now = Date.now();
const id = (site: string, code: string) => encodeURIComponent(`${site}:${code}`);
const POPUP = { widths: [400], height: 600 } as const;
const PANEL = { widths: [400, 320, 560], height: 900 } as const;
const TAB = { widths: [1440, 1100, 760, 400], height: 900 } as const;
const SECTIONS = {
  kantor: 'set_section_office',
  tenggat: 'set_section_deadlines',
  kalender: 'set_section_calendar',
  templat: 'set_section_templates',
  telegram: 'channel_telegram',
  pemberitahuan: 'set_section_notifications',
  tampilan: 'set_section_look',
  privasi: 'set_section_privacy',
  cadangan: 'set_section_backup',
};

const EMPTY: Screen[] = [
  { name: 'popup-empty', path: 'popup.html', ...POPUP, shows: t('popup_first_title') },
  { name: 'sidepanel-empty', path: 'sidepanel.html', ...PANEL, shows: t('panel_home_empty') },
  {
    name: 'sidepanel-manual',
    path: 'sidepanel.html',
    ...PANEL,
    shows: t('panel_home_empty'),
    before: (page) => press(page, t('panel_add_by_hand')),
  },
  { name: 'dashboard-empty', path: 'dashboard.html#/aduan', ...TAB, shows: t('dash_empty') },
  { name: 'first-run-1', path: 'dashboard.html#/mulai', ...TAB, shows: t('set_office_title') },
  { name: 'first-run-2', path: 'dashboard.html#/mulai/instansi', ...TAB, shows: t('set_agencies_title') },
  { name: 'first-run-3', path: 'dashboard.html#/mulai/tenggat', ...TAB, shows: t('set_deadlines_title') },
  { name: 'first-run-4', path: 'dashboard.html#/mulai/coba', ...TAB, shows: t('set_try_title') },
  { name: 'agencies-empty', path: 'dashboard.html#/instansi', ...TAB, shows: t('set_agencies_none') },
];

const CALM: Screen[] = [
  { name: 'popup-calm', path: 'popup.html', ...POPUP, shows: t('popup_nothing_late') },
  { name: 'dashboard-calm', path: 'dashboard.html#/aduan', ...TAB, shows: 'KTM-0001' },
];

const BUSY: Screen[] = [
  { name: 'popup', path: 'popup.html', ...POPUP, shows: t('status_overdue') },
  { name: 'sidepanel-home', path: 'sidepanel.html', ...PANEL, shows: 'KTM-' },
  {
    name: 'sidepanel-new',
    path: `sidepanel.html?id=${id('instagram', CODE.fresh)}`,
    ...PANEL,
    shows: t('status_new'),
  },
  {
    name: 'sidepanel-long',
    path: `sidepanel.html?id=${id('facebook', CODE.long)}`,
    ...PANEL,
    shows: t('status_new'),
  },
  {
    name: 'sidepanel-sent',
    path: `sidepanel.html?id=${id('instagram', CODE.overdue)}`,
    ...PANEL,
    shows: t('status_overdue'),
  },
  {
    name: 'sidepanel-responded',
    path: `sidepanel.html?id=${id('facebook', CODE.responded)}`,
    ...PANEL,
    shows: t('status_responded'),
  },
  {
    name: 'sidepanel-done',
    path: `sidepanel.html?id=${id('facebook', CODE.done)}`,
    ...PANEL,
    shows: t('status_done'),
  },
  { name: 'dashboard', path: 'dashboard.html#/aduan', ...TAB, shows: 'KTM-' },
  {
    name: 'dashboard-not-found',
    path: 'dashboard.html#/aduan?cari=zzzz',
    ...TAB,
    shows: t('dash_not_found'),
  },
  {
    name: 'complaint',
    path: `dashboard.html#/aduan/${id('instagram', CODE.overdue)}`,
    ...TAB,
    shows: t('status_overdue'),
  },
  {
    name: 'complaint-long',
    path: `dashboard.html#/aduan/${id('facebook', CODE.long)}`,
    ...TAB,
    shows: t('status_new'),
  },
  {
    name: 'complaint-done',
    path: `dashboard.html#/aduan/${id('facebook', CODE.done)}`,
    ...TAB,
    shows: t('status_done'),
  },
  {
    name: 'complaint-purged',
    path: `dashboard.html#/aduan/${id('instagram', CODE.purged)}`,
    ...TAB,
    shows: 'KTM-',
  },
  { name: 'agencies', path: 'dashboard.html#/instansi', ...TAB, shows: 'Dinas Perhubungan' },
  { name: 'agency', path: 'dashboard.html#/instansi/pu', ...TAB, shows: 'Bina Marga' },
  { name: 'agency-new', path: 'dashboard.html#/instansi/new', ...TAB, shows: t('dash_agencies') },
  ...Object.entries(SECTIONS).map(([section, key]) => ({
    name: `settings-${section}`,
    path: `dashboard.html#/pengaturan/${section}`,
    ...TAB,
    shows: t(key),
  })),
];

/** The calendar and the policies while they are being worked with. */
const CLOCKS: Screen[] = (
  [
    ['calendar-import', 'kalender', 'cal_part_versions', previewDecree],
    ['calendar-wrong', 'kalender', 'cal_part_versions', wrongHours],
    ['calendar-leave', 'kalender', 'cal_part_versions', leaveUnsaved],
    ['policies-wrong', 'tenggat', 'pol_part_agencies', wrongTerms],
  ] as const
).map(([name, section, shows, before]) => ({
  name,
  path: `dashboard.html#/pengaturan/${section}`,
  ...TAB,
  shows: t(shows),
  before,
}));

/** Comments, shares, posts for friends, edited, gone and joined ones. */
const POSTS: Screen[] = [
  { name: 'popup-posts', path: 'popup.html', ...POPUP, shows: t('status_new'), before: unfoldNew },
  {
    name: 'popup-layout',
    path: 'popup.html',
    ...POPUP,
    shows: t('status_new'),
    before: breakLayout,
  },
  {
    name: 'popup-paste',
    path: 'popup.html',
    ...POPUP,
    shows: t('status_new'),
    before: async (page) => {
      await page.click(`button[aria-label="${t('popup_paste_link')}"]`);
      await page.waitForSelector('input');
      await page.type('input', 'https://www.facebook.com/share/p/1AbCdEfGhi/');
      await page.keyboard.press('Enter');
      await sees(page, t('error_link_share'));
    },
  },
  { name: 'dashboard-posts', path: 'dashboard.html#/aduan', ...TAB, shows: 'KTM-' },
  {
    name: 'over-paste',
    path: 'dashboard.html#/aduan',
    ...TAB,
    shows: 'KTM-',
    before: dialogBy('dash_paste_link'),
  },
  ...(
    [
      ['comment', 'instagram'],
      ['share', 'facebook'],
      ['friends', 'facebook'],
      ['twin', 'instagram'],
      ['joined', 'instagram'],
      ['gone', 'instagram'],
    ] as const
  ).flatMap(([name, site]): Screen[] => [
    { name: `sidepanel-${name}`, path: `sidepanel.html?id=${id(site, POST[name])}`, ...PANEL, shows: 'KTM-' },
    {
      name: `complaint-${name}`,
      path: `dashboard.html#/aduan/${id(site, POST[name])}`,
      ...TAB,
      shows: 'KTM-',
    },
  ]),
  {
    name: 'over-join',
    path: `sidepanel.html?id=${id('instagram', POST.gone)}`,
    ...PANEL,
    shows: 'KTM-',
    before: async (page) => {
      await page.click(`button[aria-label="${t('panel_more')}"]`);
      await page.waitForSelector('[role=menuitem]');
      await press(page, t('ui_join_with'), 'menuitem');
      await page.waitForSelector('[role=dialog] li');
    },
  },
];

const fresh = `sidepanel.html?id=${id('instagram', CODE.fresh)}`;
const late = `dashboard.html#/aduan/${id('instagram', CODE.overdue)}`;
/** What opens over a screen. */
const OVER: Screen[] = [
  { name: 'over-picker', path: fresh, ...PANEL, shows: t('status_new'), before: openPicker },
  {
    name: 'over-viewer',
    path: fresh,
    ...PANEL,
    shows: t('status_new'),
    before: (page) => press(page, t('panel_hide_faces')),
  },
  {
    name: 'over-response',
    path: `sidepanel.html?id=${id('instagram', CODE.overdue)}`,
    ...PANEL,
    shows: t('status_overdue'),
    before: (page) => press(page, t('panel_record_response')),
  },
  {
    name: 'over-manual',
    path: 'dashboard.html#/aduan',
    ...TAB,
    shows: 'KTM-',
    before: dialogBy('dash_by_hand'),
  },
  {
    name: 'over-reminder',
    path: 'dashboard.html#/aduan',
    ...TAB,
    shows: 'KTM-',
    before: dialogBy('ladder_all_title'),
  },
  {
    name: 'over-reminder-message',
    path: 'dashboard.html#/aduan?buka=ingatkan',
    ...TAB,
    shows: t('ladder_all_title'),
    before: async (page) => {
      await page.waitForSelector('[role=dialog] li button[aria-expanded]');
      await page.click('[role=dialog] li button[aria-expanded]');
      await page.waitForSelector('[role=dialog] textarea');
    },
  },
  {
    name: 'over-letter',
    path: `dashboard.html#/aduan/${id('facebook', CODE.letter)}`,
    ...TAB,
    shows: t('ladder_title'),
    before: dialogBy('ladder_prepare', { step: t('ladder_step_explanation') }),
  },
  {
    name: 'panel-ladder',
    path: `sidepanel.html?id=${id('facebook', CODE.letter)}`,
    ...PANEL,
    shows: t('ladder_title'),
  },
  {
    name: 'over-pair',
    path: `dashboard.html#/aduan/${id('facebook', CODE.done)}`,
    ...TAB,
    shows: t('ladder_pair'),
    before: dialogBy('ladder_pair'),
  },
  { name: 'over-respond', path: late, ...TAB, shows: t('status_overdue'), before: dialogBy('dash_respond') },
  {
    name: 'over-transfer',
    path: late,
    ...TAB,
    shows: t('status_overdue'),
    before: async (page) => {
      await press(page, t('dash_transfer'));
      await page.waitForSelector('section button[aria-haspopup="listbox"]');
    },
  },
  {
    name: 'over-help',
    path: 'dashboard.html#/aduan',
    ...TAB,
    shows: 'KTM-',
    before: async (page) => {
      await page.keyboard.type('?');
      await page.waitForSelector('[role=dialog]');
    },
  },
  { name: 'reply', path: 'dashboard.html#/balasan', ...TAB, shows: t('paste_title') },
  {
    name: 'reply-chat',
    path: 'dashboard.html#/balasan',
    ...TAB,
    shows: t('paste_title'),
    before: pasteChat,
  },
  {
    name: 'reply-words',
    path: 'dashboard.html#/balasan',
    ...TAB,
    shows: t('paste_title'),
    before: async (page) => {
      await pasteWords(page);
      await page.click('main li button[aria-haspopup="listbox"]');
      await page.waitForSelector('[role=option]');
    },
  },
  {
    name: 'over-reply',
    path: `sidepanel.html?id=${id('instagram', CODE.overdue)}`,
    ...PANEL,
    shows: t('status_overdue'),
    before: async (page) => {
      await press(page, t('panel_record_response'));
      await press(page, t('paste_title'));
      await pasteWords(page);
    },
  },
  {
    name: 'over-popup-response',
    path: 'popup.html',
    ...POPUP,
    shows: t('status_overdue'),
    before: async (page) => {
      await page.keyboard.press('t');
      await page.waitForSelector('textarea');
    },
  },
];

/** A chat with every kind of line: an answer, a question, refused ones, one without number, our own. */
async function pasteChat(page: Page): Promise<void> {
  const fresh = written(now - 30 * 60_000).whatsapp;
  await paste(
    page,
    [
      `${fresh} Kadis PDAM: KTM-0001 petugas kami sedang menuju lokasi`,
      `${fresh} Kadishub: KTM-0001 itu di sebelah mana?`,
      '[08.12, 3/2/2024] Admin: *ADUAN WARGA KTM-0001*',
      '[09.40, 3/2/2024] Kadis PDAM: KTM-0001 sudah kami perbaiki pipanya, air sudah mengalir lagi ke rumah warga sejak pagi.',
      '[09.41, 3/2/2024] Kadishub: KTM-9999 mohon waktu dua hari, lampu pengganti masih dipesan',
      '[09.42, 3/2/2024] +62 811-5550-0000: jalan kami juga rusak',
    ].join('\n'),
  );
  await page.waitForSelector('main li input[type=checkbox]');
}

/** One message without number or time. */
async function pasteWords(page: Page): Promise<void> {
  await paste(page, 'Bukan wewenang kami, itu jalan nasional');
  await page.waitForSelector('main li input[type=checkbox]');
}

let session: Session;
let desk: SeedDesk;

/** The main width and the narrowest; all when everything is walked. */
function widthsOf({ widths }: Screen): readonly number[] {
  const [main = 400] = widths;
  return THOROUGH ? widths : [...new Set([main, Math.min(...widths)])];
}

/** Light, and dark or forced colours by turns; all when everything is walked. */
function themesOf({ name }: Screen): Theme[] {
  if (THOROUGH) return ['light', 'dark', 'forced'];
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return ['light', sum % 3 === 0 ? 'forced' : 'dark'];
}

async function look(screen: Screen): Promise<void> {
  const objections: string[] = [];
  const [main = 400] = screen.widths;
  const page = await session.browser.newPage();
  page.on('pageerror', (error) => objections.push(`error in the page: ${String(error)}`));
  page.on('console', (line) => {
    if (line.type() === 'error') objections.push(`console: ${line.text()}`);
  });
  const cdp = await page.createCDPSession();
  try {
    await page.setViewport({ width: main, height: screen.height });
    await setTheme(cdp, 'light');
    await page.goto(`chrome-extension://${EXTENSION_ID}/${screen.path}`);
    await sees(page, screen.shows);
    await screen.before?.(page);
    for (const width of widthsOf(screen)) {
      await page.setViewport({ width, height: screen.height });
      const themes: Theme[] = width === main ? themesOf(screen) : ['light'];
      for (const theme of themes) {
        await setTheme(cdp, theme);
        await settle(page);
        const where = `${screen.name} ${theme} ${width}`;
        await page.screenshot({
          path: join(folder, `${screen.name}-${theme}-${width}.png`) as `${string}.png`,
        });
        const wide = await overflow(page);
        if (wide.by > 0) objections.push(`${where}: ${wide.by} px too wide (${wide.widest})`);
        for (const control of await clipped(page)) objections.push(`${where}: words reach out of ${control}`);
        for (const control of await outOfReach(page))
          objections.push(`${where}: out of the window: ${control}`);
        if (width === main)
          for (const line of await violations(page, theme)) objections.push(`${where}: ${line}`);
      }
    }
  } finally {
    await page.close();
  }
  expect(objections).toEqual([]);
}

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  desk = await openDesk(now);
  session = await launch(null, { width: 1440, height: 900 });
});
afterAll(async () => {
  await session?.close();
});

describe('with nothing in the store', () => {
  test.each(EMPTY)('$name', (screen) => look(screen));
});

describe('when nothing is late', () => {
  beforeAll(() => bringStories(session, desk, calmStories(now), now));
  test.each(CALM)('$name', (screen) => look(screen));
});

describe('on a busy day', () => {
  beforeAll(() => bringStories(session, desk, busyStories(now), now));
  test.each(BUSY)('$name', (screen) => look(screen));
  test.each(OVER)('$name', (screen) => look(screen));
  test.each(CLOCKS)('$name', (screen) => look(screen));
});

describe('posts of every kind', () => {
  beforeAll(() => bringStories(session, desk, postStories(now), now));
  test.each(POSTS)('$name', (screen) => look(screen));
});

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch, type Session, until } from '../e2e/browser.ts';
import {
  catchDownloads,
  chooseAgency,
  customTerm,
  flag,
  forwardByMain,
  forwardByMenu,
  giveNumber,
  openSite,
  respond,
  sees,
} from '../e2e/steps.ts';
import { readComplaintTable } from '../e2e/store.ts';
import { t } from '../e2e/words.ts';
import { startLab } from '../lab/server.ts';

/**
 * Walks the main job in a real browser, as an aide would on the first day: nothing is set up beforehand.
 * Says each step in one line and leaves a picture of every screen.
 * @returns the number of steps that failed.
 */
export async function tour(seed: number, folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const lab = await startLab({ seed, now: Math.floor(Date.now() / 1000) });
  const session = await launch(lab, { width: 1280, height: 900 });
  const started = Date.now();
  let failed = 0;
  let count = 0;

  async function step(what: string, work: () => Promise<string | undefined>): Promise<void> {
    count++;
    const number = String(count).padStart(2, ' ');
    try {
      const seen = await work();
      console.log(
        `${number}. ok      ${what}${seen ? `: ${seen}` : ''} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      );
    } catch (error) {
      failed++;
      console.log(`${number}. FAILED  ${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
  };

  try {
    await walk(session, folder, step, picture);
  } finally {
    await session.close();
    await lab.close();
  }
  return failed;
}

type Step = (what: string, work: () => Promise<string | undefined>) => Promise<void>;
type Picture = (page: Page, name: string) => Promise<void>;

async function walk(session: Session, folder: string, step: Step, picture: Picture): Promise<void> {
  const download = await catchDownloads(session, join(folder, 'downloads'));
  const opened: string[] = [];
  session.browser.on('targetcreated', (target) => opened.push(target.url()));
  session.browser.on('targetchanged', (target) => opened.push(target.url()));
  let instagram: Page | undefined;
  let panel: Page | undefined;
  let first = '';
  let second = '';
  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`an earlier step did not give ${what}`);
    return value;
  };

  await step('open Instagram', async () => {
    instagram = await openSite(session, 'https://www.instagram.com/');
    await picture(instagram, 'instagram');
    return 'a button on each post';
  });
  await step('flag a post on Instagram', async () => {
    first = await flag(need(instagram, 'the page'));
    panel = await session.panel();
    await sees(panel, first);
    await picture(need(instagram, 'the page'), 'instagram-flagged');
    return `${first}, side panel opens on it`;
  });
  await step('choose the agency, add its number in place', async () => {
    const page = need(panel, 'the panel');
    await page.setViewport({ width: 400, height: 900 });
    await chooseAgency(page, 'Dinas Perhubungan');
    await giveNumber(page, '0812-5550-0142');
    await picture(page, 'sidepanel-new');
    return 'Dinas Perhubungan';
  });
  await step('forward by WhatsApp with a term of one minute', async () => {
    const page = need(panel, 'the panel');
    await customTerm(page, '0,02');
    await forwardByMain(page, t('channel_whatsapp_verb'), 'Dinas Perhubungan');
    await picture(page, 'sidepanel-sent');
    const chat = await until(async () => opened.find((url) => url.includes('whatsapp.com/send')), 'the chat');
    return `${new URL(chat).searchParams.get('phone')}, message of ${new URL(chat).searchParams.get('text')?.length} characters`;
  });
  await step('flag a post on Facebook', async () => {
    const facebook = await openSite(session, 'https://www.facebook.com/');
    await picture(facebook, 'facebook');
    second = await flag(facebook);
    await sees(need(panel, 'the panel'), second);
    await picture(facebook, 'facebook-flagged');
    return second;
  });
  await step('forward by e-mail with the photo attached', async () => {
    const page = need(panel, 'the panel');
    await chooseAgency(page, 'Dinas Lingkungan Hidup');
    await forwardByMenu(page, t('channel_email_verb'), 'Dinas Lingkungan Hidup');
    await picture(page, 'sidepanel-sent-email');
    return (await download('.eml')).slice(folder.length + 1);
  });
  await step('popup lists what is pending', async () => {
    const popup = await session.extensionPage('popup.html');
    await popup.setViewport({ width: 400, height: 600 });
    await sees(popup, first);
    await sees(popup, second);
    await picture(popup, 'popup');
    await popup.close();
    return `${first}, ${second}`;
  });
  await step('one minute later the badge counts the overdue one', async () => {
    const badge = await until(
      async () => {
        const now = await session.badge();
        return now.text === '1' && now.color[0] === 0xb8 ? now : null;
      },
      'a red 1',
      90_000,
    );
    const popup = await session.extensionPage('popup.html');
    await popup.setViewport({ width: 400, height: 600 });
    await sees(popup, t('status_overdue'));
    await picture(popup, 'popup-overdue');
    await popup.close();
    const page = need(instagram, 'the page');
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await picture(page, 'instagram-overdue');
    return badge.title;
  });
  await step("record the agency's answer", async () => {
    const dashboard = await session.extensionPage(`dashboard.html#/aduan`);
    await sees(dashboard, first);
    await picture(dashboard, 'dashboard');
    const page = await session.extensionPage(
      `sidepanel.html?id=${encodeURIComponent(await complaintIdOf(dashboard, first))}`,
    );
    await page.setViewport({ width: 400, height: 900 });
    await respond(page, 'Petugas sudah ke lokasi, dikerjakan sore ini.');
    await sees(page, t('status_responded'));
    await picture(page, 'sidepanel-responded');
    await dashboard.goto(
      dashboard.url().replace(/#.*$/, `#/aduan/${encodeURIComponent(await complaintIdOf(dashboard, first))}`),
    );
    await dashboard.reload();
    await sees(dashboard, t('status_responded'));
    await picture(dashboard, 'complaint');
    return 'clock stopped';
  });
  await step('badge is empty again', async () => {
    await until(async () => (await session.badge()).text === '', 'an empty badge');
    const setup = await session.extensionPage('dashboard.html#/mulai');
    await new Promise((resolve) => setTimeout(resolve, 800));
    await picture(setup, 'first-run');
    const settings = await session.extensionPage('dashboard.html#/pengaturan');
    await new Promise((resolve) => setTimeout(resolve, 800));
    await picture(settings, 'settings');
    return (await session.badge()).title;
  });
}

/** A complaint's id by its number, read from the store. */
async function complaintIdOf(page: Page, number: string): Promise<string> {
  const rows = await readComplaintTable(page);
  const row = rows.find((candidate) => candidate.number === number);
  if (!row) throw new Error(`${number} is not in the store`);
  return row.id;
}

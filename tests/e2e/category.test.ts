import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agency } from '../storage/samples.ts';
import { launch, type Session, until } from './browser.ts';
import { eventsOf, inspectorOf, must } from './fault-kit.ts';
import { byName, chooseAgency, forwardByMenu, press, sees } from './steps.ts';
import { t } from './words.ts';

/** The kind of a complaint in the shipped build: proposed with its word, kept as chosen, on the page, in the rules. */

let session: Session;
let inspector: Page;

const field = async (page: Page, name: string) =>
  (await byName(page, name, 'combobox')) as ElementHandle<HTMLSelectElement>;
const kind = async (page: Page) => (await field(page, t('ui_category'))).evaluate((list) => list.value);
/** The length of time under *Biasa* in the picker. */
const usual = (page: Page) =>
  page.evaluate(() => document.querySelector('[role=radio][aria-checked=true]')?.textContent ?? '');

async function noted(code: string, text: string): Promise<string> {
  const url = `https://www.instagram.com/p/${code}/`;
  const { complaintId } = await must(inspector, 'complaint.create', { url, text, place: '', inboxIds: [] });
  return complaintId;
}

async function panelOf(id: string): Promise<Page> {
  const page = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(id)}`);
  await page.setViewport({ width: 400, height: 900 });
  await page.bringToFront();
  await sees(page, t('ui_deadline_latest'));
  return page;
}

beforeAll(async () => {
  session = await launch(null, { width: 1280, height: 900 });
  inspector = await inspectorOf(session);
  await must(inspector, 'agency.save', { agencies: [agency('insp'), agency('dlh')] });
});
afterAll(async () => {
  await session?.close();
});

test('words propose a matter of oversight, the due line follows, and what is forwarded says so', async () => {
  const id = await noted('BBBBBBBBBB1', 'Urus surat di kelurahan dimintai uang 50rb tanpa kwitansi');
  const panel = await panelOf(id);
  await sees(panel, t('panel_category_because', { word: 'dimintai uang' }));
  expect(await kind(panel)).toBe('oversight');
  await until(async () => (await usual(panel)).includes(t('clock_term_days', { n: '2' })), 'two days');
  await chooseAgency(panel, 'Dinas insp');
  await forwardByMenu(panel, t('channel_copy_verb'), 'INSP');
  const sent = (await eventsOf(inspector, id)).find((event) => event.type === 'forwarded');
  expect(sent).toMatchObject({ category: 'oversight', frozen: { policyId: 'oversight' } });
  await panel.close();
  const page = await session.extensionPage(`dashboard.html#/aduan/${encodeURIComponent(id)}`);
  await sees(page, t('ui_category'));
  await sees(page, t('ui_category_oversight'));
  await page.close();
});

test('the official’s choice wins over the words and is there after closing', async () => {
  const id = await noted('BBBBBBBBBB2', 'Numpang tanya syarat bikin KTP apa saja');
  const panel = await panelOf(id);
  await until(async () => (await kind(panel)) === 'information', 'the proposal');
  await (await field(panel, t('ui_category'))).select('service');
  const word = 'syarat … apa';
  await sees(panel, t('panel_category_instead', { kind: t('ui_category_information'), word }));
  await panel.close();
  const again = await panelOf(id);
  await until(async () => (await kind(again)) === 'service', 'the choice');
  await again.close();
});

test('an ordinary complaint has no proposal, and a kind’s rule can be changed in the settings', async () => {
  const id = await noted('BBBBBBBBBB3', 'Kapan jalan kami diperbaiki?');
  const settings = await session.extensionPage('dashboard.html#/pengaturan/tenggat');
  await sees(settings, t('pol_part_categories'));
  const list = await field(settings, t('ui_category_information'));
  expect(await list.evaluate((box) => box.value)).toBe('information');
  await list.select('emergency');
  await press(settings, t('dash_save'));
  await sees(settings, t('set_saved'));
  await settings.close();

  const panel = await panelOf(id);
  expect(await kind(panel)).toBe('service');
  expect(await usual(panel)).toContain('24');
  await (await field(panel, t('ui_category'))).select('information');
  await until(async () => !(await usual(panel)).includes('24'), 'the other term');
  await panel.close();
});

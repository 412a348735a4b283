import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { EXTENSION_ID, launch, type Session, until } from './browser.ts';
import { eventsOf } from './fault-kit.ts';
import { openDesk, type Story } from './seed-desk.ts';
import { BACKUP_PAGE, mergeBackup } from './seed-import.ts';
import { seedCapture } from './seed-ladder.ts';
import { byName, press, sees } from './steps.ts';
import { t } from './words.ts';

/**
 * The ladder in the shipped build: one complaint from the reminder to *Surat Teguran I*, the time moved on where
 * page and worker read it; one press that reminds an agency of all that waits for it; the reply's picture.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CLIMBER = 'LTANGGA0001';
const PAIR = 'LPASANG0001';
const idOf = (code: string) => `instagram:${code}`;

let session: Session;
let inspector: Page;
let start: number;

/** A working day at nine in the morning, WIB, within the last days: office hours decide when a letter may follow. */
function workingMorning(before: number): number {
  let day = Math.floor((before + 7 * HOUR) / DAY) - 1;
  while ([0, 5, 6].includes(new Date(day * DAY).getUTCDay())) day -= 1;
  return day * DAY + 2 * HOUR;
}

function flagged(code: string, text: string, at: number): Story {
  return [{ at, do: 'flag', capture: seedCapture(code, text, at) }];
}

/** From here on page and worker read the clock moved on by `by` ms. */
async function moveOn(by: number): Promise<Page> {
  const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('no worker');
  await worker.evaluate(shift, by);
  const page = await session.browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(shift, by);
  return page;
}

function shift(by: number): void {
  const scope = globalThis as unknown as { realNow?: () => number };
  scope.realNow ??= Date.now.bind(Date);
  const real = scope.realNow;
  Date.now = () => real() + by;
}

const open = async (page: Page, path: string) => {
  await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
  await page.bringToFront();
};
const pathOf = (code: string) => `dashboard.html#/aduan/${encodeURIComponent(idOf(code))}`;
const prepare = (step: string) => t('ladder_prepare', { step: t(`ladder_step_${step}`) });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Takes the step that the page proposes, as text on the clipboard. */
async function take(page: Page, step: string): Promise<string> {
  await press(page, prepare(step));
  await page.waitForSelector('[role=dialog] textarea');
  await press(page, t('channel_copy'), 'radio');
  await press(page, t('ladder_send_copy'));
  await page.waitForSelector('[role=dialog]', { hidden: true });
  return copied(page);
}

const lacks = async (page: Page, name: string) =>
  expect(await page.$(`::-p-aria([name="${name}"][role="button"])`), name).toBeNull();

beforeAll(async () => {
  const now = Date.now();
  start = workingMorning(now - 2 * DAY);
  const desk = await openDesk(start - 3 * DAY);
  const waiting = (code: string, text: string, agencyId: string, more: Story = []): Story => [
    ...flagged(code, text, now - 31 * HOUR),
    { at: now - 30 * HOUR, do: 'forward', agencyId, preset: 'normal' },
    ...more,
  ];
  await desk.work([
    [
      ...flagged(CLIMBER, 'Lampu jalan padam di simpang Pelita', start - HOUR),
      { at: start, do: 'forward', agencyId: 'pdam', preset: 'normal' },
    ],
    waiting('LSEMUA00001', 'Rambu jalan patah di Jl. Anggur', 'hub'),
    waiting('LSEMUA00002', 'Lampu merah mati di simpang Sawit', 'hub'),
    waiting('LSEMUA00003', 'Halte roboh di Jl. Rambutan', 'hub'),
    waiting('LSEMUA00004', 'Sampah menumpuk di Jl. Nangka', 'dlh'),
    waiting('LSEMUA00005', 'Bak sampah penuh di Jl. Durian', 'dlh', [
      { at: now - 20 * HOUR, do: 'respond', kind: 'initial', text: 'Siap, petugas menuju lokasi.' },
    ]),
    [
      ...flagged(PAIR, 'Jalan berlubang di Jl. Kenanga', now - 60 * HOUR),
      {
        at: now - 59.9 * HOUR,
        do: 'photo',
        url: 'https://scontent.cdninstagram.com/v/t51/a_n.jpg',
        scene: 'road',
      },
      { at: now - 59 * HOUR, do: 'forward', agencyId: 'pu', preset: 'normal' },
      { at: now - 40 * HOUR, do: 'resolve', note: 'Sudah ditambal', scene: 'market' },
    ],
  ]);
  session = await launch(null, { width: 1280, height: 900 });
  await session.browser
    .defaultBrowserContext()
    .overridePermissions(`chrome-extension://${EXTENSION_ID}`, ['clipboard-read', 'clipboard-write']);
  inspector = await session.extensionPage(BACKUP_PAGE);
  const { ok, said } = await mergeBackup(inspector, await desk.backup(now));
  expect(ok, said).toBe(true);
}, 120_000);
afterAll(() => session?.close());

test('reminder near the due time, Permintaan Penjelasan once overdue, Surat Teguran I one term later: none before its time', async () => {
  const from = start - Date.now();
  const id = idOf(CLIMBER);
  const steps = async () =>
    (await eventsOf(inspector, id)).flatMap((event) =>
      event.type === 'reminded' ? ['reminder'] : event.type === 'escalated' ? [event.step] : [],
    );

  const calm = await moveOn(from + 12 * HOUR);
  await open(calm, pathOf(CLIMBER));
  await sees(calm, t('ladder_rest_early'));
  await lacks(calm, prepare('reminder'));
  await calm.close();

  const near = await moveOn(from + 20 * HOUR);
  await open(near, pathOf(CLIMBER));
  expect(await take(near, 'reminder')).toContain('mengingatkan KTM-');
  await until(async () => (await steps()).length === 1, 'the reminder in the log');
  await sees(near, t('ladder_rest_early'));
  await lacks(near, prepare('explanation'));
  await near.close();

  const late = await moveOn(from + 25 * HOUR);
  await open(late, pathOf(CLIMBER));
  const letter = await take(late, 'explanation');
  expect(letter).toContain('PERMINTAAN PENJELASAN');
  expect(letter).toContain('Terlambat 1 jam');
  expect(letter).toContain('PP 94/2021');
  expect(letter).not.toContain('warga.contoh');
  await sees(late, t('ladder_entry', { step: t('ladder_step_explanation'), channel: t('channel_copy') }));
  await lacks(late, prepare('warning1'));
  await late.close();
  const made = (await eventsOf(inspector, id)).find(
    (event): event is EventOf<'escalated'> => event.type === 'escalated',
  );
  if (!made) throw new Error('no letter in the log');
  expect(made.answerBy).toBeGreaterThanOrEqual(start + 48 * HOUR);

  const before = await moveOn(made.answerBy - 10 * 60_000 - Date.now());
  await open(before, pathOf(CLIMBER));
  await sees(before, t('ladder_rest_early'));
  await lacks(before, prepare('warning1'));
  await before.close();

  const over = await moveOn(made.answerBy + 60_000 - Date.now());
  await open(over, pathOf(CLIMBER));
  expect(await take(over, 'warning1')).toContain('SURAT TEGURAN I (PEMBINAAN)');
  await until(async () => (await steps()).length === 3, 'the second letter in the log');
  expect(await steps()).toEqual(['reminder', 'explanation', 'warning1']);
  await over.keyboard.press('z');
  await byName(over, prepare('warning1'));
  expect((await eventsOf(inspector, id)).filter((event) => event.type === 'undone')).toHaveLength(1);
  await over.close();
});

test('Ingatkan semua: one message per agency, one event per complaint, each with its own lines; the answered one is left out and said', async () => {
  const page = await moveOn(0);
  await open(page, 'dashboard.html#/aduan');
  await press(page, t('ladder_all_title'));
  await page.waitForSelector('[role=dialog] li');
  const said = await page.$$eval('[role=dialog] li', (all) => all.map((one) => one.textContent ?? ''));
  const dlh = said.find((text) => text.includes('Dinas Lingkungan Hidup')) ?? '';
  expect(dlh).toContain(t('ladder_n_overdue', { n: '1' }));
  expect(dlh).toContain(t('ladder_left_out', { what: t('ladder_n_answered', { n: '1' }) }));
  const total = String(said.length);
  await sees(page, t('ladder_all_progress', { n: '0', total }));

  const way = await byName(page, t('ladder_way_for', { agency: 'Dishub' }), 'combobox');
  await way.evaluate((element) => {
    const select = element as HTMLSelectElement;
    select.value = 'copy';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await press(page, t('ladder_remind_agency', { agency: 'Dishub' }));
  await sees(page, t('ladder_all_progress', { n: '1', total }));
  const message = await copied(page);
  const ids = ['LSEMUA00001', 'LSEMUA00002', 'LSEMUA00003'].map(idOf);
  for (const matter of ['Rambu jalan patah', 'Lampu merah mati', 'Halte roboh'])
    expect(message).toContain(matter);
  expect(message).not.toContain('Sampah');
  const reminders = await Promise.all(
    ids.map(async (id) => (await eventsOf(inspector, id)).filter((event) => event.type === 'reminded')),
  );
  expect(reminders.map((all) => all.length)).toEqual([1, 1, 1]);
  const [first] = reminders[0] ?? [];
  expect(first).toMatchObject({ channel: 'copy', outcome: 'copied' });
  expect(first?.message).toContain('Rambu jalan patah');
  expect(first?.message).not.toContain('Halte roboh');
  for (const code of ['LSEMUA00004', 'LSEMUA00005'])
    expect((await eventsOf(inspector, idOf(code))).some((event) => event.type === 'reminded')).toBe(false);

  await press(page, `${t('ui_undo')} Dishub`);
  await sees(page, t('ladder_all_progress', { n: '0', total }));
  for (const id of ids)
    expect((await eventsOf(inspector, id)).filter((event) => event.type === 'undone')).toHaveLength(1);
  await page.close();
});

test('Sebelum–sesudah is copied as one picture with nothing in it but pixels', async () => {
  const page = await moveOn(0);
  await open(page, pathOf(PAIR));
  await press(page, t('ladder_pair'));
  await press(page, t('ladder_pair_copy'));
  await sees(page, t('ladder_pair_copied'));
  const picture = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType('image/png');
    if (!blob) return null;
    const { width, height } = await createImageBitmap(blob);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { width, height, text: String.fromCharCode(...bytes.slice(0, 4_000)) };
  });
  expect(picture?.width).toBeGreaterThan(600);
  expect(picture && picture.width > picture.height).toBe(true);
  expect(picture?.text).not.toMatch(/eXIf|Exif|GPS/);
  await page.close();
});

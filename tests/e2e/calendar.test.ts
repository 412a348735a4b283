import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DECREED_YEARS } from '../../complaints/deadlines/holidays.ts';
import { agency } from '../storage/samples.ts';
import { launch, type Session, until } from './browser.ts';
import { complaint, eventsOf, inspectorOf, must } from './fault-kit.ts';
import { byName, press, sees } from './steps.ts';
import { readCalendarTable } from './store.ts';
import { t } from './words.ts';

/** An official takes a decree into the calendar: pasted, looked through, ticked, in force for what comes after. */

const AGENCY = 'dlh';
const THIS_YEAR = new Date().getFullYear();
/** Years without decree that a term of 250 working days may touch. */
const MISSING = [THIS_YEAR, THIS_YEAR + 1].filter((year) => !DECREED_YEARS.includes(year));
const [YEAR = THIS_YEAR + 1] = MISSING;
const GREY = [0x5f, 0x69, 0x70];
/** One decree a line, as one copies it from a letter; two lines that are none. */
const DECREE = [
  'Hari libur nasional',
  ...MISSING.flatMap((year) => [
    `${year}-01-01 Tahun Baru ${year} Masehi`,
    `10 Maret ${year}: Idulfitri`,
    `11/03/${year} Idulfitri`,
    `9 Maret ${year} Cuti bersama Idulfitri`,
    `1 Mei ${year} Hari Buruh`,
    `${year}-02-30 tanggal yang tidak ada`,
  ]),
].join('\n');
const DAYS = 5 * MISSING.length;

let session: Session;
let page: Page;
let inspector: Page;
const folder = mkdtempSync(join(tmpdir(), 'tanggap-calendar-'));

beforeAll(async () => {
  session = await launch(null, { width: 1280, height: 900 });
  inspector = await inspectorOf(session);
  await must(inspector, 'agency.save', { agencies: [agency(AGENCY), agency('rsud')] });
  page = await session.extensionPage('dashboard.html#/pengaturan/tenggat');
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function forwarded(code: string): Promise<string> {
  const url = `https://www.instagram.com/p/${code}/`;
  const { complaintId } = await must(inspector, 'complaint.create', {
    url,
    text: `Sampah menumpuk ${code}`,
    place: '',
    inboxIds: [],
  });
  await must(inspector, 'complaint.forward', {
    complaintId,
    agencyId: AGENCY,
    channel: 'email',
    outcome: 'saved',
    preset: 'normal',
    termMs: null,
    photoHashes: [],
    message: 'Yth.',
  });
  return complaintId;
}

/** The calendar version that a complaint's clocks run by. */
async function versionOf(id: string): Promise<string | undefined> {
  const events = await eventsOf(inspector, id);
  const frozen = events.flatMap((event) => ('frozen' in event && event.frozen ? [event.frozen] : []));
  return frozen.at(-1)?.calendarVersion;
}

/** Types over what stands in a field that is found by its name. */
async function fill(name: string, text: string, role = 'textbox'): Promise<void> {
  const field = await byName(page, name, role);
  await field.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await page.keyboard.sendCharacter(text);
}

const badge = async () => {
  const { text, color } = await session.badge();
  return { text, color: color.slice(0, 3) };
};
const pressed = (name: string) =>
  page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`, { hidden: true });

let first: string;

test('a term that reaches into the next year is set in the policies, with its example', async () => {
  const clock = t('clock_settlement');
  await sees(page, t('pol_part_agencies'));
  await fill(t('pol_amount', { clock }), '10000');
  await press(page, t('dash_save'));
  await sees(page, t('clock_bad_term'));
  expect(
    await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id,
    ),
  ).toBeTruthy();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await fill(t('pol_amount', { clock }), '250');
  await sees(page, t('clock_calendar_incomplete', { year: String(YEAR) }));
  await press(page, t('dash_save'));
  await sees(page, t('set_saved'));
});

test('a complaint that depends on the missing year shows the grey dot, and the list the way out', async () => {
  first = await forwarded('AAAAAAAAAA1');
  expect((await complaint(inspector, first)).incompleteYear).toBe(YEAR);
  await until(async () => (await badge()).text === '•', 'the grey dot');
  expect((await badge()).color).toEqual(GREY);
  const popup = await session.extensionPage('popup.html');
  await sees(popup, t('clock_calendar_incomplete', { year: String(YEAR) }));
  await popup.close();
  await page.bringToFront();
  await page.evaluate(() => {
    location.hash = '#/aduan';
  });
  await sees(page, t('cal_dash_incomplete', { n: '1', year: String(YEAR) }));
  await press(page, t('cal_open'), 'link');
  await sees(page, t('cal_in_force_built_in'));
});

test('pasted lines are shown one by one, and nothing is taken over by itself', async () => {
  await press(page, t('cal_import_year', { year: String(YEAR) }));
  await fill(t('cal_import_text'), DECREE);
  await press(page, t('cal_import_read'));
  await sees(page, t('cal_import_found', { n: String(DAYS), total: String(DECREE.split('\n').length) }));
  await sees(page, t('clock_unread_not_a_day'));
  await sees(page, t('clock_unread_heading'));
  await sees(page, t('cal_import_replaces', { what: 'Tahun Baru Masehi (tanggal tetap)' }));
  const take = await byName(page, t('cal_import_take_none'));
  expect(await take.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
  expect(await readCalendarTable(inspector)).toEqual([]);
});

test('what is ticked becomes a new version; only what is forwarded afterwards has it', async () => {
  await press(page, t('cal_import_all', { n: String(DAYS) }), 'checkbox');
  for (const year of MISSING) {
    const whole = await page.waitForSelector(
      `::-p-xpath(//label[contains(., "${t('cal_import_whole', { year: String(year) })}")]/input)`,
    );
    await whole?.click();
  }
  // Three fixed days are not in this decree and go.
  await sees(page, t('cal_import_dropped', { n: String(3 * MISSING.length) }));
  await press(page, t('cal_import_take', { n: String(DAYS) }));
  const [made] = await until(async () => {
    const versions = await readCalendarTable(inspector);
    return versions.length === 1 ? versions : null;
  }, 'the new version');
  expect(made?.completeYears).toEqual([...DECREED_YEARS, ...MISSING]);
  expect(made?.holidays.filter((day) => day.day.startsWith(String(YEAR))).map((day) => day.day)).toEqual([
    `${YEAR}-01-01`,
    `${YEAR}-03-09`,
    `${YEAR}-03-10`,
    `${YEAR}-03-11`,
    `${YEAR}-05-01`,
  ]);
  await sees(page, t('cal_saved', { version: made?.version ?? '' }));
  await sees(page, t('cal_change_complete', { year: String(YEAR) }));

  const second = await forwarded('BBBBBBBBBB2');
  expect(await versionOf(second)).toBe(made?.version);
  expect((await complaint(inspector, second)).incompleteYear).toBeUndefined();
  expect(await versionOf(first)).not.toBe(made?.version);
  expect((await badge()).text).toBe('•');
});

test('the earlier one follows when it is worked out again, and the grey dot goes', async () => {
  await sees(page, t('cal_old_title', { n: '1' }));
  await press(page, t('clock_do_recompute'));
  await sees(page, t('cal_old_done', { n: '1' }));
  const [made] = await readCalendarTable(inspector);
  expect(await versionOf(first)).toBe(made?.version);
  const note = (await eventsOf(inspector, first)).find((event) => event.type === 'recomputed');
  expect(note).toMatchObject({ note: t('cal_old_reason_default', { version: made?.version ?? '' }) });
  await until(async () => (await badge()).text === '', 'no dot');
});

test('hours that overlap are refused at their day; sound ones are saved and can be taken back', async () => {
  const monday = { day: 'Senin', n: '1' };
  await sees(page, t('cal_week_sum', { hours: '37,5 jam' }));
  await fill(t('cal_frame_to', monday), '14.00');
  await press(page, t('cal_save'));
  await sees(page, t('clock_bad_frame_overlap'));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  expect(await readCalendarTable(inspector)).toHaveLength(1);
  await fill(t('cal_frame_to', monday), '11.00');
  await sees(page, t('cal_week_sum', { hours: '36,5 jam' }));
  await fill(t('cal_note'), 'SE Bupati');
  await press(page, t('cal_save'));
  await until(async () => (await readCalendarTable(inspector)).length === 2, 'the second version');
  const minutes = async () => {
    const versions = (await readCalendarTable(inspector)).sort((a, b) => a.madeAt - b.madeAt);
    return {
      n: versions.length,
      to: versions.at(-1)?.schedules[0]?.week?.[1]?.[0]?.to,
      note: versions.at(-1)?.note,
    };
  };
  expect(await minutes()).toEqual({ n: 2, to: 660, note: 'SE Bupati' });
  await press(page, `${t('ui_undo')} Z`);
  await until(async () => (await minutes()).n === 3, 'the version that takes it back');
  expect(await minutes()).toMatchObject({ n: 3, to: 720 });
  await sees(page, t('cal_week_sum', { hours: '37,5 jam' }));
});

test('what is wrong in a schedule out of sight is brought into sight', async () => {
  const monday = { day: 'Senin', n: '1' };
  const choose = async (id: string) => {
    const list = await byName(page, t('cal_schedule'), 'combobox');
    await (list as import('puppeteer-core').ElementHandle<HTMLSelectElement>).select(id);
  };
  await choose('six-days');
  await fill(t('cal_frame_to', monday), '07.00');
  await choose('office');
  await sees(page, t('cal_week_sum', { hours: '37,5 jam' }));
  await press(page, t('cal_save'));
  await sees(page, t('clock_bad_frame_ends'));
  await until(
    () => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid') === 'true'),
    'the focus on what is wrong',
  );
  await press(page, t('ui_cancel'));
  await choose('office');
});

test('leaving with something unsaved asks first', async () => {
  await fill(t('cal_frame_to', { day: 'Senin', n: '1' }), '11.30');
  await press(page, t('set_section_privacy'), 'link');
  await sees(page, t('cal_leave_title'));
  await press(page, t('cal_leave_stay'));
  expect(await page.evaluate(() => location.hash)).toBe('#/pengaturan/kalender');
  await press(page, t('set_section_privacy'), 'link');
  await press(page, t('cal_leave_drop'));
  await until(
    async () => (await page.evaluate(() => location.hash)) === '#/pengaturan/privasi',
    'the other page',
  );
  expect(await readCalendarTable(inspector)).toHaveLength(3);
});

test('a file of ten thousand events, repeating, of another zone and broken, is read in bounded time', async () => {
  const event = (i: number) => {
    const day = new Date(Date.UTC(YEAR, 0, 1 + (i % 360))).toISOString().slice(0, 10).replaceAll('-', '');
    const lines = [
      [`DTSTART;VALUE=DATE:${day}`, `SUMMARY:Hari ${i}`],
      [`DTSTART;VALUE=DATE:${day}`, 'RRULE:FREQ=SECONDLY', `SUMMARY:Berulang ${i}`],
      [`DTSTART;TZID=America/New_York:${day}T200000`, 'DURATION:P1D', `SUMMARY:Jauh ${i}`],
      ['DTSTART:kacau', 'SUMMARY'],
    ];
    return ['BEGIN:VEVENT', ...(lines[i % lines.length] ?? []), 'END:VEVENT'].join('\r\n');
  };
  const file = join(folder, 'libur.ics');
  const events = Array.from({ length: 10_050 }, (_, i) => event(i));
  writeFileSync(file, ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n'));
  await page.evaluate(() => {
    location.hash = '#/pengaturan/kalender';
  });
  await press(page, t('cal_import'));
  const input = await page.waitForSelector('input[type=file]');
  const begun = Date.now();
  await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(file);
  await sees(page, t('cal_import_skipped', { n: '50' }), 30_000);
  console.info(`10,000 events shown after ${Date.now() - begun} ms`);
  expect(Date.now() - begun).toBeLessThan(20_000);
  await sees(page, t('clock_unread_repeats'));
  await sees(page, t('clock_unread_broken'));
  // A page of lines at a time.
  expect(await page.$$eval('ol li input[type=checkbox]', (boxes) => boxes.length)).toBeLessThanOrEqual(100);
  await press(page, t('ui_cancel'));
  await pressed(t('cal_import_read'));
  expect(await readCalendarTable(inspector)).toHaveLength(3);
});

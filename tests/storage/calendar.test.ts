import { describe, expect, it } from 'vitest';
import { builtInCalendar, type OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { HOUR as H } from '../../complaints/deadlines/day.ts';
import { previewLines } from '../../complaints/deadlines/import-lines.ts';
import { withDecree } from '../../complaints/deadlines/new-version.ts';
import { DEFAULT_RULES } from '../../complaints/deadlines/rules.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import {
  readIncompleteCount,
  readIncompleteRows,
  readIncompleteYear,
} from '../../storage/read/incomplete-year.ts';
import { readRules } from '../../storage/read/rules.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { recompute } from '../../storage/recompute.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { saveCalendar } from '../../storage/save-calendar.ts';
import { saveRules } from '../../storage/save-rules.ts';
import { saveSettings } from '../../storage/save-settings.ts';
import { agency, capture, forwardInput, freshDb } from './samples.ts';

/** Tuesday, 15 December 2026, 10.00 WIB: fourteen working days from then reach into 2027. */
const NOW = Date.UTC(2026, 11, 15, 3);
const named = (code: string) => `instagram:${code}`;
const next = (change: Partial<OfficeCalendar> = {}): OfficeCalendar => ({
  ...builtInCalendar(),
  version: 'v1',
  ...change,
});

async function desk(): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('rsud')], NOW);
  return db;
}

async function forwarded(
  db: TanggapDatabase,
  code: string,
  at: number,
  agencyId = 'dishub',
): Promise<string> {
  const id = named(code);
  await flag(db, { capture: capture(code), via: 'button', now: at });
  await forward(db, forwardInput(id, { agencyId }), at);
  return id;
}

async function frozenOf(db: TanggapDatabase, id: string) {
  const found = await readComplaint(db, id);
  const event = found?.events.filter((each) => 'frozen' in each && each.frozen).at(-1);
  return event && 'frozen' in event ? event.frozen : undefined;
}

/** The decree as an official pastes it, taken over whole. */
function decree(calendar: OfficeCalendar, version: string): OfficeCalendar {
  const text =
    '2027-01-01 Tahun Baru\n2027-01-05 Isra Mikraj\n2027-03-10 Idulfitri\n2027-03-09 Cuti bersama Idulfitri';
  const take = previewLines(text, calendar, 'SKB 2027').lines.flatMap((line) => line.days);
  const made = withDecree(calendar, { take, years: [2027], version, madeAt: 0, note: 'SKB 2027' });
  if (!('calendar' in made)) throw new Error('refused');
  return made.calendar;
}

describe('a new version', () => {
  it('holds for what is forwarded later; what runs keeps its own until it is worked out again', async () => {
    const db = await desk();
    const before = await forwarded(db, 'AAAAA11111', NOW);
    expect(await readIncompleteRows(db)).toMatchObject([{ id: before, agencyShort: 'DISHUB', year: 2027 }]);
    expect(await readIncompleteCount(db)).toEqual({ year: 2027, n: 1 });

    const { current } = await readCalendarBook(db);
    await saveCalendar(db, decree(current, 'skb-2027'), NOW + H);
    const after = await forwarded(db, 'BBBBB22222', NOW + 2 * H);

    const old = await frozenOf(db, before);
    const fresh = await frozenOf(db, after);
    expect(old?.calendarVersion).toBe(current.version);
    expect(fresh?.calendarVersion).toBe('skb-2027');
    // The fourteenth day: 3 and 3 in December's weeks, 4 after Christmas and its leave, 4 from 4 January. The new
    // holiday on the 5th moves it to the Friday, for the later one alone.
    expect(new Date(old?.due.settlement ?? 0).toISOString()).toBe('2027-01-07T09:00:00.000Z');
    expect(new Date(fresh?.due.settlement ?? 0).toISOString()).toBe('2027-01-08T09:30:00.000Z');
    expect((await readIncompleteRows(db)).map((row) => row.id)).toEqual([before]);

    await recompute(db, { complaintId: before, preset: null, termMs: null, note: 'SKB 2027' }, NOW + 3 * H);
    expect(await frozenOf(db, before)).toMatchObject({
      calendarVersion: 'skb-2027',
      due: { settlement: fresh?.due.settlement },
    });
    expect(await readIncompleteYear(db)).toBeNull();
    expect(await readIncompleteCount(db)).toBeNull();
  });

  it('is in force although the computer’s clock was turned back meanwhile', async () => {
    const db = await desk();
    await saveCalendar(db, next(), NOW);
    await saveCalendar(db, next({ version: 'v2' }), NOW - 48 * H);
    expect((await readCalendarBook(db)).current.version).toBe('v2');
    // Taking one back is the old content under a new name; nothing is written over.
    await saveCalendar(db, next({ version: 'v3' }), NOW - 47 * H);
    expect((await readCalendarBook(db)).current.version).toBe('v3');
    expect(await db.calendars.count()).toBe(3);
  });

  it('brings schedules and the agencies that work by them in one step', async () => {
    const db = await desk();
    const own = { id: 'own', name: 'Puskesmas', week: next().schedules[1]?.week ?? null, ramadan: null };
    const schedules = [...next().schedules, own];
    await saveCalendar(db, next({ schedules }), NOW, { rsud: 'always', dishub: 'own' });
    expect((await readRules(db)).schedules).toEqual({ rsud: 'always', dishub: 'own' });
    expect(await frozenOf(db, await forwarded(db, 'AAAAA11111', NOW + H))).toMatchObject({ schedule: 'own' });
    expect(await frozenOf(db, await forwarded(db, 'BBBBB22222', NOW + H, 'rsud'))).toMatchObject({
      schedule: 'always',
    });
    // Without a word on agencies theirs stay.
    await saveCalendar(db, next({ schedules, version: 'v2' }), NOW + 2 * H);
    expect((await readRules(db)).schedules).toEqual({ rsud: 'always', dishub: 'own' });
  });

  it('is refused, and nothing kept, when an agency’s schedule is not in it or a term would never come due', async () => {
    const db = await desk();
    await saveRules(db, { ...DEFAULT_RULES, schedules: { dishub: 'six-days' } }, NOW);
    const without = next({ schedules: next().schedules.filter((schedule) => schedule.id !== 'six-days') });
    await expect(saveCalendar(db, without, NOW)).rejects.toMatchObject({
      code: 'clock',
      message: 'schedule-used',
    });
    await expect(saveCalendar(db, without, NOW, { rsud: 'gone' })).rejects.toMatchObject({
      message: 'schedule-used',
    });
    const bare = next({ schedules: next().schedules.filter((schedule) => schedule.id !== 'office') });
    await expect(saveCalendar(db, bare, NOW, {})).rejects.toMatchObject({ message: 'schedule-used' });

    const hours = { kind: 'officeHours' as const, ms: 2_000 * H };
    const policies = DEFAULT_RULES.policies.map((policy) =>
      policy.id === 'normal' ? { ...policy, terms: { ...policy.terms, settlement: hours } } : policy,
    );
    await saveRules(db, { ...DEFAULT_RULES, policies }, NOW);
    const thin = [[], [{ from: 480, to: 485 }], [], [], [], [], []];
    const rare = next({ schedules: [{ id: 'office', week: thin, ramadan: null }] });
    await expect(saveCalendar(db, rare, NOW)).rejects.toMatchObject({ message: 'never-due' });
    expect(await db.calendars.count()).toBe(0);
    // Gone once no agency works by it.
    await saveCalendar(db, without, NOW, {});
    expect((await readRules(db)).schedules).toEqual({});
  });

  it('takes the office’s zone along', async () => {
    const db = await desk();
    const settings = await readSettings(db);
    await saveSettings(db, { ...settings, office: 'Kabupaten Contoh' }, NOW);
    await saveCalendar(db, next({ zone: 'WITA' }), NOW);
    expect(await readSettings(db)).toMatchObject({ zone: 'WITA', office: 'Kabupaten Contoh' });
    const { frozen } = { frozen: await frozenOf(db, await forwarded(db, 'AAAAA11111', NOW)) };
    // The end of office is 16.00 in the middle zone.
    expect(new Date(frozen?.due.followUp ?? 0).getUTCHours()).toBe(8);
  });
});

describe('the rules', () => {
  it('carry the first response over to the settings, where the panel and the first run read it', async () => {
    const db = await desk();
    const policies = DEFAULT_RULES.policies.map((policy) => {
      if (policy.id === 'normal')
        return {
          ...policy,
          terms: { ...policy.terms, response: { kind: 'clockHours' as const, ms: 12 * H } },
        };
      return policy.id === 'busy'
        ? { ...policy, terms: { ...policy.terms, response: { kind: 'officeHours' as const, ms: 4 * H } } }
        : policy;
    });
    await saveRules(db, { ...DEFAULT_RULES, policies }, NOW);
    expect((await readSettings(db)).terms).toEqual({ emergency: 2 * H, busy: 6 * H, normal: 12 * H });
    const id = named('AAAAA11111');
    await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: NOW });
    // Four office hours from 10.00: two before the break, two after.
    await forward(db, forwardInput(id, { preset: 'busy' }), NOW);
    expect((await frozenOf(db, id))?.due.response).toBe(Date.UTC(2026, 11, 15, 8));
  });

  it('give an agency its own policy where the usual was picked', async () => {
    const db = await desk();
    await saveRules(db, { ...DEFAULT_RULES, byAgency: { rsud: 'oversight' } }, NOW);
    expect(await frozenOf(db, await forwarded(db, 'AAAAA11111', NOW, 'rsud'))).toMatchObject({
      policyId: 'oversight',
      terms: { response: { kind: 'workingDays', days: 2 } },
    });
    expect(await frozenOf(db, await forwarded(db, 'BBBBB22222', NOW))).toMatchObject({ policyId: 'normal' });
  });
});

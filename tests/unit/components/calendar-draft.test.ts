import { beforeAll, describe, expect, it } from 'vitest';
import { builtInCalendar, type OfficeCalendar } from '../../../complaints/deadlines/calendar.ts';
import { calendarChanges } from '../../../complaints/deadlines/calendar-changes.ts';
import { weekMinutes } from '../../../complaints/deadlines/frames.ts';
import {
  type CalendarDraft,
  calendarOfDraft,
  dayPlace,
  draftMinutes,
  draftOfCalendar,
  isoOfTyped,
  type ScheduleDraft,
  typedOfIso,
  weekPlace,
} from '../../../components/settings/calendar-draft.ts';
import {
  decreeYears,
  droppedBy,
  previewAny,
  replacedBy,
} from '../../../components/settings/calendar-import-read.ts';
import { newVersion } from '../../../components/settings/calendar-version.ts';
import { changeWord, dayWord, hoursWord, weekdayWord } from '../../../components/settings/calendar-words.ts';
import { minutesOfFrame } from '../../../components/settings/clock-draft.ts';
import { setLocale } from '../../../i18n/index.ts';
import { calendarSchema } from '../../../storage/schemas-clocks.ts';

const MADE = { version: 'v2', madeAt: 5, note: 'SKB' };
const calendar = builtInCalendar();
beforeAll(() => setLocale('id'));

const draft = (change: Partial<CalendarDraft> = {}): CalendarDraft => ({
  ...draftOfCalendar(calendar, {}),
  ...change,
});
const problems = (change: Partial<CalendarDraft>) => {
  const made = calendarOfDraft(draft(change), MADE);
  return 'problems' in made ? made.problems : {};
};
const office = () => draft().schedules[0] as ScheduleDraft;
/** The office's Monday with these times in place of its own. */
const monday = (...times: [string, string][]) => {
  const frames = times.map(([from, to], at) => ({ key: String(at), from, to }));
  const schedule = { ...office(), week: office().week.map((day, at) => (at === 1 ? frames : day)) };
  return { schedules: [schedule, ...draft().schedules.slice(1)] };
};
const MONDAY = dayPlace(weekPlace('office', false), 1);

describe('the calendar as a draft', () => {
  it('comes back as it was, whatever the language of the fields', () => {
    for (const locale of ['id', 'en'] as const) {
      setLocale(locale);
      const made = calendarOfDraft(draft(), MADE);
      expect(made).toEqual({ calendar: { ...calendar, ...MADE } });
    }
    setLocale('id');
  });

  it('can be stored as it is made', () => {
    const own = { ...office(), id: 'own', name: ' Puskesmas ', ramadan: null };
    const made = calendarOfDraft(
      draft({
        zone: 'WITA',
        schedules: [...draft().schedules, own],
        specialDays: [
          { key: 'x', day: '27/11/2026', name: 'Pilkades', frames: [{ key: 'a', from: '8', to: '1200' }] },
        ],
      }),
      MADE,
    );
    if (!('calendar' in made)) throw new Error('refused');
    expect(calendarSchema.parse(made.calendar)).toEqual(made.calendar);
    expect(made.calendar.schedules.at(-1)).toMatchObject({ id: 'own', name: 'Puskesmas', ramadan: null });
    expect(made.calendar.specialDays).toEqual([
      { day: '2026-11-27', name: 'Pilkades', frames: [{ from: 480, to: 720 }] },
    ]);
  });

  it('sums the week while it is typed', () => {
    expect(draftMinutes(office().week)).toBe(37.5 * 60);
    expect(draftMinutes(office().ramadan ?? [])).toBe(32.5 * 60);
    expect(draftMinutes(draft().schedules[1]?.week ?? [])).toBe(
      weekMinutes(calendar.schedules[1]?.week ?? []),
    );
    // A frame that is half typed, or ends before it begins, counts nothing.
    expect(draftMinutes(monday(['07.30', ''], ['16.00', '13.00']).schedules[0]?.week ?? [])).toBe(30 * 60);
    expect(hoursWord(37.5 * 60)).toBe('37,5 jam');
    expect(hoursWord(32 * 60 + 50)).toBe('32 jam 50 menit');
    expect(hoursWord(0)).toBe('0 jam');
  });
});

describe('what is refused in words', () => {
  it.each<[string, [string, string][], RegExp]>([
    [
      'overlapping',
      [
        ['07.30', '12.00'],
        ['11.30', '16.00'],
      ],
      /bertumpuk/,
    ],
    [
      'out of order',
      [
        ['13.00', '16.00'],
        ['07.30', '12.00'],
      ],
      /bertumpuk/,
    ],
    ['end before begin', [['16.00', '07.30']], /sebelum mulai/],
    ['no length', [['07.30', '07.30']], /sebelum mulai/],
    ['no time of day', [['07.30', '25.00']], /07\.30/],
    ['half typed', [['', '12.00']], /07\.30/],
  ])('%s frames, at their day alone', (_what, times, sentence) => {
    const found = problems(monday(...times));
    expect(Object.keys(found)).toEqual([MONDAY]);
    expect(found[MONDAY]).toMatch(sentence);
  });

  it('a week of zero hours, at the week', () => {
    const empty = office().week.map(() => []);
    const schedules = [{ ...office(), week: empty }, ...draft().schedules.slice(1)];
    expect(problems({ schedules })).toEqual({
      office: expect.stringMatching(/tidak akan pernah jatuh tempo/),
    });
    const fasting = [{ ...office(), ramadan: empty }, ...draft().schedules.slice(1)];
    expect(Object.keys(problems({ schedules: fasting }))).toEqual(['office/ramadan']);
  });

  it('a Ramadan that ends before it begins, is too long, or has no such day', () => {
    const range = (from: string, to: string) => problems({ ramadan: [{ key: 'r', from, to, source: '' }] });
    expect(range('09/03/2027', '08/02/2027')).toEqual({ 'r.to': expect.stringMatching(/sebelum mulai/) });
    expect(range('01/02/2027', '30/03/2027')).toEqual({ 'r.to': expect.stringMatching(/31 hari/) });
    expect(Object.keys(range('30/02/2027', '08/03/2027'))).toEqual(['r.from']);
    expect(Object.keys(range('', ''))).toEqual(['r.from', 'r.to']);
  });

  it('a special day without date or reason, twice, or with frames that overlap', () => {
    const special = (key: string, day: string, name: string, frames: [string, string][] = []) => ({
      key,
      day,
      name,
      frames: frames.map(([from, to], at) => ({ key: String(at), from, to })),
    });
    expect(Object.keys(problems({ specialDays: [special('a', '31/11/2026', ' ')] })).sort()).toEqual([
      'a.day',
      'a.name',
    ]);
    expect(
      problems({ specialDays: [special('a', '1/12/2026', 'x'), special('b', '2026-12-01', 'y')] }),
    ).toEqual({ 'b.day': expect.any(String) });
    const overlap = special('a', '1/12/2026', 'x', [
      ['08.00', '12.00'],
      ['11.00', '13.00'],
    ]);
    expect(Object.keys(problems({ specialDays: [overlap] }))).toEqual(['a.frames']);
  });

  it('a schedule of the office’s own without a name, or with one that is taken', () => {
    const own = (name: string) => [...draft().schedules, { ...office(), id: 'own', name }];
    expect(Object.keys(problems({ schedules: own('') }))).toEqual(['own.name']);
    expect(Object.keys(problems({ schedules: own('Enam hari kerja ') }))).toEqual(['own.name']);
    expect(problems({ schedules: own('Puskesmas') })).toEqual({});
  });
});

describe('typed words', () => {
  it('times of a frame', () => {
    for (const [typed, minutes] of [
      ['7', 420],
      ['0730', 450],
      ['730', 450],
      ['07:30', 450],
      ['24.00', 1_440],
      ['24', 1_440],
      ['24.01', null],
      ['7.5', null],
      ['', null],
    ] as const)
      expect(minutesOfFrame(typed), typed).toBe(minutes);
  });
  it('days', () => {
    expect(isoOfTyped('1/12/26')).toBe('2026-12-01');
    expect(isoOfTyped('31/11/2026')).toBeNull();
    expect(typedOfIso('2026-12-01')).toBe('01/12/2026');
    expect(isoOfTyped(typedOfIso('2027-03-10'))).toBe('2027-03-10');
    expect(dayWord('2027-03-10')).toBe('Rab 10 Mar 2027');
    expect([0, 1, 6].map(weekdayWord)).toEqual(['Minggu', 'Senin', 'Sabtu']);
  });
});

describe('versions', () => {
  it('are named by their day in the zone and by chance', () => {
    const at = Date.UTC(2026, 10, 24, 20);
    const fill = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((_, i) => i * 70);
    expect(newVersion(at, 'WIB', fill)).toMatch(/^2026-11-25-[a-z2-9]{4}$/);
    expect(newVersion(at, 'WIB', (bytes) => bytes)).not.toBe(newVersion(at, 'WIB', fill));
  });

  it('say what they changed', () => {
    const next: OfficeCalendar = {
      ...calendar,
      zone: 'WITA',
      schedules: [
        ...calendar.schedules.slice(1),
        { id: 'own', name: 'Puskesmas', week: calendar.schedules[1]?.week ?? null, ramadan: null },
      ],
      completeYears: [...calendar.completeYears, 2027],
      holidays: [
        ...calendar.holidays.filter((holiday) => holiday.day !== '2027-05-01'),
        { day: '2027-03-10', name: 'Idulfitri', kind: 'national' as const, source: 'SKB' },
      ].map((holiday) => (holiday.day === '2027-01-01' ? { ...holiday, source: 'SKB' } : holiday)),
      ramadan: [],
      specialDays: [{ day: '2026-12-24', name: 'Pulang awal', frames: [] }],
    };
    expect(calendarChanges(calendar, next).map(changeWord)).toEqual([
      'zona waktu WIB menjadi WITA',
      'jadwal Puskesmas ditambahkan',
      'jadwal Lima hari kerja dihapus',
      'tanggal Ramadan diubah',
      'libur 2027 lengkap',
      'libur 2027: 1 ditambah, 1 dihapus, 1 diubah',
      'hari khusus diubah',
    ]);
    expect(calendarChanges(calendar, calendar)).toEqual([]);
    const back = calendarChanges(next, calendar).map(changeWord);
    expect(back).toContain('libur 2027 belum lengkap');
  });
});

describe('an import', () => {
  const text = '2027-03-10 Idulfitri\n2027-01-01 Tahun Baru 2027 Masehi\nbukan tanggal';

  it('is read by what it looks like', () => {
    const ics = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270310\nSUMMARY:Idulfitri\nEND:VEVENT';
    for (const words of [
      text,
      JSON.stringify([{ tanggal: '2027-03-10', nama: 'Idulfitri', jenis: 'libur' }]),
      `\n${ics}\nEND:VCALENDAR`,
    ])
      expect(previewAny(words, calendar, 'SKB').lines[0]?.days, words).toEqual([
        { day: '2027-03-10', name: 'Idulfitri', kind: 'national' as const, source: 'SKB' },
      ]);
    for (const words of ['{"a":1}', '[{]', 'BEGIN:VCALENDAR\nx', '']) {
      expect(previewAny(words, calendar, '').lines).toEqual([]);
      expect(previewAny(words, calendar, '').problem).not.toBeNull();
    }
  });

  it('says what a line replaces, and what a whole decree would drop', () => {
    const { lines } = previewAny(text, calendar, 'SKB');
    const known = new Map(calendar.holidays.map((holiday) => [`${holiday.day} ${holiday.kind}`, holiday]));
    expect(lines.map((line) => replacedBy(line, known).map((old) => old.name))).toEqual([
      [],
      ['Tahun Baru Masehi'],
      [],
    ]);
    const take = lines.flatMap((line) => line.days);
    expect(decreeYears(take)).toEqual([2027]);
    expect(droppedBy(take, [2027], calendar.holidays).map((day) => day.day)).toEqual([
      '2027-05-01',
      '2027-06-01',
      '2027-08-17',
      '2027-12-25',
    ]);
    expect(droppedBy(take, [], calendar.holidays)).toEqual([]);
    expect(decreeYears([{ day: '2027-01-07', name: 'Hari jadi', kind: 'local', source: '' }])).toEqual([]);
  });
});

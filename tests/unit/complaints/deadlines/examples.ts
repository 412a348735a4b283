import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCalendar, type OfficeCalendar } from '../../../../complaints/deadlines/calendar.ts';
import type { ClockState } from '../../../../complaints/deadlines/clocks.ts';
import type { ClockName } from '../../../../complaints/deadlines/policies.ts';
import type { Term } from '../../../../complaints/deadlines/term.ts';
import type { Zone } from '../../../../complaints/when.ts';

/** Reads docs/contoh-tenggat.md. Anything that it does not understand is an error, never skipped. */
export interface Example {
  number: number;
  title: string;
  calendar: OfficeCalendar;
  schedule: string;
  forwarded: number;
  clock: ClockName;
  term: Term;
  happenings: { at: number; words: string }[];
  due: number | null;
  states: { at: number; state: ClockState; sign: 'sisa' | 'lewat' | null; ms: number }[];
  marks: string[];
  reason: string;
}

const MINUTE = 60_000;
const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
const CLOCKS: Record<string, ClockName> = {
  'respons awal': 'response',
  'tindak lanjut': 'followUp',
  penyelesaian: 'settlement',
};
const SCHEDULES: Record<string, string> = { 'enam hari': 'six-days', '24 jam': 'always' };
const STATES: Record<string, ClockState> = {
  berjalan: 'running',
  mendekati: 'near',
  lewat: 'late',
  'tepat waktu': 'onTime',
  terlambat: 'lateDone',
  dijeda: 'paused',
  'tak berlaku': 'notApplicable',
};
const OFFSET: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

export function readExamples(): Example[] {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/contoh-tenggat.md'), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((block) => readExample(block.split(/^## /m)[0] ?? ''));
}

function readExample(block: string): Example {
  const [head = '', ...lines] = block
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  const heading = /^(\d+)\. (.+)$/.exec(head);
  if (!heading) throw new Error(`heading: ${head}`);
  const fields = lines.map((line) => {
    const match = /^- ([A-Z][a-z ]+): (.+)$/.exec(line);
    if (!match) throw new Error(`line: ${line}`);
    return [match[1] ?? '', match[2] ?? ''] as const;
  });
  const known = [
    'Diteruskan',
    'Tenggat',
    'Jam kantor',
    'Kalender',
    'Kejadian',
    'Jatuh tempo',
    'Keadaan',
    'Tanda',
    'Sebab',
  ];
  for (const [name] of fields) if (!known.includes(name)) throw new Error(`field: ${name}`);
  const all = (name: string) => fields.filter(([n]) => n === name).map(([, value]) => value);
  const one = (name: string): string => {
    const [value, ...more] = all(name);
    if (value === undefined || more.length > 0) throw new Error(`${head}: ${name}`);
    return value;
  };
  const forwarded = readMoment(one('Diteruskan'));
  const [clock = '', term = ''] = one('Tenggat').split(', ');
  const due = one('Jatuh tempo');
  const office = all('Jam kantor')[0];
  return {
    number: Number(heading[1]),
    title: heading[2] ?? '',
    calendar: all('Kalender').reduce(changed, builtInCalendar(forwarded.zone)),
    schedule: office === undefined ? 'office' : pick(SCHEDULES, office),
    forwarded: forwarded.ms,
    clock: pick(CLOCKS, clock),
    term: readTerm(term),
    happenings: all('Kejadian').map((value) => {
      const { ms, rest } = readMoment(value);
      return { at: ms, words: rest };
    }),
    due: due === 'tidak ada' ? null : whole(readMoment(due)),
    states: all('Keadaan').map((value) => {
      const { ms, rest } = readMoment(value);
      const match = /^([a-z ]+?)(?:, (sisa|lewat) (.+))?$/.exec(rest);
      if (!match) throw new Error(`state: ${rest}`);
      return {
        at: ms,
        state: pick(STATES, match[1] ?? ''),
        sign: (match[2] as 'sisa' | 'lewat' | undefined) ?? null,
        ms: match[3] === undefined ? 0 : readSpan(match[3]),
      };
    }),
    marks: all('Tanda'),
    reason: one('Sebab'),
  };
}

/** The moment at the beginning of `text`, whose weekday must be the right one, and what follows it. */
export function readMoment(text: string): { ms: number; zone: Zone; rest: string } {
  const match =
    /^([A-Z][a-z]+), (\d{1,2}) ([A-Z][a-z]+) (\d{4}) pukul (\d\d)\.(\d\d) (WIB|WITA|WIT)(?:, (.+))?$/.exec(
      text,
    );
  if (!match) throw new Error(`moment: ${text}`);
  const zone = match[7] as Zone;
  const utc = Date.UTC(
    Number(match[4]),
    MONTHS.indexOf(match[3] ?? ''),
    Number(match[2]),
    Number(match[5]),
    Number(match[6]),
  );
  if (DAYS[new Date(utc).getUTCDay()] !== match[1]) throw new Error(`weekday: ${text}`);
  return { ms: utc - OFFSET[zone] * 60 * MINUTE, zone, rest: match[8] ?? '' };
}

function whole(moment: { ms: number; rest: string }): number {
  if (moment.rest !== '') throw new Error(`after the moment: ${moment.rest}`);
  return moment.ms;
}

export function readTerm(text: string): Term {
  const match = /^(\d+) (jam kalender|jam kerja|hari kerja)$/.exec(text);
  if (!match) throw new Error(`term: ${text}`);
  const n = Number(match[1]);
  if (match[2] === 'hari kerja') return { kind: 'workingDays', days: n };
  return { kind: match[2] === 'jam kerja' ? 'officeHours' : 'clockHours', ms: n * 60 * MINUTE };
}

function readSpan(text: string): number {
  const match = /^(?:(\d+) hari ?)?(?:(\d+) jam ?)?(?:(\d+) menit)?$/.exec(text);
  if (!match || text === '') throw new Error(`span: ${text}`);
  return (Number(match[1] ?? 0) * 1_440 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)) * MINUTE;
}

function changed(calendar: OfficeCalendar, words: string): OfficeCalendar {
  const local = /^libur setempat (.+) \((.+)\)$/.exec(words);
  if (local)
    return {
      ...calendar,
      holidays: [
        ...calendar.holidays,
        { day: readDay(local[1] ?? ''), name: local[2] ?? '', kind: 'local', source: '' },
      ],
    };
  const other = /^jam lain (.+) (\d\d)\.(\d\d)–(\d\d)\.(\d\d) \((.+)\)$/.exec(words);
  if (!other) throw new Error(`calendar: ${words}`);
  const minute = (h: number) => Number(other[h]) * 60 + Number(other[h + 1]);
  return {
    ...calendar,
    specialDays: [
      ...calendar.specialDays,
      { day: readDay(other[1] ?? ''), frames: [{ from: minute(2), to: minute(4) }], name: other[6] ?? '' },
    ],
  };
}

function readDay(text: string): string {
  const { ms } = readMoment(`${text} pukul 12.00 WIB`);
  return new Date(ms).toISOString().slice(0, 10);
}

function pick<T>(table: Record<string, T>, key: string): T {
  const value = table[key];
  if (value === undefined) throw new Error(`unknown word: ${key}`);
  return value;
}

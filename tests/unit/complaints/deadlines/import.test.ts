import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { calendarBook } from '../../../../complaints/deadlines/calendar-book.ts';
import { previewIcs } from '../../../../complaints/deadlines/import-ics.ts';
import { previewJson } from '../../../../complaints/deadlines/import-json.ts';
import { previewLines } from '../../../../complaints/deadlines/import-lines.ts';
import type { ImportPreview } from '../../../../complaints/deadlines/import-preview.ts';
import { withDecree } from '../../../../complaints/deadlines/new-version.ts';
import { cpuTime } from '../../../cpu-time.ts';

const calendar = builtInCalendar();
const lines = (text: string) => previewLines(text, calendar, 'tempel');
const days = (preview: ImportPreview) =>
  preview.lines.flatMap((line) => line.days.map((d) => `${d.day} ${d.kind} ${d.name}`));
const why = (preview: ImportPreview) => preview.lines.map((line) => line.unread ?? line.notes.join() ?? '');

describe('pasted lines', () => {
  it.each([
    ['2027-03-10 Idulfitri', ['2027-03-10 national Idulfitri']],
    ['10/03/2027\tIdulfitri', ['2027-03-10 national Idulfitri']],
    ['10.03.2027 Idulfitri', ['2027-03-10 national Idulfitri']],
    ['Rabu, 10 Maret 2027: Idulfitri', ['2027-03-10 national Idulfitri']],
    ['3. Idulfitri — Rabu, 10 Maret 2027', ['2027-03-10 national Idulfitri']],
    ['10–11 Maret 2027 Idulfitri', ['2027-03-10 national Idulfitri', '2027-03-11 national Idulfitri']],
    [
      '8, 9 dan 12 Maret 2027 Cuti Bersama Idulfitri',
      ['08', '09', '12'].map((d) => `2027-03-${d} joint Cuti Bersama Idulfitri`),
    ],
    ['26 Maret 2027 Jumat Agung', ['2027-03-26 national Jumat Agung']],
    ['7 Jan 2027 Hari Jadi (libur setempat)', ['2027-01-07 local Hari Jadi libur setempat']],
    ['17 Agt 2027 <script>alert(1)</script>', ['2027-08-17 national <script>alert 1 </script>']],
  ])('%s', (text, expected) => {
    expect(days(lines(text))).toEqual(expected);
  });

  it.each([
    ['Selasa, 10 Maret 2027 Idulfitri', 'weekday-mismatch'],
    ['30 Februari 2027 Hari Aneh', 'not-a-day'],
    ['2027-03-10', 'no-name'],
    ['10 Maret 1999 Idulfitri', 'year'],
    ['besok libur', 'no-date'],
    [`2027-03-10 ${'x'.repeat(400)}`, 'too-long'],
  ])('%s: not understood', (text, reason) => {
    const preview = lines(text);
    expect(preview.lines[0]).toMatchObject({ unread: reason, days: [] });
  });

  it('takes the heading for the lines below it', () => {
    const preview = lines('LIBUR NASIONAL 2027\n2027-03-10 Idulfitri\n\nCuti bersama:\n2027-03-09 Idulfitri');
    expect(days(preview)).toEqual(['2027-03-10 national Idulfitri', '2027-03-09 joint Idulfitri']);
    expect(preview.lines.map((l) => l.line)).toEqual([1, 2, 4, 5]);
    expect(preview.lines.map((l) => l.unread)).toEqual(['heading', null, 'heading', null]);
  });

  it('says what is known, doubled, on a weekend or uncertain', () => {
    const preview = lines('2026-08-17 Kemerdekaan\n2027-03-10 A\n2027-03-10 A\n2027-03-13 B (belum pasti)');
    expect(preview.lines.map((l) => l.notes)).toEqual([
      ['known'],
      [],
      ['duplicate'],
      ['uncertain', 'weekend'],
    ]);
  });

  it('reads 5 MB of anything in bounded time, and more not at all', () => {
    const started = cpuTime();
    for (const text of [
      '2027-03-10 x\n'.repeat(380_000),
      '1'.repeat(4_900_000),
      '1, '.repeat(1_600_000),
      '10 - 1 '.repeat(40).concat('\n').repeat(17_000),
    ]) {
      const preview = lines(text);
      expect(preview.lines.length).toBeLessThanOrEqual(10_000);
    }
    expect(cpuTime() - started).toBeLessThan(5_000);
    expect(lines('x'.repeat(5_000_001)).problem).toBe('too-large');
    expect(lines('\n\n').problem).toBe('nothing');
  });

  it('never throws, and every understood day is a real one', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300 }), fc.stringMatching(/^[\d\-/., A-Maretdan]{0,60}$/)),
        (text) => {
          for (const day of lines(text).lines.flatMap((l) => l.days))
            expect(new Date(day.day).toISOString().slice(0, 10)).toBe(day.day);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('JSON', () => {
  const json = (value: unknown) => previewJson(JSON.stringify(value), calendar, 'berkas');

  it('reads tanggal, nama, jenis and says what it did not understand', () => {
    const preview = json([
      { tanggal: '2027-03-10', nama: 'Idulfitri', jenis: 'Libur Nasional' },
      { date: '2027-03-09', name: 'Idulfitri', type: 'cuti bersama' },
      { tanggal: '2027-02-30', nama: 'x' },
      { tanggal: '2027-03-11', nama: '', jenis: 'libur' },
      { tanggal: '2027-03-12', nama: 'x', jenis: 'piknik' },
      { nama: 'x' },
      'x',
      null,
      { tanggal: 20270310, nama: {} },
    ]);
    expect(days(preview)).toEqual(['2027-03-10 national Idulfitri', '2027-03-09 joint Idulfitri']);
    expect(preview.lines.map((l) => l.unread)).toEqual([
      null,
      null,
      'not-a-day',
      'no-name',
      'kind',
      'no-date',
      'broken',
      'broken',
      'no-date',
    ]);
  });

  it('is bounded, and refuses what is no list', () => {
    expect(json({}).problem).toBe('broken');
    expect(previewJson('[{', calendar, '').problem).toBe('broken');
    expect(json([]).problem).toBe('nothing');
    const many = json(Array.from({ length: 12_000 }, () => ({ tanggal: '2027-03-10', nama: 'x' })));
    expect([many.lines.length, many.skipped]).toEqual([10_000, 2_000]);
  });
});

describe('.ics', () => {
  const ics = (...events: string[]) =>
    previewIcs(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n'), calendar, 'ics');
  const vevent = (...fields: string[]) => ['BEGIN:VEVENT', ...fields, 'END:VEVENT'].join('\r\n');
  const day = 'DTSTART;VALUE=DATE:20270310';

  it('reads whole days, several days, folded and escaped names', () => {
    const preview = ics(
      vevent(day, 'SUMMARY:Idulfitri'),
      vevent(day, 'DTEND;VALUE=DATE:20270312', 'SUMMARY:Hari Raya\\, hari per\r\n tama'),
      vevent(day, 'DURATION:P1D', 'SUMMARY:Cuti Bersama Idulfitri'),
    );
    expect(days(preview)).toEqual([
      '2027-03-10 national Idulfitri',
      '2027-03-10 national Hari Raya, hari pertama',
      '2027-03-11 national Hari Raya, hari pertama',
      '2027-03-10 joint Cuti Bersama Idulfitri',
    ]);
  });

  it('counts another zone by the office’s, whole days only', () => {
    const preview = ics(
      vevent('DTSTART:20270309T170000Z', 'DTEND:20270310T170000Z', 'SUMMARY:A'),
      vevent(
        'DTSTART;TZID=Asia/Jakarta:20270310T000000',
        'DTEND;TZID=Asia/Jakarta:20270311T000000',
        'SUMMARY:B',
      ),
      vevent(
        'DTSTART;TZID=America/New_York:20270309T120000',
        'DTEND;TZID=America/New_York:20270310T120000',
        'SUMMARY:C',
      ),
      vevent('DTSTART;TZID=Bulan/Mars:20270310T000000', 'DTEND;TZID=Bulan/Mars:20270311T000000', 'SUMMARY:D'),
      vevent('DTSTART:20270310T080000', 'DTEND:20270310T090000', 'SUMMARY:Rapat'),
      vevent('DTSTART:20270310T000000Z', 'DTEND:20270311T000000Z', 'SUMMARY:E'),
    );
    expect(days(preview)).toEqual(['A', 'B', 'C'].map((name) => `2027-03-10 national ${name}`));
    expect(why(preview)).toEqual([
      'moved-zone',
      'duplicate',
      'moved-zone,duplicate',
      'unknown-zone',
      'not-whole-day',
      'not-whole-day',
    ]);
  });

  it('follows plain yearly repetition within bounds and no other', () => {
    const preview = ics(
      vevent('DTSTART;VALUE=DATE:20270817', 'RRULE:FREQ=YEARLY;COUNT=3', 'SUMMARY:Kemerdekaan'),
      vevent('DTSTART;VALUE=DATE:20270817', 'RRULE:FREQ=YEARLY;UNTIL=20280101', 'SUMMARY:Sampai'),
      vevent('DTSTART;VALUE=DATE:20270817', 'RRULE:FREQ=SECONDLY', 'SUMMARY:X'),
      vevent('DTSTART;VALUE=DATE:20270817', 'RRULE:FREQ=YEARLY;BYDAY=1MO', 'SUMMARY:X'),
      vevent('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY', 'SUMMARY:Kabisat'),
      vevent('DTSTART;VALUE=DATE:20270817', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20280817', 'SUMMARY:X'),
    );
    expect(preview.lines.map((l) => l.days.map((d) => d.day.slice(0, 4)).join())).toEqual([
      '2027,2028,2029',
      '2027,2028',
      '',
      '',
      '2024,2028,2032',
      '',
    ]);
    expect(preview.lines.map((l) => l.unread)).toEqual([null, null, 'repeats', 'repeats', null, 'repeats']);
  });

  it('lets one broken event cost only itself', () => {
    const preview = ics(
      vevent(day, 'SUMMARY:Baik'),
      'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270311\r\nSUMMARY:Tanpa akhir',
      vevent('DTSTART;VALUE=DATE:20270231', 'SUMMARY:Tak ada'),
      vevent('DTSTART;VALUE=DATE:kemarin', 'SUMMARY:Rusak'),
      vevent('SUMMARY:Tanpa tanggal'),
      vevent(day, 'STATUS:CANCELLED', 'SUMMARY:Batal'),
      vevent(day),
      vevent(day, 'DTEND;VALUE=DATE:20270501', 'SUMMARY:Panjang'),
      vevent(day, `DESCRIPTION:${'x'.repeat(30_000)}`, 'SUMMARY:Besar'),
      vevent('baris tanpa titik dua', day, 'SUMMARY:Rusak'),
    );
    expect(days(preview)).toEqual(['2027-03-10 national Baik']);
    expect(preview.lines).toHaveLength(10);
    expect(preview.lines.filter((l) => l.unread === null)).toHaveLength(1);
    expect(preview.lines.map((l) => l.unread)).toEqual(
      expect.arrayContaining(['broken', 'not-a-day', 'no-date', 'cancelled', 'no-name', 'too-many-days']),
    );
  });

  it('reads 12,000 events in bounded time, the first 10,000 of them', () => {
    const started = cpuTime();
    const preview = ics(...Array.from({ length: 12_000 }, (_, i) => vevent(day, `SUMMARY:Acara ${i}`)));
    expect([preview.lines.length, preview.skipped]).toEqual([10_000, 2_000]);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });

  it('says so when it is no calendar, empty or too large', () => {
    expect(previewIcs('halo', calendar, '').problem).toBe('broken');
    expect(ics().problem).toBe('nothing');
    expect(previewIcs('x'.repeat(5_000_001), calendar, '').problem).toBe('too-large');
  });

  it('never throws', () => {
    const field = fc.constantFrom(
      'DTSTART',
      'DTEND',
      'RRULE',
      'SUMMARY',
      'DURATION',
      'DTSTART;VALUE=DATE',
      'DTSTART;TZID=X',
    );
    const value = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('20270310', '20270310T0000', 'FREQ=YEARLY', 'P1D', 'P-1D', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(field, value), { maxLength: 6 }), (fields) => {
        for (const line of ics(vevent(...fields.map(([f, v]) => `${f}:${v}`))).lines)
          expect(line.unread === null).toBe(line.days.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a decree', () => {
  const preview = lines('2027-03-10 Idulfitri\n2027-03-09 Cuti bersama Idulfitri\n2027-01-01 Tahun Baru');
  const take = preview.lines.flatMap((line) => line.days);
  const local = {
    ...calendar,
    holidays: [
      ...calendar.holidays,
      { day: '2027-01-07', name: 'Hari Jadi', kind: 'local' as const, source: '' },
    ],
  };

  it('makes a new version: the year complete, local holidays kept, the old version untouched', () => {
    const before = JSON.stringify(local);
    const result = withDecree(local, {
      take,
      years: [2027],
      version: 'skb-2027',
      madeAt: 1,
      note: 'SKB 2027',
    });
    if (!('calendar' in result)) throw new Error('refused');
    expect(JSON.stringify(local)).toBe(before);
    const of2027 = result.calendar.holidays.filter((h) => h.day.startsWith('2027'));
    expect(of2027.map((h) => `${h.day} ${h.kind}`)).toEqual([
      '2027-01-01 national',
      '2027-01-07 local',
      '2027-03-09 joint',
      '2027-03-10 national',
    ]);
    expect(result.calendar.completeYears).toEqual([2024, 2025, 2026, 2027]);
    const book = calendarBook([local, result.calendar]);
    expect(book.current.version).toBe('skb-2027');
    expect(book.get(local.version)).toBe(local);
    expect(
      book.time('skb-2027', 'office')?.incompleteYear(Date.UTC(2026, 11, 1), Date.UTC(2027, 5, 1)),
    ).toBeNull();
    expect(
      book.time(local.version, 'office')?.incompleteYear(Date.UTC(2026, 11, 1), Date.UTC(2027, 5, 1)),
    ).toBe(2027);
  });

  it('needs a version of its own', () => {
    expect(withDecree(local, { take, years: [2027], version: local.version, madeAt: 1, note: '' })).toEqual({
      problems: [{ code: 'version-known', where: 'version' }],
    });
  });
});

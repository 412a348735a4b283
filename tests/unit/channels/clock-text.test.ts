import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockLines, clockText } from '../../../channels/clock-text.ts';
import { spanWords } from '../../../channels/clock-words.ts';
import { builtInCalendar } from '../../../complaints/deadlines/calendar.ts';
import { type ClockView, clocksOf } from '../../../complaints/deadlines/clocks.ts';
import { DAY, MINUTE } from '../../../complaints/deadlines/day.ts';
import { minuteSum } from '../../../complaints/deadlines/minute-sum.ts';
import { explain } from '../../../complaints/deadlines/parts.ts';
import { clockHours, officeHours, type Term, workingDays } from '../../../complaints/deadlines/term.ts';
import { durationParts } from '../../../complaints/duration.ts';
import { at, Log, policyOf } from '../complaints/deadlines/log.ts';

const calendar = builtInCalendar();
function scene(
  term: Term,
  start: number,
  now: number,
  pause?: [number, number],
): { clock: ClockView; log: Log } {
  const log = new Log([calendar]);
  log.forward({ policy: policyOf({ response: term }), at: start });
  if (pause) log.pause(...pause);
  const clock = clocksOf(log.events, log.book, now).current?.clocks.response;
  if (!clock) throw new Error('no clock');
  return { clock, log };
}

describe('a clock in words', () => {
  it('for a letter, with every part named', () => {
    const { clock, log } = scene(workingDays(2), at('2026-08-14 11.00'), at('2026-08-20 09.30'), [
      at('2026-08-18 09.00'),
      at('2026-08-18 10.30'),
    ]);
    expect(clockLines(explain(clock, log.book), { zone: 'WIB' })).toEqual([
      'Respons awal: lewat tenggat',
      'Mulai: Jumat, 14 Agustus 2026 pukul 11.00 WIB',
      'Tenggat: 2 hari kerja',
      'Jatuh tempo: Rabu, 19 Agustus 2026 pukul 16.00 WIB',
      'Dihitung sampai: Kamis, 20 Agustus 2026 pukul 09.30 WIB',
      'Jam kerja sejak diteruskan: 21 jam',
      'Dijeda: 1 jam 30 menit',
      'Terpakai: 19 jam 30 menit',
      'Waktu yang tersedia: 17 jam 30 menit',
      'Lewat: 2 jam',
      'Rincian sejak mulai: berjalan 19 jam 30 menit; istirahat 3 jam 30 menit; di luar jam kantor 1 hari 22 jam; hari libur mingguan 2 hari; libur nasional: Hari Kemerdekaan 1 hari; dijeda (menunggu data warga) 1 jam 30 menit',
      'Hari kerja yang dihitung: 2 dari 2',
      'Aturan: Biasa; kalender: bawaan-2026',
    ]);
    const english = clockText(explain(clock, log.book), { zone: 'WIB', locale: 'en' });
    expect(english).toContain('Office time since it was forwarded: 21 h');
    expect(english).toContain('national holiday: Hari Kemerdekaan 1 d');
  });

  it('warns where 2027 is not decreed yet, and not where no calendar is needed', () => {
    const warned = (term: Term) => {
      const start = at('2026-12-30 10.00');
      const { clock, log } = scene(term, start, start);
      return clockText(explain(clock, log.book), { zone: 'WIB' }).includes(
        'Kalender 2027 belum lengkap: impor SKB',
      );
    };
    expect(warned(workingDays(3))).toBe(true);
    expect(warned(officeHours(20))).toBe(true);
    expect(warned(workingDays(1))).toBe(false);
    expect(warned(clockHours(90))).toBe(false);
  });

  it('adds up as printed, and its rest is what the lists show, whatever the seconds', () => {
    const term = fc.constantFrom<Term[]>(clockHours(24), clockHours(2), officeHours(8), workingDays(3));
    const ms = fc.integer({ min: 0, max: 9 * DAY });
    fc.assert(
      fc.property(term, ms, ms, ms, fc.nat(DAY), (t, s, later, p, length) => {
        const start = at('2026-08-12 00.00') + s;
        const { clock, log } = scene(t, start, start + later, [start + p, start + p + length]);
        const e = explain(clock, log.book);
        const sum = minuteSum(e);
        expect(sum.counted - sum.paused).toBe(sum.used);
        expect(sum.available - sum.used).toBe(sum.left);
        const { d, h, m } = durationParts(clock.left);
        expect(Math.abs(sum.left)).toBe(d * 1_440 + h * 60 + m);
        const rows = sum.rows.reduce((total, row) => total + row.minutes, 0);
        expect(Math.abs(rows - e.elapsed / MINUTE)).toBeLessThan(3);
        const running = sum.rows.find((row) => row.sum.kind === 'running');
        if (running) expect(running.minutes).toBe(sum.used);
      }),
      // Over by less than a minute: no minutes left, and not minus none.
      { numRuns: 2_000, examples: [[officeHours(8), 0, 115_200_001, 0, 0]] },
    );
  });

  it('spells spans', () => {
    expect(spanWords(0, true, { locale: 'id' })).toBe('0 menit');
    expect(spanWords(1_505, true, { locale: 'id' })).toBe('1 hari 1 jam 5 menit');
    expect(spanWords(1_505, false, { locale: 'id' })).toBe('25 jam 5 menit');
    expect(spanWords(-60, false, { locale: 'en' })).toBe('1 h');
  });
});

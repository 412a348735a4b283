import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alike, type LoudInput, loudness } from '../../../complaints/loud.ts';

const HOUR = 3_600_000;
const now = 1_790_000_000_000;
const ask = (changes: Partial<LoudInput> = {}) =>
  loudness({ sightings: [], text: 'lampu jalan padam', author: 'warga1', alike: [], now, ...changes });
const seen = (hoursAgo: number, likes: number, more = {}) => ({
  at: now - hoursAgo * HOUR,
  counts: { likes, ...more },
});

describe('growth', () => {
  it('needs two sightings an hour apart, and shows its figures', () => {
    expect(ask({ sightings: [seen(0, 9000)] })).toMatchObject({ loud: false, preset: null });
    expect(ask({ sightings: [seen(0.5, 0), seen(0, 9000)] }).loud).toBe(false);
    expect(ask({ sightings: [seen(2, 100), seen(0, 300)] })).toEqual({
      loud: true,
      preset: 'busy',
      reasons: [{ kind: 'growth', from: 100, to: 300, perHour: 100, fromAt: now - 2 * HOUR, toAt: now }],
    });
    expect(ask({ sightings: [seen(2, 100), seen(0, 150)] }).loud).toBe(false);
    // Much in all, but over two weeks.
    expect(ask({ sightings: [seen(14 * 24, 100), seen(0, 900)] }).loud).toBe(false);
  });

  it('compares only figures that both sightings know, and doubts rounded ones', () => {
    expect(ask({ sightings: [seen(2, 100), seen(0, 100, { comments: 5000 })] }).loud).toBe(false);
    const rounded = { approximate: true };
    expect(ask({ sightings: [seen(2, 1200, rounded), seen(0, 1300, rounded)] }).loud).toBe(false);
    expect(ask({ sightings: [seen(2, 1200, rounded), seen(0, 3300, rounded)] }).loud).toBe(true);
  });
});

describe('several accounts', () => {
  const alike = (author: string, by: Alike['by'] = 'words', daysAgo = 1): Alike => ({
    author,
    by,
    at: now - daysAgo * 24 * HOUR,
  });

  it('counts accounts, not posts', () => {
    expect(ask({ alike: [alike('warga2'), alike('warga3')] })).toMatchObject({
      loud: true,
      preset: 'busy',
      reasons: [{ kind: 'accounts', accounts: 3, by: 'words' }],
    });
    expect(ask({ alike: [alike('warga2'), alike('warga2'), alike('warga2')] }).loud).toBe(false);
    expect(ask({ alike: Array.from({ length: 9 }, () => alike('warga1')) }).loud).toBe(false);
    expect(ask({ alike: [alike(''), alike(''), alike('')] }).loud).toBe(false);
    expect(ask({ alike: [alike('warga2', 'photo', 20), alike('warga3', 'photo', 20)] }).loud).toBe(false);
    expect(ask({ alike: [alike('warga2', 'photo'), alike('warga3', 'words')] }).loud).toBe(true);
  });

  it('is never loud by one person, however many posts and whatever else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ by: fc.constantFrom<Alike['by']>('photo', 'words'), days: fc.nat(13) })),
        fc.constantFrom('warga1', 'warga2'),
        (posts, author) => {
          expect(ask({ alike: posts.map((one) => alike(author, one.by, one.days)) }).loud).toBe(false);
        },
      ),
    );
  });
});

describe('danger', () => {
  it.each([
    ['jembatan kayu di mentaya seberang putus pa', 'emergency'],
    ['anak kami putus sekolah', null],
    ['pohon besar mau roboh kena kabel', 'emergency'],
    ['KEBAKARAN di jl muchran butuh damkar cepat!!', 'emergency'],
    ['buaya muncul lg di sungai', 'emergency'],
    ['jembatan putus tadi malam', 'emergency'],
    ['td malam ada yg jatuh pake motor', 'busy'],
    ['di rt kami udh 4 org kena dbd', 'busy'],
    ['diduga limbah pabrik. viralkan!', 'busy'],
    ['gelap, rawan begal', null],
    ['bukan kebakaran, cuma asap sate', null],
    ['lampu jalan padam', null],
  ])('%s → %s', (text, preset) => {
    const { preset: proposed, loud } = ask({ text });
    expect(proposed).toBe(preset);
    expect(loud).toBe(false);
  });
});

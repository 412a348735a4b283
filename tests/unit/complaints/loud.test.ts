import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alike, accountsOf, growthOf, loudness, type Sighting } from '../../../complaints/loud.ts';
import { authorNames, sightingsOf } from '../../../complaints/loud-facts.ts';
import { nearlySameWords, similarTexts } from '../../../complaints/similar.ts';
import { cpuTime } from '../../cpu-time.ts';
import { capture as captureOf } from '../../storage/samples.ts';
import { captured, event, ID } from './event-maker.ts';

const HOUR = 3_600_000;
const now = 1_790_000_000_000;
interface Asked {
  sightings?: Sighting[];
  text?: string;
  author?: string[];
  alike?: Alike[];
}
const ask = ({ sightings = [], text = 'lampu jalan padam', author = ['warga1'], alike = [] }: Asked = {}) =>
  loudness({ growth: growthOf(sightings), accounts: accountsOf({ author, alike, now }), text });
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
  const alike = (author: string | string[], by: Alike['by'] = 'words', daysAgo = 1): Alike => ({
    author: author === '' ? [] : typeof author === 'string' ? [author] : author,
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
    expect(ask({ alike: [alike('warga2', 'photo'), alike('warga3', 'words')] }).reasons).toEqual([
      { kind: 'accounts', accounts: 3, by: 'matter' },
    ]);
    expect(ask({ alike: [alike('warga2', 'joined'), alike('warga3', 'joined')] }).loud).toBe(true);
  });

  it('takes authors for one person when any of their names agrees, and an unknown one for anybody', () => {
    const one = ['id:facebook:1', 'name:siti'];
    expect(ask({ author: one, alike: [alike(['name:siti']), alike('warga3')] }).loud).toBe(false);
    expect(ask({ alike: [alike(['name:b']), alike(['name:b', 'id:x:2']), alike(['id:x:2'])] }).loud).toBe(
      false,
    );
    // Two that seemed to be two turn out to be one by a third.
    expect(ask({ alike: [alike(['name:b']), alike(['id:x:2']), alike(['name:b', 'id:x:2'])] }).loud).toBe(
      false,
    );
    expect(ask({ alike: [alike(['name:b']), alike(['id:x:2'])] }).loud).toBe(true);
    expect(ask({ author: [], alike: [alike('warga2'), alike('warga3')] }).loud).toBe(false);
    expect(
      ask({ author: [], alike: ['warga2', 'warga3', 'warga4'].map((each) => alike(each)) }),
    ).toMatchObject({
      reasons: [{ accounts: 3 }],
    });
  });

  it('is never loud by one person, however many posts and whatever else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ by: fc.constantFrom<Alike['by']>('photo', 'words'), days: fc.nat(13) })),
        fc.constantFrom('warga1', 'warga2'),
        fc.boolean(),
        (posts, author, known) => {
          const others = posts.map((one) => alike(author, one.by, one.days));
          expect(ask({ author: known ? ['warga1'] : [], alike: others }).loud).toBe(false);
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

describe('what a log says for it', () => {
  const capture = (handle: string, likes: number, at: number) => ({
    ...captureOf('AbCdE12345'),
    author: { value: { id: '7', handle, name: 'Warga Contoh' }, source: 'dom' as const },
    counts: { value: { likes }, source: 'dom' as const },
    readAt: at,
  });

  it('gives the figures of every reading that had some, and every name of the author', () => {
    const readings = [capture('Warga.A', 3, 1), capture('warga.a', 9, 2)];
    const blind = { ...readings[0]!, counts: { unreadable: 'hidden' } as const };
    expect(sightingsOf([...readings, blind])).toEqual([
      { at: 1, counts: { likes: 3 } },
      { at: 2, counts: { likes: 9 } },
    ]);
    const log = [
      event(1, { ...captured(), capture: capture('Warga.A', 3, 1) } as ReturnType<typeof captured>),
      event(2, { type: 'corrected', complaintId: ID, at: now, field: 'author', value: '@Warga.Baru' }),
    ];
    expect(authorNames(log)).toEqual([
      'id:instagram:7',
      'name:warga.a',
      'name:warga contoh',
      'name:warga.baru',
    ]);
  });
});

describe('similar texts among many', () => {
  it('finds what comparing each pair finds', () => {
    const word = fc.constantFrom(
      ...'lampu jalan padam di simpang empat sejak senin malam tolong pak'.split(' '),
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 20 }), (texts) => {
        const all = new Map(texts.map((each, at) => [String(at), each]));
        const similar = similarTexts(all);
        for (const [id, own] of all) {
          const wanted = [...all].filter(([other, each]) => other !== id && nearlySameWords(own, each));
          expect(similar(id).sort()).toEqual(wanted.map(([other]) => other).sort());
        }
      }),
    );
  });

  it('stays in time when one text stands everywhere', () => {
    const same = new Map(
      Array.from({ length: 5_000 }, (_, n) => [String(n), 'lampu jalan padam di simpang empat']),
    );
    const started = cpuTime();
    const similar = similarTexts(same);
    for (const id of same.keys()) expect(similar(id).length).toBeGreaterThan(90);
    expect(cpuTime() - started).toBeLessThan(4_000);
  });
});

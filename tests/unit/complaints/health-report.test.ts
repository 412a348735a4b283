import fc from 'fast-check';
import { expect, it } from 'vitest';
import { healthReport, type ReportDay, SURFACES } from '../../../complaints/health-report.ts';
import { facebookFinder } from '../../../sites/facebook/finder.ts';
import { instagramFinder } from '../../../sites/instagram/finder.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const today = Math.floor(NOW / 86_400_000);
const none = { visits: 0, seen: 0, placed: 0, named: 0, removed: 0, blind: 0, empty: 0 };
const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36';

it('tells versions, surfaces, counts, and what could not be read', () => {
  const rows: ReportDay[] = [
    {
      ...none,
      site: 'facebook',
      surface: 'feed',
      day: today - 1,
      visits: 9,
      seen: 60,
      placed: 60,
      named: 60,
    },
    {
      ...none,
      site: 'facebook',
      surface: 'feed',
      day: today,
      visits: 3,
      seen: 40,
      placed: 40,
      blind: 40,
      unreadable: { text: 3, author: 1 },
    },
  ];
  const report = healthReport({ release: '0.1.0', agent: AGENT, rows }, NOW);
  expect(report).toContain('Tanggap 0.1.0, Chrome 139, 2026-11-24');
  expect(report).toContain('facebook: changed feed');
  expect(report).toContain('instagram: no change');
  expect(report).toContain(
    '2026-11-24 feed: visits 3, seen 40, placed 40, named 0, removed 0, blind 40, empty 0; unreadable author 1, text 3',
  );
});

it('knows every surface of every site', () => {
  const all = [facebookFinder, instagramFinder].flatMap((finder) => finder.surfaces.map(({ id }) => id));
  expect(all.filter((id) => !(SURFACES as readonly string[]).includes(id))).toEqual([]);
});

/** What a page, a damaged store or a curious browser could put into any input. */
const hostile = [
  '@warga.contoh',
  'Siti Rahmah',
  'https://www.facebook.com/siti.rahmah/posts/1',
  '6202014107900001',
  'Lampu jalan padam',
  'warga-contoh',
  '<img src=x>',
  '=HYPERLINK("x")',
  '1.0-warga',
  'Chrome/Siti',
];

it('no word of anyone, whatever stands in any of its inputs', () => {
  const word = fc.oneof(fc.constantFrom(...hostile), fc.string());
  const figure = fc.oneof(
    fc.nat(100),
    fc.constantFrom(...hostile),
    fc.double(),
    fc.constant(-1),
    fc.constant(undefined),
  );
  const row = fc.record({
    site: fc.oneof(fc.constantFrom('facebook', 'instagram'), word),
    surface: word,
    day: fc.oneof(fc.integer({ min: today - 40, max: today }), figure),
    visits: figure,
    seen: figure,
    placed: figure,
    named: figure,
    removed: figure,
    blind: figure,
    empty: figure,
    unreadable: fc.oneof(fc.constant(undefined), fc.dictionary(word, figure), fc.record({ text: figure })),
  }) as unknown as fc.Arbitrary<ReportDay>;
  // Nothing but the words of the report itself, dates, counts and a version.
  const allowed =
    /^(?:Tanggap|Chrome|Firefox|Edg|OPR|instagram|facebook|changed|no|change|visits|seen|placed|named|removed|blind|empty|unreadable|identity|author|text|postedAt|photos|other|\?|\d{1,16}(?:\.\d{1,5}){0,3}|\d{4}-\d\d-\d\d)$/;
  const known: readonly string[] = SURFACES;
  fc.assert(
    fc.property(word, word, fc.array(row, { maxLength: 6 }), (release, agent, rows) => {
      const report = healthReport({ release, agent, rows }, NOW);
      const words = report.split(/[\s,:;]+/).filter(Boolean);
      expect(words.filter((each) => !allowed.test(each) && !known.includes(each))).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

it('names a browser by its own name', () => {
  const of = (agent: string) => healthReport({ release: '1', agent, rows: [] }, NOW).split(', ')[1];
  expect(of('Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox 140');
  expect(of(`${AGENT} Edg/139.0`)).toBe('Edg 139');
  expect(of('')).toBe('?');
});

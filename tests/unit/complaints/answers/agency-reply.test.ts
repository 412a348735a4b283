import { describe, expect, it } from 'vitest';
import { agencyReplies, type ReplyingAgency } from '../../../../complaints/answers/agency-reply.ts';
import type { Author, Layer } from '../../../../complaints/reading.ts';

const T0 = Date.UTC(2026, 7, 15);
const POST = ['instagram:AAAAA11111'];
const PAGE = ['facebook:123456789'];
const agencies: ReplyingAgency[] = [
  {
    id: 'dishub',
    accounts: [
      { site: 'instagram', account: '@dishub.contoh' },
      { site: 'facebook', account: 'dishub.contoh' },
      { site: 'facebook', account: '100064000000001' },
    ],
    names: ['Dinas Perhubungan Kabupaten Contoh', 'Dishub'],
  },
  { id: 'dlh', accounts: [], names: ['Dinas Lingkungan Hidup', 'DLH'] },
];
let count = 0;
function comment(author: Author, change: Partial<Layer> = {}, post = POST): Layer {
  count += 1;
  return {
    source: 'dom',
    names: [`${post[0]}#${10_000 + count}`],
    author,
    text: 'Sudah kami tangani',
    postedAt: T0 + 60_000,
    under: { names: post },
    ...change,
  };
}
const of = (layers: Layer[], post = POST) => agencyReplies(layers, agencies, post, T0);

describe('an agency under the post', () => {
  it.each<[string, Author, string[]]>([
    ['handle', { handle: 'dishub.contoh', name: 'apa saja' }, POST],
    ['handle in capitals', { handle: 'Dishub.Contoh' }, POST],
    ['id on Facebook, whatever it is called now', { id: '100064000000001', name: 'Nama baru' }, PAGE],
    ['Facebook handle without its dots', { handle: 'dishubcontoh' }, PAGE],
  ])('is known by %s', (_, author, post) => {
    expect(of([comment(author, {}, post)], post)).toMatchObject({
      found: [{ agencyId: 'dishub', text: 'Sudah kami tangani', at: T0 + 60_000 }],
      similar: [],
    });
  });

  it.each<[string, Author]>([
    ['its name', { handle: 'budi', name: 'Dinas Perhubungan Kabupaten Contoh' }],
    ['its short name among others', { handle: 'budi', name: 'DISHUB Contoh Resmi' }],
    ['its name in mathematical letters', { name: '𝐃𝐢𝐬𝐡𝐮𝐛' }],
    ['a Cyrillic letter', { handle: 'dishub.cоntoh' }],
    ['a digit for a letter', { handle: 'd1shub.c0ntoh' }],
    ['a dot less, which is another account on Instagram', { handle: 'dishubcontoh' }],
    ['an ending', { handle: 'dishub.contoh_official' }],
    ['one letter more', { handle: 'dishub.contooh' }],
  ])('is only alike by %s, and not counted', (_, author) => {
    expect(of([comment(author)])).toMatchObject({ found: [], similar: [{ agencyId: 'dishub' }] });
  });

  it.each<[string, Layer]>([
    ['a citizen', comment({ handle: 'warga.baamang', name: 'Warga Baamang' })],
    ['the agency before the forwarding', comment({ handle: 'dishub.contoh' }, { postedAt: T0 - 1 })],
    ['the agency under another post', comment({ handle: 'dishub.contoh' }, {}, ['instagram:BBBBB22222'])],
    ['the agency as the author of the post', { ...comment({ handle: 'dishub.contoh' }), under: undefined }],
    ['nobody', { ...comment({}), author: undefined }],
    ['a two-letter name in a word', comment({ handle: 'x', name: 'dl' })],
  ])('is not %s', (_, layer) => {
    expect(of([layer])).toEqual({ found: [], similar: [] });
  });

  it('takes two readings of one comment for one, and puts them in the order of time', () => {
    const late = comment({ handle: 'dishub.contoh' }, { postedAt: T0 + 90_000, text: 'Selesai' });
    const dom = comment({ handle: 'dishub.contoh' }, { postedAt: undefined, text: 'Petugas' });
    const store = { ...dom, source: 'store' as const, postedAt: T0 + 30_000, text: 'Petugas menuju lokasi' };
    const { found } = of([late, store, dom]);
    expect(found.map(({ text, at }) => [text, at])).toEqual([
      ['Petugas menuju lokasi', T0 + 30_000],
      ['Selesai', T0 + 90_000],
    ]);
    expect(of([comment({ handle: 'dishub.contoh' }, { postedAt: undefined })]).found[0]?.at).toBeNull();
  });
});

// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../complaints/reading.ts';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import { codeOfPk, pkOfCode } from '../../../sites/instagram/ids.ts';
import { instagramMapper as mapper } from '../../../sites/instagram/mapper.ts';
import { island, media, slides } from '../../fixtures/instagram/media.ts';
import { CDN } from '../../fixtures/instagram/parts.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const script = (text: string) => `<script type="application/json">${text}</script>`;
const dom: Layer = { source: 'dom', names: ['instagram:DQq9PJQk4TG'] };

describe('code and number', () => {
  it('are each other’s', () => {
    expect(codeOfPk('3759086160565208262')).toBe('DQq9PJQk4TG');
    expect(pkOfCode('DQq9PJQk4TG')).toBe('3759086160565208262');
    fc.assert(
      fc.property(fc.bigInt({ min: 1n << 26n, max: (1n << 63n) - 1n }), (pk) => {
        expect(pkOfCode(codeOfPk(String(pk)))).toBe(String(pk));
      }),
    );
  });

  it('of a private post leave out the part that carries no number; what is none of them gives none', () => {
    expect(pkOfCode(`DQq9PJQk4TG${'x'.repeat(28)}`)).toBe('3759086160565208262');
    for (const no of ['', '12', '1e9', '-12345', '9'.repeat(60), 'abc']) expect(codeOfPk(no)).toBe('');
    for (const no of ['', 'abc', 'a b c d e', '../../x']) expect(pkOfCode(no)).toBe('');
  });

  it('join an answer that knows the number only', () => {
    const { code: _, ...bare } = media('x', { pk: '3759086160565208262', id: '3759086160565208262_8001' });
    expect(mapper.mapRaw([bare], 'store')).toMatchObject([
      { names: ['instagram:DQq9PJQk4TG', 'instagram:pk:3759086160565208262'] },
    ]);
    const carried = finder.readIslands(parse(script(JSON.stringify({ items: [bare] }))), dom);
    expect(carried).toHaveLength(1);
  });

  it('take no slide and no person for a post', () => {
    const [slide] = slides(['1_1']);
    const person = { pk: '3759086160565208262', username: 'warga', taken_at: 1 };
    expect(mapper.mapRaw([slide, person, { ...slide, pk: '3759086160565208262' }], 'store')).toEqual([]);
  });
});

describe('older answers', () => {
  const old = (changes: Record<string, unknown> = {}) => ({
    __typename: 'XDTGraphSidecar',
    shortcode: 'DQq9PJQk4TG',
    id: '3759086160565208262',
    taken_at_timestamp: 1_763_600_000,
    owner: { id: '8001', username: 'warga.teluk', full_name: 'Warga Teluk' },
    edge_media_to_caption: { edges: [{ node: { text: 'Jalan rusak' } }] },
    edge_media_preview_like: { count: 12 },
    edge_media_to_parent_comment: { count: 3 },
    display_url: `${CDN}/5_5_5_n.jpg?a=1`,
    dimensions: { width: 1080, height: 1350 },
    display_resources: [
      { src: `${CDN}/5_5_5_n.jpg?w=640`, config_width: 640, config_height: 800 },
      { src: `${CDN}/5_5_5_n.jpg?w=1080`, config_width: 1080, config_height: 1350 },
    ],
    ...changes,
  });

  it('are read in the same words', () => {
    const document = parse(script(JSON.stringify({ data: { xdt_shortcode_media: old() } })));
    expect(mapper.mapRaw(finder.readIslands(document, dom), 'island')).toEqual([
      {
        source: 'island',
        names: ['instagram:DQq9PJQk4TG', 'instagram:pk:3759086160565208262'],
        permalink: 'https://www.instagram.com/p/DQq9PJQk4TG/',
        author: { handle: 'warga.teluk', id: '8001', name: 'Warga Teluk' },
        text: 'Jalan rusak',
        postedAt: 1_763_600_000_000,
        counts: { likes: 12, comments: 3 },
        photos: [{ url: `${CDN}/5_5_5_n.jpg?w=1080`, width: 1080, height: 1350, kind: 'photo' }],
      },
    ]);
  });

  it('tell no words from words that are not told, and give every slide', () => {
    const [empty] = mapper.mapRaw([old({ edge_media_to_caption: { edges: [] } })], 'island');
    expect(empty?.text).toBe('');
    const [silent] = mapper.mapRaw([old({ edge_media_to_caption: undefined })], 'island');
    expect(silent).not.toHaveProperty('text');
    const nodes = ['6_1', '6_2', '6_3'].map((file, i) => ({
      node: { display_url: `${CDN}/${file}_n.jpg?a=1`, is_video: i === 1 },
    }));
    const [many] = mapper.mapRaw([old({ edge_sidecar_to_children: { edges: nodes } })], 'island');
    expect(many?.photos?.map((photo) => photo.kind)).toEqual(['photo', 'video-cover', 'photo']);
  });
});

describe('islands of any size and shape', () => {
  it('keep the authors who published together', () => {
    const post = media('DQq9PJQk4TG', { coauthor_producers: [{ username: 'dinas.pu', pk: '5' }] });
    const [layer] = mapper.mapRaw(finder.readIslands(parse(island(post)), dom), 'island');
    expect(layer?.coAuthors).toEqual(['dinas.pu']);
  });

  it('are read without the attribute that marks them', () => {
    const html = island(media('DQq9PJQk4TG')).replace(' data-sjs=""', '');
    expect(finder.readIslands(parse(html), dom)).toHaveLength(1);
  });

  it('cost little when there are 10,000, or one of 5 MB', () => {
    const many = parse(
      Array.from({ length: 10_000 }, (_, i) => script(`{"n":${i}}`)).join('') + island(media('DQq9PJQk4TG')),
    );
    const started = performance.now();
    expect(finder.readIslands(many, dom)).toHaveLength(1);
    const filler = Array.from({ length: 50_000 }, (_, i) => ({ i, words: 'x'.repeat(80) }));
    const large = parse(script(JSON.stringify({ filler, post: media('DQq9PJQk4TG') })));
    finder.readIslands(large, dom);
    expect(performance.now() - started).toBeLessThan(2500);
  });

  it('never throw, whatever stands in them', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.json(),
      fc.json().map((text) => text.slice(0, -3)),
      fc.constant('['.repeat(30_000)),
      fc.constant(
        `{"code":"DQq9PJQk4TG","pk":3759086160565208262,"caption":{"text":"${'a'.repeat(63_000)}"}}`,
      ),
      fc.constant('{"code":"DQq9PJQk4TG","caption":{"text":"\\ud800 lone"},"taken_at":1}'),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (texts) => {
        const document = parse('<body></body>');
        for (const text of texts) {
          const element = document.createElement('script');
          element.setAttribute('type', 'application/json');
          element.textContent = `${text}DQq9PJQk4TG`;
          document.body.append(element);
          element.textContent = text;
        }
        const layers = mapper.mapRaw(finder.readIslands(document, dom), 'island');
        for (const layer of layers) expect(layer.names[0]).toBe('instagram:DQq9PJQk4TG');
      }),
      { numRuns: 150 },
    );
  });
});

describe('the page itself, of any shape', () => {
  const tags = [
    'article',
    'div',
    'span',
    'a',
    'section',
    'time',
    'svg',
    'path',
    'img',
    'h1',
    'video',
    'ul',
    'li',
    'main',
  ];
  const attributes = [
    'href="/p/DFuzz01/"',
    'href="/p/DFuzz02/c/17890000000000011/"',
    'href="/warga/"',
    'href="/p/%%/"',
    'datetime="2026-11-20T05:00:00Z"',
    'datetime="x"',
    'height="24"',
    'height="16"',
    'd="M16.792 3.904"',
    'role="button"',
    'role="dialog"',
    'data-virtualized="false"',
    `src="${CDN}/111222333_1_n.jpg"`,
    'src="https://["',
    'dir="auto"',
    'type="application/json"',
  ];
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc
      .tuple(
        fc.constantFrom(...tags),
        fc.array(fc.constantFrom(...attributes), { maxLength: 3 }),
        fc.array(
          fc.oneof(
            { depthSize: 'medium', withCrossShrink: true },
            fc.constantFrom('warga', '2 hr', '', '… lainnya'),
            tie('node'),
          ),
          { maxLength: 4 },
        ),
      )
      .map(([tag, list, inner]) => `<${tag} ${list.join(' ')}>${inner.join('')}</${tag}>`),
  })).node;

  it('never makes a finder or reader throw, and each name is well formed', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { maxLength: 4 }),
        fc.constantFrom('/', '/p/DFuzz01/', '/reels/', '/p/DFuzz02/comments/'),
        (trees, path) => {
          const document = parse(`<main>${trees.join('')}</main>`);
          const url = new URL(path, 'https://www.instagram.com');
          for (const post of finder.findPosts(document, url)) {
            finder.anchor(post, url);
            finder.authorLabel(post);
            const layer = finder.readDom(post, url);
            for (const name of layer.names) expect(name).toMatch(/^instagram:[\w-]{5,64}$/);
            finder.readIslands(document, layer);
          }
          for (const comment of finder.comments.find(document, url)) {
            finder.comments.anchor(comment, url);
            const layer = finder.readComment(comment, url);
            expect(layer.under).toBeDefined();
            for (const name of layer.names) expect(name).toMatch(/^instagram:[\w-]{5,64}#\d{5,}$/);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('addresses', () => {
  it.each([
    [
      '/p/DQq9PJQk4TG/c/17890000000000011/',
      'DQq9PJQk4TG#17890000000000011',
      '/p/DQq9PJQk4TG/c/17890000000000011/',
    ],
    [
      '/reel/DQq9PJQk4TG/c/17890000000000011/r/17890000000000022/?x=1',
      'DQq9PJQk4TG#17890000000000022',
      '/p/DQq9PJQk4TG/c/17890000000000011/r/17890000000000022/',
    ],
    ['/rt.tiga/p/DQq9PJQk4TG/?img_index=3', 'DQq9PJQk4TG', '/p/DQq9PJQk4TG/'],
    ['/reels/DQq9PJQk4TG/', 'DQq9PJQk4TG', '/p/DQq9PJQk4TG/'],
    ['/tv/DQq9PJQk4TG', 'DQq9PJQk4TG', '/p/DQq9PJQk4TG/'],
  ])('%s', (path, id, link) => {
    for (const host of ['www.instagram.com', 'instagram.com', 'm.instagram.com']) {
      const read = mapper.fromUrl(new URL(path, `https://${host}`));
      expect(read).toMatchObject({ key: `instagram:${id}`, permalink: `https://www.instagram.com${link}` });
      expect(read?.aliases[0]).toBe(`instagram:${id}`);
      if (!id.includes('#')) expect(read?.aliases).toContain('instagram:pk:3759086160565208262');
      expect(
        mapper.permalinkOf(read?.key ?? '', [{ source: 'url', names: [], permalink: read?.permalink ?? '' }]),
      ).toBe(read?.permalink);
    }
  });

  it('a shared link leads to a post without naming it', () => {
    for (const path of ['/share/p/BAbc123xyz/', '/share/reel/BAbc123xyz', '/share/BAbc123xyz/'])
      expect(mapper.fromUrl(new URL(path, 'https://www.instagram.com'))).toEqual({
        key: null,
        aliases: [],
        permalink: `https://www.instagram.com${path}`,
      });
  });

  it('a comment’s address is not taken from a layer that speaks of another', () => {
    const other = {
      source: 'dom' as const,
      names: [],
      permalink: 'https://www.instagram.com/p/DOther1/c/17890000000000011/',
    };
    expect(mapper.permalinkOf('instagram:DPage77#17890000000000011', [other])).toBe(
      'https://www.instagram.com/p/DPage77/c/17890000000000011/',
    );
  });
});

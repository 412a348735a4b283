import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture, Layer, PostContext } from '../../../complaints/reading.ts';
import { mergeLayers } from '../../../sites/merge.ts';

const WORDS = 'Izin lapor Bu, lampu jalan di depan SD Mekar mati sudah dua minggu dan gelap sekali.';
const POST_WORDS = 'Selamat pagi, hari ini kami meninjau pekerjaan jalan poros bersama dinas.';
const context = (site: 'instagram' | 'facebook') => ({
  site,
  surface: 'post',
  pageUrl: `https://www.${site}.com/`,
  readAt: 5,
});

interface Post {
  id: string;
  author: string;
  text: string;
}
interface Comment extends Post {
  post: Post;
  postedAt: number;
}

const post = (n: number): Post => ({
  id: `7000${n}`,
  author: `pemkab${n}`,
  text: `${POST_WORDS} Bagian ${n}.`,
});
const underOf = (of: Post, site: string): PostContext => ({
  names: [`${site}:${of.id}`],
  author: { handle: of.author },
  text: of.text,
});
const commentLayer = (comment: Comment, site: string, source: Layer['source']): Layer => ({
  source,
  names: [`${site}:${comment.post.id}#${comment.id}`],
  author: { handle: comment.author },
  text: comment.text,
  postedAt: comment.postedAt,
  under: underOf(comment.post, site),
});
const postLayer = (of: Post, site: string, source: Layer['source']): Layer => ({
  source,
  names: [`${site}:${of.id}`, `${site}:pk:${of.id}`],
  author: { handle: of.author, id: `9${of.id}` },
  text: of.text,
  postedAt: 1000,
  photos: [{ url: `https://a.cdninstagram.com/v/${of.id}_n.jpg`, kind: 'photo' }],
});
const comment = (n: number, of: Post, text = WORDS): Comment => ({
  id: `880${n}0`,
  author: `warga${n}`,
  text,
  post: of,
  postedAt: n * 1000,
});

describe('a comment', () => {
  it('keeps its own words and fills the post above from the post’s own layer', () => {
    const mine = comment(1, post(1));
    const dom = {
      ...commentLayer(mine, 'instagram', 'dom'),
      under: { names: ['instagram:70001'], text: POST_WORDS.slice(0, 20), textCut: true },
    };
    const capture = mergeLayers(dom, [postLayer(post(1), 'instagram', 'island')], context('instagram'));
    expect(capture.identity).toEqual({
      key: 'instagram:70001#88010',
      aliases: ['instagram:70001#88010'],
      permalink: 'https://www.instagram.com/p/70001/c/88010/',
    });
    expect(capture.text).toEqual({ value: WORDS, source: 'dom' });
    expect(capture.photos).toEqual({ unreadable: 'not-on-page' });
    expect(capture.under).toMatchObject({ text: post(1).text, author: { handle: 'pemkab1' } });
    expect(capture.under?.textCut).toBeUndefined();
    expect(capture.dropped).toEqual([]);
  });

  it('is named by a record that knows no post, when the page shows the number', () => {
    const mine = comment(1, post(1));
    const bare: Layer = {
      source: 'store',
      names: ['facebook:comment:88010'],
      author: { handle: mine.author, id: '5' },
      text: WORDS,
    };
    const cut = { ...commentLayer(mine, 'facebook', 'dom'), text: WORDS.slice(0, 30), textCut: true };
    const capture = mergeLayers(cut, [bare], context('facebook'));
    expect(capture.text).toEqual({ value: WORDS, source: 'store' });
    expect(capture.identity?.permalink).toBe('https://www.facebook.com/70001?comment_id=88010');
  });

  it('is nobody’s where page and store give the same number to two people', () => {
    const mine = comment(1, post(1));
    const bare: Layer = {
      source: 'store',
      names: ['instagram:comment:88010'],
      author: { handle: 'warga.lain', id: '5' },
      text: WORDS,
    };
    const capture = mergeLayers(commentLayer(mine, 'instagram', 'dom'), [bare], context('instagram'));
    expect(capture.author).toEqual({ unreadable: 'contradiction' });
    expect(capture.text).toEqual({ unreadable: 'contradiction' });
  });

  it('is not the same comment under another post', () => {
    const mine = comment(1, post(1));
    const elsewhere = commentLayer({ ...mine, post: post(2) }, 'facebook', 'store');
    const dom = { ...commentLayer(mine, 'facebook', 'dom'), text: WORDS.slice(0, 45), textCut: true };
    const capture = mergeLayers(dom, [elsewhere], context('facebook'));
    expect(capture.text).toEqual({ unreadable: 'only-partly' });
    expect(capture.under?.text).toBe(post(1).text);
    expect(capture.identity?.aliases).toEqual(['facebook:70001#88010']);
  });

  it('is not the post in which its author wrote the same words', () => {
    const dom: Layer = {
      source: 'dom',
      names: [],
      author: { handle: 'warga1' },
      text: WORDS,
      under: { names: ['facebook:70001'] },
    };
    const own: Layer = {
      source: 'store',
      names: ['facebook:70005'],
      author: { handle: 'warga1' },
      text: WORDS,
    };
    expect(mergeLayers(dom, [own], context('facebook')).identity).toBeNull();
    const { under: _, ...asPost } = dom;
    expect(mergeLayers(asPost, [own], context('facebook')).identity?.key).toBe('facebook:70005');
  });

  it('has no identity from the number of the comment alone', () => {
    const dom: Layer = {
      source: 'dom',
      names: ['facebook:comment:88010'],
      text: WORDS,
      under: { names: [] },
    };
    expect(mergeLayers(dom, [], context('facebook')).identity).toBeNull();
  });
});

describe('a share', () => {
  const dom: Layer = {
    source: 'dom',
    names: ['facebook:70001'],
    author: { id: '1' },
    text: 'Tolong dibantu pak',
    shared: { names: ['facebook:70009'], author: { id: '2' }, text: WORDS.slice(0, 30), textCut: true },
  };

  it('keeps the original apart and fills it from layers that know it as the original', () => {
    const store: Layer = {
      source: 'store',
      names: ['facebook:70001'],
      author: { id: '1' },
      text: 'Tolong dibantu pak',
      shared: { names: ['facebook:70009'], author: { id: '2', name: 'Bu Rini' }, text: WORDS },
    };
    const capture = mergeLayers(dom, [store], context('facebook'));
    expect(capture.text).toMatchObject({ value: 'Tolong dibantu pak' });
    expect(capture.shared).toMatchObject({ author: { name: 'Bu Rini' }, text: WORDS });
  });

  it('never takes the original for the share', () => {
    const original: Layer = { source: 'store', names: ['facebook:70009'], author: { id: '2' }, text: WORDS };
    const capture = mergeLayers(dom, [original], context('facebook'));
    expect(capture.identity?.key).toBe('facebook:70001');
    expect(capture.text).toMatchObject({ value: 'Tolong dibantu pak' });
    expect(JSON.stringify(capture)).not.toContain(WORDS);
  });

  it('does not mix two originals', () => {
    const other: Layer = {
      ...dom,
      source: 'island',
      shared: { names: ['facebook:70008'], author: { id: '3' }, text: 'Milik orang lain' },
    };
    expect(JSON.stringify(mergeLayers(dom, [other], context('facebook')).shared)).not.toContain('orang lain');
  });
});

describe('property: a comment’s result is that comment or unreadable', () => {
  /** Few posts, authors and words, so that everything collides: same words by two, one person twice. */
  const comments = fc.array(
    fc.record({
      author: fc.constantFrom('warga1', 'warga2', 'pemkab1'),
      post: fc.integer({ min: 1, max: 2 }),
      text: fc.constantFrom(WORDS, `${WORDS} Terima kasih.`, 'Setuju', ''),
    }),
    { minLength: 2, maxLength: 5 },
  );
  const scene = fc.record({
    site: fc.constantFrom('instagram' as const, 'facebook' as const),
    comments,
    known: fc.record({ name: fc.boolean(), cut: fc.boolean(), author: fc.boolean(), under: fc.boolean() }),
    others: fc.array(
      fc.record({
        of: fc.nat(4),
        source: fc.constantFrom('island' as const, 'store' as const),
        what: fc.constantFrom('comment', 'bare', 'post', 'foreign-under'),
      }),
      { maxLength: 8 },
    ),
  });

  it('holds for any layers in any order', () => {
    fc.assert(
      fc.property(scene, (input) => {
        const all = input.comments.map((one, index): Comment => {
          const made = comment(index + 1, post(one.post), one.text);
          return { ...made, author: one.author };
        });
        const [mine] = all as [Comment];
        const { site, known } = input;
        const dom: Layer = { ...commentLayer(mine, site, 'dom') };
        if (!known.name) dom.names = [];
        if (!known.author) delete dom.author;
        if (known.cut && mine.text.length > 50)
          Object.assign(dom, { text: mine.text.slice(0, 50), textCut: true });
        dom.under = known.under
          ? underOf(mine.post, site)
          : { names: known.name ? [`${site}:${mine.post.id}`] : [] };
        const layers = input.others.map(({ of, source, what }): Layer => {
          const one = all[of % all.length] as Comment;
          if (what === 'post') return postLayer(one.post, site, source);
          const layer = commentLayer(one, site, source);
          if (what === 'bare') {
            return { ...layer, names: [`${site}:comment:${one.id}`], under: { names: [] } };
          }
          // A stale cache: this comment's words below the other post.
          if (what === 'foreign-under') {
            const other = post(one.post.id === '70001' ? 2 : 1);
            return { ...layer, names: [`${site}:${other.id}#${one.id}`], under: underOf(other, site) };
          }
          return layer;
        });
        const capture: Capture = mergeLayers(dom, layers, context(site));
        const key = `${site}:${mine.post.id}#${mine.id}`;
        if (known.name) expect(capture.identity?.key).toBe(key);
        else if (capture.identity) {
          // By author and words: the one comment that fits, of this post when the page says which.
          const number = capture.identity.key.split('#')[1];
          expect(number).toBe(mine.id);
          if (known.under) expect(capture.identity.key).toBe(key);
        }
        if ('value' in capture.text) expect(capture.text.value).toBe(mine.text);
        if ('value' in capture.author) expect(capture.author.value.handle).toBe(mine.author);
        if ('value' in capture.postedAt) expect(capture.postedAt.value).toBe(mine.postedAt);
        expect('value' in capture.photos).toBe(false);
        if (capture.under?.text !== undefined && (known.name || known.under))
          expect(capture.under.text).toBe(mine.post.text);
      }),
      { numRuns: 3000 },
    );
  });
});

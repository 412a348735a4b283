// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../complaints/reading.ts';
import { facebookFinder as finder } from '../../../sites/facebook/finder.ts';
import { facebookMapper as mapper } from '../../../sites/facebook/mapper.ts';

/** Saved public pages that lie beside the checkout on some machines; no part of this project. */
const pages = new URL('../../../../shared/real-pages/facebook/', `file://${__dirname}/`);
const here = existsSync(pages);
if (!here) console.log('skipped: no real pages');

const read = (name: string): string => readFileSync(new URL(name, pages), 'utf8');

function open(name: string): Document {
  document.open();
  document.write(read(name));
  document.close();
  return document;
}
const named = (...names: string[]): Layer => ({ source: 'dom', names });

describe.skipIf(!here)('real pages', () => {
  it('rendered timeline of 2023: one post, no skeleton', () => {
    const url = new URL('https://www.facebook.com/heymeedan');
    expect(finder.surfaceOf(url)).toBe('profile');
    const page = open('page-timeline_rendered_loggedout_2023-01.html');
    const posts = finder.findPosts(page, url);
    expect(posts).toHaveLength(1);
    const [post] = posts as [Element];
    expect(post.querySelector('[role=progressbar]')).toBeNull();
    const layer = finder.readDom(post, url);
    expect(layer).toMatchObject({
      names: ['facebook:video:1522700938072473'],
      author: { handle: 'heymeedan' },
      counts: { likes: 2 },
      audience: 'public',
      photos: [{ kind: 'video-cover' }],
    });
    const row = finder.anchor(post, url)?.container;
    expect(row?.querySelectorAll('[role=button]')).toHaveLength(3);
    expect(row?.children).toHaveLength(3);
  });

  it('document of 2024 with 76 islands: the one story by key and type', () => {
    const page = open('post-document_unrendered_loggedout_2024-08.html');
    const raw = finder.readIslands(page, named('facebook:1416281615991685'));
    const layers = mapper.mapRaw(raw, 'island');
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({
      names: ['facebook:1416281615991685', expect.stringMatching(/^facebook:pfbid0/)],
      author: { id: '100028295814975' },
      postedAt: 1_723_573_975_000,
      audience: 'public',
      counts: { likes: 0, comments: 0, shares: 0 },
    });
    expect(layers[0]?.text?.split('\n').length).toBeGreaterThan(50);
    const all = [...page.querySelectorAll('script[type="application/json"]')].map((script) =>
      JSON.parse(script.textContent ?? 'null'),
    );
    expect(mapper.mapRaw(all, 'island').map((layer) => layer.names[0])).toContain(
      'facebook:1416281615991685',
    );
    expect(finder.readIslands(page, named('facebook:1416281615991686'))).toEqual([]);
  });

  it('search result of 2025: an album of seven, not all of it there', () => {
    const layers = mapper.mapRaw([JSON.parse(read('search-result_album_id_2025-11.json'))], 'island');
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({
      names: [
        'facebook:890510642442295',
        expect.stringMatching(/^facebook:pfbid/),
        'facebook:photo:890510385775654',
      ],
      author: { handle: 'PrabowoSubianto', id: '100044501016660' },
      text: expect.stringMatching(/^Saya dan atas nama/),
      postedAt: 1_699_513_445_000,
      counts: { likes: 10_000, comments: 3665, shares: 413, approximate: true },
      audience: 'public',
      photos: [{ kind: 'photo', width: 590, height: 393 }],
      photoTotal: 7,
    });
  });

  it('shapes: feed variant, dialog, feed edge, comment', () => {
    const home = new URL('https://www.facebook.com/');
    document.body.innerHTML = read('invented-shapes/feed-posinset-variant.html');
    const posts = finder.findPosts(document, home);
    expect(posts).toHaveLength(1);
    expect(finder.readDom(posts[0] as Element, home)).toMatchObject({
      names: ['facebook:1234567890123456', 'facebook:photo:222'],
      author: { handle: 'warga.contoh' },
      textCut: true,
      counts: { likes: 42, comments: 7, shares: 3 },
    });
    const permalink = new URL('https://www.facebook.com/groups/1111/posts/1234567890123456/');
    document.body.innerHTML = read('invented-shapes/dialog-with-comments.html');
    const opened = finder.findPosts(document, permalink);
    expect(opened).toHaveLength(1);
    expect(finder.readDom(opened[0] as Element, permalink)).toMatchObject({
      names: ['facebook:1234567890123456'],
      author: { id: '100000000000001' },
      text: 'Jalan berlubang di depan pasar',
    });
    const [edge] = mapper.mapRaw([JSON.parse(read('invented-shapes/feed-edge-2026-10.shape.json'))], 'store');
    expect(edge).toMatchObject({
      names: ['facebook:1234567890123456', 'facebook:photo:222'],
      postedAt: 1_790_000_000_000,
      counts: { likes: 42, comments: 7, shares: 3 },
      photos: [{ width: 2048 }],
      photoTotal: 2,
      place: 'Kota Contoh',
    });
    const comments = finder.comments.find(document, permalink);
    expect(comments.map((comment) => finder.comments.names(comment, permalink))).toEqual([
      ['facebook:1234567890123456#1111', 'facebook:comment:1111'],
      ['facebook:1234567890123456#2222', 'facebook:comment:2222'],
    ]);
    expect(comments.map((comment) => finder.readComment(comment, permalink))).toMatchObject([
      { author: { handle: 'dinas.contoh' }, text: 'Terima kasih atas laporannya.' },
      {
        author: { name: 'Warga Contoh' },
        text: 'Siap, terima kasih',
        under: { names: ['facebook:1234567890123456'], text: 'Jalan berlubang di depan pasar' },
      },
    ]);
    expect(
      mapper.mapRaw([JSON.parse(read('invented-shapes/comment-node-2026-10.shape.json'))], 'store'),
    ).toEqual([
      {
        source: 'store',
        names: ['facebook:1234567890123456#1111', 'facebook:comment:1111'],
        under: {
          names: ['facebook:1234567890123456'],
          permalink: 'https://www.facebook.com/groups/1111/posts/1234567890123456/',
        },
        author: { handle: 'dinas.contoh', id: '100000000000009', name: 'Dinas Contoh' },
        text: 'Terima kasih atas laporannya, tim kami akan mengecek.',
        postedAt: 1_790_000_600_000,
        counts: { likes: 2 },
      },
    ]);
  });
});

// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import { instagramMapper as mapper } from '../../../sites/instagram/mapper.ts';
import { mergeLayers } from '../../../sites/merge.ts';

/** Saved pages beside the checkout; not part of the project. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'real-pages', 'instagram');
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no real pages');

function load(file: string): Document {
  return new DOMParser().parseFromString(readFileSync(join(FOLDER, file), 'utf8'), 'text/html');
}

function capture(file: string, path: string) {
  const document = load(file);
  const url = new URL(path, 'https://www.instagram.com');
  const posts = finder.findPosts(document, url);
  expect(posts).toHaveLength(1);
  const post = posts[0] as Element;
  expect(finder.anchor(post, url)).not.toBeNull();
  const dom = finder.readDom(post, url);
  const raw = JSON.parse(JSON.stringify(finder.readIslands(document, dom)));
  const context = { site: 'instagram' as const, surface: 'post', pageUrl: url.href, readAt: 1 };
  return mergeLayers(dom, mapper.mapRaw(raw, 'island'), context);
}

const value = (field: unknown) => (field as { value?: unknown }).value;

describe.skipIf(!present)('real pages', () => {
  it('post page, carousel of 3', () => {
    const read = capture('post-page_carousel3_ptBR_loggedin_2025-11-25.html', '/akun_01/p/DQq9PJQk4TG/');
    expect(read.identity?.key).toBe('instagram:DQq9PJQk4TG');
    expect(value(read.author)).toMatchObject({ handle: 'akun_01' });
    expect(value(read.postedAt)).toBe(1762338015 * 1000);
    expect(value(read.photos)).toHaveLength(3);
    expect(read.photoTotal).toBeUndefined();
    expect(value(read.text)).toMatch(/^Bom dia, seguidores/);
    expect(value(read.counts)).toEqual({ likes: 137, comments: 5 });
    expect(read.dropped).toEqual([]);
  });

  it('post page, one photo, rounded counts, module name with a hash', () => {
    const read = capture(
      'post-page_single-photo_15comments_ptBR_loggedin_2025-11-20.html',
      '/akun_01/p/DRQcDGdF956/',
    );
    expect(read.identity?.key).toBe('instagram:DRQcDGdF956');
    expect(value(read.author)).toMatchObject({ handle: 'akun_01' });
    expect(value(read.postedAt)).toBe(1763595700 * 1000);
    expect(value(read.photos)).toHaveLength(1);
    expect(value(read.text)).toMatch(/^🐲 REVOLTA RELIGIOSA\./u);
    expect(value(read.counts)).toEqual({ likes: 11651, comments: 1132 });
  });

  it('touch layout, caption cut, paid partnership', () => {
    const read = capture(
      'post-page_mobile-touch-article_paid-partnership_en_loggedin_2026-01.html',
      '/akun_01/reel/DM5F3Vzq6TN/',
    );
    expect(read.identity?.key).toBe('instagram:DM5F3Vzq6TN');
    expect(value(read.postedAt)).toBe(1754222518 * 1000);
    expect(value(read.text)).toMatch(/^Cash is cool but chocolate is/);
    expect((value(read.text) as string).length).toBeGreaterThan(130);
    expect(read.paidPartnership).toBe(true);
    expect(value(read.photos)).toMatchObject([{ kind: 'video-cover' }]);
  });

  it('home feed: posts, no advertisement, no loading article', () => {
    const posts = finder.findPosts(
      load('home-feed_structure_2026-10.html'),
      new URL('https://www.instagram.com/'),
    );
    expect(posts.map((post) => post.id)).toEqual(['a-plain', 'a-suggested', 'a-reel']);
    expect(finder.anchor(posts[0] as Element, new URL('https://www.instagram.com/'))?.container.id).toBe(
      'actions-plain',
    );
  });

  it.each([
    ['reels-viewer_en_loggedin_2026-01.html', ['/reels/DM4_qshB3le/', '/akun_01/reel/DM4_qshB3le/', '/']],
    ['profile-grid_en_loggedin_2025-12_or_2026-01.html', ['/akun_01/', '/akun_01/reels/', '/']],
  ])('%s: no button and no claim', (file, paths) => {
    const document = load(file);
    for (const path of paths)
      expect(finder.findPosts(document, new URL(path, 'https://www.instagram.com'))).toEqual([]);
  });
});

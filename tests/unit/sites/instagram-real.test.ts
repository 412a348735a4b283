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

const sourceOf = (field: unknown) => (field as { source?: unknown }).source;
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
    ['post-page_carousel3_ptBR_loggedin_2025-11-25.html', '/akun_01/p/DQq9PJQk4TG/', 5],
    ['post-page_single-photo_15comments_ptBR_loggedin_2025-11-20.html', '/akun_01/p/DRQcDGdF956/', 15],
  ])('comments of %s', (file, path, many) => {
    const document = load(file);
    const url = new URL(path, 'https://www.instagram.com');
    const comments = finder.comments.find(document, url);
    expect(comments).toHaveLength(many);
    const keys = new Set<string>();
    for (const [index, comment] of comments.entries()) {
      const anchor = finder.comments.anchor(comment, url);
      expect(anchor?.container.querySelectorAll('[role="button"]').length).toBeGreaterThan(0);
      expect(comment.querySelectorAll('a[href*="/c/"]')).toHaveLength(1);
      const dom = finder.readComment(comment, url);
      expect(dom.text).toBe(`Contoh komentar nomor ${index + 1}.`);
      const raw = JSON.parse(JSON.stringify(finder.readIslands(document, dom)));
      const read = mergeLayers(dom, mapper.mapRaw(raw, 'island'), {
        site: 'instagram',
        surface: 'post',
        pageUrl: url.href,
        readAt: 1,
        permalinkOf: (key, layers) => mapper.permalinkOf(key, layers),
      });
      keys.add(read.identity?.key ?? '');
      expect(read.identity?.permalink).toBe(
        `https://www.instagram.com/p/${read.identity?.key.slice(10).replace('#', '/c/')}/`,
      );
      expect([read.author, read.text, read.postedAt].map(sourceOf)).toEqual(['island', 'island', 'island']);
      expect(read.under?.names).toContain(`instagram:${path.split('/')[3]}`);
      expect(read.under?.author?.handle).toBe('akun_01');
      expect(read.dropped).toEqual([]);
    }
    expect(keys.size).toBe(many);
  });

  it('reels viewer: eight live slots, of which two prove what they are', () => {
    const document = load('reels-viewer_en_loggedin_2026-01.html');
    for (const path of [
      '/reels/',
      '/reels/DM4_qshB3le/',
      '/reels/DSPMo1AEvUO/',
      '/akun_01/reel/DM4_qshB3le/',
    ]) {
      const url = new URL(path, 'https://www.instagram.com');
      const slots = finder.findPosts(document, url);
      expect(slots).toHaveLength(8);
      expect(slots.every((slot) => finder.anchor(slot, url) && finder.authorLabel(slot))).toBe(true);
      const read = slots.map((slot) => {
        const dom = finder.readDom(slot, url);
        const raw = JSON.parse(JSON.stringify(finder.readIslands(document, dom)));
        const context = { site: 'instagram' as const, surface: 'reels', pageUrl: url.href, readAt: 1 };
        return mergeLayers(dom, mapper.mapRaw(raw, 'island'), context);
      });
      expect(read.map((each) => [each.identity?.key, value(each.postedAt)]).slice(0, 2)).toEqual([
        ['instagram:DM4_qshB3le', 1754219181000],
        ['instagram:DSPMo1AEvUO', 1765701590000],
      ]);
      expect(read.slice(2).every((each) => each.identity === null)).toBe(true);
      expect(slots.map((slot) => finder.names(slot, url).length)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
      for (const each of read) expect(value(each.photos)).toMatchObject([{ kind: 'video-cover' }]);
    }
  });

  it('no button in a grid', () => {
    for (const file of [
      'profile-grid_en_loggedin_2025-12_or_2026-01.html',
      'reels-viewer_en_loggedin_2026-01.html',
    ]) {
      const document = load(file);
      for (const path of ['/akun_01/', '/akun_01/reels/', '/', '/explore/']) {
        expect(finder.findPosts(document, new URL(path, 'https://www.instagram.com'))).toEqual([]);
        expect(finder.comments.find(document, new URL(path, 'https://www.instagram.com'))).toEqual([]);
      }
    }
  });
});

// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import { makeScene } from '../../drift/scene.ts';
import { SURFACES } from '../../drift/surfaces.ts';

/**
 * The drift run counts what is wrong. Readers that read nothing would be right there; so here what the markup alone
 * has to tell of generated posts, whole and with one signal gone.
 */
const LOST: Record<string, readonly string[]> = {
  '': [],
  author: ['ig-reels author'],
  h1: [],
  'dir-auto': [],
  save: [],
  section: [],
};
/** A slot of the viewer shows no time; where the header's name has no link, a post without caption names nobody. */
const TELLS: Record<string, readonly string[]> = { 'ig-reels': ['author', 'text'] };

it.each(Object.entries(LOST))('tells author, words and time, gone: “%s”', (signal, lost) => {
  for (const { id, site } of SURFACES) {
    if (site !== 'instagram') continue;
    for (let scene = 0; scene < 3; scene++) {
      const { html, url, truths } = makeScene({ surface: id, seed: 77, scene, gone: signal ? [signal] : [] });
      const document = new DOMParser().parseFromString(html, 'text/html');
      const posts = finder.findPosts(document, url);
      expect(posts.length, `${id} ${scene}`).toBeGreaterThan(0);
      for (const post of posts) {
        const mark = (post.closest('[data-t]') ?? post.querySelector('[data-t]'))?.getAttribute('data-t');
        const truth = truths[Number(mark?.slice(1))];
        const { author, text, postedAt } = finder.readDom(post, url);
        const read = { author: author?.handle, text, time: postedAt };
        for (const field of TELLS[id] ?? (['author', 'text', 'time'] as const)) {
          if (lost.includes(`${id} ${field}`) || !truth?.text) continue;
          expect(read[field as keyof typeof read], `${id} ${scene} ${mark} ${field}`).toBeTruthy();
        }
      }
    }
  }
});

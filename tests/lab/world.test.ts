import { describe, expect, it } from 'vitest';
import { pkOf } from './shortcode.ts';
import type { LabItem, LabPost } from './types.ts';
import { makeWorld, postsOf, WORLD_NOW } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5];
const posts = (items: LabItem[]): LabPost[] =>
  items.flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []));

/** Authors whose two posts stand less than a minute apart. */
const hasty = (all: LabPost[]): boolean =>
  all.some((a) =>
    all.some((b) => a !== b && a.author.id === b.author.id && Math.abs(a.postedAt - b.postedAt) < 60),
  );
const twins = (all: LabPost[]): boolean =>
  all.some((a) => all.some((b) => a.text !== '' && a.text === b.text && a.author.id !== b.author.id));

describe('the world of a seed', () => {
  it('is the same each time, and another for another seed', () => {
    expect(makeWorld(7)).toEqual(makeWorld(7));
    expect(JSON.stringify(makeWorld(7).instagram)).not.toBe(JSON.stringify(makeWorld(8).instagram));
    expect(makeWorld(7, { now: WORLD_NOW + 3600 }).instagram.feed[0]?.post?.postedAt).not.toBe(
      makeWorld(7).instagram.feed[0]?.post?.postedAt,
    );
  });

  it.each(SEEDS)('has all that a feed can bring on Instagram (seed %i)', (seed) => {
    const { feed, stories } = makeWorld(seed).instagram;
    const all = posts(feed);
    expect(feed.length).toBeGreaterThanOrEqual(40);
    expect(stories.length).toBeGreaterThan(4);
    const kinds = new Set(feed.map(({ kind }) => kind));
    expect(kinds.size).toBe(6);
    const counts = new Set(all.map(({ photos }) => photos.length));
    expect([1, 2, 3, 4, 5, 6, 7, 8].every((n) => counts.has(n))).toBe(true);
    expect(all.some((p) => p.video)).toBe(true);
    expect(all.some((p) => p.text === '')).toBe(true);
    expect(all.some((p) => p.likes === null)).toBe(true);
    expect(all.some((p) => p.commentsOff && p.replies.length === 0)).toBe(true);
    expect(all.some((p) => p.paidPartnership)).toBe(true);
    expect(all.some((p) => p.place)).toBe(true);
    expect(all.some((p) => p.text.length === 2200)).toBe(true);
    expect(all.some((p) => p.text.includes('\u200b') && p.text.includes('\u202e'))).toBe(true);
    expect(all.some((p) => p.text.startsWith('=HYPERLINK'))).toBe(true);
    expect(twins(all)).toBe(true);
    expect(hasty(all)).toBe(true);
  });

  it.each(SEEDS)('has all that a feed can bring on Facebook (seed %i)', (seed) => {
    const { feed, groups } = makeWorld(seed).facebook;
    const all = posts(feed);
    expect(feed.length).toBeGreaterThanOrEqual(40);
    expect(new Set(feed.map(({ kind }) => kind)).size).toBe(6);
    expect(groups.map(({ items }) => posts(items).length)).toEqual([12, 12]);
    expect(all.some((p) => p.text.length === 63_000)).toBe(true);
    expect(all.some((p) => p.photos.length === 0)).toBe(true);
    expect(all.some((p) => p.photos.length > 5)).toBe(true);
    expect(all.some((p) => p.audience === 'friends')).toBe(true);
    expect(all.every((p) => p.pfbid?.startsWith('pfbid0'))).toBe(true);
    expect(groups.every(({ items }) => posts(items).every((p) => p.group && p.audience === 'group'))).toBe(
      true,
    );
    expect(twins(all)).toBe(true);
    expect(hasty(all)).toBe(true);
  });

  it.each(SEEDS)('numbers its posts as the sites do (seed %i)', (seed) => {
    const all = postsOf(makeWorld(seed));
    const instagram = all.filter(({ site }) => site === 'instagram').map(({ post }) => post);
    expect(instagram.every((p) => p.id.length === 11 && pkOf(p.id) === p.pk)).toBe(true);
    const ids = new Map(all.map(({ post }) => [`${post.site} ${post.id}`, post]));
    expect(all.every(({ post }) => ids.get(`${post.site} ${post.id}`) === post)).toBe(true);
    const files = [...ids.values()].flatMap((post) => post.photos.map((photo) => photo.file));
    expect(new Set(files).size).toBe(files.length);
    expect(all.every(({ post }) => post.postedAt < WORLD_NOW && post.replies.length <= post.comments)).toBe(
      true,
    );
  });
});

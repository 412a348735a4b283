import type { LabPost, World } from '../types.ts';
import { postsOf } from './feed.ts';
import { hash32 } from './seeded.ts';
import { traitsOf } from './traits.ts';
import { moreOf } from './world-more.ts';

/** The post that a sharing post shares; null if it can no longer be seen; undefined if the post shares none. */
export function originalOf(facebook: World['facebook'], post: LabPost): LabPost | null | undefined {
  const known = moreOf(facebook).shares.get(post.id);
  if (known !== undefined) return known;
  if (!traitsOf(post).reshares) return undefined;
  const others = postsOf(facebook).filter(
    (other) =>
      other.photos.length > 0 &&
      other.audience === 'public' &&
      !other.group &&
      !other.video &&
      other.author.id !== post.author.id,
  );
  return others[hash32(`shares:${post.id}`) % Math.max(1, others.length)];
}

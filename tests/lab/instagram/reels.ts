import { hash } from '../random.ts';
import type { LabContext } from '../routes.ts';
import type { LabItem } from '../types.ts';
import { type Json, mediaOf } from './media.ts';

/** How many reels the document carries; the others come by query. */
export const FIRST_REELS = 2;

/** The reels of a viewer that was opened at `code`: that one first, then the others in their order. */
export function reelItems(context: LabContext, code: string | null): LabItem[] {
  const { reels } = context.world.instagram;
  const opened = reels.find(({ kind, post }) => kind === 'post' && post?.id === code);
  const post = opened ? null : code ? context.post(code) : null;
  const first: LabItem[] = opened ? [opened] : post ? [{ kind: 'post', post }] : [];
  return [...first, ...reels.filter((item) => item !== opened)];
}

export function reelsPage(context: LabContext, code: string | null, after: number, count: number): Json {
  const items = reelItems(context, code);
  const end = Math.min(items.length, after + count);
  return {
    xdt_api__v1__clips__home__connection_v2: {
      edges: items.slice(after, end).flatMap(({ kind, post }) => {
        if (!post) return [];
        const ad = kind !== 'post';
        const media = mediaOf(post, context, ad);
        const shown = { ...media, product_type: ad ? 'ad' : 'clips' };
        return [
          {
            node: {
              __typename: 'XDTClipsItemDict',
              media: ad
                ? { ...shown, link: `https://www.facebook.com/ads/ig_redirect/?d=${hash(post.id)}` }
                : shown,
            },
            cursor: '',
          },
        ];
      }),
      page_info: { end_cursor: String(end), has_next_page: end < items.length },
    },
  };
}

import { hash } from '../random.ts';
import type { LabContext } from '../routes.ts';
import type { LabItem, LabPerson, LabPost } from '../types.ts';
import { allPosts, everyone, tilesOf } from './grids.ts';
import { type Json, mediaOf, userOf } from './media.ts';

export const FIRST_PAGE = 5;
export const NEXT_PAGE = 6;

const SLOTS = [
  'media',
  'ad',
  'explore_story',
  'end_of_feed_demarcator',
  'stories_netego',
  'suggested_users',
  'bloks_netego',
  'abra_icebreakers_in_feed_unit',
  'ad4ad_in_webfeed',
];

/** Whether the feed shows a post as a suggestion from an account that is not followed. */
export const isSuggested = (post: LabPost): boolean => hash(`suggested:${post.id}`) % 6 === 0;

function slotsOf(item: LabItem, context: LabContext): Json {
  const { kind, post } = item;
  if (kind === 'suggested-people') {
    const people = context.world.instagram.stories.slice(0, 5);
    return {
      suggested_users: {
        __typename: 'XDTSuggestedUsers',
        suggestions: people.map((person) => ({
          user: userOf(person, context),
          social_context: 'Diikuti oleh 3 orang',
        })),
      },
    };
  }
  if (!post) return {};
  if (kind === 'post') {
    const media = mediaOf(post, context);
    return isSuggested(post)
      ? {
          explore_story: {
            __typename: 'XDTExploreStory',
            id: `es_${post.pk}`,
            media: {
              ...media,
              inventory_source: 'mixed_unconnected',
              explore: { title: 'Disarankan untuk Anda' },
            },
          },
        }
      : { media };
  }
  const labelled = kind === 'ad-labelled';
  return {
    ad: {
      __typename: 'XDTAdInsertionItem',
      ad_id: hash(post.pk) * 1000,
      label: kind === 'ad-unlabelled' ? null : 'Bersponsor',
      link: labelled
        ? `https://www.facebook.com/ads/ig_redirect/?d=Ad${hash(post.id).toString(36)}&a=1`
        : `https://l.instagram.com/?u=${encodeURIComponent(`https://${post.author.handle}.example/`)}&e=AT1`,
      cta: 'Belanja sekarang',
      items: [mediaOf(post, context, true)],
    },
  };
}

/** A page of the home feed. `after` is the zero-based place of its first item. */
export function feedPage(context: LabContext, after: number, count: number): Json {
  const { feed } = context.world.instagram;
  const items = feed.slice(after, after + count);
  const end = after + items.length;
  const empty = Object.fromEntries(SLOTS.map((slot) => [slot, null]));
  const edges: Json[] = items.map((item, i) => ({
    node: { __typename: 'XDTFeedItem', ...empty, ...slotsOf(item, context) },
    cursor: String(after + i + 1),
  }));
  if (end >= feed.length) {
    edges.push({
      node: {
        __typename: 'XDTFeedItem',
        ...empty,
        end_of_feed_demarcator: {
          __typename: 'XDTEndOfFeedDemarcator',
          id: 'eof',
          title: 'Anda sudah melihat semua postingan',
        },
      },
      cursor: 'end',
    });
  }
  return {
    xdt_api__v1__feed__timeline__connection: {
      edges,
      page_info: { end_cursor: String(end), has_next_page: end < feed.length },
    },
  };
}

export const storiesTray = (context: LabContext): Json => ({
  xdt_api__v1__feed__reels_tray: {
    tray: context.world.instagram.stories.map((person, i) => ({
      __typename: 'XDTReelDict',
      id: `reel_${person.id}`,
      user: userOf(person, context),
      seen: i % 3 === 2 ? 1 : 0,
    })),
  },
});

export const postInfo = (post: LabPost, context: LabContext): Json => ({
  xdt_api__v1__media__shortcode__web_info: { items: [mediaOf(post, context)] },
});

const postsBy = (handle: string, context: LabContext): LabPost[] =>
  allPosts(context.world).filter((post) => post.author.handle === handle);

/** "More posts from": the author's other posts. */
export const relatedPage = (post: LabPost, context: LabContext): Json => ({
  xdt_api__v1__profile_timeline: {
    items: postsBy(post.author.handle, context)
      .filter((other) => other.id !== post.id)
      .slice(0, 6)
      .map((other) => mediaOf(other, context)),
  },
});

export function profilePage(handle: string, context: LabContext): Json {
  const posts = tilesOf({ kind: 'profile', user: handle }, context.world) ?? [];
  return {
    xdt_api__v1__feed__user_timeline_graphql_connection: {
      edges: posts.map((post) => ({ node: mediaOf(post, context), cursor: `${post.pk}_` })),
      page_info: { end_cursor: null, has_next_page: false },
    },
  };
}

/** Everyone of the site who has a profile, by handle. */
export const personBy = (handle: string, context: LabContext): LabPerson | undefined =>
  everyone(context).find((person) => person.handle === handle);

import { hash } from '../random.ts';
import type { LabContext } from '../routes.ts';
import type { LabItem, LabPerson, LabPost, World } from '../types.ts';
import { type Json, mediaOf } from './media.ts';
import type { Route } from './paths.ts';

type Feeds = Pick<World, 'instagram'>;

const once = (items: readonly LabItem[]): LabPost[] => [
  ...new Set(items.flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []))),
];

/** All posts of the site that anyone may see, each once. */
export const allPosts = ({ instagram }: Feeds): LabPost[] => once([...instagram.feed, ...instagram.reels]);

/** Everyone of the site who has a profile, each once. */
export function everyone({ world }: { world: Feeds }): LabPerson[] {
  const people = [...world.instagram.feed, ...world.instagram.reels].flatMap(({ post }) =>
    post
      ? [
          post.author,
          ...(post.coAuthors ?? []),
          ...post.replies.flatMap((one) => [one.author, ...(one.replies ?? []).map((two) => two.author)]),
        ]
      : [],
  );
  return [...new Set([...people, ...world.instagram.stories])];
}

const some = (posts: LabPost[], key: string, share: number): LabPost[] =>
  posts.filter((post) => hash(`${key}:${post.id}`) % 100 < share);

export const locationId = (place: string): number => 100_000_000 + (hash(place) % 900_000_000);

/** Posts of a page of tiles, in order; null where the address is no such page. */
export function tilesOf(route: Route, world: Feeds): LabPost[] | null {
  const all = allPosts(world);
  switch (route.kind) {
    case 'explore':
      return some(all, 'explore', 55);
    case 'search':
      return some(all, 'search', 30);
    case 'tag': {
      const named = all.filter((post) => post.text.toLowerCase().includes(`#${route.tag.toLowerCase()}`));
      return [...new Set([...named, ...some(all, `tag ${route.tag}`, 20)])];
    }
    case 'location':
      return all.filter((post) => post.place && String(locationId(post.place)) === route.id);
    case 'profile': {
      const by = all.filter(
        (post) =>
          post.author.handle === route.user || post.coAuthors?.some(({ handle }) => handle === route.user),
      );
      if (route.tab === 'reels') return by.filter((post) => post.video);
      if (route.tab === 'saved') return some(all, 'saved', 25);
      if (route.tab === 'tagged')
        return some(
          all.filter((post) => !by.includes(post)),
          `tagged ${route.user}`,
          12,
        );
      return by;
    }
    default:
      return null;
  }
}

/** What the tab of reels leaves out. */
function partial(media: Json): Json {
  const { caption: _caption, taken_at: _taken, ...rest } = media;
  return rest;
}

/** How a page of tiles is asked for: by a query, or at an address of the older interface. */
export interface GridAnswer {
  query: string | null;
  data: Json;
}

export function gridAnswer(route: Route, context: LabContext): GridAnswer | null {
  const posts = tilesOf(route, context.world);
  if (!posts) return null;
  const medias = posts.map((post) => mediaOf(post, context));
  const edges = medias.map((media) => ({ node: media, cursor: `${media.pk}_` }));
  const page_info = { end_cursor: null, has_next_page: false };
  const rows: Json[][] = [];
  for (let i = 0; i < medias.length; i += 3) rows.push(medias.slice(i, i + 3));
  const sectional = rows.map((row) => ({
    layout_type: 'media_grid',
    layout_content: { medias: row.map((media) => ({ media })) },
  }));
  switch (route.kind) {
    case 'explore':
      return { query: null, data: { sectional_items: sectional, more_available: false } };
    case 'tag':
      return {
        query: null,
        data: { data: { name: route.tag, top: { sections: sectional, more_available: false } } },
      };
    case 'location':
      return {
        query: 'PolarisLocationPageTabContentQuery',
        data: { xdt_location_get_web_info_tab: { edges, page_info } },
      };
    case 'search':
      return {
        query: 'PolarisKeywordSearchExplorePageRelayQuery',
        data: {
          xdt_fbsearch__top_serp_graphql: { edges: rows.map((items) => ({ node: { items } })), page_info },
        },
      };
    case 'profile':
      if (route.tab === 'saved')
        return { query: null, data: { items: medias.map((media) => ({ media })), more_available: false } };
      if (route.tab === 'tagged')
        return {
          query: 'PolarisProfileTaggedTabContentQuery_connection',
          data: { xdt_api__v1__usertags__user_id__feed_connection: { edges, page_info } },
        };
      if (route.tab === 'reels')
        return {
          query: 'PolarisProfileReelsTabContentQuery_connection',
          data: {
            xdt_api__v1__clips__user__connection_v2: {
              edges: medias.map((media) => ({ node: { media: partial(media) } })),
              page_info,
            },
          },
        };
      return null;
    default:
      return null;
  }
}

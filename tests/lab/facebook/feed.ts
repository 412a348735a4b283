import type { LabItem, LabPerson, LabPhoto, LabPost, World } from '../types.ts';
import { type Json, photoMedia, photoSet, type StoryEnv } from './attachments.ts';
import { commentsOf } from './feedback.ts';
import { feedbackId, storyId } from './ids.ts';
import { ORIGIN, type Route, videoIdOf } from './paths.ts';
import { groupOf, personOf } from './profiles.ts';
import { digits, hash32, token } from './seeded.ts';
import { storyOf } from './story.ts';
import { traitsOf } from './traits.ts';
import { type MoreItem, moreOf, type OtherUnit } from './world-more.ts';
import { COMMENTS_AT_ONCE } from './world-threads.ts';

/** One line of an answer: the first holds `data`, later ones hang theirs under `path`, the last says it is final. */
export interface Doc {
  data?: Json;
  label?: string;
  path?: (string | number)[];
  extensions?: Json;
}

export const FIRST_PAGE = 4;
export const NEXT_PAGE = 5;

export type Facebook = World['facebook'];

/** Every post of the site that can be opened, ads and suggestions left out. */
export function postsOf(facebook: Facebook): LabPost[] {
  const items = [...facebook.feed, ...facebook.groups.flatMap((group) => group.items)];
  const seen = new Map<string, LabPost>();
  for (const item of items) if (item.kind === 'post' && item.post) seen.set(item.post.id, item.post);
  return [...seen.values()];
}

/** The same, with the posts of the additions. */
export function allPostsOf(facebook: Facebook): LabPost[] {
  const seen = new Map(postsOf(facebook).map((post) => [post.id, post]));
  for (const post of moreOf(facebook).posts) seen.set(post.id, post);
  return [...seen.values()];
}

/** The post that an address or a story id names. */
export function findPost(facebook: Facebook, name: string): LabPost | undefined {
  return allPostsOf(facebook).find(
    (p) => p.id === name || p.pfbid === name || storyId(p.id) === name || (p.video && videoIdOf(p) === name),
  );
}

/** Items of "all my groups": one of each group in turn. */
export function mixedGroups(facebook: Facebook): LabItem[] {
  const longest = Math.max(0, ...facebook.groups.map((group) => group.items.length));
  const out: LabItem[] = [];
  for (let i = 0; i < longest; i++) {
    for (const group of facebook.groups) {
      const item = group.items[i];
      if (item) out.push(item);
    }
  }
  return out;
}

const NAMES = ['Rika Melati', 'Yusuf Anhar', 'Dewi Sarimah', 'Hendra Tarigas', 'Lina Puspa', 'Arman Sadeli'];

const UNIT_TYPES: Record<Exclude<OtherUnit, 'people'>, string> = {
  groups: 'GroupsYouShouldJoinFeedUnit',
  pages: 'PagesYouMayLikeFeedUnit',
  reels: 'ReelsTrayFeedUnit',
  stories: 'StoriesTrayFeedUnit',
  market: 'MarketplaceFeedUnit',
  memories: 'GoodwillThrowbackFeedUnit',
};
const PLAIN_NAMES = ['Pasar pagi', 'Resep ikan', 'Latihan tari', 'Sungai sore', 'Bengkel'];

function nodeOf(item: MoreItem, at: number, env: StoryEnv, key: string): Json {
  if (item.post) {
    const comments = [2, 0, 3, 1][at % 4] ?? 0;
    return storyOf(item.post, env, { kind: item.kind, comments, ...(item.sign ? { sign: item.sign } : {}) });
  }
  if (item.unit && item.unit !== 'people') {
    const id = token(`${item.unit}:${key}:${at}`, 40);
    return { __typename: UNIT_TYPES[item.unit], id, names: PLAIN_NAMES };
  }
  if (item.kind === 'suggested-people') {
    return {
      __typename: 'PaginatedPeopleYouMayKnowFeedUnit',
      id: token(`people:${key}:${at}`, 40),
      people: NAMES.slice(at % 3, (at % 3) + 3).map((name, i) => ({
        __typename: 'User',
        id: digits(`suggested:${key}:${at}:${i}`, 15),
        name,
        mutual: 2 + ((at + i) % 11),
      })),
    };
  }
  return { __typename: 'FeedUnitPlaceholder', id: token(`placeholder:${key}:${at}`, 40) };
}

/** Where a list hangs in an answer, and what its parent says of itself. */
export interface ListPlace {
  path: string[];
  parent: Json;
  label: string;
  key: string;
}

export const HOME: ListPlace = {
  path: ['viewer', 'news_feed'],
  parent: {},
  label: 'CometNewsFeed_viewer$stream$CometNewsFeed_viewer_news_feed',
  key: 'home',
};

export const GROUPS: ListPlace = {
  path: ['viewer', 'groups_tab_feed'],
  parent: {},
  label: 'GroupsCometCrossGroupFeed_viewer$stream$groups_tab_feed',
  key: 'groups',
};

export function groupPlace(group: { id: string; name: string }): ListPlace {
  return {
    path: ['node', 'group_feed'],
    parent: groupOf(group),
    label: 'GroupsCometFeedRegularStories_group$stream$group_feed',
    key: `group:${group.id}`,
  };
}

const place = (outer: string, inner: string, key: string, label: string, parent: Json = {}): ListPlace => ({
  path: [outer, inner],
  parent,
  label: `${label}$stream$${label}_${inner}`,
  key,
});

/** All groups, those of the additions too. */
export const groupsOf = (facebook: Facebook): { id: string; name: string; items: MoreItem[] }[] => [
  ...facebook.groups,
  moreOf(facebook).group,
];

/** A person or page by handle or number, with everything that he posted outside of groups, the newest first. */
export function profileOf(facebook: Facebook, who: string): { person: LabPerson; items: MoreItem[] } | null {
  const posts = allPostsOf(facebook).filter(
    (post) => !post.group && (post.author.handle === who || post.author.id === who),
  );
  const person = posts[0]?.author;
  if (!person) return null;
  const items = posts
    .sort((a, b) => b.postedAt - a.postedAt)
    .map((post): MoreItem => ({ kind: 'post', post }));
  return { person, items };
}

/** What a search finds: every post that has the words, then others, as the site pads its results. */
export function searchOf(facebook: Facebook, query: string): MoreItem[] {
  const posts = allPostsOf(facebook).filter((post) => post.audience !== 'friends');
  const has = (post: LabPost): boolean => post.text.toLowerCase().includes(query.toLowerCase());
  const found = posts.filter(has);
  const rest = posts.filter((post) => !has(post) && hash32(`search:${query}:${post.id}`) % 5 === 0);
  return [...found, ...rest].slice(0, 24).map((post): MoreItem => ({ kind: 'post', post }));
}

/** The list of a surface, and where it hangs in the answers; null if the surface has none. */
export function listAt(
  facebook: Facebook,
  route: Route,
  env: StoryEnv,
): { items: MoreItem[]; place: ListPlace; query: string } | null {
  const more = moreOf(facebook);
  switch (route.kind) {
    case 'home':
      return { items: facebook.feed, place: HOME, query: 'CometModernHomeFeedQuery' };
    case 'recent':
      return {
        items: more.recent,
        place: place('viewer', 'recent_feed', 'recent', 'CometRecentFeed'),
        query: 'CometModernRecentFeedQuery',
      };
    case 'groups':
      return {
        items: mixedGroups(facebook),
        place: GROUPS,
        query: 'GroupsCometCrossGroupFeedContainerQuery',
      };
    case 'group': {
      const group = groupsOf(facebook).find((g) => g.id === route.group);
      return group
        ? { items: group.items, place: groupPlace(group), query: 'CometGroupDiscussionRootSuccessQuery' }
        : null;
    }
    case 'profile': {
      const profile = profileOf(facebook, route.who);
      return profile
        ? {
            items: profile.items,
            place: place(
              'node',
              'timeline_list_feed_units',
              `profile:${profile.person.id}`,
              'ProfileCometTimelineFeed',
              {
                ...personOf(profile.person, env),
              },
            ),
            query: 'ProfileCometTimelineFeedQuery',
          }
        : null;
    }
    case 'search':
      return {
        items: searchOf(facebook, route.query),
        place: place('serpResponse', 'results', `search:${route.query}`, 'SearchCometResults'),
        query: 'SearchCometResultsInitialResultsQuery',
      };
    case 'watch':
      return route.video
        ? null
        : {
            items: more.videos.map((post): MoreItem => ({ kind: 'post', post })),
            place: place('viewer', 'watch_feed', 'watch', 'CometVideoHomeFeed'),
            query: 'CometVideoHomeFeedQuery',
          };
    default:
      return null;
  }
}

/** A page of a list as a streamed answer. `from` is the zero-based place of its first item, and the cursor. */
export function listDocs(
  items: MoreItem[],
  place: ListPlace,
  env: StoryEnv,
  from: number,
  count: number,
): Doc[] {
  const edges: Json[] = items.slice(from, from + count).map((item, i) => ({
    cursor: String(from + i + 1),
    sposnsor_new_distac_action: null,
    ...(place.path[1] === 'results'
      ? {
          rendering_strategy: {
            __typename: 'SearchRenderingStrategy',
            view_model: { click_model: { story: nodeOf(item, from + i, env, place.key) } },
          },
        }
      : { node: nodeOf(item, from + i, env, place.key) }),
  }));
  if (place.key === 'home' && from === 0 && edges.length > 2) {
    edges.splice(3, 0, { cursor: '3', node: { __typename: 'ReelsTrayFeedUnit', id: token('reels', 40) } });
  }
  const [outer = 'viewer', inner = 'news_feed'] = place.path;
  const docs: Doc[] = [
    {
      data: { [outer]: { ...place.parent, [inner]: { edges: edges.slice(0, 1) } } },
      extensions: { is_final: false },
    },
  ];
  edges.slice(1).forEach((edge, i) => {
    docs.push({ label: place.label, path: [...place.path, 'edges', i + 1], data: edge });
  });
  const end = Math.min(from + count, items.length);
  docs.push({
    label: `${place.label.split('$')[0]}$defer$page_info`,
    path: place.path,
    data: { page_info: { end_cursor: String(end), has_next_page: end < items.length } },
    extensions: { is_final: true },
  });
  return docs;
}

/** Photos among which a viewer pages: those of the post, of an author, or of a group, as `set=` says. */
export function photoSetOf(
  facebook: Facebook,
  fbid: string,
  set: string,
): { post: LabPost; photo: LabPhoto }[] {
  const all = allPostsOf(facebook).flatMap((post) =>
    post.video && post.photos[0]?.id !== fbid ? [] : post.photos.map((photo) => ({ post, photo })),
  );
  const here = all.find(({ photo }) => photo.id === fbid);
  if (!here) return [];
  if (set.startsWith('pcb.')) return all.filter(({ post }) => post.id === here.post.id);
  const { group, author } = here.post;
  return all.filter(({ post }) =>
    group ? post.group?.id === group.id : !post.group && post.author.id === author.id,
  );
}

/** The answer for the photo viewer: the photo, its post, and the photos beside it. */
export function photoDocs(facebook: Facebook, fbid: string, set: string, env: StoryEnv): Doc[] | null {
  const list = photoSetOf(facebook, fbid, set);
  const at = list.findIndex(({ photo }) => photo.id === fbid);
  const here = list[at];
  if (!here) return null;
  const url = (p: LabPhoto | undefined): string | null =>
    p ? `${ORIGIN}/photo/?fbid=${p.id}${set ? `&set=${set}` : ''}` : null;
  const own = `${ORIGIN}/photo/?fbid=${fbid}&set=${photoSet(here.post, traitsOf(here.post))}`;
  return [
    {
      data: {
        currMedia: {
          ...photoMedia(here.photo, env, own),
          created_time: here.post.postedAt,
          shows_words: traitsOf(here.post).viewerWords,
          creation_story: storyOf(here.post, env, { whole: true, comments: 0 }),
          next_url: url(list[at + 1]?.photo),
          previous_url: url(list[at - 1]?.photo),
        },
      },
      extensions: { is_final: false },
    },
    commentsDoc(here.post, env, ['currMedia', 'creation_story', 'feedback']),
  ];
}

/** Reels or films one after the other, from the one asked for. */
export function clipsFrom(facebook: Facebook, video: string, kind: 'reel' | 'watch'): LabPost[] {
  const more = moreOf(facebook);
  const list = kind === 'reel' ? more.reels : more.videos;
  const at = list.findIndex((post) => videoIdOf(post) === video);
  const asked = at < 0 && video ? findPost(facebook, video) : undefined;
  if (asked?.video) return [asked, ...list];
  return at < 0 ? list : [...list.slice(at), ...list.slice(0, at)];
}

export function clipDocs(facebook: Facebook, video: string, kind: 'reel' | 'watch', env: StoryEnv): Doc[] {
  const posts = clipsFrom(facebook, video, kind);
  return [
    {
      data: {
        viewer: {
          [`${kind}_clips`]: {
            edges: posts.map((post) => ({ node: storyOf(post, env, { whole: true, comments: 3 }) })),
          },
        },
      },
      extensions: { is_final: true },
    },
  ];
}

function commentsDoc(post: LabPost, env: StoryEnv, path: string[]): Doc {
  return {
    label: 'CometSinglePostDialogContent$defer$comments',
    path,
    data: {
      __typename: 'Feedback',
      id: feedbackId(post.id),
      comment_rendering_instance_for_feed_location: { comments: commentsOf(post, env, 0, COMMENTS_AT_ONCE) },
    },
    extensions: { is_final: true },
  };
}

/** The answer for one post: the story whole, with its comments streamed after it. */
export function postDocs(post: LabPost, env: StoryEnv): Doc[] {
  const story = storyOf(post, env, { whole: true, comments: 2 });
  return [
    { data: { node_v2: story }, extensions: { is_final: false } },
    commentsDoc(post, env, ['node_v2', 'feedback']),
  ];
}

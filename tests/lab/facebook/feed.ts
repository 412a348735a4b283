import type { LabItem, LabPost, World } from '../types.ts';
import type { Json, StoryEnv } from './attachments.ts';
import { commentsOf } from './feedback.ts';
import { storyId } from './ids.ts';
import { videoIdOf } from './paths.ts';
import { groupOf } from './profiles.ts';
import { digits, token } from './seeded.ts';
import { storyOf } from './story.ts';

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

/** The post that an address or a story id names. */
export function findPost(facebook: Facebook, name: string): LabPost | undefined {
  return postsOf(facebook).find(
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

function nodeOf(item: LabItem, at: number, env: StoryEnv, key: string): Json {
  if (item.post) return storyOf(item.post, env, { kind: item.kind, comments: [2, 0, 3, 1][at % 4] ?? 0 });
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

/** A page of a list as a streamed answer. `from` is the zero-based place of its first item, and the cursor. */
export function listDocs(
  items: LabItem[],
  place: ListPlace,
  env: StoryEnv,
  from: number,
  count: number,
): Doc[] {
  const edges: Json[] = items.slice(from, from + count).map((item, i) => ({
    cursor: String(from + i + 1),
    sposnsor_new_distac_action: null,
    node: nodeOf(item, from + i, env, place.key),
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

/** The answer for one post: the story whole, with its comments streamed after it. */
export function postDocs(post: LabPost, env: StoryEnv): Doc[] {
  const story = storyOf(post, env, { whole: true, comments: 2 });
  return [
    { data: { node_v2: story }, extensions: { is_final: false } },
    {
      label: 'CometSinglePostDialogContent$defer$comments',
      path: ['node_v2', 'feedback'],
      data: {
        __typename: 'Feedback',
        id: (story.feedback as Json).id,
        comment_rendering_instance_for_feed_location: { comments: commentsOf(post, env, 0, 10) },
      },
      extensions: { is_final: true },
    },
  ];
}

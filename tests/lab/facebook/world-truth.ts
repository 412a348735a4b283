/**
 * What a test may expect of the lab's Facebook: every surface with its address, and what stands there. It is made from
 * the world alone, never from what a page shows or a finder finds.
 */
import type { LabPhoto, LabPost, World } from '../types.ts';
import type { StoryEnv } from './attachments.ts';
import { photoSet } from './attachments.ts';
import { allPostsOf, clipsFrom, groupsOf, listAt, photoSetOf, profileOf, searchOf } from './feed.ts';
import {
  commentUrl,
  type Elsewhere,
  ORIGIN,
  permalinkOf,
  type Route,
  videoIdOf,
  videoUrlOf,
} from './paths.ts';
import { traitsOf } from './traits.ts';
import { moreAds, moreOf } from './world-more.ts';
import { originalOf } from './world-shares.ts';
import { flat, type LabThread, threadsOf } from './world-threads.ts';

type Facebook = World['facebook'];

/** The additions as the lab's server needs them. */
export function facebookMore(world: World): {
  posts: LabPost[];
  ads: LabPost[];
  photos: { photo: LabPhoto; cover: boolean }[];
} {
  const { posts } = moreOf(world.facebook);
  const ads = moreAds(world.facebook);
  const photos = [...posts, ...ads].flatMap((post) =>
    post.photos.map((photo, i) => ({ photo, cover: post.video === true && i === 0 })),
  );
  const inComments = allPostsOf(world.facebook).flatMap((post) =>
    flat(threadsOf(post)).flatMap((thread) => (thread.photo ? [{ photo: thread.photo, cover: false }] : [])),
  );
  return { posts, ads, photos: [...photos, ...inComments] };
}

/** Every advertisement of the site. Neither it nor a comment under it is anything to flag. */
export const adsOf = (facebook: Facebook): LabPost[] => [
  ...moreAds(facebook),
  ...[...facebook.feed, ...facebook.groups.flatMap((g) => g.items)].flatMap((i) =>
    i.kind !== 'post' && i.post ? [i.post] : [],
  ),
];

export interface FacebookComment {
  post: LabPost;
  thread: LabThread;
  /** Address of the comment, as its small line links it. */
  url: string;
}

/** Every comment and reply under a post, with its own address. */
export function commentsUnder(post: LabPost): FacebookComment[] {
  return threadsOf(post).flatMap((top) =>
    flat([top]).map((thread) => ({
      post,
      thread,
      url: thread === top ? commentUrl(post, top.id) : commentUrl(post, top.id, thread.id),
    })),
  );
}

/** A comment of any post by its number. */
export function commentById(facebook: Facebook, id: string): FacebookComment | undefined {
  for (const post of allPostsOf(facebook)) {
    const found = commentsUnder(post).find(({ thread }) => thread.id === id);
    if (found) return found;
  }
  return undefined;
}

/** What a post is, beyond its own fields. */
export interface PostTruth {
  post: LabPost;
  permalink: string;
  /** The shared post; null: it can no longer be seen; undefined: this one shares nothing. */
  original: LabPost | null | undefined;
  coloured: boolean;
  reel: boolean;
  videoId: string | null;
  /** `set=` of its photo links. */
  photoSet: string | null;
  comments: FacebookComment[];
}

export function truthOf(facebook: Facebook, post: LabPost): PostTruth {
  const traits = traitsOf(post);
  return {
    post,
    permalink: permalinkOf(post),
    original: originalOf(facebook, post),
    coloured: traits.coloured,
    reel: traits.reel,
    videoId: post.video ? videoIdOf(post) : null,
    photoSet: post.photos.length > 0 && !post.video ? photoSet(post, traits) : null,
    comments: commentsUnder(post),
  };
}

export interface LabSurface {
  name: string;
  /** Path and query below the host. */
  path: string;
  /** Posts that stand there once it is scrolled to its end, in order; empty where no button may ever be. */
  posts: LabPost[];
  /** One post fills the surface. */
  single?: boolean;
}

const ELSEWHERE: readonly [Elsewhere, string][] = [
  ['marketplace', '/marketplace/'],
  ['notifications', '/notifications/'],
  ['messages', '/messages/t/1002003004/'],
  ['stories', '/stories/1002003/'],
  ['friends', '/friends/suggestions/'],
  ['login', '/login/'],
  ['checkpoint', '/checkpoint/1501092823525282/'],
  ['consent', '/privacy/consent/'],
];

const pathOf = (url: string): string => url.slice(ORIGIN.length);

/** Every surface of a world, with what stands on it. */
export function surfacesOf(world: World): LabSurface[] {
  const { facebook } = world;
  const more = moreOf(facebook);
  const listed = (route: Route): LabPost[] =>
    (listAt(facebook, route, EMPTY)?.items ?? []).flatMap((i) =>
      i.kind === 'post' && i.post ? [i.post] : [],
    );
  const list = (name: string, path: string, route: Route): LabSurface => ({
    name,
    path,
    posts: listed(route),
  });
  const one = (name: string, path: string, post: LabPost | undefined): LabSurface[] =>
    post ? [{ name, path, posts: [post], single: true }] : [];
  const own = facebook.feed.flatMap((i) => (i.kind === 'post' && i.post ? [i.post] : []));
  const citizen = own.find((p) => !p.group && p.photos.length > 0)?.author.handle ?? '';
  const album = more.recent.find((i) => i.kind === 'post' && (i.post?.photos.length ?? 0) > 5)?.post;
  const single = own.find((p) => !p.group && p.photos.length === 1 && !p.video);
  const inGroup = more.group.items.find((i) => i.kind === 'post' && i.post?.author.handle === '')?.post;
  const photoPath = (post: LabPost | undefined, set?: string): string =>
    post ? `/photo/?fbid=${post.photos[0]?.id}&set=${set ?? photoSet(post, traitsOf(post))}` : '/';
  const [video] = more.videos;
  const [reel] = more.reels;
  return [
    list('home', '/', { kind: 'home' }),
    list('recent', '/?sk=h_chr', { kind: 'recent' }),
    list('groups feed', '/groups/feed/', { kind: 'groups' }),
    ...groupsOf(facebook).map((g, i) =>
      list(`group ${i + 1}`, `/groups/${g.id}/`, { kind: 'group', group: g.id }),
    ),
    ...one('group post', inGroup ? pathOf(permalinkOf(inGroup)) : '/', inGroup),
    list('regent', `/${more.regent.handle}`, { kind: 'profile', who: more.regent.handle }),
    list('profile', `/${citizen}`, { kind: 'profile', who: citizen }),
    ...one('permalink', pathOf(permalinkOf(more.regentPosts[0] as LabPost)), more.regentPosts[0]),
    list('search', '/search/posts?q=jalan', { kind: 'search', query: 'jalan' }),
    ...one('photo of an album', photoPath(album, album ? `pcb.${album.id}` : ''), album),
    ...one('single photo', photoPath(single), single),
    ...one('video', video ? pathOf(videoUrlOf(video)) : '/', video),
    {
      name: 'watch',
      path: `/watch/?v=${video ? videoIdOf(video) : ''}`,
      posts: video ? clipsFrom(facebook, videoIdOf(video), 'watch').slice(0, 4) : [],
    },
    list('watch feed', '/watch/', { kind: 'watch', video: '' }),
    { name: 'reel', path: reel ? pathOf(permalinkOf(reel)) : '/reel/', posts: more.reels },
    ...ELSEWHERE.map(([name, path]) => ({ name, path, posts: [] })),
  ];
}

/** Lists need no pictures to say which posts they hold. */
const EMPTY: StoryEnv = {
  seed: 0,
  now: 0,
  lang: 'id',
  picture: () => ({ uri: '', width: 0, height: 0 }),
  avatar: () => '',
  sharedBy: () => undefined,
};

export { allPostsOf, moreOf, photoSetOf, profileOf, searchOf };

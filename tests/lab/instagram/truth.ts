import type { LabComment, LabPost, World } from '../types.ts';
import { FIRST_PAGE } from './answers.ts';
import { COMMENT_PAGE } from './comments.ts';
import { allPosts, locationId, tilesOf } from './grids.ts';
import { routeOf } from './paths.ts';
import { VIEWER } from './session.ts';

/** One comment or answer of the world. */
export interface TrueComment {
  /** `CODE#ID`, as the identity of a complaint names it, without the site. */
  name: string;
  post: LabPost;
  comment: LabComment;
  /** The comment that this one answers. */
  parent: LabComment | null;
  /** The path that its time links to. */
  path: string;
}

/** Every comment and answer under the site's posts, by its name. */
export function commentsOf(world: World): Map<string, TrueComment> {
  const all = new Map<string, TrueComment>();
  const note = (post: LabPost, comment: LabComment, parent: LabComment | null): void => {
    const name = `${post.id}#${comment.id}`;
    const path = `/p/${post.id}/c/${parent ? `${parent.id}/r/` : ''}${comment.id}/`;
    all.set(name, { name, post, comment, parent, path });
  };
  for (const post of allPosts(world)) {
    for (const comment of post.replies) {
      note(post, comment, null);
      for (const reply of comment.replies ?? []) note(post, reply, comment);
    }
  }
  return all;
}

/** What a person does after a page has come. `nth` is zero-based, negative from the end. */
export type Step =
  | { click: string; nth?: number; text?: string }
  | { key: string }
  | { wheel: number }
  | { back: true };

export interface LabSurface {
  name: string;
  /** Path with the options that choose the session. */
  path: string;
  steps: Step[];
  /** Where the post stands: the page, the dialog over it, the article, the slot in view; null where no post is. */
  scope: 'feed' | 'page' | 'article' | 'dialog' | 'slot' | 'comments' | null;
  /** Codes of the posts that stand there and may be flagged; of a feed, all that scrolling brings. */
  posts: string[];
  /** Names of the comments that stand there before anything else is opened, in order. */
  comments: string[];
  /** The window has the size of a telephone. */
  narrow?: true;
}

const shown = (post: LabPost): string[] =>
  post.replies
    .slice(0, COMMENT_PAGE)
    .filter((comment) => !comment.hidden)
    .map((comment) => `${post.id}#${comment.id}`);

/** The post with more comments than come at once. */
export function longThread(world: World): LabPost {
  const [found] = allPosts(world).filter((post) => post.replies.length > COMMENT_PAGE);
  if (!found) throw new Error('no long thread in this world');
  return found;
}

const TILE: Step = { click: 'main a[href*="/p/"], main a[href*="/reel/"]' };
const NEXT: Step = { key: 'ArrowRight' };

/** Every surface of the site with what stands on it, for one world. */
export function surfacesOf(world: World): LabSurface[] {
  const all = allPosts(world);
  const feed = world.instagram.feed.flatMap(({ kind, post }) => (kind === 'post' && post ? [post.id] : []));
  const long = longThread(world);
  const of = (fits: (post: LabPost) => boolean): LabPost => all.find(fits) ?? long;
  const carousel = of((post) => post.photos.length > 3);
  const shared = of((post) => (post.coAuthors?.length ?? 0) > 0);
  const mute = of((post) => post.commentsOff === true);
  const silent = of((post) => post.text === '');
  const placed = of((post) => post.place !== undefined);
  const reels = world.instagram.reels.flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []));
  const reel = reels.find((post) => post.replies.length > 0) ?? (reels[0] as LabPost);
  const kind = (post: LabPost): string => (post.video ? 'reel' : 'p');
  const owned = (post: LabPost): string => `/${post.author.handle}/${kind(post)}/${post.id}/`;

  const one = (
    name: string,
    path: string,
    post: LabPost,
    scope: LabSurface['scope'] = 'page',
  ): LabSurface => ({
    name,
    path,
    steps: [],
    scope,
    posts: [post.id],
    comments: shown(post),
  });
  const none = (name: string, path: string, steps: Step[] = []): LabSurface => ({
    name,
    path,
    steps,
    scope: null,
    posts: [],
    comments: [],
  });
  /** The dialog over a page of tiles, one step on from the first tile. */
  const over = (name: string, path: string): LabSurface[] => {
    const tiles = tilesOf(routeOf(path), world) ?? [];
    const [first, second] = tiles;
    return first && second
      ? [
          none(`${name} grid`, path),
          { ...one(`${name} dialog`, path, first, 'dialog'), steps: [TILE] },
          { ...one(`${name} dialog, next`, path, second, 'dialog'), steps: [TILE, NEXT] },
        ]
      : [none(`${name} grid`, path)];
  };
  const grid = all.find(
    (post) => (tilesOf({ kind: 'profile', user: post.author.handle }, world)?.length ?? 0) > 1,
  );
  const handle = (grid ?? long).author.handle;
  const cursor = reels.indexOf(reel);
  return [
    { ...none('feed', '/'), scope: 'feed', posts: feed },
    { ...none('feed, drawn by the server', '/?hydrate=1'), scope: 'feed', posts: feed },
    { ...none('feed, touch', '/?layout=touch'), scope: 'feed', posts: feed, narrow: true },
    ...overFeed(world),
    ...(['old', 'new'] as const).map((rows) => ({
      ...one(`long thread dialog, ${rows} rows`, `/${long.author.handle}/?rows=${rows}`, long, 'dialog'),
      steps: [{ click: `main a[href*="/${long.id}/"]` }],
    })),
    one('post page', `/p/${long.id}/`, long),
    one('post page, carousel', `/p/${carousel.id}/`, carousel),
    one('post page, third slide', `/p/${carousel.id}/?img_index=3`, carousel),
    one('post page, several authors', `/p/${shared.id}/`, shared),
    one('post page, comments off', `/p/${mute.id}/`, mute),
    one('post page, no caption', `/p/${silent.id}/`, silent),
    one('post page, place', `/p/${placed.id}/`, placed),
    one('post page, with handle', `${owned(long)}?article=0`, long),
    one('post page, article', `${owned(long)}?article=1`, long, 'article'),
    one('post page, drawn by the server', `/p/${long.id}/?hydrate=1`, long),
    one('reel in the post layout', `/reel/${reel.id}/`, reel),
    {
      ...one('post page, touch', `/p/${long.id}/?layout=touch`, long, 'article'),
      comments: [],
      narrow: true,
    },
    {
      ...one('comments, touch', `/p/${long.id}/comments/?layout=touch`, long, 'comments'),
      posts: [],
      narrow: true,
    },
    ...over('profile', `/${handle}/`),
    ...over('explore', '/explore/'),
    ...over('tag', '/explore/tags/jalanrusak/'),
    ...over('search', '/explore/search/keyword/?q=jalan'),
    ...over('place', `/explore/locations/${locationId(placed.place ?? '')}/lokasi/`),
    ...over('saved', `/${VIEWER}/saved/all-posts/`),
    ...over('tagged', `/${handle}/tagged/`),
    none('profile reels grid', `/${reel.author.handle}/reels/`),
    ...(cursor >= 0
      ? [
          { ...one('reels viewer', `/reels/${reel.id}/`, reel, 'slot'), comments: [] },
          {
            ...one('reels viewer, comments', `/reels/${reel.id}/`, reel, 'slot'),
            steps: [{ click: 'main [aria-haspopup="menu"]' } as Step],
          },
        ]
      : []),
    none('conversation', '/direct/t/102948571/'),
    none('conversations', '/direct/inbox/'),
    none('story', `/stories/${world.instagram.stories[0]?.handle}/`),
    none('gate: challenge', '/challenge/action/AXG2b/'),
    none('gate: suspended', '/accounts/suspended/'),
    none('gate: sign in', '/accounts/login/'),
    none('gate: checkpoint', '/checkpoint/1501092823525282/'),
    none('gate: consent', '/consent/'),
    none('gate: code', '/auth_platform/codeentry/'),
  ];
}

/** The dialog over the home feed: opened, one on, and one on and back again. */
function overFeed(world: World): LabSurface[] {
  const items = world.instagram.feed.slice(0, FIRST_PAGE);
  const posts = items.flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []));
  const at = posts.findIndex((post) => post.comments > 0);
  const [opened, next] = posts.slice(Math.max(0, at));
  if (!opened) return [];
  const click = { click: `article a[href="/p/${opened.id}/"]`, text: 'Lihat semua' };
  const made = (name: string, post: LabPost, steps: Step[]): LabSurface => ({
    name,
    path: '/',
    steps: [click, ...steps],
    scope: 'dialog',
    posts: [post.id],
    comments: shown(post),
  });
  const first = made('feed dialog', opened, []);
  if (!next) return [first];
  return [
    first,
    made('feed dialog, next', next, [NEXT]),
    made('feed dialog, next and back', opened, [NEXT, { key: 'ArrowLeft' }]),
  ];
}

/** Codes in the order in which the viewer of reels shows them, `null` for advertisements. */
export const reelOrder = (world: World): (string | null)[] =>
  world.instagram.reels.map(({ kind, post }) => (kind === 'post' && post ? post.id : null));

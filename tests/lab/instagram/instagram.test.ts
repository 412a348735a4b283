import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askInstagram } from '../ask.ts';
import { startLab } from '../server.ts';
import { pkOf } from '../shortcode.ts';
import { ODD } from '../texts.ts';
import type { Lab, LabComment, LabPost, World } from '../types.ts';
import { makeWorld, WORLD_NOW } from '../world.ts';
import { COMMENT_PAGE } from './comments.ts';
import { allPosts, tilesOf } from './grids.ts';
import { routeOf } from './paths.ts';
import { FIRST_REELS } from './reels.ts';
import { commentsOf, longThread, reelOrder, surfacesOf } from './truth.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const HOME = 'https://www.instagram.com';

type Tree = Record<string, unknown>;

/** All values of a key wherever it stands in a tree, in order. */
function all(tree: unknown, key: string, found: unknown[] = []): unknown[] {
  if (typeof tree !== 'object' || tree === null) return found;
  if (key in tree) found.push((tree as Tree)[key]);
  for (const value of Object.values(tree)) all(value, key, found);
  return found;
}

const codesIn = (tree: unknown): string[] => [...new Set(all(tree, 'code').map(String))];

describe('what people write on Instagram', () => {
  it.each(SEEDS)('has threads with all that is hard in them (seed %i)', (seed) => {
    const world = makeWorld(seed);
    const post = longThread(world);
    const thread = [...commentsOf(world).values()].filter((one) => one.post === post);
    expect(post.replies.length).toBeGreaterThan(2 * COMMENT_PAGE);
    const twins = thread.filter((one) => one.comment.text === ODD.twin);
    expect(new Set(twins.map((one) => one.comment.author.handle)).size).toBe(2);
    expect(thread.some((one) => one.comment.gif && one.comment.text === '')).toBe(true);
    expect(thread.filter((one) => one.comment.hidden)).toHaveLength(2);
    expect(thread.some((one) => !one.parent && one.comment.author === post.author)).toBe(true);
    expect(thread.some((one) => one.parent && one.comment.author === post.author)).toBe(true);
    expect(thread.filter((one) => one.parent).length).toBeGreaterThan(7);
    const hasty = post.replies.some((a) =>
      post.replies.some((b) => a !== b && a.author === b.author && Math.abs(a.createdAt - b.createdAt) < 60),
    );
    expect(hasty).toBe(true);
  });

  it.each(SEEDS)('adds up (seed %i)', (seed) => {
    const world = makeWorld(seed);
    const posts = allPosts(world);
    const comments = [...commentsOf(world).values()];
    expect(new Set(comments.map((one) => one.comment.id)).size).toBe(comments.length);
    expect(new Set(posts.map((post) => post.id)).size).toBe(posts.length);
    for (const post of posts) {
      expect(pkOf(post.id)).toBe(post.pk);
      const own = comments.filter((one) => one.post === post);
      expect(own.length).toBeLessThanOrEqual(post.comments);
      for (const { comment, parent } of own) {
        expect(comment.createdAt).toBeGreaterThanOrEqual(parent?.createdAt ?? post.postedAt);
        expect(comment.createdAt).toBeLessThan(WORLD_NOW);
      }
    }
    expect(posts.filter((post) => post.coAuthors).length).toBe(4);
    expect(posts.some((post) => post.coAuthors?.length === 2)).toBe(true);
    expect(posts.some((post) => post.coAuthors?.includes(post.author))).toBe(false);
    expect(posts.some((post) => post.photos[0]?.video && post.photos.length > 3)).toBe(true);
    expect(posts.some((post) => post.photos[1]?.video)).toBe(true);
  });

  it.each(SEEDS)('has reels: in the feed too, by one author in a row, advertised (seed %i)', (seed) => {
    const { feed, reels } = makeWorld(seed).instagram;
    const order = reelOrder(makeWorld(seed));
    expect(order.length).toBeGreaterThan(14);
    expect(order.filter((code) => code === null).length).toBe(2);
    expect(reels.filter(({ post }) => feed.some((item) => item.post === post)).length).toBe(2);
    const authors = reels.map(({ post }) => post?.author.handle);
    expect(authors.some((handle, i) => i > 0 && handle === authors[i - 1])).toBe(true);
    expect(reels.every(({ post }) => post?.video)).toBe(true);
  });

  it('hides some covers, not all', () => {
    const posts = SEEDS.flatMap((seed) => makeWorld(seed).instagram.reels.map(({ post }) => post));
    const bare = posts.filter((post) => post?.coverless).length;
    expect(bare).toBeGreaterThan(posts.length / 8);
    expect(bare).toBeLessThan(posts.length / 2);
  });
});

describe('addresses', () => {
  it.each([
    ['/', 'feed'],
    ['/p/DfM3vxib3Qk/', 'post'],
    ['/kabar.rimbawan/p/DfM3vxib3Qk/', 'post'],
    ['/p/DfM3vxib3Qk/c/18012345678901234/', 'post'],
    ['/p/DfM3vxib3Qk/c/18012345678901234/r/18012345678901235/', 'post'],
    ['/reels/', 'reels'],
    ['/reels/DfM3vxib3Qk/', 'reels'],
    ['/reels/audio/123456789/', 'plain'],
    ['/kabar.rimbawan/', 'profile'],
    ['/kabar.rimbawan/saved/all-posts/', 'profile'],
    ['/explore/', 'explore'],
    ['/explore/tags/jalanrusak/', 'tag'],
    ['/explore/locations/123/x/', 'location'],
    ['/stories/kabar.rimbawan/123/', 'story'],
    ['/direct/t/123/', 'direct'],
    ['/challenge/action/X/', 'gate'],
    ['/accounts/suspended/', 'gate'],
    ['/accounts/edit/', 'plain'],
  ])('%s is %s', (path, kind) => {
    expect(routeOf(path).kind).toBe(kind);
  });

  it.each(SEEDS)('of every surface lead somewhere, each named once (seed %i)', (seed) => {
    const world = makeWorld(seed);
    const surfaces = surfacesOf(world);
    expect(surfaces.length).toBeGreaterThan(44);
    expect(new Set(surfaces.map(({ name }) => name)).size).toBe(surfaces.length);
    const known = new Set(allPosts(world).map(({ id }) => id));
    const comments = commentsOf(world);
    for (const { path, posts, comments: names } of surfaces) {
      expect(routeOf(path.split('?')[0] ?? '').kind, path).not.toBe('plain');
      expect(posts.every((code) => known.has(code))).toBe(true);
      expect(names.every((name) => comments.has(name) && !comments.get(name)?.comment.hidden)).toBe(true);
    }
  });
});

describe('answers', () => {
  let lab: Lab;
  let world: World;
  beforeAll(async () => {
    lab = await startLab({ seed: 11, latency: 2 });
    world = lab.world;
  }, 60_000);
  afterAll(() => lab.close());

  const islandsOf = async (path: string): Promise<unknown[]> => {
    const { text, status } = await ask(lab, HOME + path);
    expect(status).toBe(200);
    return [...text.matchAll(/<script type="application\/json"[^>]*>(.*?)<\/script>/gs)].map(
      ([, json = '']) => JSON.parse(json) as unknown,
    );
  };

  it('bring all comments of a thread page by page, and the answers to each', async () => {
    const post = longThread(world);
    const got: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 9; page++) {
      const data: Tree = after
        ? await askInstagram(lab, 'PolarisPostCommentsPaginationQuery', { media_code: post.id, after })
        : await askInstagram(lab, 'PolarisPostCommentsContainerQuery', { media_code: post.id });
      const list = data.xdt_api__v1__media__media_id__comments__connection as {
        edges: { node: { pk: string } }[];
        page_info: { end_cursor: string | null; has_next_page: boolean };
      };
      expect(list.edges.length).toBeLessThanOrEqual(COMMENT_PAGE);
      got.push(...list.edges.map(({ node }) => node.pk));
      after = list.page_info.end_cursor;
      expect(list.page_info.has_next_page).toBe(after !== null);
      if (!after) break;
    }
    expect(got).toEqual(post.replies.map(({ id }) => id));
    const parent = post.replies.find((comment) => (comment.replies?.length ?? 0) > 4) as LabComment;
    const data = await askInstagram(lab, 'PolarisPostChildCommentsQuery', {
      media_code: post.id,
      parent_comment_id: parent.id,
    });
    expect(all(data, 'pk').filter((pk) => parent.replies?.some(({ id }) => id === pk))).toHaveLength(
      parent.replies?.length ?? 0,
    );
    expect(new Set(all(data, 'parent_comment_id'))).toEqual(new Set([parent.id]));
    expect(all(data, 'full_name')).toEqual([]);
  });

  it('carry only the first comments in the document', async () => {
    const post = longThread(world);
    const text = JSON.stringify(await islandsOf(`/p/${post.id}/`));
    const carried = post.replies.filter(({ id }) => text.includes(`"${id}"`));
    expect(carried).toEqual(post.replies.slice(0, COMMENT_PAGE));
  });

  it('bring the reels two by document and the rest by query', async () => {
    const shown = world.instagram.reels.map(({ post }) => post?.id);
    expect(codesIn(await islandsOf('/reels/'))).toEqual(
      expect.arrayContaining(shown.slice(0, FIRST_REELS) as string[]),
    );
    const rest: string[] = [];
    for (let after = FIRST_REELS; after < shown.length; after += 5)
      rest.push(
        ...codesIn(await askInstagram(lab, 'PolarisClipsTabDesktopContainerQuery', { after: String(after) })),
      );
    expect(rest).toEqual(shown.slice(FIRST_REELS));
    const opened = reelOrder(world).findLast((code) => code !== null);
    const [first] = codesIn((await islandsOf(`/reels/${opened}/`)).map((one) => all(one, 'edges')));
    expect(first).toBe(opened);
    expect((await ask(lab, `${HOME}/reels/AAAAAAAAAAA/`)).status).toBe(404);
  });

  it('lead from a reel to the viewer when asked', async () => {
    const code = reelOrder(world).find((one) => one !== null);
    const { status, headers } = await ask(lab, `${HOME}/reel/${code}/?viewer=1`);
    expect([status, headers.location]).toEqual([302, `/reels/${code}/`]);
    expect((await ask(lab, `${HOME}/reel/${code}/`)).status).toBe(200);
  });

  it('bring each page of tiles in its own shape', async () => {
    const roots: Record<string, string> = {
      'tagged grid': 'xdt_api__v1__usertags__user_id__feed_connection',
      'place grid': 'xdt_location_get_web_info_tab',
      'search grid': 'xdt_fbsearch__top_serp_graphql',
      'profile reels grid': 'xdt_api__v1__clips__user__connection_v2',
      'profile grid': 'xdt_api__v1__feed__user_timeline_graphql_connection',
    };
    let strings = 0;
    for (const { name, path } of surfacesOf(world).filter((one) => one.name.endsWith('grid'))) {
      const [plain = ''] = path.split('?');
      const expected = tilesOf(routeOf(plain), world)?.map(({ id }) => id);
      const islands = await islandsOf(path);
      const responses = all(islands, 'response') as string[];
      strings += responses.length;
      const tree = responses[0]
        ? JSON.parse(responses[0])
        : islands.map((one) => all(one, roots[name] ?? ''));
      expect(codesIn(tree), name).toEqual(expected);
      if (name === 'profile reels grid') expect(all(tree, 'taken_at')).toEqual([]);
    }
    expect(strings).toBe(3);
  });

  it('tell those who are not signed in under another root', async () => {
    const post = longThread(world);
    const islands = await islandsOf(`/p/${post.id}/?wall=1`);
    expect(all(islands, 'xdt_api__v1__media__shortcode__web_info')).toEqual([]);
    expect(all(islands, 'if_not_gated_logged_out')).toMatchObject([
      { code: post.id, taken_at: post.postedAt },
    ]);
  });

  it('name the post of the hard load in the head', async () => {
    const post = allPosts(world).find((one) => one.text.includes('<script>')) as LabPost;
    const { text } = await ask(lab, `${HOME}/p/${post.id}/`);
    const head = text.slice(0, text.indexOf('<body'));
    expect(head).toContain(`<meta property="og:url" content="https:&#47;`.slice(0, 34));
    expect(head).toContain(`/p/${post.id}/`);
    expect(head).not.toContain('<script>alert');
  });

  it('draw the page on the server when asked, and only then', async () => {
    const post = longThread(world);
    const plain = (await ask(lab, `${HOME}/p/${post.id}/`)).text;
    const drawn = await ask(lab, `${HOME}/p/${post.id}/?hydrate=1`);
    expect(plain).not.toContain('<main');
    expect(drawn.text).toMatch(/<main[^>]*role="main"/);
    expect(drawn.text).toContain(`/p/${post.id}/c/${post.replies[0]?.id}/`);
    expect(drawn.headers['content-security-policy']).toContain("script-src 'nonce-");
  }, 60_000);

  it('bring a comment’s moving picture from a host of its own', async () => {
    const data = await askInstagram(lab, 'PolarisPostCommentsContainerQuery', {
      media_code: longThread(world).id,
    });
    const [info] = all(data, 'giphy_media_info').filter(Boolean);
    const [url] = all(info, 'url') as string[];
    expect(new URL(url ?? '').hostname).toMatch(/\.fbsbx\.com$/);
    expect((await ask(lab, url ?? '')).headers['content-type']).toBe('image/gif');
  });
});

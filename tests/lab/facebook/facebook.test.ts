import { describe, expect, it } from 'vitest';
import type { LabResponse } from '../routes.ts';
import type { LabPost } from '../types.ts';
import { makeWorld, WORLD_NOW } from '../world.ts';
import type { Json } from './attachments.ts';
import { type LabelNode, scrambled, shortAge, unscrambled } from './clock.ts';
import { type Doc, FIRST_PAGE, HOME, listDocs, NEXT_PAGE, postDocs, postsOf } from './feed.ts';
import { graft, normalise, type Records, storageKey } from './normalise.ts';
import { permalinkOf, routeOf } from './paths.ts';
import { facebookRoutes, storyEnv } from './routes.ts';
import { sampleContext } from './sample-context.ts';
import { storyOf } from './story.ts';
import { classOf, sheetOf } from './styles.ts';
import { cutText, traitsOf } from './traits.ts';

const SEEDS = [1, 2, 3, 4, 5];
const contextOf = (seed: number) => sampleContext(makeWorld(seed), WORLD_NOW);
const postsOfSeed = (seed: number): LabPost[] => postsOf(makeWorld(seed).facebook);

async function ask(seed: number, path: string, form?: Record<string, string>): Promise<LabResponse | null> {
  const url = new URL(path, 'https://www.facebook.com');
  const body = form ? new URLSearchParams(form).toString() : '';
  return facebookRoutes.handle({ method: form ? 'POST' : 'GET', url, headers: {}, body }, contextOf(seed));
}

async function textOf(answer: LabResponse | null): Promise<string> {
  if (!answer) throw new Error('no answer');
  if (typeof answer.body === 'string') return answer.body;
  let out = '';
  for await (const piece of answer.body as AsyncIterable<string>) out += piece;
  return out;
}

const islandsOf = (html: string): unknown[] =>
  [...html.matchAll(/<script type="application\/json"[^>]*>(.*?)<\/script>/gs)].map((m) =>
    JSON.parse(m[1] ?? ''),
  );

/** All objects below a value, each once. */
function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const inner of Object.values(value)) yield* objectsIn(inner);
  }
}

const storiesIn = (value: unknown): Json[] =>
  [...objectsIn(value)].filter((o) => o.__typename === 'Story' && typeof o.post_id === 'string');

describe('documents', () => {
  it('carry ten islands or more, with the first four stories of the home feed and no later one', async () => {
    const feed = makeWorld(3).facebook.feed;
    const islands = islandsOf(await textOf(await ask(3, '/')));
    expect(islands.length).toBeGreaterThanOrEqual(10);
    const ids = new Set(storiesIn(islands).map((s) => s.post_id));
    for (const item of feed.slice(0, FIRST_PAGE)) if (item.post) expect(ids).toContain(item.post.id);
    const own = new Set(feed.slice(0, FIRST_PAGE).map((item) => item.post?.id));
    const first = feed.slice(0, FIRST_PAGE).flatMap((item) => item.post ?? []);
    const sharing = first.filter((post) => traitsOf(post).reshares).length;
    expect([...ids].filter((id) => !own.has(id as string)).length).toBeLessThanOrEqual(sharing);
  });

  it('are made for every surface', async () => {
    const { facebook } = makeWorld(2);
    const [group] = facebook.groups;
    const inGroup = group?.items.find((i) => i.kind === 'post')?.post as LabPost;
    const post = facebook.feed.find((i) => i.kind === 'post' && !i.post?.group)?.post as LabPost;
    const paths = ['/groups/feed/', `/groups/${group?.id}`, permalinkOf(inGroup), permalinkOf(post)];
    paths.push(`/permalink.php?story_fbid=${post.pfbid}&id=${post.author.id}`);
    for (const path of paths) {
      const islands = islandsOf(await textOf(await ask(2, path)));
      expect(storiesIn(islands).length, path).toBeGreaterThan(0);
    }
    const opened = storiesIn(islandsOf(await textOf(await ask(2, permalinkOf(post)))));
    expect(opened[0]?.post_id).toBe(post.id);
    expect(
      await ask(2, `/photo/?fbid=${facebook.feed.flatMap((i) => i.post?.photos ?? [])[0]?.id}`),
    ).not.toBeNull();
    expect(await ask(2, '/photo/?fbid=1')).toBeNull();
  });

  it('name the classes anew for another seed', () => {
    expect(classOf('a', 'card')).not.toBe(classOf('b', 'card'));
    for (const name of classOf('a', 'card', 'header').split(' ')) expect(sheetOf('a')).toContain(`.${name}`);
  });
});

describe('stories', () => {
  it('carry the truth of each post', () => {
    for (const seed of SEEDS) {
      const context = contextOf(seed);
      const env = storyEnv(context);
      for (const post of postsOfSeed(seed)) {
        const story = storyOf(post, env, { whole: true });
        const own = JSON.parse(JSON.stringify({ ...story, attached_story: null }), (_, value: Json) =>
          value?.__typename === 'Comment' ? null : value,
        ) as Json;
        const objects = [...objectsIn(own)];
        expect(story.post_id).toBe(post.id);
        expect(atob((story.feedback as { id: string }).id)).toBe(`feedback:${post.id}`);
        const times = objects.flatMap((o) => (typeof o.creation_time === 'number' ? [o.creation_time] : []));
        expect(new Set(times)).toEqual(new Set([post.postedAt]));
        const message = ((story.comet_sections as Json).content as { story: { message: { text: string } } })
          .story.message;
        expect(message.text).toBe(post.text);
        const files = new Set(
          objects
            .flatMap((o) => (typeof o.uri === 'string' && o.uri.includes('/t39.30808-6/') ? [o.uri] : []))
            .map((uri) => new URL(uri).pathname.split('/').pop()),
        );
        expect(files).toEqual(new Set(post.photos.map((p) => p.file)));
        expect(objects.some((o) => o.__typename === 'SponsoredData')).toBe(false);
        expect((story.actors as { name: string }[])[0]?.name).toBe(post.author.name);
      }
    }
  });

  it('keep the rest of a text back only where "Lihat selengkapnya" asks for it', async () => {
    const env = storyEnv(contextOf(1));
    const kept = SEEDS.flatMap(postsOfSeed).filter((p) => traitsOf(p).expansion === 'fetch');
    expect(kept.length).toBeGreaterThan(0);
    for (const post of kept) {
      const texts = [...objectsIn(storyOf(post, env))].map((o) => o.text);
      expect(texts).not.toContain(post.text);
    }
    const [first] = postsOfSeed(1).filter((p) => traitsOf(p).expansion === 'fetch');
    if (!first) return;
    const answer = await ask(1, '/api/graphql/', {
      fb_api_req_friendly_name: 'CometFeedStoryMessageExpansionQuery',
      variables: JSON.stringify({ storyID: first.id }),
    });
    expect(await textOf(answer)).toContain(JSON.stringify(first.text));
  });

  it('of ads say so in the answer, whatever stands on the page', () => {
    const { facebook } = makeWorld(4);
    const env = storyEnv(contextOf(4));
    const ads = facebook.feed.filter((item) => item.kind.startsWith('ad-'));
    expect(new Set(ads.map((ad) => ad.kind)).size).toBe(3);
    for (const ad of ads) {
      const story = storyOf(ad.post as LabPost, env, { kind: ad.kind });
      expect((story.th_dat_spo as Json).__typename).toBe('SponsoredData');
      const labels = [...objectsIn(story)].filter((o) => o.__typename === 'CometStorySponsoredLabelStrategy');
      expect(labels.length).toBe(ad.kind === 'ad-unlabelled' ? 0 : 1);
    }
  });

  it('show every whim of the site within five seeds', () => {
    const all = SEEDS.flatMap(postsOfSeed).map(traitsOf);
    for (const whim of ['partialAlbum', 'coloured', 'reshares', 'linkCard', 'phpPermalink'] as const) {
      expect(
        all.some((t) => t[whim]),
        whim,
      ).toBe(true);
      expect(
        all.some((t) => !t[whim]),
        `no ${whim}`,
      ).toBe(true);
    }
    expect(new Set(all.map((t) => t.photoSet)).size).toBe(2);
    expect(new Set(all.map((t) => t.expansion))).toEqual(new Set(['none', 'local', 'fetch']));
  });

  it('shared by another keep their own time, and are posts of this world', () => {
    const world = makeWorld(5);
    const env = storyEnv(sampleContext(world, WORLD_NOW));
    for (const post of postsOf(world.facebook).filter((p) => traitsOf(p).reshares)) {
      const inner = storyOf(post, env).attached_story as Json;
      const original = postsOf(world.facebook).find((p) => p.id === inner.post_id);
      expect(original?.id).not.toBe(post.id);
      expect(inner.creation_time).toBe(original?.postedAt);
    }
  });
});

describe('answers', () => {
  it('page through the whole feed, each item once and in order', async () => {
    const { feed } = makeWorld(1).facebook;
    const seen: unknown[] = [];
    let cursor = '';
    for (let page = 0; page < 40; page++) {
      const variables = JSON.stringify({ cursor, count: 5 });
      const form = { fb_api_req_friendly_name: 'CometNewsFeedPaginationQuery', variables };
      const docs = (await textOf(await ask(1, '/api/graphql/', form)))
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l) as Doc);
      const answer: Json = {};
      for (const doc of docs) doc.path ? graft(answer, doc.path, doc.data) : Object.assign(answer, doc.data);
      const list = (answer.viewer as Json).news_feed as { edges: { node: Json }[]; page_info: Json };
      seen.push(
        ...list.edges
          .map((e) => e.node)
          .filter((n) => n.post_id)
          .map((n) => n.post_id),
      );
      expect(docs.at(-1)?.extensions?.is_final).toBe(true);
      if (list.page_info.has_next_page !== true) break;
      cursor = list.page_info.end_cursor as string;
    }
    expect(seen).toEqual(feed.flatMap((item) => item.post?.id ?? []));
  });

  it('refuse what the app would never ask', async () => {
    const form = (name: string, variables: string) => ({ fb_api_req_friendly_name: name, variables });
    expect((await ask(1, '/api/graphql/', form('NoSuchQuery', '{}')))?.status).toBe(404);
    expect((await ask(1, '/api/graphql/', form('CometNewsFeedPaginationQuery', '{')))?.status).toBe(400);
    expect(
      (await ask(1, '/api/graphql/', form('CometNewsFeedPaginationQuery', '{"cursor":"-3"}')))?.status,
    ).toBe(404);
    expect(await ask(1, '/api/graphql/')).toBeNull();
  });

  it('send a few items at a time', () => {
    const env = storyEnv(contextOf(1));
    const docs = listDocs(makeWorld(1).facebook.feed, HOME, env, 8, NEXT_PAGE);
    expect(docs.filter((doc) => doc.path?.includes('edges')).length).toBe(NEXT_PAGE - 1);
  });
});

/** Compares an answer with the records it became, reference by reference. */
function compare(value: Json, id: string, records: Records, path: string): number {
  const record = records.get(id);
  expect(record, path).toBeDefined();
  let scalars = 0;
  for (const [key, field] of Object.entries(value)) {
    const stored = record?.[storageKey(key)];
    const at = `${path}.${key}`;
    if (field === undefined) continue;
    if (key === 'ghl_label') expect(stored, at).toEqual(field);
    else if (Array.isArray(field) && field.some((f) => typeof f === 'object')) {
      const refs = (stored as { __refs: string[] }).__refs;
      // A record is one for all its paths: a shorter list of the same name may stand there.
      field.slice(0, refs.length).forEach((f, i) => {
        scalars += compare(f as Json, refs[i] as string, records, `${at}[${i}]`);
      });
    } else if (typeof field === 'object' && field !== null && !Array.isArray(field)) {
      scalars += compare(field as Json, (stored as { __ref: string }).__ref, records, at);
    } else {
      expect(stored, at).toEqual(field);
      scalars++;
    }
  }
  return scalars;
}

describe('the store', () => {
  it('gives back what the answers held, from flat records alone', () => {
    const env = storyEnv(contextOf(2));
    for (const post of postsOfSeed(2)) {
      const answer: Json = {};
      for (const doc of postDocs(post, env))
        doc.path ? graft(answer, doc.path, doc.data) : Object.assign(answer, doc.data);
      const records = normalise(answer);
      expect(compare(answer, 'client:root', records, post.id)).toBeGreaterThan(20);
      for (const record of records.values()) {
        for (const [key, value] of Object.entries(record)) {
          if (typeof value !== 'object' || value === null || key === 'ghl_label' || Array.isArray(value))
            continue;
          expect(Object.keys(value), key).toEqual(['__ref' in value ? '__ref' : '__refs']);
        }
      }
    }
  });

  it('keeps one record for a story that several answers told', () => {
    const env = storyEnv(contextOf(2));
    const [post] = postsOfSeed(2);
    const records = normalise({ node: storyOf(post as LabPost, env) });
    const before = records.size;
    normalise({ node: storyOf(post as LabPost, env) }, records);
    expect(records.size).toBe(before);
    const stories = [...records.values()].filter((r) => r.post_id === post?.id);
    expect(stories).toHaveLength(1);
    expect(stories[0]?.['url(site:"www")']).toBe(permalinkOf(post as LabPost));
    expect(stories[0]).toHaveProperty('sponsored_data', null);
    expect(stories[0]).not.toHaveProperty('th_dat_spo');
  });
});

describe('small parts', () => {
  it('scramble a time so that order alone reads it', () => {
    for (const text of ['2 j', '41 m', '5 Januari 2025', 'Bersponsor', 'Baru saja', '16 نوفمبر']) {
      const label: LabelNode = scrambled(text, text);
      expect(unscrambled(label)).toBe(text);
    }
    expect(shortAge(WORLD_NOW - 7300, WORLD_NOW)).toBe('2 j');
  });

  it('cut long texts and leave short ones', () => {
    expect(cutText('pendek')).toBeNull();
    const long = 'kata '.repeat(200);
    const cut = cutText(long);
    expect(cut && long.startsWith(cut)).toBe(true);
    expect(cutText('a\nb\nc\nd\ne\nf\ng')).toBe('a\nb\nc\nd\ne');
  });

  it('read addresses back', () => {
    for (const post of postsOfSeed(3)) {
      const route = routeOf(new URL(permalinkOf(post)));
      expect(route).toMatchObject({ kind: 'post', story: post.group ? post.id : post.pfbid });
    }
    expect(routeOf(new URL('https://www.facebook.com/'))).toEqual({ kind: 'home' });
    expect(routeOf(new URL('https://www.facebook.com/groups/feed/'))).toEqual({ kind: 'groups' });
    expect(routeOf(new URL('https://www.facebook.com/warga'))).toEqual({ kind: 'profile', who: 'warga' });
    expect(routeOf(new URL('https://www.facebook.com/events/'))).toEqual({ kind: 'plain' });
  });
});

import { Window } from 'happy-dom';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { LabItem } from '../../types.ts';
import { makeWorld, WORLD_NOW } from '../../world.ts';
import type { Json } from '../attachments.ts';
import { shortAge } from '../clock.ts';
import { HOME, listDocs } from '../feed.ts';
import { graft } from '../normalise.ts';
import { permalinkOf } from '../paths.ts';
import { storyEnv } from '../routes.ts';
import { sampleContext } from '../sample-context.ts';
import { traitsOf } from '../traits.ts';
import { CometRelayEnvironmentProvider, createEnvironment, publishAnswer } from './environment.tsx';
import { FeedUnit } from './FeedUnit.tsx';
import { begin } from './look.ts';
import { NavigationProvider } from './navigation.tsx';
import { heightsOf, type Span, spanOf, withSlots } from './window.ts';

type Variant = 'posinset' | 'article';

beforeAll(() => {
  vi.stubGlobal('location', new URL('https://www.facebook.com/'));
  vi.stubGlobal('MediaSource', class {});
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:https://www.facebook.com/1');
});

/** Items of a feed as the app draws them, each with its box. */
function drawn(items: LabItem[], seed: number, variant: Variant): { item: LabItem; box: Element }[] {
  const env = storyEnv(sampleContext(makeWorld(seed), WORLD_NOW));
  begin({ salt: 'salt', wait: 0, variant, account: { id: '1', name: 'Admin Humas' } });
  const environment = createEnvironment();
  const answer: Json = {};
  for (const doc of listDocs(items, { ...HOME, key: 'test' }, env, 0, items.length)) {
    if (doc.path) graft(answer, doc.path, doc.data);
    else Object.assign(answer, doc.data);
  }
  publishAnswer(environment, answer, {});
  const { edges } = (answer.viewer as Json).news_feed as { edges: { node: { id: string } }[] };
  return edges.map(({ node }, index) => {
    const html = renderToStaticMarkup(
      <CometRelayEnvironmentProvider environment={environment}>
        <NavigationProvider>
          <FeedUnit id={node.id} index={index} remount />
        </NavigationProvider>
      </CometRelayEnvironmentProvider>,
    );
    const { document } = new Window();
    document.body.innerHTML = html;
    const box = document.body.querySelector(':scope > :not(link)') as unknown as Element | null;
    if (!box) throw new Error(`nothing drawn for item ${index}`);
    return { item: items[index] as LabItem, box };
  });
}

const feedOf = (seed: number): LabItem[] => makeWorld(seed).facebook.feed;
const hrefs = (box: Element): string[] =>
  [...box.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '');

/** Reads a scrambled label the way the eye does. */
function labelIn(box: Element): string | null {
  const flex = box.querySelector('span[style*="display:flex"]');
  if (!flex) return null;
  const order = (e: Element): number => Number(/order:(\d+)/.exec(e.getAttribute('style') ?? '')?.[1]);
  return [...flex.children]
    .filter((e) => !e.getAttribute('style')?.includes('absolute'))
    .sort((a, b) => order(a) - order(b))
    .map((e) => e.textContent)
    .join('')
    .replaceAll('\u00a0', ' ');
}

describe.each<Variant>(['posinset', 'article'])('a home feed of the variant %s', (variant) => {
  it('shows each post whole, and its address only where the site does', () => {
    for (const { item, box } of drawn(feedOf(1), 1, variant)) {
      if (item.kind !== 'post' || !item.post) continue;
      const { post } = item;
      expect(box.getAttribute('role')).toBe(variant === 'article' ? 'article' : null);
      expect(box.hasAttribute('aria-posinset')).toBe(variant === 'posinset');
      const heading = box.getAttribute('aria-labelledby') ?? '';
      expect(box.querySelector(`[id="${heading}"]`)?.textContent).toContain(
        post.group?.name ?? post.author.name,
      );
      expect(box.querySelector('[data-ad-rendering-role=profile_name]')).not.toBeNull();
      expect(labelIn(box)).toBe(shortAge(post.postedAt, WORLD_NOW));
      const own = hrefs(box).filter(
        (href) => href.startsWith(permalinkOf(post)) && !href.includes('comment_id'),
      );
      expect(own, 'before a pointer comes').toEqual([]);
      expect(box.outerHTML).not.toContain('post_id');
      expect(box.querySelectorAll('[data-ad-rendering-role=like_button]')).toHaveLength(1);
      const texts = [...box.querySelectorAll('[data-ad-preview=message]')].length;
      if (traitsOf(post).coloured) expect(texts).toBe(0);
      else if (!traitsOf(post).reshares) expect(texts).toBe(post.text === '' ? 0 : 1);
      if (post.photos.length > 1) {
        const shown = hrefs(box).filter((href) => href.includes('/photo/?fbid=') && !href.includes('set=p.'));
        expect(shown).toHaveLength(Math.min(post.photos.length, traitsOf(post).visibleTiles));
        const named = traitsOf(post).photoSet === 'post';
        expect(shown.every((href) => href.includes(`set=pcb.${post.id}`))).toBe(named);
      }
    }
  });

  it('gives each kind of ad its own signs, and the looks of a post', () => {
    const ads = drawn(feedOf(2), 2, variant).filter(({ item }) => item.kind.startsWith('ad-'));
    expect(ads.length).toBeGreaterThan(4);
    for (const { item, box } of ads) {
      expect(box.querySelectorAll('a[href^="/ads/about/"]')).toHaveLength(
        item.kind === 'ad-labelled' ? 1 : 0,
      );
      expect(labelIn(box)).toBe(item.kind === 'ad-scrambled' ? 'Bersponsor' : null);
      expect(box.querySelector('[attributionsrc*="/privacy_sandbox/comet/register/source/"]')).not.toBeNull();
      expect(box.querySelector('[data-ad-rendering-role=like_button]')).not.toBeNull();
    }
    const organic = drawn(feedOf(2), 2, variant).filter(({ item }) => item.kind === 'post');
    expect(organic.some(({ box }) => box.querySelector('[attributionsrc]'))).toBe(false);
  });

  it('draws what is no post as no post', () => {
    for (const { item, box } of drawn(feedOf(3), 3, variant)) {
      if (item.kind === 'skeleton') {
        expect(box.querySelector('[role=progressbar][data-visualcompletion=loading-state]')).not.toBeNull();
        expect(hrefs(box)).toEqual([]);
      }
      if (item.kind === 'suggested-people') {
        expect(box.textContent).toContain('Orang yang Mungkin Anda Kenal');
        expect(box.querySelector('[data-ad-rendering-role]')).toBeNull();
      }
    }
  });

  it('labels comments as comments and links them for real', () => {
    let seen = 0;
    for (const { item, box } of drawn(feedOf(4), 4, variant)) {
      const labelled = [...box.querySelectorAll('[role=article][aria-label]')];
      expect(labelled.length).toBeLessThanOrEqual(3);
      for (const comment of labelled) {
        seen++;
        expect(comment.getAttribute('aria-label')).toMatch(/^Komentar oleh .+ yang lalu$/);
        const url = item.post ? permalinkOf(item.post) : 'no post';
        expect(hrefs(comment).find((href) => href.startsWith(url))).toContain('comment_id=');
      }
    }
    expect(seen).toBeGreaterThan(10);
  });
});

describe('a post of a group', () => {
  it('names the group first and its author by number, or not at all', () => {
    const [group] = makeWorld(1).facebook.groups;
    const rows = drawn(group?.items ?? [], 1, 'posinset').filter(({ item }) => item.kind === 'post');
    let anonymous = 0;
    for (const { item, box } of rows) {
      expect(box.querySelector('h4 a')?.textContent).toBe(group?.name);
      const author = hrefs(box).filter(
        (href) => href.includes(`/groups/${group?.id}/user/`) && !href.includes('comment'),
      );
      if (item.post?.author.handle === '') {
        anonymous++;
        expect(author).toEqual([]);
      } else expect(author[0]).toContain(`/user/${item.post?.author.id}/`);
    }
    expect(anonymous).toBe(1);
  });
});

describe('the list', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `u${i}`);
  const heights = new Map(ids.map((id, i) => [id, 300 + (i % 5) * 160]));

  it('keeps few boxes and hands them on', () => {
    let span: Span = { first: 0, liveFirst: 0, liveLast: -1, last: -1, slots: new Map() };
    const owners = new Map<number, Set<number>>();
    const total = heightsOf(ids, heights, 0, ids.length);
    for (let y = 0; y < total; y += 250) {
      span = withSlots(span, spanOf(ids, heights, y, 900));
      const boxes = [...span.slots.values()];
      expect(new Set(boxes).size).toBe(boxes.length);
      expect(boxes.length).toBe(span.last - span.first + 1);
      expect(span.first <= span.liveFirst && span.liveLast <= span.last).toBe(true);
      const visible = ids.filter((_, i) => {
        const top = heightsOf(ids, heights, 0, i);
        return top < y + 900 && top + (heights.get(`u${i}`) ?? 0) > y;
      });
      for (const id of visible) expect(span.slots.has(Number(id.slice(1)))).toBe(true);
      for (const [place, box] of span.slots) owners.set(box, (owners.get(box) ?? new Set()).add(place));
    }
    expect(owners.size).toBeLessThan(15);
    expect([...owners.values()].filter((places) => places.size > 1).length).toBeGreaterThan(5);
  });

  it('is the same object while nothing moves', () => {
    const first = withSlots(
      { first: 0, liveFirst: 0, liveLast: -1, last: -1, slots: new Map() },
      spanOf(ids, heights, 0, 900),
    );
    expect(withSlots(first, spanOf(ids, heights, 1, 900))).toBe(first);
  });
});

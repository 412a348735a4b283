import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FeedAd, Loading, SuggestedPeople } from './FeedExtras.tsx';
import { FeedPost } from './FeedPost.tsx';
import { feedOf, loadFeed } from './queries.ts';
import { type FragmentRef, refOf, type useEnvironment, useFragment, useStore } from './relay.tsx';
import { current, x } from './session.ts';
import { Slots } from './slots.ts';
import { TouchPost } from './TouchPost.tsx';

const GUESS = 720;

/** One place of the feed: whichever of its nine slots is filled. */
function FeedItem(props: { item: FragmentRef }) {
  const item = useFragment(props.item);
  const story = item.one('explore_story');
  const media = story?.one('media') ?? item.one('media');
  const ad = item.one('ad');
  if (media && current().layout === 'touch')
    return <TouchPost media={refOf(media.id, 'PolarisFeedPost_media')} />;
  if (media) return <FeedPost media={refOf(media.id, 'PolarisFeedPost_media')} suggested={story !== null} />;
  if (ad) return <FeedAd ad={refOf(ad.id, 'PolarisFeedAd_ad')} />;
  return <Loading />;
}

interface Range {
  from: number;
  to: number;
}

/**
 * The home feed. Items far from the view are taken out and their articles used for others; depending on the session
 * an article is emptied first, or keeps all of its nodes.
 */
export function Feed() {
  const environment = useStore();
  const { items, more } = feedOf(environment);
  const list = useRef<HTMLDivElement>(null);
  const heights = useRef<number[]>([]);
  const [slots] = useState(() => new Slots());
  const [seen, setSeen] = useState<Range>({ from: 0, to: 1 });
  const whole = current().recycle === 'whole';
  const total = items.length + (more ? 1 : 0);
  const margin = whole ? 3 : 4;
  const live = whole ? Number.POSITIVE_INFINITY : 2;
  // The same number of places whatever their heights, also where the list ends: one leaves for each that comes.
  const size = 2 * margin + 3;
  const to = Math.min(total - 1, Math.max(seen.to + margin, seen.from - margin + size - 1));
  const from = Math.max(0, Math.min(seen.from - margin, to - size + 1));
  const before = sum(heights.current, 0, from);
  const after = sum(heights.current, to + 1, total);
  useScrolling(environment, list, heights, items.length, total, setSeen);
  useLayoutEffect(() => {
    const nodes = list.current?.children ?? [];
    for (let i = 0; i < nodes.length; i++) {
      heights.current[from + i] = (nodes[i] as HTMLElement).offsetHeight;
    }
  });
  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const keys = slots.assign(places, (at) => !isArticle(environment, items[at]));
  return (
    <div className={x('feed')}>
      <div ref={list} style={{ paddingTop: before, paddingBottom: after }}>
        {places.map((at, i) => (
          <Slot
            key={keys[i]}
            id={items[at] ?? null}
            height={at < seen.from - live || at > seen.to + live ? (heights.current[at] ?? GUESS) : null}
          />
        ))}
      </div>
    </div>
  );
}

function isArticle(environment: ReturnType<typeof useEnvironment>, id: string | undefined): boolean {
  const record = id
    ? (environment.getStore().getSource().get(id) as unknown as Record<string, unknown> | undefined)
    : undefined;
  return !record?.suggested_users && !record?.end_of_feed_demarcator;
}

/** One node of the list. With a `height` it stands empty. */
function Slot({ id, height }: { id: string | null; height: number | null }) {
  const environment = useStore();
  if (id && !isArticle(environment, id)) return <Aside item={refOf(id, 'PolarisFeedItem_item')} />;
  if (height !== null) {
    return (
      <article className={x('article')} style={{ height }}>
        <div />
      </article>
    );
  }
  return (
    <article className={x('article')}>
      {id ? <FeedItem item={refOf(id, 'PolarisFeedItem_item')} /> : <Loading />}
    </article>
  );
}

function Aside(props: { item: FragmentRef }) {
  const item = useFragment(props.item);
  const people = item.one('suggested_users');
  const end = item.one('end_of_feed_demarcator');
  if (people) return <SuggestedPeople unit={refOf(people.id, 'PolarisFeedSuggestedUsers_unit')} />;
  return (
    <div className={x('end')}>
      <span>{end?.text('title')}</span>
    </div>
  );
}

const sum = (heights: readonly (number | undefined)[], from: number, to: number): number => {
  let out = 0;
  for (let i = from; i < to; i++) out += heights[i] ?? GUESS;
  return out;
};

/** Follows the scrolling: which items are in view, and when to ask for more. */
function useScrolling(
  environment: ReturnType<typeof useEnvironment>,
  list: { readonly current: HTMLDivElement | null },
  heights: { readonly current: number[] },
  loaded: number,
  total: number,
  onRange: (update: (old: Range) => Range) => void,
): void {
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const top = -(list.current?.getBoundingClientRect().top ?? 0);
      const bottom = top + window.innerHeight;
      let first = 0;
      let edge = heights.current[0] ?? GUESS;
      while (edge < top && first < total - 1) edge += heights.current[++first] ?? GUESS;
      let last = first;
      while (edge < bottom && last < total - 1) edge += heights.current[++last] ?? GUESS;
      onRange((old) => (old.from === first && old.to === last ? old : { from: first, to: last }));
      if (last + 2 >= loaded) loadFeed(environment).catch(() => {});
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [environment, list, heights, loaded, total, onRange]);
}

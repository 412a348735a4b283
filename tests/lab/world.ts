import { enrich, reelsOf } from './instagram/world-more.ts';
import { castOf } from './people.ts';
import { Maker } from './posts.ts';
import { random } from './random.ts';
import { COMPLAINTS, longText, ODD, OTHERS, type Template } from './texts.ts';
import type { LabItem, LabPost, World } from './types.ts';

/** 24 November 2026, 06:00 UTC. The world stands still, so that one seed is one world on any day. */
export const WORLD_NOW = 1_795_500_000;

export interface WorldOptions {
  /** The moment at which the feeds are looked at, epoch seconds. Default `WORLD_NOW`. */
  now?: number;
  feedVariant?: 'posinset' | 'article';
}

const ad = (kind: LabItem['kind'], maker: Maker): LabItem => ({ kind, post: maker.ad() });
const plain = (posts: LabPost[]): LabItem[] => posts.map((post) => ({ kind: 'post', post }));

/** Deals the texts out one after the other, so that no template comes again before all have been used. */
function dealer(key: string): { complaint(): Template; other(): Template } {
  const dice = random(`deal:${key}`);
  let complaints: Template[] = [];
  let others: Template[] = [];
  const draw = (stack: Template[], all: readonly Template[]): Template[] =>
    stack.length > 0 ? stack : dice.shuffle(all);
  return {
    complaint() {
      complaints = draw(complaints, COMPLAINTS);
      return complaints.pop() as Template;
    },
    other() {
      others = draw(others, OTHERS);
      return others.pop() as Template;
    },
  };
}

function instagramFeed(seed: number, now: number): World['instagram'] {
  const dice = random(`instagram:${seed}`);
  const cast = castOf(`instagram:${seed}`, 16);
  const make = new Maker('instagram', seed, now, cast);
  const deal = dealer(`instagram:${seed}`);
  const odd = (text: string, scene = 'road'): Template => ({ text, scene });
  const posts: LabPost[] = [];
  for (let i = 0; i < 8; i++)
    posts.push(make.post(i % 3 === 2 ? deal.other() : deal.complaint(), { photos: 1 }));
  for (let count = 2; count <= 8; count++) posts.push(make.post(deal.complaint(), { photos: count }));
  for (let i = 0; i < 3; i++) posts.push(make.post(deal.complaint(), { photos: 1, video: true }));
  posts.push(make.post({ text: '', scene: 'waste' }, { photos: 1 }));
  posts.push(make.post(deal.complaint(), { photos: 1, likes: null }));
  posts.push(make.post(deal.complaint(), { photos: 3, likes: null }));
  posts.push(make.post(deal.complaint(), { photos: 1, commentsOff: true }));
  posts.push(make.post(deal.other(), { photos: 1, paidPartnership: true, author: cast.accounts[0] }));
  posts.push(make.post(deal.complaint(), { photos: 2, place: true }));
  posts.push(make.post(deal.complaint(), { photos: 1, place: true, author: cast.accounts[1] }));
  posts.push(make.post(odd(longText(2200), 'flood'), { photos: 2 }));
  for (const text of [ODD.emoji, ODD.rtl, ODD.zeroWidth, ODD.markup])
    posts.push(make.post(odd(text), { photos: 1 }));
  const [first, second, prolific] = dice.shuffle(cast.citizens);
  const twin = make.post(odd(ODD.twin, 'lamp'), { photos: 1, author: first });
  posts.push(
    twin,
    make.post(odd(ODD.twin, 'lamp'), { photos: 1, author: second, postedAt: twin.postedAt + 3_000 }),
  );
  const early = make.post(deal.complaint(), { photos: 1, author: prolific });
  posts.push(
    early,
    make.post(deal.complaint(), { photos: 1, author: prolific, postedAt: early.postedAt + 41 }),
  );

  const items: LabItem[] = dice.shuffle(plain(posts));
  // The two hard pairs stand at a recycler's distance from one another, not side by side.
  const extras: LabItem[] = [
    ad('ad-labelled', make),
    ad('ad-scrambled', make),
    ad('ad-unlabelled', make),
    ad('ad-labelled', make),
    ad('ad-scrambled', make),
    ad('ad-unlabelled', make),
    { kind: 'suggested-people' },
    { kind: 'skeleton' },
    ad('ad-labelled', make),
    { kind: 'skeleton' },
    ad('ad-unlabelled', make),
  ];
  const feed = mix(items, extras, seed);
  const reels = reelsOf(posts, seed, now, cast);
  const reelPosts = reels.flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []));
  enrich([...new Set([...posts, ...reelPosts])], seed, now, cast);
  return { feed, stories: dice.shuffle(cast.citizens).slice(0, 8), reels };
}

/** Sets `extras` among `items`, from the third place on, about evenly. */
function mix(items: LabItem[], extras: LabItem[], seed: number): LabItem[] {
  const dice = random(`mix:${seed}:${items.length}`);
  const out = [...items];
  const step = Math.max(2, Math.floor(items.length / (extras.length + 1)));
  extras.forEach((extra, i) => {
    const at = 2 + i * (step + 1) + dice.int(0, 1);
    out.splice(Math.min(at, out.length), 0, extra);
  });
  return out;
}

function facebookFeed(seed: number, now: number, variant?: 'posinset' | 'article'): World['facebook'] {
  const dice = random(`facebook:${seed}`);
  const cast = castOf(`facebook:${seed}`, 24);
  const make = new Maker('facebook', seed, now, cast);
  const deal = dealer(`facebook:${seed}`);
  const odd = (text: string, scene = 'road'): Template => ({ text, scene });
  const posts: LabPost[] = [];
  for (let i = 0; i < 6; i++)
    posts.push(make.post(i % 3 === 2 ? deal.other() : deal.complaint(), { photos: 1 }));
  for (let i = 0; i < 7; i++)
    posts.push(make.post(i % 3 === 1 ? deal.other() : deal.complaint(), { photos: 0 }));
  for (const count of [2, 3, 4, 5, 7, 11]) posts.push(make.post(deal.complaint(), { photos: count }));
  for (let i = 0; i < 2; i++) posts.push(make.post(deal.complaint(), { photos: 1, video: true }));
  posts.push(make.post({ text: '', scene: 'flood' }, { photos: 1 }));
  posts.push(make.post(deal.complaint(), { photos: 1, audience: 'friends' }));
  posts.push(make.post(deal.other(), { photos: 0, audience: 'friends' }));
  posts.push(make.post(deal.complaint(), { photos: 1, place: true }));
  posts.push(make.post(odd(longText(1800), 'flood'), { photos: 2, author: cast.accounts[0] }));
  posts.push(make.post(odd(longText(63_000), 'road'), { photos: 0 }));
  for (const text of [ODD.emoji, ODD.rtl, ODD.zeroWidth, ODD.markup])
    posts.push(make.post(odd(text), { photos: 1 }));
  const [first, second, prolific] = dice.shuffle(cast.citizens);
  const twin = make.post(odd(ODD.twin, 'lamp'), { photos: 1, author: first });
  posts.push(
    twin,
    make.post(odd(ODD.twin, 'lamp'), { photos: 1, author: second, postedAt: twin.postedAt + 2_400 }),
  );
  const early = make.post(deal.complaint(), { photos: 0, author: prolific });
  posts.push(
    early,
    make.post(deal.complaint(), { photos: 0, author: prolific, postedAt: early.postedAt + 37 }),
  );

  const groups = ['Suara Warga Rimbawan', 'Info Jalan & Banjir Ketapi (Grup Umum)'].map((name) => {
    const group = { id: dice.digits(15), name };
    const inGroup: LabPost[] = [];
    for (let i = 0; i < 12; i++) {
      const anonymous = i === 7 ? { id: dice.digits(15), handle: '', name: 'Peserta anonim' } : undefined;
      inGroup.push(
        make.post(i % 4 === 3 ? deal.other() : deal.complaint(), {
          photos: [1, 0, 3, 1, 5, 0, 1, 1, 2, 0, 1, 4][i] ?? 1,
          audience: 'group',
          group,
          ...(anonymous ? { author: anonymous } : {}),
        }),
      );
    }
    const items = mix(plain(inGroup), [ad('ad-unlabelled', make), { kind: 'skeleton' }], seed);
    return { ...group, items, posts: inGroup };
  });
  // The home feed carries a few posts of the groups that the account is in.
  const fromGroups = groups.flatMap((group) => group.posts.slice(0, 2));
  const extras: LabItem[] = [
    ad('ad-scrambled', make),
    ad('ad-labelled', make),
    ad('ad-unlabelled', make),
    { kind: 'suggested-people' },
    ad('ad-scrambled', make),
    { kind: 'skeleton' },
    ad('ad-labelled', make),
    ad('ad-unlabelled', make),
    { kind: 'skeleton' },
  ];
  return {
    feed: mix(dice.shuffle(plain([...posts, ...fromGroups])), extras, seed),
    groups: groups.map(({ id, name, items }) => ({ id, name, items })),
    feedVariant: variant ?? (seed % 2 === 0 ? 'posinset' : 'article'),
  };
}

/** The whole world of a seed. Equal arguments give equal worlds. */
export function makeWorld(seed: number, options: WorldOptions = {}): World {
  const now = options.now ?? WORLD_NOW;
  return {
    seed,
    instagram: instagramFeed(seed, now),
    facebook: facebookFeed(seed, now, options.feedVariant),
  };
}

/** Every post of a world by its id, ads included; the same post may stand at several places. */
export function postsOf(
  world: World,
): { site: 'instagram' | 'facebook'; kind: LabItem['kind']; post: LabPost }[] {
  const items = [
    ...world.instagram.feed,
    ...world.instagram.reels,
    ...world.facebook.feed,
    ...world.facebook.groups.flatMap((group) => group.items),
  ];
  return items.flatMap(({ kind, post }) => (post ? [{ site: post.site, kind, post }] : []));
}

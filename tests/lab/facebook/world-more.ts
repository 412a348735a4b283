/**
 * What this Facebook holds beyond the world's two feeds: a regent's page with many comments, shares of every kind,
 * coloured and friends-only posts, a group with members without a name, films and reels, and whatever stands between
 * posts without being one. It follows from the world's own posts, so equal worlds give equal additions.
 */
import { castOf } from '../people.ts';
import { Maker, type PostWishes } from '../posts.ts';
import { random } from '../random.ts';
import { COMPLAINTS, ODD, OTHERS, type Template } from '../texts.ts';
import type { LabItem, LabPerson, LabPost, World } from '../types.ts';
import { force } from './traits.ts';
import { deepen } from './world-threads.ts';

type Facebook = World['facebook'];

/** How an advertisement gives itself away, beyond the three kinds that the world has. */
export type AdSign = 'about' | 'zero-width' | 'svg' | 'long-link' | 'call' | 'silent';
/** A unit of a feed that is no post. */
export type OtherUnit = 'people' | 'groups' | 'pages' | 'reels' | 'stories' | 'market' | 'memories';

export interface MoreItem extends LabItem {
  sign?: AdSign;
  unit?: OtherUnit;
}

export interface FacebookMore {
  /** `/?sk=h_chr`: one of everything. */
  recent: MoreItem[];
  /** A third group. */
  group: { id: string; name: string; items: MoreItem[] };
  /** Whose page has the most comments. */
  regent: LabPerson;
  regentPosts: LabPost[];
  /** Films on `/watch/` and `/NAME/videos/ID/`, each a post. */
  videos: LabPost[];
  /** Posts that are reels: their address is `/reel/ID`. */
  reels: LabPost[];
  /** What a sharing post shares; null: its original cannot be seen. */
  shares: Map<string, LabPost | null>;
  /** Every post above, each once. */
  posts: LabPost[];
}

const AD_SIGNS: readonly AdSign[] = ['about', 'zero-width', 'svg', 'long-link', 'call', 'silent'];
const UNITS: readonly OtherUnit[] = ['people', 'groups', 'pages', 'reels', 'stories', 'market', 'memories'];
const made = new WeakMap<Facebook, FacebookMore>();

/** The additions to a world, made once. */
export function moreOf(facebook: Facebook): FacebookMore {
  const known = made.get(facebook);
  if (known) return known;
  const more = make(facebook);
  made.set(facebook, more);
  return more;
}

function make(facebook: Facebook): FacebookMore {
  const own = facebook.feed.flatMap((item) => (item.kind === 'post' && item.post ? [item.post] : []));
  const key = `more:${own[0]?.id}`;
  const dice = random(key);
  const now = Math.max(...own.map((post) => post.postedAt)) + 240;
  const cast = castOf(key, 18);
  const regent: LabPerson = {
    id: dice.digits(14),
    handle: `bupati.${dice.pick(['rimbawan', 'ketapi'])}`,
    name: 'Bupati Rimbawan',
    verified: true,
  };
  const maker = new Maker('facebook', dice.int(1, 1_000_000), now, cast);
  const complaints = dice.shuffle(COMPLAINTS);
  const others = dice.shuffle(OTHERS);
  const next = (): Template => complaints.pop() ?? dice.pick(COMPLAINTS);
  const other = (): Template => others.pop() ?? dice.pick(OTHERS);
  const post = (template: Template, wishes: PostWishes): LabPost => maker.post(template, wishes);
  const shares = new Map<string, LabPost | null>();

  const regentPosts = [
    post(other(), { photos: 1, author: regent }),
    post(other(), { photos: 0, author: regent }),
    post(other(), { photos: 4, author: regent }),
    post(other(), { photos: 1, author: regent, video: true }),
  ];
  regentPosts.forEach((p, i) => {
    deepen(p, cast, { count: [14, 22, 9, 6][i] ?? 5, now, key: `${key}:regent:${i}` });
  });

  const originals = own.filter((p) => p.audience === 'public' && !p.group && p.photos.length > 0 && !p.video);
  const share = (words: string, original: LabPost | null, wishes: Partial<PostWishes> = {}): LabPost => {
    const p = post({ text: words, scene: 'road' }, { photos: 0, ...wishes });
    force(p, { reshares: true, coloured: false, linkCard: false, gone: original === null });
    shares.set(p.id, original);
    return p;
  };
  const [first, second = first, third = first] = dice.shuffle(originals);
  const sharing = [
    share('Ini jalan kita juga pak, tolong dibaca. Sudah tiga kali lapor.', first ?? null),
    share('', second ?? null),
    share('Mohon ditindaklanjuti', null),
    // Two people share one original: only their own words and times tell them apart.
    share('lihat nih', third ?? null),
    share('lihat nih', third ?? null),
    // A share of one's own earlier post.
    ...(third ? [share('Belum ada perubahan sampai hari ini.', third, { author: third.author })] : []),
  ];
  const coloured = [0, 1, 2].map(() => {
    const p = post({ text: next().text.slice(0, 90), scene: 'road' }, { photos: 0 });
    force(p, { coloured: true, reshares: false, linkCard: false });
    return p;
  });
  const quiet = [
    post(next(), { photos: 1, audience: 'friends' }),
    post(next(), { photos: 0, audience: 'friends' }),
  ];
  const placed = [post(next(), { photos: 1, place: true }), post(next(), { photos: 0, place: true })];
  placed.forEach((p, i) => {
    force(p, { placeIn: i === 0 ? 'title' : 'metadata', reshares: false, coloured: false });
  });
  const albums = [post(next(), { photos: 9 }), post(next(), { photos: 4 })];
  const videos = Array.from({ length: 7 }, () => post(next(), { photos: 1, video: true }));
  const reels = Array.from({ length: 8 }, (_, i) =>
    // One reel has no words, two have the same.
    post(i === 2 ? { text: '', scene: 'road' } : i > 5 ? { text: ODD.twin, scene: 'lamp' } : next(), {
      photos: 1,
      video: true,
    }),
  );
  for (const p of reels) force(p, { reel: true });

  const group = { id: dice.digits(15), name: 'Lapor Pak! Warga Rimbawan (Grup Privat)' };
  const nobody = (): LabPerson => ({
    id: dice.digits(15),
    handle: '',
    name: dice.pick(['Anggota anonim', 'Peserta anonim']),
  });
  const inGroup = Array.from({ length: 9 }, (_, i) =>
    post(i === 3 ? { text: ODD.twin, scene: 'lamp' } : i === 4 ? { text: ODD.twin, scene: 'lamp' } : next(), {
      photos: [1, 0, 5, 1, 1, 0, 2, 1, 0][i] ?? 1,
      audience: i === 6 ? 'public' : 'group',
      group,
      ...(i % 3 === 1 || i === 3 || i === 4 ? { author: nobody() } : {}),
    }),
  );
  deepen(inGroup[0], cast, { count: 7, now, key: `${key}:group` });
  deepen(albums[0], cast, { count: 11, now, key: `${key}:album` });
  deepen(videos[0], cast, { count: 8, now, key: `${key}:video` });
  deepen(reels[0], cast, { count: 5, now, key: `${key}:reel` });

  const adItems = AD_SIGNS.map((sign): MoreItem => ({ kind: 'ad-labelled', post: maker.ad(), sign }));
  const units = UNITS.map((unit): MoreItem => ({ kind: 'suggested-people', unit }));
  const asItems = (posts: LabPost[]): MoreItem[] => posts.map((p) => ({ kind: 'post', post: p }));
  const plain = dice.shuffle(
    asItems([
      ...sharing,
      ...coloured,
      ...quiet,
      ...placed,
      ...albums,
      ...regentPosts.slice(0, 2),
      ...videos.slice(0, 2),
      ...reels.slice(0, 1),
    ]),
  );
  const between = dice.shuffle<MoreItem>([...adItems, ...units, { kind: 'skeleton' }, { kind: 'skeleton' }]);
  const recent = plain.flatMap((item, i) => [item, ...between.slice(i, i + 1)]);
  const groupItems: MoreItem[] = asItems(inGroup).flatMap((item, i) =>
    i === 2 ? [item, { kind: 'ad-labelled', post: maker.ad(), sign: 'silent' } as MoreItem] : [item],
  );
  const all = [...plain.flatMap((i) => i.post ?? []), ...regentPosts, ...videos, ...reels, ...inGroup];
  return {
    recent,
    group: { ...group, items: groupItems },
    regent,
    regentPosts,
    videos,
    reels,
    shares,
    posts: [...new Map(all.map((p) => [p.id, p])).values()],
  };
}

/** Advertisements of the additions: never to be flagged. */
export const moreAds = (facebook: Facebook): LabPost[] =>
  [...moreOf(facebook).recent, ...moreOf(facebook).group.items].flatMap((i) =>
    i.kind !== 'post' && i.post ? [i.post] : [],
  );

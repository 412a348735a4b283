import type { Cast } from '../people.ts';
import { Maker } from '../posts.ts';
import { type Random, random } from '../random.ts';
import { COMPLAINTS, ODD, OTHERS, REPLIES, SPOTS, STREETS, VILLAGES } from '../texts.ts';
import type { LabComment, LabItem, LabPerson, LabPost } from '../types.ts';
import { isCoverless } from './world-codes.ts';

/** How many reels stand in the viewer. */
export const REELS = 16;
/** Comments of the one post that has more of them than a page brings at once. */
export const LONG_THREAD = 34;

const fill = (text: string, dice: Random): string =>
  text
    .replaceAll('{jalan}', dice.pick(STREETS))
    .replaceAll('{desa}', dice.pick(VILLAGES))
    .replaceAll('{titik}', dice.pick(SPOTS))
    .replaceAll('{hari}', String(dice.int(2, 11)));

/** The reels of a world: mostly its own, two that the feed shows too, two advertisements. */
export function reelsOf(feed: readonly LabPost[], seed: number, now: number, cast: Cast): LabItem[] {
  const dice = random(`reels:${seed}`);
  // A stream of its own, so that the posts of the feed stay what they are.
  const make = new Maker('instagram', seed * 1009 + 500_000, now, cast);
  const upright = (post: LabPost): LabPost => ({
    ...post,
    photos: post.photos.map((photo) => ({ ...photo, width: 720, height: 1280 })),
  });
  const items: LabItem[] = [];
  for (let i = 0; i < REELS - 4; i++) {
    const template = dice.pick(i % 4 === 3 ? OTHERS : COMPLAINTS);
    const text = i === 4 ? '' : i === 8 ? ODD.twin : template.text;
    const made = make.post(
      { text, scene: template.scene },
      { photos: 1, video: true, ...(i === 6 ? { likes: null } : {}), ...(i === 9 ? { place: true } : {}) },
    );
    items.push({ kind: 'post', post: upright(made) });
  }
  // One author twice in a row: a slot's author and the address's author agree although the reels differ.
  const first = items[1]?.post?.author;
  const again = items[2]?.post;
  if (first && again) again.author = first;
  const shared = feed.filter((post) => post.video).slice(0, 2);
  shared.forEach((post, i) => {
    items.splice(3 + i * 5, 0, { kind: 'post', post });
  });
  for (const at of [5, 11]) {
    const ad = make.post(dice.pick(OTHERS), { photos: 1, video: true, author: dice.pick(cast.shops) });
    items.splice(at, 0, { kind: 'ad-labelled', post: upright(ad) });
  }
  for (const { post } of items) if (post && isCoverless(post.id)) post.coverless = true;
  return items;
}

/** Adds to posts what a plain feed does not have: several authors, video slides, threads of comments. */
export function enrich(posts: LabPost[], seed: number, now: number, cast: Cast): void {
  const dice = random(`more:${seed}`);
  share(posts, dice, cast);
  for (const [i, post] of posts.filter((one) => one.photos.length > 3).entries()) {
    const slide = post.photos[i === 0 ? 0 : 1];
    if (slide) slide.video = true;
  }
  const thread = new Threads(dice, now, cast);
  const open = posts.filter((post) => !post.commentsOff);
  const official = open.find((post) => cast.accounts.includes(post.author) && !post.paidPartnership);
  for (const post of open) {
    if (post === official) thread.long(post);
    else thread.plain(post);
  }
}

function share(posts: LabPost[], dice: Random, cast: Cast): void {
  const free = posts.filter((post) => !post.paidPartnership && post.photos.length > 0);
  for (const [i, post] of dice.shuffle(free).slice(0, 4).entries()) {
    const others = [...cast.accounts, ...cast.citizens].filter((person) => person !== post.author);
    post.coAuthors = dice.shuffle(others).slice(0, i === 0 ? 2 : 1);
  }
}

/** Makes the comments of posts. */
class Threads {
  private readonly dice: Random;
  private readonly now: number;
  private readonly cast: Cast;

  constructor(dice: Random, now: number, cast: Cast) {
    this.dice = dice;
    this.now = now;
    this.cast = cast;
  }

  /** Answers under some comments; the author himself among those who answer. */
  plain(post: LabPost): void {
    const { dice } = this;
    let added = 0;
    for (const comment of post.replies) {
      if (dice.chance(0.4)) comment.likes = dice.int(1, 60);
      if (!dice.chance(0.35)) continue;
      comment.replies = this.answers(post, comment, dice.int(1, 4));
      added += comment.replies.length;
    }
    post.comments += added;
  }

  /** A thread with all that a thread can hold. */
  long(post: LabPost): void {
    const { dice, cast } = this;
    const complaint = (): string => fill(dice.pick(COMPLAINTS).text, dice);
    const [a, b, c] = dice.shuffle(cast.citizens) as [LabPerson, LabPerson, LabPerson];
    const made: LabComment[] = [];
    let at = post.postedAt + 40;
    const step = Math.max(20, Math.floor((this.now - at - 600) / (LONG_THREAD + 8)));
    const add = (author: LabPerson, text: string, more: Partial<LabComment> = {}): void => {
      at += dice.int(10, step);
      made.push({ id: this.id(), author, text, createdAt: at, ...more });
    };
    // One text by two people, and one person twice within a minute.
    add(a, ODD.twin);
    add(b, ODD.twin);
    add(c, complaint());
    add(c, complaint(), { createdAt: at + 20 });
    add(post.author, 'Terima kasih, sudah kami catat semua. Mohon sertakan titik lokasi.');
    add(a, ODD.emoji);
    add(b, ODD.markup);
    add(c, ODD.rtl);
    add(dice.pick(cast.citizens), '', { gif: true });
    add(dice.pick(cast.citizens), complaint(), { hidden: true });
    add(dice.pick(cast.citizens), ODD.zeroWidth);
    while (made.length < LONG_THREAD)
      add(dice.pick(cast.citizens), dice.chance(0.5) ? complaint() : dice.pick(REPLIES));
    add(dice.pick(cast.citizens), dice.pick(REPLIES), { hidden: true });
    for (const comment of made) if (!comment.hidden && dice.chance(0.5)) comment.likes = dice.int(1, 1900);
    let total = made.length;
    for (const [i, comment] of made.entries()) {
      if (comment.hidden || (i !== 0 && i !== 2 && !dice.chance(0.2))) continue;
      comment.replies = this.answers(post, comment, i === 2 ? 7 : dice.int(1, 4));
      total += comment.replies.length;
    }
    post.replies = made;
    post.comments = total;
  }

  private answers(post: LabPost, to: LabComment, count: number): LabComment[] {
    const { dice, cast, now } = this;
    let at = to.createdAt;
    const step = Math.max(2, Math.floor((now - at) / (count + 1)));
    return Array.from({ length: count }, (_, i) => {
      const author = i === 1 ? post.author : dice.pick(cast.citizens);
      const text = i === 2 ? fill(dice.pick(COMPLAINTS).text, dice) : dice.pick(REPLIES);
      at += dice.int(1, step);
      return {
        id: this.id(),
        author,
        text: `@${to.author.handle} ${text}`,
        createdAt: Math.min(at, now - 1),
      };
    });
  }

  private id(): string {
    return `18${this.dice.digits(15)}`;
  }
}

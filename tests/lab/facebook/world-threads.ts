/** The comments under a post, with their replies: what the lab shows, and what a test may expect. */
import type { Cast } from '../people.ts';
import { random } from '../random.ts';
import { COMPLAINTS, REPLIES, SPOTS, STREETS, VILLAGES } from '../texts.ts';
import type { LabComment, LabPerson, LabPhoto, LabPost } from '../types.ts';

export interface LabThread extends LabComment {
  /** The comment to which this one replies; null for a comment on the post itself. */
  parent: string | null;
  depth: 0 | 1 | 2;
  photo?: LabPhoto;
  replies: LabThread[];
  /** Left out while "most relevant" is chosen, and until more are asked for. */
  minor: boolean;
}

export const COMMENTS_AT_ONCE = 6;

const photoFor = (key: string): LabPhoto => {
  const dice = random(`comment photo:${key}`);
  return {
    file: `${dice.digits(9)}_${dice.digits(17)}_${dice.digits(19)}_n.jpg`,
    id: `122${dice.digits(13)}`,
    width: 720,
    height: 720,
    scene: dice.pick(['road', 'waste', 'flood', 'lamp']),
  };
};

const threads = new WeakMap<LabPost, LabThread[]>();

function answers(parent: LabThread, people: LabPerson[], count: number, key: string): LabThread[] {
  const dice = random(`answers:${key}`);
  return Array.from({ length: count }, (_, i): LabThread => {
    const depth = parent.depth === 0 ? 1 : 2;
    const own: LabThread = {
      id: dice.digits(16),
      author: dice.pick(people),
      text: dice.pick(REPLIES),
      createdAt: parent.createdAt + 45 + i * dice.int(30, 400),
      parent: parent.id,
      depth,
      replies: [],
      minor: false,
    };
    if (depth === 1 && i === 0 && count > 1) own.replies = answers(own, people, 1, `${key}:${i}`);
    return own;
  });
}

/**
 * The whole tree of a post's comments, in the order of their times. Every third comment has replies, every fourth a
 * photo; the second to last says word for word what the first says, by someone else.
 */
export function threadsOf(post: LabPost): LabThread[] {
  const known = threads.get(post);
  if (known) return known;
  const dice = random(`threads:${post.id}`);
  const people = [...post.replies.map((r) => r.author), ...(post.author.handle === '' ? [] : [post.author])];
  const shift = dice.int(0, 2);
  const list = post.replies.map((reply, i): LabThread => {
    const thread: LabThread = { ...reply, parent: null, depth: 0, replies: [], minor: i % 4 === 3 };
    if ((i + shift) % 4 === 2 || reply.text === '') thread.photo = photoFor(reply.id);
    if ((i + shift) % 3 === 0) thread.replies = answers(thread, people, dice.int(1, 3), reply.id);
    return thread;
  });
  threads.set(post, list);
  return list;
}

/** All comments of a tree, each before its replies. */
export const flat = (list: LabThread[]): LabThread[] => list.flatMap((t) => [t, ...flat(t.replies)]);

/** Gives a post the many comments of a much-read page, complaints among them. Changes `post`. */
export function deepen(
  post: LabPost | undefined,
  cast: Cast,
  wishes: { count: number; now: number; key: string },
): void {
  if (!post) return;
  const dice = random(`deepen:${wishes.key}`);
  const room = Math.max(900, wishes.now - post.postedAt);
  const fill = (text: string): string =>
    text
      .replaceAll('{jalan}', dice.pick(STREETS))
      .replaceAll('{desa}', dice.pick(VILLAGES))
      .replaceAll('{titik}', dice.pick(SPOTS))
      .replaceAll('{hari}', String(dice.int(2, 11)));
  const out: LabComment[] = Array.from({ length: wishes.count }, (_, i) => ({
    id: dice.digits(16),
    author: i % 6 === 5 && post.author.handle !== '' ? post.author : dice.pick(cast.citizens),
    text:
      i % 6 === 5
        ? 'Terima kasih laporannya, tim kami cek hari ini.'
        : fill(dice.pick(i % 2 ? REPLIES : COMPLAINTS.map((c) => c.text))),
    createdAt: post.postedAt + Math.floor((room * (i + 1)) / (wishes.count + 2)),
  }));
  const [head] = out;
  const twin = out.at(-2);
  if (head && twin && twin !== head) {
    twin.text = head.text;
    if (twin.author.id === head.author.id)
      twin.author = cast.citizens.find((c) => c.id !== head.author.id) ?? twin.author;
  }
  // A picture alone is a comment too; so is one in another script.
  const mute = out[2];
  if (mute) mute.text = '';
  const foreign = out[3];
  if (foreign) foreign.text = 'شكراً 🙏 mohon dicek 👷🏽 #lapor';
  post.replies = out;
  post.comments = out.length + 9;
}

import type { Layer } from '../../complaints/reading.ts';
import type { PageState, SeenComment } from '../../protocol/contract.ts';
import type { PostReader } from '../site.ts';
import { parentOf } from '../thread.ts';
import { leastAge } from './age-label.ts';
import type { PostButton } from './post.ts';
import type { ReplyWords } from './reply-labels.ts';

/** A comment that is an agency's answer to a post, or only looks like one. */
export interface Offer {
  comment: PostButton;
  /** What the comment's element held then. */
  identity: string | null;
  complaintId: string;
  own: boolean;
  words: ReplyWords;
}

interface Read {
  identity: string | null;
  layer: Layer;
  /** Epoch ms; it is no younger. */
  notAfter: number;
}

/** Between a change in the page and the look at it, in ms. */
const PAUSE = 300;
/** Ms of reading at a time. */
const WORK = 8;
const MOST = 200;

/**
 * Reads who wrote the comments that stand on the screen under followed posts, and asks the worker whose they are.
 * Nothing is loaded, opened or scrolled for it; each comment is read once, and what it says not at all sent.
 */
export function lookForReplies(reader: PostReader, ageLabel: (comment: Element) => string) {
  const posts = new Map<PostButton, { asked: string; offer: Offer | null }>();
  const comments = new Set<PostButton>();
  const reads = new WeakMap<PostButton, Read>();
  /** Comments that are settled for this page: recorded, or refused by the worker. */
  const settled = new Set<string | null>();
  let timer = 0;

  function soon(): void {
    if (!timer) timer = window.setTimeout(look, PAUSE);
  }

  function look(): void {
    timer = 0;
    if (document.hidden || posts.size === 0) return;
    const end = performance.now() + WORK;
    const url = new URL(document.location.href);
    for (const it of comments) {
      if (!it.post.isConnected) comments.delete(it);
      else if (reads.get(it)?.identity !== it.identity) {
        if (performance.now() > end) {
          soon();
          return;
        }
        const layer = reader.readComment(it.post, url);
        const age = layer.postedAt === undefined ? leastAge(ageLabel(it.post)) : 0;
        reads.set(it, { identity: it.identity, layer, notAfter: age && Date.now() - age });
      }
    }
    for (const it of posts.keys())
      if (!it.post.isConnected) posts.delete(it);
      else void ask(it);
  }

  async function ask(it: PostButton): Promise<void> {
    const entry = posts.get(it);
    const state = it.state();
    if (!entry || !isFollowed(state)) return;
    const { names } = it;
    const under = [...comments].filter((comment) => {
      const { layer, identity } = reads.get(comment) ?? {};
      return (
        layer?.author &&
        layer.names.some((name) => name.length < 300) &&
        !settled.has(identity ?? null) &&
        answers(layer, it)
      );
    });
    const seen = under.slice(-MOST);
    const asked = [state.complaintId, state.status, ...seen.map(({ identity }) => identity)].join();
    if (entry.asked === asked) return;
    entry.asked = asked;
    const { call } = it.shared;
    const answer =
      seen.length > 0
        ? await call('page.replies', {
            complaintId: state.complaintId,
            post: names.slice(0, 60),
            comments: seen.map((comment) => tellOf(reads.get(comment) as Read)),
          }).catch(() => null)
        : null;
    // Something changed meanwhile, and is asked about anew.
    if (entry.asked !== asked) return;
    const [reply] = answer?.replies ?? [];
    const comment = reply && seen[reply.at];
    entry.offer =
      answer && reply && comment
        ? {
            comment,
            identity: comment.identity,
            complaintId: state.complaintId,
            own: reply.own,
            words: { agency: answer.agency, account: reply.account, number: state.number },
          }
        : null;
    it.draw();
  }

  return {
    /** What there is to say of a post now. Asked at each drawing, and the sign that something may have changed. */
    offerOf(it: PostButton): Offer | null {
      if (it.kind.comment) {
        comments.add(it);
        if (reads.get(it)?.identity !== it.identity) soon();
      }
      const state = it.state();
      if (!isFollowed(state)) {
        posts.delete(it);
        return null;
      }
      if (!posts.has(it)) posts.set(it, { asked: '', offer: null });
      soon();
      const offer = posts.get(it)?.offer;
      const holds =
        offer?.complaintId === state.complaintId &&
        offer.comment.identity === offer.identity &&
        offer.comment.post.isConnected &&
        !settled.has(offer.identity);
      return offer && holds ? offer : null;
    },
    /** Offered no more in this page. */
    drop(it: PostButton, comment: PostButton): void {
      settled.add(comment.identity);
      const entry = posts.get(it);
      if (entry) Object.assign(entry, { asked: '', offer: null });
    },
    /** What was recorded is so no more. */
    again(it: PostButton): void {
      settled.clear();
      posts.delete(it);
      soon();
    },
  };
}

/** Whether a comment stands under a post or, where the complaint is a comment itself, replies to it. */
function answers({ under, permalink }: Layer, { kind, names }: PostButton): boolean {
  if (!kind.comment) return under?.names.some((name) => names.includes(name)) ?? false;
  const parent = parentOf(permalink);
  return parent !== '' && names.some((name) => name.split(/[#:]/).at(-1) === parent);
}

/** Cut to what the worker takes: one commenter's endless name must not hide what others said. */
function tellOf({ layer: { names, author = {}, postedAt }, notAfter }: Read): SeenComment {
  const { handle, id, name } = author;
  return {
    names: names.filter((one) => one.length < 300).slice(0, 60),
    author: { handle: handle?.slice(0, 200), id: id?.slice(0, 40), name: name?.slice(0, 200) },
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(notAfter > 0 ? { notAfter: Math.round(notAfter) } : {}),
  };
}

/** With an agency, and not closed; the worker has the last word. */
function isFollowed(state: PageState | null | undefined): state is PageState {
  return !!state && /^(?:waiting|responded|outside)$/.test(state.status);
}

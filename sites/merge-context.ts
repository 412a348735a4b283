import { isIdentity, isMedia } from '../complaints/identity.ts';
import type { Author, Layer, PostContext } from '../complaints/reading.ts';

/** Longest text of a context that is kept, in characters: it gives sense, it is not the complaint. */
const MAX_CONTEXT = 2000;

/** Whether a layer speaks of a comment: such a layer and one of a post are never the same thing. */
export function isCommentLayer(layer: Layer): boolean {
  return layer.under !== undefined || layer.names.some((name) => /#|:comment:/.test(name));
}

/**
 * The post that a comment stands under: the page's word first, filled from layers that name the same post.
 * One that contradicts the page on which post or whose it is tells nothing.
 */
export function mergeUnder(dom: Layer, accepted: Layer[], others: Layer[]): PostContext | undefined {
  const told = [dom, ...accepted].flatMap((layer) => (layer.under ? [layer.under] : []));
  const posts = others.filter((layer) => !isCommentLayer(layer)).map(contextOf);
  return joinContexts(told[0], [...told.slice(1), ...posts]);
}

/** The original of a share, in the same way. Only layers that know it as this post's original are asked. */
export function mergeShared(layers: Layer[]): PostContext | undefined {
  const told = layers.flatMap((layer) => (layer.shared ? [layer.shared] : []));
  const own = layers.find((layer) => layer.source === 'dom')?.shared ?? told[0];
  return joinContexts(own, told);
}

function joinContexts(first: PostContext | undefined, rest: PostContext[]): PostContext | undefined {
  if (!first) return undefined;
  const joined: PostContext = { ...first, names: [...first.names] };
  for (const next of rest) {
    if (next === first || !samePost(joined, next)) continue;
    joined.names = [...new Set([...joined.names, ...next.names])].slice(0, 40);
    if (next.author) joined.author = { ...next.author, ...joined.author };
    if (next.text !== undefined && (joined.text === undefined || (joined.textCut && !next.textCut))) {
      joined.text = next.text;
      if (next.textCut) joined.textCut = true;
      else delete joined.textCut;
    }
    for (const key of ['permalink', 'postedAt', 'photos'] as const) {
      if (joined[key] === undefined && next[key] !== undefined) Object.assign(joined, { [key]: next[key] });
    }
  }
  if (joined.text !== undefined && joined.text.length > MAX_CONTEXT) {
    joined.text = joined.text.slice(0, MAX_CONTEXT);
    joined.textCut = true;
  }
  return joined;
}

/** Two contexts of one post: a shared name that only that post has, and nothing that says otherwise. */
function samePost(a: PostContext, b: PostContext): boolean {
  if (!a.names.some((name) => !isMedia(name) && b.names.includes(name))) return false;
  const [left, right] = [a.names.filter(isIdentity), b.names.filter(isIdentity)];
  if (left.length > 0 && right.length > 0 && !left.some((name) => right.includes(name))) return false;
  return !otherPerson(a.author, b.author);
}

function otherPerson(a: Author | undefined, b: Author | undefined): boolean {
  if (a?.id && b?.id) return a.id !== b.id;
  return !!a?.handle && !!b?.handle && a.handle.toLowerCase() !== b.handle.toLowerCase();
}

function contextOf({ names, permalink, author, text, textCut, postedAt, photos }: Layer): PostContext {
  return {
    names,
    ...(permalink ? { permalink } : {}),
    ...(author ? { author } : {}),
    ...(text === undefined ? {} : { text }),
    ...(textCut ? { textCut } : {}),
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(photos ? { photos } : {}),
  };
}

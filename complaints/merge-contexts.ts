import { isIdentity, isMedia } from './identity.ts';
import type { PostContext } from './reading.ts';

/**
 * The post above a comment, or the original of a share, from several readings: the first one, filled by those that
 * name the same post. A whole text replaces a cut one, never the other way round.
 */
export function mergeContexts(contexts: readonly (PostContext | undefined)[]): PostContext | undefined {
  const [first, ...rest] = contexts.filter((context) => context !== undefined);
  if (!first) return undefined;
  let merged: PostContext = { ...first, names: [...new Set(first.names)] };
  let left = rest;
  // A later reading may hold the name that links an earlier one.
  for (let found = true; found; ) {
    const at = left.findIndex((next) => samePost(merged, next));
    found = at >= 0;
    if (found) merged = fill(merged, left[at] as PostContext);
    left = left.filter((_, i) => i !== at);
  }
  return merged;
}

/** They share a name that only one post has, and no identity of one speaks against the other. */
function samePost(a: PostContext, b: PostContext): boolean {
  const [left, right] = [a.names.filter(isIdentity), b.names.filter(isIdentity)];
  if (left.length > 0 && right.length > 0 && !left.some((name) => right.includes(name))) return false;
  return a.names.some((name) => !isMedia(name) && b.names.includes(name));
}

function fill(known: PostContext, next: PostContext): PostContext {
  const { textCut, ...rest } = known;
  const { textCut: nextCut, ...more } = next;
  const takes = next.text !== undefined && (known.text === undefined || (textCut && !nextCut));
  const cut = takes ? nextCut : textCut;
  return {
    ...more,
    ...rest,
    names: [...new Set([...known.names, ...next.names])].slice(0, 40),
    ...(takes ? { text: next.text } : {}),
    ...(cut ? { textCut: true } : {}),
  };
}

import { isIdentity, isMedia } from '../complaints/identity.ts';
import type { FieldSource, Layer } from '../complaints/reading.ts';
import { isCommentLayer } from './merge-context.ts';
import { photoFile } from './merge-fields.ts';

/** Characters of identical text that, with the author, name a post that the DOM does not name. */
export const TEXT_PROOF = 40;

export interface Accepted {
  accepted: Layer[];
  /** Sources of layers that claimed to be this post and were not believed. */
  dropped: FieldSource[];
  /** Every name of the post, the DOM's first. */
  names: string[];
  /**
   * A layer that knows the very post that the DOM names gives it another author: the page was read while it put
   * another post into the node, so that the DOM's own fields may be of two posts.
   */
  mixed: boolean;
}

/**
 * Which of `others` speak of the DOM's post.
 *
 * 1. By name: a layer that shares a name with the post. A photo's name alone is not enough, because a reshared
 *    photo stands in several posts: then author or text must agree as well.
 * 2. Without any identity from the DOM or from 1: by author and TEXT_PROOF characters of text, with time or photo
 *    where the DOM shows them; on Instagram, for a film, by author and the file of its cover. Only when all that match
 *    are one and the same post.
 *
 * Layers that contradict the DOM or each other on who or which the post is are all dropped.
 */
export function acceptLayers(dom: Layer, others: Layer[]): Accepted {
  let claims = others.filter((layer) => sharesName(dom, layer));
  const byName = claims.length > 0 || dom.names.some(isIdentity);
  if (!byName) claims = others.filter((layer) => sameWords(dom, layer) || sameCover(dom, layer));
  if (byName) claims = withKin(claims, others);
  const fitting = claims.filter((layer) => !contradicts(dom, layer));
  let accepted = fitting.filter(
    (layer) => !fitting.some((other) => other !== layer && contradicts(other, layer)),
  );
  if (byName) accepted = accepted.filter((layer) => linked(layer, dom, accepted));
  // By words or cover alone, two posts that fit are one too many.
  else if (!isOnePost(accepted, fitting) || !accepted.some((layer) => agrees(dom, layer))) accepted = [];
  const dropped = claims.filter((layer) => !accepted.includes(layer)).map((layer) => layer.source);
  const names = [...new Set([dom, ...accepted].flatMap((layer) => layer.names))];
  const mixed = claims.some(
    (layer) =>
      !accepted.includes(layer) &&
      // Of a comment the number alone is enough: the page's store does not always say under which post.
      (dom.names.some((name) => isIdentity(name) && layer.names.includes(name)) ||
        (isCommentLayer(dom) && sharesName(dom, layer))) &&
      otherAuthor(dom, layer),
  );
  return { accepted, dropped: [...new Set(dropped)], names, mixed };
}

/** Adds layers that share an identity with one already claimed: island and store of one post under an alias. */
function withKin(claims: Layer[], others: Layer[]): Layer[] {
  const kin = [...claims];
  for (const claim of kin) {
    for (const layer of others) {
      if (
        !kin.includes(layer) &&
        claim.names.some((name) => isIdentity(name) && layer.names.includes(name))
      ) {
        kin.push(layer);
      }
    }
  }
  return kin;
}

/** Still tied to the DOM by name after the contradictions have gone. */
function linked(layer: Layer, dom: Layer, accepted: Layer[]): boolean {
  const reached: Layer[] = [dom];
  for (const from of reached) {
    for (const next of accepted) {
      if (reached.includes(next)) continue;
      const kin = from !== dom && from.names.some((name) => isIdentity(name) && next.names.includes(name));
      if (kin || (from === dom && sharesName(dom, next))) reached.push(next);
    }
  }
  return reached.includes(layer);
}

function sharesName(dom: Layer, layer: Layer): boolean {
  if (isCommentLayer(dom) !== isCommentLayer(layer)) return false;
  const theirs = withBareComments(layer.names);
  const shared = withBareComments(dom.names).filter((name) => theirs.includes(name));
  if (shared.some((name) => !isMedia(name))) return true;
  return shared.length > 0 && (sameAuthor(dom, layer) || sameText(dom, layer));
}

/** `facebook:POST#ID` is also known as `facebook:comment:ID`: the page's store does not always say under which post. */
function withBareComments(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const [, site, comment] = /^(\w+):[^#]+#(\d+)$/.exec(name) ?? [];
    return comment ? [name, `${site}:comment:${comment}`] : [name];
  });
}

function sameAuthor(a: Layer, b: Layer): boolean {
  if (a.author?.id && b.author?.id) return a.author.id === b.author.id;
  return !!a.author?.handle && same(a.author.handle, b.author?.handle);
}

function same(a: string, b: string | undefined): boolean {
  return b !== undefined && a.toLowerCase() === b.toLowerCase();
}

/** Author and text agree, and so does time or photo where the DOM shows them: people post the same words twice. */
function sameWords(dom: Layer, layer: Layer): boolean {
  if (!sameAuthor(dom, layer) || !sameText(dom, layer)) return false;
  const silent = dom.postedAt === undefined && files(dom).length === 0;
  const time = dom.postedAt !== undefined && layer.postedAt !== undefined;
  return silent || time || (files(dom).length > 0 && files(layer).length > 0);
}

/**
 * A slot of the reels viewer names nothing and shows few words or none. Instagram gives each upload a file of its own,
 * so that the cover of an author's film is that of one reel; Facebook lets one photo stand in many posts.
 */
function sameCover(dom: Layer, layer: Layer): boolean {
  const file = coverOf(dom);
  const instagram = layer.names.some((name) => name.startsWith('instagram:'));
  return dom.names.length === 0 && instagram && !!file && file === coverOf(layer) && sameAuthor(dom, layer);
}

/** File of a film's cover where that is all there is to see; '' for anything else, and for a name that says nothing. */
function coverOf({ photos = [] }: Layer): string {
  const [cover, ...more] = photos;
  if (cover?.kind !== 'video-cover' || more.length > 0) return '';
  const file = photoFile(cover.url);
  return /\d{8}/.test(file) ? file : '';
}

/** The same words, as far as the page cut them, over at least TEXT_PROOF characters. */
function sameText(a: Layer, b: Layer): boolean {
  return Math.min(normal(a.text).length, normal(b.text).length) >= TEXT_PROOF && sameBeginning(a, b);
}

/** It is known what the other says, and that is what the DOM shows of it; who shows nothing has to have written nothing. */
function agrees(dom: Layer, layer: Layer): boolean {
  return layer.text !== undefined && sameBeginning(dom, layer);
}

/** One text is the other's beginning, and the shorter is known to be cut. */
function sameBeginning(a: Layer, b: Layer): boolean {
  const left = normal(a.text);
  const right = normal(b.text);
  const shared = Math.min(left.length, right.length);
  if (left.slice(0, shared) !== right.slice(0, shared)) return false;
  return left.length === right.length || !!(left.length < right.length ? a : b).textCut;
}

function normal(text: string | undefined): string {
  return (text ?? '').replace(/[\s\u200b-\u200f\u2060-\u2064\ufeff]+/g, ' ').trim();
}

/** Two layers that cannot be the same post: another identity or person; without a common identity also other words,
 *  time or photos. */
function contradicts(a: Layer, b: Layer): boolean {
  if (isCommentLayer(a) !== isCommentLayer(b)) return true;
  if (apart((a.under?.names ?? []).filter(isIdentity), (b.under?.names ?? []).filter(isIdentity)))
    return true;
  if (apart(a.names.filter(isIdentity), b.names.filter(isIdentity))) return true;
  if (apart(pks(a), pks(b))) return true;
  if (otherAuthor(a, b)) return true;
  if (a.names.some((name) => isIdentity(name) && b.names.includes(name))) return false;
  if (a.postedAt !== undefined && b.postedAt !== undefined && a.postedAt !== b.postedAt) return true;
  if (a.text !== undefined && b.text !== undefined && !sameBeginning(a, b)) return true;
  return apart(files(a), files(b));
}

/** Two layers that name different people, none of whom published it together with the other. */
function otherAuthor(a: Layer, b: Layer): boolean {
  if (a.author?.id && b.author?.id && a.author.id !== b.author.id) return true;
  const [left, right] = [a.author?.handle, b.author?.handle];
  if (!left || !right || same(left, right)) return false;
  const together = (handle: string, layer: Layer) => layer.coAuthors?.some((other) => same(handle, other));
  return !together(left, b) && !together(right, a);
}

/** Both know some, and none in common. */
function apart(a: string[], b: string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((item) => b.includes(item));
}

function pks(layer: Layer): string[] {
  return layer.names.filter((name) => name.includes(':pk:'));
}

function files(layer: Layer): string[] {
  return (layer.photos ?? []).map((photo) => photoFile(photo.url));
}

function isOnePost(accepted: Layer[], fitting: Layer[]): boolean {
  if (accepted.length !== fitting.length) return false;
  const [head, ...rest] = accepted;
  return rest.every((layer) => head?.names.some((name) => isIdentity(name) && layer.names.includes(name)));
}

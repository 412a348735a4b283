import { escaped } from './markup.ts';
import { Random } from './random.ts';
import { makePerson, type Truth } from './truth.ts';

/**
 * What some posts of Instagram have and most have not (`instagram-page.md` 1.1–1.6, 2.3). Each is decided by the post
 * alone and draws nothing from the scene's own numbers, so that scenes without it stay what they were.
 */
const SHARES = {
  /** No caption at all. */
  silent: 0.06,
  /** The caption names a person, before anything else. */
  mention: 0.1,
  /** Published together with somebody. */
  together: 0.1,
  /** "Paid partnership": not an advertisement. */
  paid: 0.06,
  verified: 0.15,
  /** A sound under the name, as reels have. */
  sound: 0.15,
  /** A person tagged in the picture. */
  tagged: 0.1,
  /** The figure of likes is not shown. */
  hidden: 0.1,
  /** Likes in a line below the icons (until 2025-09), not beside them. */
  likers: 0.1,
  /** Somebody's comment below the caption in the feed. */
  preview: 0.15,
  /** The last comment in view is a reply to the first. */
  reply: 0.4,
  /** A comment without words: a moving picture. */
  picture: 0.15,
} as const;
export type Quirk = keyof typeof SHARES;

export function quirk(truth: Truth, name: Quirk): boolean {
  return new Random('quirk', name, truth.id).chance(SHARES[name]);
}

/** Somebody else who has to do with a post: tagged, together, commenting. */
export function companion(truth: Truth, as: string): string {
  return makePerson(new Random('companion', as, truth.id)).handle;
}

/** To be done before the post is drawn: what it and its comments say. */
export function settleQuirks(truth: Truth): void {
  if (quirk(truth, 'mention')) truth.text = `@${companion(truth, 'mention')} ${truth.text}`;
  if (quirk(truth, 'silent')) truth.text = '';
  const [first, last] = truth.replies;
  if (!first || !last) return;
  if (quirk(truth, 'picture')) first.text = '';
  if (quirk(truth, 'reply'))
    Object.assign(last, { to: first.id, text: `@${first.author.handle} ${last.text}` });
}

/** Words with links around what the site links. */
export function linked(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      escaped(line)
        .replace(/#(\w+)/g, '<a href="/explore/tags/$1/" role="link">#$1</a>')
        .replace(/@([\w.]+\w)/g, '<a href="/$1/" role="link">@$1</a>'),
    )
    .join('<br>');
}

/** Beside the author's name. */
export function besideName(truth: Truth, link: boolean): string {
  const other = companion(truth, 'together');
  return [
    quirk(truth, 'verified')
      ? '<svg height="12" width="12" viewBox="0 0 40 40"><path d="M19.998 3.094"/></svg>'
      : '',
    quirk(truth, 'together')
      ? `<span> dan ${link ? `<a href="/${other}/" role="link"><span dir="auto">${other}</span></a>` : other}</span>`
      : '',
  ].join('');
}

/** Below the author's name. */
export function belowName(truth: Truth): string {
  return [
    quirk(truth, 'paid') ? '<div><span>Kemitraan berbayar</span></div>' : '',
    quirk(truth, 'sound')
      ? '<div><a href="/reels/audio/5501234567/" role="link"><span>Suara asli</span></a></div>'
      : '',
  ].join('');
}

/** On the picture. */
export function onMedia(truth: Truth): string {
  if (!quirk(truth, 'tagged')) return '';
  const other = companion(truth, 'tagged');
  return `<div><a href="/${other}/" role="link"><div>${other}</div></a></div>`;
}

/** Below the icons. */
export function likersLine(truth: Truth): string {
  return quirk(truth, 'likers') && !quirk(truth, 'hidden')
    ? `<section><div><span>Disukai oleh <a href="/p/${truth.id}/liked_by/"><span>${truth.likes} orang</span></a></span></div></section>`
    : '';
}

/** Below the caption in the feed: somebody else's words, with no time and no link of their own. */
export function previewOf(truth: Truth): string {
  if (!quirk(truth, 'preview')) return '';
  const other = companion(truth, 'preview');
  return `<div><div><span><a href="/${other}/" role="link"><span dir="auto">${other}</span></a></span>&nbsp;<span dir="auto">Semoga lekas ditangani, dari ${escaped(other)}</span></div></div>`;
}

/** A moving picture in place of a comment's words. */
export const MOVING = '<div><img alt="" src="https://external.fbsbx.com/v/t51.82787-15/giphy.gif"></div>';

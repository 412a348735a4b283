import type { LabPost } from '../types.ts';
import { hash32 } from './seeded.ts';

/** What the site's own whims do to one post. Everything follows from the post's id, so a test can ask too. */
export interface Traits {
  /** `set=` of the photo links: the post's own id, or an album that says nothing of the post. */
  photoSet: 'post' | 'album';
  /** How many tiles a collage shows before "+N". */
  visibleTiles: number;
  /** The feed's answers name the shown tiles only; `count` tells how many there are. */
  partialAlbum: boolean;
  /** Where a post of few words has its coloured background, and no message marker. */
  coloured: boolean;
  /** The post shares another post of this world. */
  reshares: boolean;
  /** A card of another site hangs under the text. */
  linkCard: boolean;
  /** `fetch`: the answers hold the cut text only, and "Lihat selengkapnya" asks the server for the rest. */
  expansion: 'none' | 'local' | 'fetch';
  /** A place stands in the heading ("ada di …") or only in the line beneath. */
  placeIn: 'title' | 'metadata';
  /** `permalink.php?story_fbid=` instead of `/HANDLE/posts/`. */
  phpPermalink: boolean;
  /** Shares something that can no longer be seen. */
  gone: boolean;
  /** Its address is `/reel/ID`. */
  reel: boolean;
  /** In the photo viewer the side shows the post's words, or only a link to the post. */
  viewerWords: boolean;
}

const forced = new WeakMap<LabPost, Partial<Traits>>();

/** Decides some whims of one post beforehand. */
export function force(post: LabPost, traits: Partial<Traits>): void {
  forced.set(post, traits);
}

/** Shorter than the real site's, so that the posts of a small world are cut as often. */
const CUT_AT = 110;
const CUT_LINES = 5;

/** The shown part of a long text without its ellipsis, or null if the text is shown whole. */
export function cutText(text: string): string | null {
  const lines = text.split('\n');
  const byLines = lines.length > CUT_LINES ? lines.slice(0, CUT_LINES).join('\n').trimEnd() : text;
  if (byLines.length <= CUT_AT) return byLines === text ? null : byLines;
  const head = byLines.slice(0, CUT_AT);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  // Cutting between surrogates would show a broken character.
  return (space > CUT_AT / 2 ? head.slice(0, space) : Array.from(head).slice(0, -1).join('')).trimEnd();
}

export function traitsOf(post: LabPost): Traits {
  const roll = (name: string): number => hash32(`${name}:${post.id}`) % 100;
  const bare = post.photos.length === 0 && !post.video;
  const long = cutText(post.text) !== null;
  const reshares = bare && post.text.length < 400 && roll('reshare') < 30;
  const coloured = bare && !reshares && post.text.length < 130 && roll('colour') < 45;
  return {
    photoSet: post.photos.length > 1 && roll('set') < 85 ? 'post' : 'album',
    visibleTiles: roll('tiles') < 50 ? 5 : 3,
    partialAlbum: roll('partial') < 33,
    coloured,
    reshares,
    linkCard: bare && !reshares && !coloured && roll('card') < 40,
    expansion: !long || coloured ? 'none' : roll('expand') < 15 ? 'fetch' : 'local',
    placeIn: roll('place') < 50 ? 'title' : 'metadata',
    phpPermalink: !post.group && hash32(`php:${post.author.id}`) % 4 === 0,
    gone: false,
    reel: false,
    viewerWords: post.photos.length < 2 || roll('viewer') < 70,
    ...forced.get(post),
  };
}

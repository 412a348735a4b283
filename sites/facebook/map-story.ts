import type { Author, Counts, Layer, PostContext } from '../../complaints/reading.ts';
import { permalinkOf } from './permalink.ts';
import { photosOf } from './photos.ts';
import {
  attachedStory,
  type Dict,
  digits,
  field,
  isDict,
  list,
  partsOfStory,
  type StoryParts,
  text,
} from './story.ts';
import { audienceOf, linkUrl, readAddress, readProfile } from './urls.ts';

const MAX_TEXT = 200_000;
const MAX_NAMES = 60;

/** What one story of an island or of the store tells; null when it tells nothing of any post. Source: both carry the same keys. */
export function layerOf(story: Dict, source: 'island' | 'store', postId?: string): Layer | null {
  const parts = partsOfStory(story, postId);
  const { names, permalink } = namesOf(parts);
  const layer: Layer = { source, names };
  const author = authorOf(parts);
  const words = textOf(parts);
  const postedAt = timeOf(parts);
  const counts = countsOf(parts);
  const audience = audienceIn(parts);
  const place = placeOf(parts);
  if (permalink) layer.permalink = permalink;
  if (author) layer.author = author;
  if (words !== undefined) layer.text = words.text;
  if (words?.cut) layer.textCut = true;
  if (postedAt) layer.postedAt = postedAt;
  if (counts) layer.counts = counts;
  if (audience) layer.audience = audience;
  if (place) layer.place = place;
  if (
    parts.views.some((view) => Object.keys(view).some((key) => /^branded_content/.test(key) && view[key]))
  ) {
    layer.paidPartnership = true;
  }
  Object.assign(layer, photosOf(parts));
  const shared = sharedIn(story, source);
  if (shared) layer.shared = shared;
  return names.length > 0 || author ? layer : null;
}

/** The original that a story carries on; an original of its own stays out of it. */
function sharedIn(story: Dict, source: 'island' | 'store'): PostContext | undefined {
  const original = attachedStory(story);
  const told = original && layerOf({ ...original, attached_story: null }, source);
  if (!told) return undefined;
  const { names, permalink, author, text: words, textCut, postedAt, photos } = told;
  return {
    names,
    ...(permalink && { permalink }),
    ...(author && { author }),
    ...(words !== undefined && { text: words }),
    ...(textCut && { textCut }),
    ...(postedAt && { postedAt }),
    ...(photos && { photos }),
  };
}

function namesOf({ postId, views, media }: StoryParts): { names: string[]; permalink?: string } {
  const names = new Set<string>(postId ? [`facebook:${postId}`] : []);
  let permalink: string | undefined;
  let rank = 0;
  for (const view of views) {
    for (const key of Object.keys(view)) {
      if (!/^(?:permalink_url|wwwURL|url)(?:\(|$)/.test(key)) continue;
      const url = linkUrl(text(view[key]) || null);
      const address = url && readAddress(url);
      if (!address) continue;
      const number = address.names.find((name) => /^facebook:\d+$/.test(name));
      // The address of something else that the story shows.
      if (number && postId && number !== `facebook:${postId}`) continue;
      for (const name of address.names) names.add(name);
      const worth = !address.post ? 1 : number ? 3 : 2;
      if (worth > rank) {
        rank = worth;
        permalink = permalinkOf(address);
      }
    }
  }
  for (const item of media) {
    const id = /^\d{1,25}$/.exec(text(item.id))?.[0];
    if (id) names.add(`facebook:${item.__typename === 'Video' ? 'video' : 'photo'}:${id}`);
  }
  const sorted = [...names].sort(
    (a, b) =>
      Number(/:\d+$/.test(b) && b.lastIndexOf(':') === 8) -
      Number(/:\d+$/.test(a) && a.lastIndexOf(':') === 8),
  );
  return { names: sorted.slice(0, MAX_NAMES), permalink };
}

function authorOf({ views }: StoryParts): Author | undefined {
  for (const view of views) {
    const actor = list(field(view, 'actors')).find(isDict);
    if (!actor) continue;
    const name = clean(text(actor.name)).slice(0, 300);
    if (/Anon/.test(text(actor.__typename))) return name ? { name } : undefined;
    const url = linkUrl(text(field(actor, 'url')) || null);
    const handle = url && readProfile(url)?.handle;
    const id = digits(actor.id);
    if (!name && !id && !handle) continue;
    return { ...(handle && { handle }), ...(id && { id }), ...(name && { name }) };
  }
  return undefined;
}

/** The original words. Every copy in a story is whole, but a preview of them may be shorter: the longest counts. */
function textOf({ views }: StoryParts): { text: string; cut: boolean } | undefined {
  let best: string | undefined;
  let none = false;
  let cut = false;
  for (const view of views) {
    // The site then keeps the rest for a further request.
    if (/Truncat/.test(text(field(field(field(view, 'comet_sections'), 'message'), '__typename'))))
      cut = true;
    const message = field(view, 'message');
    if (message === null) none = true;
    if (!isDict(message) || typeof message.text !== 'string') continue;
    if (typeof message.translation_type === 'string' && message.translation_type !== 'ORIGINAL') continue;
    const words = clean(message.text.slice(0, MAX_TEXT));
    if (best === undefined || words.length > best.length) best = words;
  }
  if (best !== undefined) return { text: cut ? best.replace(/\s*…$/, '') : best, cut };
  // A whole story that says "no message" has no words; a part of one says nothing.
  return none && views.some((view) => isDict(field(view, 'feedback')) || field(view, 'actors'))
    ? { text: '', cut: false }
    : undefined;
}

/** Half of a surrogate pair would break whatever encodes the text later. */
function clean(words: string): string {
  return words.toWellFormed();
}

/** Epoch ms. Stories of one post agree on it; where they do not, the outermost one counts. */
function timeOf({ views }: StoryParts): number | undefined {
  for (const view of views) {
    const seconds = Number(field(view, 'creation_time'));
    // Facebook opened in 2004; milliseconds would be far beyond 2100.
    if (Number.isInteger(seconds) && seconds > 1_075_000_000 && seconds < 4_102_444_800)
      return seconds * 1000;
  }
  return undefined;
}

function countsOf({ feedbacks }: StoryParts): Counts | undefined {
  const counts: Counts = {};
  const set = (kind: 'likes' | 'comments' | 'shares', value: unknown): boolean => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || counts[kind] !== undefined)
      return false;
    counts[kind] = value;
    return true;
  };
  for (const feedback of feedbacks) {
    const likes = field(field(feedback, 'reaction_count'), 'count');
    if (set('likes', likes) && isRounded(likes, field(feedback, 'i18n_reaction_count')))
      counts.approximate = true;
    set('shares', field(field(feedback, 'share_count'), 'count'));
    set('comments', field(field(field(feedback, 'comment_rendering_instance'), 'comments'), 'total_count'));
    set('comments', field(field(feedback, 'comment_count'), 'total_count'));
    set('comments', field(field(feedback, 'total_comment_count'), 'count'));
  }
  return Object.keys(counts).length > 0 ? counts : undefined;
}

/** Popular posts carry a rounded sum ("10K", 10000) beside exact figures per reaction. */
function isRounded(count: unknown, shown: unknown): boolean {
  return Number(count) >= 1000 && Number(count) % 100 === 0 && /\d\s*\p{L}/u.test(text(shown));
}

function audienceIn({ views }: StoryParts): Layer['audience'] {
  for (const view of views) {
    const scope = field(view, 'privacy_scope');
    const known =
      audienceOf(text(field(field(scope, 'icon_image'), 'name'))) ??
      audienceOf(text(field(scope, 'description')));
    if (known) return known;
  }
  return undefined;
}

function placeOf({ views }: StoryParts): string | undefined {
  for (const view of views) {
    const implicit = text(field(field(view, 'implicit_place'), 'contextual_name'));
    if (implicit) return clean(implicit).slice(0, 300);
    const title = field(view, 'title');
    const words = text(field(title, 'text'));
    for (const range of list(field(title, 'ranges'))) {
      const offset = Number(field(range, 'offset'));
      const entity = field(range, 'entity');
      // "A is at PLACE", "A sedang di PLACE"; a page after "with" is no place.
      if (!/(?:^|\s)(?:at|in|di)\s$/.test(words.slice(Math.max(0, offset - 12), offset))) continue;
      const name =
        text(field(entity, 'name')) || words.slice(offset, offset + Number(field(range, 'length')));
      if (field(entity, '__typename') === 'Page' && name) return clean(name).slice(0, 300);
    }
  }
  return undefined;
}

import type { Layer } from '../../complaints/reading.ts';
import { permalinkOf } from './permalink.ts';
import { photosOf } from './photos.ts';
import { commentIds, type Dict, digits, field, isDict, list, text } from './story.ts';
import { linkUrl, readAddress, readProfile } from './urls.ts';

const MAX_TEXT = 200_000;

/** What one comment of an island or of the store tells; null for one without a number. */
export function commentLayer(comment: Dict, source: 'island' | 'store'): Layer | null {
  const ids = commentIds(comment);
  if (!ids) return null;
  const action = list(field(comment, 'comment_action_links')).map((link) => field(link, 'comment'));
  const address = [...action, field(comment, 'feedback'), comment]
    .map((part) => linkUrl(text(field(part, 'url')) || null))
    .map((url) => url && readAddress(url))
    .find((found) => found !== null);
  const linked = address?.names.find((name) => /^facebook:\d+$/.test(name)) ?? '';
  // Under a photo or film the number before the comment's is theirs.
  const media = address?.names.some((name) => /:(?:photo|video):/.test(name)) ?? false;
  const coded = ids.post && !media ? `facebook:${ids.post}` : '';
  if (linked && coded && linked !== coded) return null;
  const post = linked || coded;
  const layer: Layer = {
    source,
    names: [...(post ? [`${post}#${ids.id}`] : []), `facebook:comment:${ids.id}`],
    under: { names: [...new Set([...(post ? [post] : []), ...(address?.names ?? [])])] },
  };
  if (address && layer.under) layer.under.permalink = permalinkOf(address);
  const author = field(comment, 'author');
  const name = text(field(author, 'name')).toWellFormed().slice(0, 300);
  const id = /Anon/.test(text(field(author, '__typename'))) ? '' : digits(field(author, 'id'));
  const profile = linkUrl(text(field(author, 'url')) || null);
  const handle = id && profile ? readProfile(profile)?.handle : undefined;
  if (name || id) layer.author = { ...(handle && { handle }), ...(id && { id }), ...(name && { name }) };
  const words = wordsOf(comment);
  if (words !== undefined) layer.text = words;
  const times = [field(comment, 'created_time'), ...action.map((part) => field(part, 'created_time'))];
  const seconds = times
    .map(Number)
    .find((time) => Number.isInteger(time) && time > 1_075_000_000 && time < 4_102_444_800);
  if (seconds) layer.postedAt = seconds * 1000;
  const likes = Number(field(field(field(comment, 'feedback'), 'reactors'), 'count_reduced') ?? Number.NaN);
  if (Number.isSafeInteger(likes) && likes >= 0) layer.counts = { likes };
  const attached = mediaIn(field(comment, 'attachments'));
  const { photos } = photosOf({ postId: '', views: [], feedbacks: [], media: attached, albums: [] });
  if (photos) layer.photos = photos;
  return layer;
}

/** The original words; a preferred body may be a translation. */
function wordsOf(comment: Dict): string | undefined {
  for (const key of ['body', 'preferred_body', 'body_renderer']) {
    const body = field(comment, key);
    const type = field(body, 'translation_type');
    if (typeof type === 'string' && type !== 'ORIGINAL') continue;
    const words = field(body, 'text');
    if (typeof words === 'string') return words.slice(0, MAX_TEXT).toWellFormed();
  }
  return field(comment, 'body') === null ? '' : undefined;
}

function mediaIn(attachments: unknown): Dict[] {
  const found: Dict[] = [];
  const seen = new Set<unknown>();
  const stack: unknown[] = [attachments];
  for (let nodes = 0; stack.length > 0 && nodes < 2000; nodes++) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isDict(value) && /^(?:Photo|Video)$/.test(text(value.__typename))) found.push(value);
    else stack.push(...Object.values(value).slice(0, 200));
  }
  return found;
}

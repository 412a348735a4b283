/**
 * One story and nothing else out of foreign JSON: a bounded walk that stops at shared stories, comments, translations
 * and at stories with another number. Keys of the page's store lose their arguments (`url(site:"www")` → `url`).
 */

export type Dict = Record<string, unknown>;

export interface StoryParts {
  /** Digits, or '' when this part does not tell. */
  postId: string;
  /** The root and the nested views of the same story. */
  views: Dict[];
  /** Feedback objects of the post: reactions, comments, shares. */
  feedbacks: Dict[];
  /** Photos and videos of its own attachments, in order. */
  media: Dict[];
  /** Objects that tell how many photos an album has. */
  albums: Dict[];
}

const MAX_NODES = 20_000;
const MAX_DEPTH = 60;
/** Other people's posts, comments and words that are not the citizen's. */
const STOP =
  /^(?:attached_story|creation_story|container_story|.*translat|comments?$|.*_comments?$|comment_list|display_comments|replies|plugins$|.*tracking|owner$|profile_picture)/i;

export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A field whatever arguments its key carries. */
export function field(object: unknown, name: string): unknown {
  if (!isDict(object)) return undefined;
  if (Object.hasOwn(object, name)) return object[name];
  const key = Object.keys(object).find((candidate) => candidate.startsWith(`${name}(`));
  return key === undefined ? undefined : object[key];
}

/** Digits of an id, whether it came as string or number. */
export function digits(value: unknown): string {
  const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : text(value);
  return /^\d{5,25}$/.test(id) ? id : '';
}

export function decoded(value: unknown): string {
  const encoded = text(value);
  if (encoded.length > 200 || !/^[\w+/=-]+$/.test(encoded)) return '';
  try {
    return atob(encoded);
  } catch {
    return '';
  }
}

/** `feedback:POST_ID` in base64 → POST_ID; '' for anything else, also for the feedback of a comment. */
export function feedbackPost(id: unknown): string {
  return /^feedback:(\d{5,25})$/.exec(decoded(id))?.[1] ?? '';
}

/** The older inner id `S:_I{actor}:{post}:{post}` in base64 → POST_ID. */
function storyPost(id: unknown): string {
  return /^S:_I\d+:(\d{5,25})(?::\1)?:?$/.exec(decoded(id))?.[1] ?? '';
}

export function isStory(value: unknown): value is Dict {
  if (!isDict(value) || value.__typename === 'Comment') return false;
  return (
    value.__typename === 'Story' ||
    !!field(value, 'comet_sections') ||
    (!!digits(value.post_id) && 'id' in value)
  );
}

/** Number of the post that a story says it is, or ''. */
export function numberOf(story: Dict): string {
  return digits(story.post_id) || storyPost(story.id) || feedbackPost(field(field(story, 'feedback'), 'id'));
}

/** `postId`: what other parts of the same answer tell, when this one does not. */
export function partsOfStory(story: Dict, postId = numberOf(story)): StoryParts {
  const parts: StoryParts = { postId, views: [], feedbacks: [], media: [], albums: [] };
  const seen = new Set<unknown>();
  type Step = { value: unknown; key: string; depth: number; attached: boolean; foreign: boolean };
  const stack: Step[] = [{ value: story, key: 'story', depth: 0, attached: false, foreign: false }];
  for (let nodes = 0; stack.length > 0 && nodes < MAX_NODES; nodes++) {
    const step = stack.pop();
    if (!step || typeof step.value !== 'object' || step.value === null || seen.has(step.value)) continue;
    if (step.depth > MAX_DEPTH) continue;
    seen.add(step.value);
    const { attached } = step;
    let { foreign } = step;
    if (isDict(step.value)) {
      const object = step.value;
      if (object.__typename === 'Comment') continue;
      const id = digits(object.post_id);
      if (id && postId && id !== postId) continue;
      const view = step.key === 'story' || object.__typename === 'Story';
      if (view && object !== story && text(object.id) && text(story.id) && object.id !== story.id && !id)
        continue;
      if (view) parts.views.push(object);
      const feedback = feedbackPost(object.id) || (/^ZmVlZGJhY2s6/.test(text(object.id)) ? 'another' : '');
      if (feedback) foreign = postId !== '' && feedback !== postId;
      if (!foreign && !attached) parts.feedbacks.push(object);
      if (attached && /^(?:Photo|Video)$/.test(text(object.__typename))) parts.media.push(object);
      if (attached && field(object, 'all_subattachments')) parts.albums.push(object);
    }
    const entries = Object.entries(step.value).reverse();
    for (const [full, value] of entries) {
      if (typeof value !== 'object' || value === null) continue;
      const key = full.replace(/\(.*$/s, '');
      if (STOP.test(key)) continue;
      stack.push({ value, key, depth: step.depth + 1, attached: attached || key === 'attachments', foreign });
    }
  }
  return parts;
}

export function isComment(value: unknown): value is Dict {
  return (
    isDict(value) &&
    commentIds(value) !== null &&
    (isDict(value.author) || isDict(value.body) || !!value.legacy_fbid)
  );
}

/** Numbers of a comment and of the post above it; '' for what it does not tell, null where it contradicts itself. */
export function commentIds(comment: Dict): { post: string; id: string } | null {
  const [, post = '', coded = ''] = /^comment:(\d{1,25})_(\d{1,25})$/.exec(decoded(comment.id)) ?? [];
  const legacy =
    typeof comment.legacy_fbid === 'number' ? String(comment.legacy_fbid) : text(comment.legacy_fbid);
  if (!coded && comment.__typename !== 'Comment') return null;
  const id = coded || legacy;
  return /^\d{1,25}$/.test(id) && (!legacy || legacy === id) ? { post, id } : null;
}

/** The story that another one shares, a few steps into it. */
export function attachedStory(story: Dict): Dict | null {
  const seen = new Set<unknown>();
  const queue: { value: Dict; depth: number }[] = [{ value: story, depth: 0 }];
  for (const { value, depth } of queue) {
    if (seen.has(value) || seen.size > 2000) continue;
    seen.add(value);
    const original = field(value, 'attached_story');
    // Views of one story repeat it; another story inside is another's.
    if (isStory(original) && original !== story && numberOf(original) !== (numberOf(story) || 'none'))
      return original;
    if (depth > 8) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!STOP.test(key) && key !== 'attachments' && isDict(inner))
        queue.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}

/** Stories anywhere in a value, outermost only; parts of an answer that hold none give nothing. */
export function storiesIn(raw: unknown, limit: number): Dict[] {
  return outermost(raw, limit, isStory, isStory);
}

/** Comments and replies anywhere in a value, also within other comments; those within stories only when asked for. */
export function commentsIn(raw: unknown, limit: number, inStories: boolean): Dict[] {
  return outermost(raw, limit, isComment, inStories ? () => false : isStory);
}

function outermost(
  raw: unknown,
  limit: number,
  test: (value: unknown) => value is Dict,
  closed: (value: unknown) => boolean,
): Dict[] {
  const found: Dict[] = [];
  const seen = new Set<unknown>();
  const stack = [raw];
  for (let nodes = 0; stack.length > 0 && found.length < limit && nodes < 200_000; nodes++) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (test(value)) found.push(value);
    if (!closed(value)) stack.push(...Object.values(value).slice(0, 5000).reverse());
  }
  return found;
}

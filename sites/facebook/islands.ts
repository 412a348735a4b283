import type { Layer } from '../../complaints/reading.ts';
import { commentIds, commentsIn, type Dict } from './story.ts';

/** Bounds of what one click may carry to the worker. */
const MAX_OBJECTS = 8;
const MAX_JSON = 300_000;
const MAX_NODES = 400_000;

interface Found {
  story: Record<string, unknown>;
  json: string;
}

/** Islands never change: each is parsed once, and only when it may speak of a flagged post. */
const read = new WeakMap<Element, Found[]>();

/**
 * Stories in the document's JSON islands that may be this post: by its number, else by any name of it, else by its
 * author. After navigation the islands speak of other posts, so whoever maps them must compare names.
 */
export function islandStories(document: Document, dom: Layer): unknown[] {
  const own = dom.names.map((name) => /(?:#|:comment:)(\d+)$/.exec(name)?.[1]).find(Boolean);
  if (dom.under || own) {
    const comments = own ? commentsWith(document, own) : [];
    const above = dom.under?.names.length
      ? storiesOf(document, { source: 'dom', names: dom.under.names })
      : [];
    return [...comments.slice(0, 4), ...above.slice(0, 4)];
  }
  return storiesOf(document, dom);
}

/** Comments in the islands that may have this number; found by it or by the site's own id, which holds it in base64. */
function commentsWith(document: Document, id: string): unknown[] {
  const found: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/json"]')) {
    const text = script.textContent ?? '';
    if (!text.includes(`"${id}"`) && !text.includes('"Y29tbWVudDo')) continue;
    const comments = readComments.get(script) ?? commentsIn(parse(text), MAX_COMMENTS, true);
    readComments.set(script, comments);
    found.push(...comments.filter((comment) => commentIds(comment)?.id === id).filter(isSmall));
  }
  return found;
}

const readComments = new WeakMap<Element, Dict[]>();
const MAX_COMMENTS = 500;

function isSmall(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= MAX_JSON;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function storiesOf(document: Document, dom: Layer): unknown[] {
  const ids = dom.names.map((name) => name.slice(name.lastIndexOf(':') + 1));
  const number = dom.names.find((name) => /^facebook:\d+$/.test(name))?.slice(9);
  const authors = [dom.author?.id, dom.author?.handle].filter(
    (part) => part !== undefined && part.length > 2,
  );
  const wanted = [...ids, ...(number ? [] : authors)] as string[];
  const mine = storiesWith(document, wanted).filter(({ story, json }) =>
    number && story.post_id ? story.post_id === number : wanted.some((part) => json.includes(part)),
  );
  // A streamed part may know the site's inner id of the story only.
  const inner = mine.map(({ story }) => story.id).filter((id): id is string => typeof id === 'string');
  const parts = storiesWith(document, inner).filter(
    (part) => !mine.includes(part) && !part.story.post_id && inner.includes(part.story.id as string),
  );
  return [...mine, ...parts].slice(0, MAX_OBJECTS).map(({ story }) => story);
}

/** Stories of the islands in whose text one of `wanted` stands. */
function storiesWith(document: Document, wanted: string[]): Found[] {
  const found: Found[] = [];
  for (const script of document.querySelectorAll('script[type="application/json"]')) {
    const text = script.textContent ?? '';
    if (!wanted.some((part) => text.includes(part))) continue;
    const stories = read.get(script) ?? storiesIn(text);
    read.set(script, stories);
    found.push(...stories);
  }
  return found;
}

function storiesIn(text: string): Found[] {
  const found: Found[] = [];
  try {
    const stack: unknown[] = [JSON.parse(text)];
    for (let nodes = 0; stack.length > 0 && nodes < MAX_NODES; nodes++) {
      const value = stack.pop();
      if (!value || typeof value !== 'object') continue;
      const story = value as Record<string, unknown>;
      if (story.post_id ? 'id' in story : story.__typename === 'Story' || story.comet_sections) {
        const json = JSON.stringify(story);
        if (json.length <= MAX_JSON) found.push({ story, json });
      } else for (const key in story) stack.push(story[key]);
    }
  } catch {
    // Not JSON, or nested deeper than any story: what was found so far counts.
  }
  return found;
}

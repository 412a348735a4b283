import type { Layer } from '../../complaints/reading.ts';
import { pkOfCode } from './ids.ts';
import { isMediaShape, MEDIA_KEYS } from './keys.ts';
import { ISLAND } from './selectors.ts';
import { codeOf, fileOf, isCode } from './urls.ts';
import { type Dict, parseJson, walk } from './walk.ts';

/** Bounds of what one click may carry to the worker, and of the time for parsing and for all of it, in ms. */
const MAX_OBJECTS = 8;
const MAX_JSON = 300_000;
const MAX_PARSING = 400;
const MAX_MS = 1500;

/**
 * Objects in the document's JSON islands that may speak of this post or comment, cut down to what is read of them:
 * by code, pk or comment id; for a post without a name by its picture, or by the code in the address. The worker
 * compares them with the DOM.
 */
export function readIslands(document: Document, dom: Layer): unknown[] {
  const names = [...dom.names, ...(dom.under?.names ?? [])].map((name) => name.replace(/^\w+:(?:pk:)?/, ''));
  const comments = names.flatMap((name) => name.split('#')[1] ?? []);
  const codes = names.filter(isCode);
  if (names.length === 0) codes.push(codeOf(new URL(document.location?.href ?? 'about:blank')));
  const files = names.length > 0 ? [] : (dom.photos ?? []).map((photo) => fileOf(photo.url));
  const ids = [...comments, ...codes.map(pkOfCode)];
  const needles = [...codes, ...ids, ...files].filter(Boolean);
  const found: Dict[] = [];
  const end = performance.now() + MAX_MS;
  let parsing = 0;
  const wanted = (value: Dict) =>
    isMediaShape(value)
      ? codes.includes(String(value.code ?? value.shortcode)) ||
        ids.includes(pkIn(value)) ||
        (files.length > 0 && isPicturedBy(value, files))
      : comments.length > 0 && comments.includes(String(value.pk ?? value.id)) && isComment(value);
  if (needles.length === 0) return found;
  for (const { textContent } of document.querySelectorAll(ISLAND)) {
    // Parsing is dear, looking for a string is not.
    const text = textContent ?? '';
    if (!needles.some((needle) => text.includes(needle))) continue;
    const now = performance.now();
    // The first is read in any case, however slow the machine.
    if (found.length >= MAX_OBJECTS || parsing > MAX_PARSING || (parsing > 0 && now > end)) break;
    walk(
      parseExact(text),
      (value) => {
        if (found.length >= MAX_OBJECTS) return true;
        if (!wanted(value)) return false;
        const kept = cut(value, 0) as Dict;
        if (JSON.stringify(kept).length <= MAX_JSON) found.push(kept);
        // Comments lie within the media in some answers.
        return comments.length === 0;
      },
      (inner) => needles.some((needle) => inner.includes(needle)),
    );
    parsing += performance.now() - now;
  }
  return found;
}

function pkIn(value: Dict): string {
  return /^\d+/.exec(String(value.pk ?? value.id ?? ''))?.[0] ?? '';
}

function isPicturedBy(value: Dict, files: readonly string[]): boolean {
  const text = JSON.stringify([value.image_versions2, value.display_uri, value.carousel_media]);
  return files.some((file) => file !== '' && text.includes(file));
}

function isComment(value: Dict): boolean {
  return 'text' in value && ('created_at' in value || 'user' in value || 'owner' in value);
}

/** Ids of more than 15 digits may stand as numbers, which lose their end in parsing: they are kept as written. */
function parseExact(text: string): unknown {
  if (!/[[:,]\s*\d{16,}\s*[,}\]]/.test(text)) return parseJson(text);
  try {
    const exact = (_: string, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(context?.source ?? '')
        ? context?.source
        : value;
    return JSON.parse(text, exact);
  } catch {
    return null;
  }
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, 100_000);
  if (!value || typeof value !== 'object') return value;
  if (depth > 8) return null;
  if (Array.isArray(value)) return value.slice(0, 30).map((item) => cut(item, depth + 1));
  const kept: Dict = {};
  for (const [key, child] of Object.entries(value))
    if (MEDIA_KEYS.has(key)) kept[key] = cut(child, depth + 1);
  return kept;
}

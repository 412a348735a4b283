import { isCode } from './urls.ts';

/** Bounds of what one click may carry to the worker. */
const MAX_OBJECTS = 8;
const MAX_JSON = 300_000;
const MAX_NODES = 60_000;

/** What the mapper reads of a media object; everything else (video manifests, tags, tokens) is cut away. */
const KEPT = new Set(
  (
    'code pk id taken_at user owner username full_name caption text location name like_count comment_count ' +
    'like_and_view_counts_disabled image_versions2 candidates url width height carousel_media original_width ' +
    'original_height media_type product_type is_paid_partnership ad_id display_uri video_image uri ' +
    'carousel_media_count __typename'
  ).split(' '),
);

/** Media objects of this post in the document's JSON islands, cut down to what is read of them. */
export function islandMedia(document: Document, names: readonly string[]): unknown[] {
  const codes = names.map((name) => name.slice(name.indexOf(':') + 1)).filter(isCode);
  const found: unknown[] = [];
  if (codes.length === 0) return found;
  for (const script of document.querySelectorAll('script[type="application/json"]')) {
    const text = script.textContent ?? '';
    // Parsing is dear, looking for a string is not.
    if (codes.some((code) => text.includes(`"${code}`) || text.includes(`${code}\\"`))) {
      collect(text, codes, found);
    }
    if (found.length >= MAX_OBJECTS) break;
  }
  return found;
}

function collect(text: string, codes: readonly string[], found: unknown[]): void {
  const stack: unknown[] = [parse(text)];
  for (let nodes = 0; stack.length > 0 && nodes < MAX_NODES && found.length < MAX_OBJECTS; nodes++) {
    const value = stack.pop();
    if (typeof value === 'string') {
      // Some answers are wrapped as JSON inside a string.
      if (value.startsWith('{') && codes.some((code) => value.includes(code))) stack.push(parse(value));
    } else if (value && typeof value === 'object') {
      if (isMedia(value as Record<string, unknown>, codes)) {
        const media = cut(value, 0);
        if (JSON.stringify(media).length <= MAX_JSON) found.push(media);
      } else {
        for (const child of Object.values(value)) {
          if (child && (typeof child === 'object' || typeof child === 'string')) stack.push(child);
        }
      }
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isMedia(value: Record<string, unknown>, codes: readonly string[]): boolean {
  return (
    typeof value.code === 'string' &&
    codes.includes(value.code) &&
    ['image_versions2', 'carousel_media', 'taken_at', 'caption', 'display_uri'].some((key) => key in value)
  );
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, 100_000);
  if (!value || typeof value !== 'object') return value;
  if (depth > 8) return null;
  if (Array.isArray(value)) return value.slice(0, 30).map((item) => cut(item, depth + 1));
  const kept: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) if (KEPT.has(key)) kept[key] = cut(child, depth + 1);
  return kept;
}

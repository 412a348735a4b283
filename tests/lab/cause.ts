import type { LoggedRequest } from './types.ts';

const SITE = /^https:\/\/(?:www\.instagram\.com|(?:www|web)\.facebook\.com)(?:\/|$)/;
const EXTENSION = /^(?:chrome|moz)-extension:/;
/** Set by the lab's own apps on every request they make. */
const OWN_MARKS = ['x-ig-app-id', 'x-fb-friendly-name', 'x-asbd-id'];

/**
 * What made the browser send this request, judged by its headers. Pages send their address as referrer; a background
 * script has none. A script's request with a page's referrer but without the app's own mark is `unknown`: that is
 * what a request from a content script looks like.
 */
export function causeOf(headers: Record<string, string>): LoggedRequest['cause'] {
  const { origin = '', referer = '' } = headers;
  const dest = headers['sec-fetch-dest'];
  if (EXTENSION.test(origin) || EXTENSION.test(referer)) return 'extension';
  if (headers['sec-fetch-mode'] === 'navigate') return 'document';
  if (!dest) return 'unknown';
  if (!SITE.test(referer) && !SITE.test(origin)) return 'extension';
  if (dest !== 'empty') return 'page';
  return OWN_MARKS.some((mark) => headers[mark] !== undefined) ? 'page' : 'unknown';
}

import { randomBytes } from 'node:crypto';
import type { HtmlParts, LabResponse } from './routes.ts';
import type { SiteId } from './types.ts';

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** JSON as it stands in a script element: no end tag can occur in it. */
export const islandJson = (json: unknown): string =>
  JSON.stringify(json).replaceAll('</', '<\\/').replaceAll('<!--', '<\\u0021--');

function policy(nonce: string, site: SiteId): string {
  const fixed = site === 'instagram' ? 'https://static.cdninstagram.com' : 'https://static.xx.fbcdn.net';
  const cdn = 'https://*.cdninstagram.com https://*.fbcdn.net';
  return [
    "default-src 'self' data: blob:",
    `script-src 'nonce-${nonce}' ${fixed}`,
    `style-src 'self' 'nonce-${nonce}' ${fixed}`,
    `img-src 'self' data: blob: ${cdn} https://*.fbsbx.com`,
    `media-src 'self' data: blob: ${cdn}`,
    `connect-src 'self' blob: ${cdn}`,
    `font-src 'self' data: ${fixed}`,
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'block-all-mixed-content',
  ].join('; ');
}

/** A document of one of the sites, with the headers that its documents carry. */
export function document(parts: HtmlParts, site: SiteId, bundleUrl: (name: SiteId) => string): LabResponse {
  const nonce = randomBytes(6).toString('base64url');
  const islands = (parts.islands ?? []).map(({ json, attributes = {} }) => {
    const text = islandJson(json);
    const extra = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
    return `<script type="application/json"${extra.join('')} data-content-len="${text.length}" data-sjs>${text}</script>`;
  });
  const body = [
    `<!DOCTYPE html><html lang="${parts.lang ?? 'id'}"${parts.htmlClass ? ` class="${escapeHtml(parts.htmlClass)}"` : ''}>`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(parts.title)}</title><link rel="icon" href="data:,">`,
    parts.head ?? '',
    parts.styles ? `<style nonce="${nonce}">${parts.styles}</style>` : '',
    parts.bundle ? `<script src="${bundleUrl(parts.bundle)}" nonce="${nonce}" defer></script>` : '',
    `</head><body${parts.bodyClass ? ` class="${escapeHtml(parts.bodyClass)}"` : ''}>`,
    parts.body,
    islands.join('\n'),
    '</body></html>',
  ].join('');
  const domain = site === 'instagram' ? '.instagram.com' : '.facebook.com';
  return {
    headers: {
      'content-type': 'text/html; charset="utf-8"',
      'content-security-policy': policy(nonce, site),
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'private, no-cache, no-store, must-revalidate',
      'set-cookie': `sessionid=lab-session; Domain=${domain}; Path=/; Secure; HttpOnly; SameSite=None`,
    },
    body,
  };
}

import type { LabContext } from '../routes.ts';
import type { LabPhoto, World } from '../types.ts';
import { findPost } from './feed.ts';
import { token } from './seeded.ts';

const WIDTHS = { full: 4000, large: 960, medium: 720, small: 590, square: 640, 'square-small': 240 };

/** A context without a server: unsigned addresses and the simplest document. Latency 0. */
export function sampleContext(world: World, now: number, theme: 'light' | 'dark' = 'light'): LabContext {
  const size = (photo: LabPhoto, variant: keyof typeof WIDTHS): { width: number; height: number } => {
    const scale = Math.min(1, WIDTHS[variant] / photo.width);
    return { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) };
  };
  return {
    world,
    seed: world.seed,
    site: 'facebook',
    latency: 0,
    theme,
    now: () => now,
    size,
    sign: (photo, variant) =>
      `https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-6/${photo.file}?stp=dst-jpg_${variant}&oe=6A000000`,
    avatar: (person) => `https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-1/${person.id}_n.jpg?oe=6A000000`,
    bundle: (name) => `https://static.xx.fbcdn.net/rsrc.php/v4/${name}.js`,
    html: (parts) => {
      const nonce = token(parts.title, 16);
      const islands = (parts.islands ?? []).map(
        ({ json }) =>
          `<script type="application/json" data-sjs>${JSON.stringify(json).replaceAll('<', '\\u003C')}</script>`,
      );
      const script = parts.bundle
        ? `<script nonce="${nonce}" src="https://static.xx.fbcdn.net/rsrc.php/v4/${parts.bundle}.js" defer></script>`
        : '';
      return {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src https:; connect-src 'self'`,
        },
        body: `<!DOCTYPE html><html id="facebook" lang="id" class="${parts.htmlClass ?? ''}"><head><meta charset="utf-8"><title>${parts.title}</title><style nonce="${nonce}">${parts.styles ?? ''}</style></head><body class="${parts.bodyClass ?? ''}">${parts.body}${islands.join('\n')}${script}</body></html>`,
      };
    },
    wait: () => Promise.resolve(),
    post: (id) => findPost(world.facebook, id),
  };
}

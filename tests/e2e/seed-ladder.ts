import type { Capture } from '../../complaints/reading.ts';

/** A public post with one photo, as the page would be read at `at` (epoch ms). */
export function seedCapture(code: string, text: string, at: number): Capture {
  const key = `instagram:${code}`;
  return {
    site: 'instagram',
    surface: 'feed',
    identity: { key, aliases: [key], permalink: `https://www.instagram.com/p/${code}/` },
    author: { value: { handle: 'warga.contoh', name: 'Warga Contoh' }, source: 'dom' },
    text: { value: text, source: 'dom' },
    postedAt: { value: at - 5 * 3_600_000, source: 'dom' },
    place: { unreadable: 'not-on-page' },
    counts: { value: { likes: 3 }, source: 'dom' },
    photos: {
      value: [{ url: 'https://scontent.cdninstagram.com/v/t51/a_n.jpg', kind: 'photo' }],
      source: 'dom',
    },
    audience: { value: 'public', source: 'dom' },
    readAt: at,
    pageUrl: 'https://www.instagram.com/',
    dropped: [],
  };
}

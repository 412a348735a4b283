import { quirk } from './instagram-quirks.ts';
import { escaped, type Markup } from './markup.ts';
import { IG_CDN } from './records.ts';
import type { Truth } from './truth.ts';

const AVATAR = 'https://scontent.cdninstagram.com/v/t51.2885-19/90_n.jpg?stp=dst-jpg_s150x150';

export function igPhoto(m: Markup, file: string): string {
  const shape = `${IG_CDN}/${file}.jpg?stp=dst-jpg_e35_p640x640&oh=1&oe=6B000000`;
  return m.tag(
    'div',
    { style: 'padding-bottom:125%' },
    m.tag('img', { alt: '', crossorigin: 'anonymous', src: shape }),
  );
}

export function igName(m: Markup, handle: string): string {
  const span = m.tag('span', { dir: 'auto' }, escaped(handle));
  return m.tag('span', {}, m.deep(m.tag('a', { href: `/${handle}/`, role: 'link' }, m.deep(span))));
}

export function igAvatar(m: Markup, handle: string): string {
  const image = m.tag('img', { alt: `${m.label('see')} ${handle}`, src: AVATAR });
  return m.tag('span', {}, m.button({}, '<canvas></canvas>', m.tag('span', { role: 'link' }, image)));
}

/** The post's own time, in a link to the post; the link has one of the shapes that the site uses. */
export function igTime(m: Markup, truth: Truth): string {
  const iso = new Date(truth.time * 1000).toISOString().replace('.000Z', `.${m.random.int(100, 999)}Z`);
  const time = m.has('datetime')
    ? m.tag('time', { datetime: iso, title: m.label('see') }, '2 hr')
    : m.tag('span', {}, '2 hr');
  if (!m.has('time-link')) return m.div(time);
  const kind = truth.video && m.random.chance(0.5) ? 'reel' : 'p';
  const shapes = [
    `/p/${truth.id}/`,
    `/${truth.author.handle}/${kind}/${truth.id}/`,
    `/${kind}/${truth.id}/?img_index=1`,
    `https://www.instagram.com/p/${truth.id}/`,
  ];
  const href = m.renamed('links') ? m.random.pick(shapes) : `/p/${truth.id}/`;
  return m.div(m.tag('a', { href, role: 'link' }, m.tag('span', {}, time)));
}

/**
 * A drawing, known or not; a build may set its size by style instead of attributes. Each icon has its own word: no
 * site calls its bookmark "Like", and readers rightly take what is called so for a heart.
 */
function icon(m: Markup, known: boolean, inner: string, label: string): string {
  const size = m.has('icon-size') ? { height: 24, width: 24 } : { style: 'width:24px' };
  const drawing = known
    ? inner
    : `<path d="M${m.random.int(1, 40)}.${m.random.int(100, 999)} ${m.random.int(1, 40)}Z"></path>`;
  return m.tag('svg', { 'aria-label': label, viewBox: '0 0 24 24', ...size }, drawing);
}

/** Like, comment, share, save; figures beside them. In the reels viewer the row stands upright and is no section. */
export function igActions(m: Markup, truth: Truth, upright = false): string {
  const heart = m.random.chance(0.2)
    ? '<path d="M34.6 3.1c-4.5 0-7.9 1.8-10.6 5.6"></path>'
    : '<path d="M16.792 3.904A4.989 4.989 0 0 1 21.5 9.122"></path>';
  // Drawings of 2024 and of a saved post stand beside today's.
  const share = m.random.chance(0.2)
    ? '<polygon points="11.698 20.334 22 3.001 2 3.001 9.218 10.084"></polygon>'
    : '<path d="M13.973 20.046 21.77 6.928"></path>';
  const bookmark = m.random.chance(0.2)
    ? '<path d="M20 22a.999.999 0 0 1-.687-.273L12 14.815l-7.313 6.912"></path>'
    : '<polygon points="20 21 12 13.44 4 21 4 3 20 3 20 21"></polygon>';
  const figure = (count: number) => m.tag('span', { role: 'button' }, String(count));
  const closed = m.random.chance(0.1);
  // Hidden, or in a line of their own.
  const apart = quirk(truth, 'hidden') || (!upright && quirk(truth, 'likers'));
  const left = m.div(
    m.tag(
      'span',
      {},
      m.deep(m.button({}, m.deep(m.tag('span', {}, icon(m, m.has('heart'), heart, m.label('like')))))),
    ),
    apart ? '' : figure(truth.likes),
    closed
      ? ''
      : m.tag(
          'span',
          {},
          m.button(
            {},
            icon(
              m,
              m.has('comment-icon'),
              '<path d="M20.656 17.008a9.993 9.993 0 1 0-3.59 3.615L22 22Z"></path>',
              m.lateLabel('comment'),
            ),
          ),
        ) + figure(truth.comments),
    m.button({}, icon(m, m.has('share'), share, m.lateLabel('share'))),
  );
  const save = m.deep(m.button({}, m.div(icon(m, m.has('save'), bookmark, m.lateLabel('save')))));
  return m.tag(m.has('section') && !upright ? 'section' : 'div', {}, left, m.div(save));
}

import { igActions, igAvatar, igName, igPhoto, igTime } from './instagram-parts.ts';
import { belowName, besideName, likersLine, linked, MOVING, onMedia, previewOf } from './instagram-quirks.ts';
import { escaped, type Markup } from './markup.ts';
import { IG_CDN } from './records.ts';
import type { Truth } from './truth.ts';

/** Posts of Instagram as each of its surfaces draws them, after `instagram-page.md` (see `sufficient.ts` for the sources). */

function media(m: Markup, truth: Truth): string {
  if (!m.has('media')) return m.div('');
  return pictures(m, truth) + onMedia(truth);
}

function pictures(m: Markup, truth: Truth): string {
  if (truth.video)
    return m.deep(
      igPhoto(m, truth.video.file),
      m.tag('video', { playsinline: '', src: `blob:https://www.instagram.com/${truth.id}` }),
    );
  if (truth.photos.length < 2) return m.deep(igPhoto(m, truth.photos[0]?.file ?? ''));
  // Two of the slides are in the DOM, whatever their number.
  const slides = truth.photos.slice(0, 2).map((photo) => m.tag('li', {}, m.div(igPhoto(m, photo.file))));
  const dots = m.tag('div', {}, ...truth.photos.map(() => '<div></div>'));
  const list = m.tag(
    'div',
    { role: 'presentation' },
    m.div(m.tag('ul', {}, '<li style="width:1px"></li>', ...slides)),
  );
  return m.div(m.div(list, m.tag('button', { 'aria-label': m.label('see') })), dots);
}

/** Caption of the feed; a long one is cut, with the control that shows the rest. */
function caption(m: Markup, truth: Truth): string {
  if (!truth.text) return '';
  const words = truth.text.split('\n');
  const cut = words.length > 1 && m.random.chance(0.4);
  const shown = cut ? `${linked(words[0] ?? '')}… ` : linked(truth.text);
  const more = cut ? m.button({}, m.tag('span', {}, m.label('more'))) : '';
  return m.div(
    m.tag('span', {}, igName(m, truth.author.handle)),
    '&nbsp;',
    m.tag('span', { dir: m.has('dir-auto') ? 'auto' : null }, shown, more),
  );
}

function header(m: Markup, truth: Truth, time: boolean): string {
  const place = truth.place
    ? m.div(m.tag('a', { href: '/explore/locations/7001/tempat/' }, escaped(truth.place)))
    : '';
  const below = place + belowName(truth);
  return m.deep(
    igAvatar(m, truth.author.handle),
    m.div(
      m.div(
        m.has('author') ? igName(m, truth.author.handle) : m.tag('span', {}, escaped(truth.author.handle)),
        besideName(truth, m.has('author')),
        time ? m.div(m.tag('span', {}, '•'), igTime(m, truth)) : '',
      ),
      below,
    ),
    m.button({ 'aria-label': m.label('menu') }, '<svg height="24"><circle/><circle/><circle/></svg>'),
  );
}

export function igFeedPost(m: Markup, truth: Truth, mark: string): string {
  const parts = [header(m, truth, true), m.deep(media(m, truth))];
  const below = [
    igActions(m, truth) + likersLine(truth),
    caption(m, truth),
    m.has('comments-link')
      ? m.div(
          m.tag(
            'a',
            { href: `/p/${truth.id}/comments/` },
            m.tag('span', {}, `${m.label('all')} ${truth.comments}`),
          ),
        )
      : '',
    previewOf(truth),
  ];
  return m.tag(
    m.has('article') ? 'article' : 'div',
    { 'data-t': mark },
    m.blocks(...parts, m.blocks(...below)),
  );
}

/** A row of a comment: its own time leads to the comment, its heart is small. */
function comment(m: Markup, truth: Truth, index: number): string {
  const reply = truth.replies[index];
  if (!reply) return '';
  const time = m.tag('time', { datetime: new Date(reply.time * 1000).toISOString() }, '1 j');
  const path = reply.to ? `c/${reply.to}/r/${reply.id}` : `c/${reply.id}`;
  const link = m.has('c-time') ? m.tag('a', { href: `/p/${truth.id}/${path}/` }, time) : time;
  return m.tag(
    'div',
    { 'data-t': `c${index}` },
    m.tag(
      'a',
      { href: `/${reply.author.handle}/` },
      m.tag('img', { alt: '', src: `${IG_CDN.replace('82787-15', '2885-19')}/9_n.jpg` }),
    ),
    m.div(
      m.div(igName(m, reply.author.handle), '&nbsp;', m.tag('span', {}, link)),
      m.div(reply.text ? m.tag('span', { dir: 'auto' }, linked(reply.text)) : MOVING),
      m.has('c-reply')
        ? m.div(
            m.button({}, m.tag('span', {}, m.label('reply'))),
            m.button({}, m.tag('span', {}, m.label('see'))),
          )
        : '',
    ),
    m.button(
      {},
      '<svg height="16" width="16" viewBox="0 0 24 24"><path d="M16.792 3.904A4.989 4.989 0 0 1 21.5 9.122"></path></svg>',
    ),
  );
}

/** Desktop post page, and reels that open in it: no article, the caption in a row of its own with its own time. */
export function igPagePost(m: Markup, truth: Truth, mark: string): string {
  const own = m.tag('time', { datetime: new Date((truth.time + 4) * 1000).toISOString() }, '2 hr');
  const captionRow = () =>
    m.div(
      m.tag(
        'a',
        { href: `/${truth.author.handle}/` },
        m.tag('img', { alt: '', src: `${IG_CDN.replace('82787-15', '2885-19')}/8_n.jpg` }),
      ),
      m.div(
        m.tag(
          'span',
          { dir: m.has('dir-auto') ? 'auto' : null },
          m.div(igName(m, truth.author.handle), '&nbsp;', m.tag('span', {}, own)),
          m.tag('span', {}, linked(truth.text)),
        ),
      ),
    );
  const side = m.div(
    header(m, truth, false),
    m.tag('hr'),
    truth.text ? captionRow() : '',
    ...truth.replies.map((_, index) => comment(m, truth, index)),
    igActions(m, truth) + likersLine(truth),
    igTime(m, truth),
    m.tag('section', {}, '<form><textarea></textarea></form>'),
  );
  const image = m.tag('div', { role: 'button', 'aria-hidden': 'true' }, media(m, truth));
  return m.blocks(m.tag(m.has('article') ? 'article' : 'div', { 'data-t': mark }, m.deep(image), side));
}

/** In a dialog: an article whose caption stands in the first row of the list. */
export function igDialogPost(m: Markup, truth: Truth, mark: string): string {
  const own = m.tag('time', { datetime: new Date((truth.time + 3) * 1000).toISOString() }, '3 hr');
  const first = m.tag(
    'li',
    {},
    m.div(
      m.tag('h2', {}, m.div(m.tag('a', { href: `/${truth.author.handle}/` }, escaped(truth.author.handle)))),
      m.div(m.tag(m.has('h1') ? 'h1' : 'span', { dir: 'auto' }, linked(truth.text))),
      m.div(m.tag('span', {}, own)),
    ),
  );
  const rows = truth.replies.map((_, index) => m.tag('li', {}, comment(m, truth, index)));
  const article = m.tag(
    m.has('article') ? 'article' : 'div',
    { role: 'presentation', 'data-t': mark },
    m.div(m.tag('div', { role: 'button', 'aria-hidden': 'true' }, media(m, truth))),
    m.div(
      m.tag(
        'header',
        {},
        igAvatar(m, truth.author.handle),
        m.has('author') ? igName(m, truth.author.handle) + besideName(truth, true) : '',
        belowName(truth),
      ),
      m.tag('ul', {}, truth.text ? m.div(first) : '', m.div(...rows)),
      igActions(m, truth) + likersLine(truth),
      igTime(m, truth),
      m.tag('section', {}, '<form><textarea></textarea></form>'),
    ),
  );
  return m.tag('div', { role: m.has('dialog') ? 'dialog' : null }, m.blocks(article));
}

/** Touch layout: an article with a header, the caption in `h1`. */
export function igTouchPost(m: Markup, truth: Truth, mark: string): string {
  const heading = m.tag(m.has('h1') ? 'h1' : 'span', { dir: 'auto' }, linked(truth.text));
  return m.tag(
    m.has('article') ? 'article' : 'div',
    { 'data-t': mark },
    m.div(
      m.tag(
        'header',
        {},
        igAvatar(m, truth.author.handle),
        m.has('author') ? igName(m, truth.author.handle) + besideName(truth, true) : '',
        belowName(truth),
      ),
    ),
    m.div(m.tag('div', { role: 'button' }, media(m, truth))),
    m.div(
      igActions(m, truth) + likersLine(truth),
      truth.text
        ? m.div(
            m.tag('a', { href: `/${truth.author.handle}/` }, m.tag('span', {}, escaped(truth.author.handle))),
            '<span>&nbsp;</span>',
            m.tag('span', { dir: 'auto' }, m.tag('div', { style: 'display:inline' }, heading)),
          )
        : '',
      igTime(m, truth),
    ),
  );
}

/** A slot of the reels viewer: no link to the post and no time; the bar of actions beside the film. */
export function igReelSlot(m: Markup, truth: Truth, mark: string, virtual: boolean): string {
  const cover = m.has('cover')
    ? m.tag('img', {
        alt: '',
        referrerpolicy: 'origin-when-cross-origin',
        src: `${IG_CDN}/${truth.video?.file}.jpg?stp=dst-jpg_e15&oe=6B000000`,
      })
    : '';
  const live = virtual
    ? ''
    : m.div(
        m.deep(cover),
        m.tag('video', { playsinline: '', src: `blob:https://www.instagram.com/${truth.id}` }),
        m.tag('div', { role: 'group', 'aria-label': m.label('see') }),
        m.has('author')
          ? m.tag(
              'a',
              { href: `/${truth.author.handle}/reels/`, 'aria-label': truth.author.handle },
              m.tag('span', { dir: 'auto' }, escaped(truth.author.handle)),
            )
          : '',
        m.button({}, m.label('follow')),
        truth.text
          ? m.tag(
              'div',
              { dir: 'auto' },
              linked(truth.text.split('\n')[0] ?? ''),
              m.tag('span', { 'aria-hidden': 'true' }, `… ${m.label('more')}`),
            )
          : '',
        onMedia(truth),
        m.tag('a', { href: '/reels/audio/123456789/' }, 'Audio'),
      );
  const shell = m.tag('div', { 'data-virtualized': m.has('virtualized') ? String(virtual) : null }, live);
  return m.tag('div', { 'data-t': virtual ? `nvirtual` : mark }, m.div(shell, igActions(m, truth, true)));
}

import { fbActions, fbAvatar, fbComment, fbHeader, fbMedia, fbMessage, fbSubline } from './facebook-parts.ts';
import { escaped, type Markup } from './markup.ts';
import { FB_CDN } from './records.ts';
import { makePerson, makeTruth, type Truth } from './truth.ts';

/** Posts of Facebook as each of its surfaces draws them, after `facebook-page.md` (see `sufficient.ts` for the sources). */

export type Variant = 'posinset' | 'article' | 'bare';

/** Somebody else's post inside this one. */
function shared(m: Markup, truth: Truth): string {
  const original = makeTruth('facebook', 'photo', 'shared', truth.id);
  // People share what they wrote themselves, too.
  if (m.random.chance(0.15)) original.author = truth.author;
  // The original may be drawn by another build than the post around it.
  const has = (signal: string) => m.has(signal) || m.random.chance(0.5);
  const role = has('profile_name') ? { 'data-ad-rendering-role': 'profile_name' } : {};
  const name = m.tag(
    'div',
    role,
    m.tag(
      has('heading') ? 'h4' : 'div',
      {},
      m.tag(
        'a',
        { href: `https://www.facebook.com/${original.author.handle}`, role: 'link' },
        escaped(original.author.name),
      ),
    ),
  );
  const words = m.tag(
    'div',
    { 'data-ad-preview': 'message' },
    m.tag('div', { dir: 'auto' }, escaped(original.text)),
  );
  const photo = original.photos[0];
  const image = m.tag(
    'a',
    { href: `https://www.facebook.com/photo/?fbid=${photo?.id}&set=pcb.${original.id}`, role: 'link' },
    m.tag('img', { alt: '', src: `${FB_CDN}/${photo?.file}.jpg`, width: 500, height: 300 }),
  );
  return m.tag(
    'div',
    { 'data-t': 's' },
    m.div(image),
    m.div(
      fbAvatar(m, original.author.handle),
      m.div(
        name,
        m.div(
          m.tag(
            'a',
            { href: `https://www.facebook.com/${original.author.handle}/posts/${original.id}`, role: 'link' },
            '1 hr',
          ),
        ),
      ),
    ),
    words,
  );
}

/** One unit of a feed. `reshare`: it carries another post in it. */
export function fbUnit(m: Markup, truth: Truth, mark: string, variant: Variant, reshare = false): string {
  const attributes: Record<string, string> = { 'data-t': mark };
  if (variant === 'posinset' && m.has('unit')) attributes['aria-posinset'] = String(m.random.int(1, 40));
  if (variant === 'article' && m.has('unit')) attributes.role = 'article';
  if (m.has('describedby')) attributes['aria-describedby'] = `r${m.random.letters(4)}`;
  const body = [fbMessage(m, truth), reshare ? shared(m, truth) : fbMedia(m, truth)];
  const comments = truth.replies.map((_, i) => fbComment(m, truth, i));
  // A build may put the photos before the words.
  const ordered = m.renamed('order') && !reshare && m.random.chance(0.3) ? body.reverse() : body;
  const friend = makePerson(m.random);
  const person = m.tag(
    'a',
    { href: `https://www.facebook.com/${friend.handle}`, role: 'link' },
    escaped(friend.name),
  );
  const inner = [
    // Why the site shows it: what somebody else did with it.
    m.random.chance(0.1) ? m.div(m.tag('span', { dir: 'auto' }, person, ` ${m.label('reply')}`)) : '',
    fbHeader(m, truth, m.random.pick(['h2', 'h3', 'h4'])),
    ...ordered.map((part) => m.blocks(part)),
    fbActions(m, truth),
    m.div(...comments),
  ];
  return m.blocks(m.tag('div', attributes, m.blocks(inner.join(''))));
}

/** A post in a dialog over the page behind. */
export function fbDialog(m: Markup, truth: Truth, mark: string): string {
  const title = m.tag('h2', { dir: 'auto' }, `${m.label('all')} ${escaped(truth.author.name)}`);
  const close = m.button({ 'aria-label': m.label('close') });
  return m.tag(
    'div',
    { role: m.has('dialog') ? 'dialog' : null },
    m.div(title, close),
    fbUnit(m, truth, mark, m.has('unit') && m.random.chance(0.5) ? 'article' : 'bare'),
  );
}

function side(m: Markup, truth: Truth): string {
  const comments = truth.replies.map((_, i) => fbComment(m, truth, i));
  return m.tag(
    'div',
    { role: m.has('complementary') ? 'complementary' : null },
    m.div(
      fbHeader(m, truth, m.random.pick(['h2', 'h3'])),
      fbMessage(m, truth),
      fbActions(m, truth),
      m.div(...comments),
    ),
  );
}

/** The viewer of one photo: the picture, and beside it author, words and comments of the post. */
export function fbPhotoViewer(m: Markup, truth: Truth, mark: string): string {
  const photo = truth.photos[0];
  const image = m.tag('img', {
    alt: '',
    src: `${FB_CDN}/${photo?.file}.jpg?stp=dst-jpg_tt6&oe=6B000000`,
    width: 1440,
    height: 960,
    'data-visualcompletion': m.has('media-vc') ? 'media-vc-image' : null,
  });
  const viewer = m.tag(
    'div',
    { 'data-pagelet': m.has('pagelet') ? 'MediaViewerPhoto' : null },
    m.deep(image),
  );
  const steps = m.tag(
    'div',
    { 'data-name': 'media-viewer-nav-container' },
    m.button({ 'aria-label': m.label('more') }),
    m.button({ 'aria-label': m.label('menu') }),
  );
  return m.tag(
    'div',
    { role: m.random.chance(0.5) ? 'dialog' : null, 'data-t': mark },
    m.div(viewer, steps),
    side(m, truth),
  );
}

function film(m: Markup, truth: Truth): string {
  const cover = m.tag('img', {
    alt: '',
    src: `https://scontent.fcgk1-1.fna.fbcdn.net/v/t15.5256-10/${truth.video?.file}.jpg?oe=6B000000`,
  });
  return m.tag(
    'div',
    { 'data-video-id': m.has('video-id') ? truth.video?.id : null },
    m.deep(m.tag('video', { src: `blob:https://www.facebook.com/${truth.id}` }), m.div(cover)),
  );
}

/** A film on its own page or in a dialog. */
export function fbVideoPage(m: Markup, truth: Truth, mark: string): string {
  return m.tag(
    'div',
    { role: m.random.chance(0.5) ? 'dialog' : null, 'data-t': mark },
    m.div(film(m, truth)),
    side(m, truth),
  );
}

/** A unit of the page of films: film, author and row in one block, no message marker in some builds. */
export function fbWatchUnit(m: Markup, truth: Truth, mark: string): string {
  return m.blocks(
    m.tag(
      'div',
      { 'data-t': mark },
      fbHeader(m, truth, 'h4'),
      fbMessage(m, truth),
      m.div(film(m, truth), m.tag('a', { href: `/watch/?v=${truth.video?.id}` }, m.label('see'))),
      fbActions(m, truth),
    ),
  );
}

/** A reel: the film, and over it author and words in a sibling box; the row stands upright beside it. */
export function fbReel(m: Markup, truth: Truth, mark: string): string {
  const overlay = m.div(
    m.div(
      fbAvatar(m, truth.author.handle),
      m.tag(
        m.has('heading') ? 'h2' : 'div',
        {},
        m.has('author-link')
          ? m.tag(
              'a',
              { href: `https://www.facebook.com/${truth.author.handle}`, role: 'link' },
              m.tag('span', {}, escaped(truth.author.name)),
            )
          : escaped(truth.author.name),
      ),
      m.button({}, m.label('follow')),
    ),
    m.div(fbMessage(m, truth)),
  );
  return m.tag('div', { 'data-t': mark }, m.div(film(m, truth), overlay), fbActions(m, truth));
}

export { fbSubline };

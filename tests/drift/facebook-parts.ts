import { escaped, type Markup } from './markup.ts';
import { FB_CDN, permalinkOf } from './records.ts';
import type { Truth } from './truth.ts';

const TRACK = '__cft__[0]=AZXq9&__tn__=%2CO%2CP-R';

export function fbAvatar(m: Markup, handle: string): string {
  const image = `<svg role="none"><image xlink:href="${FB_CDN.replace('30808-6', '30808-1')}/9_n.jpg?stp=cp0_s40x40"></image></svg>`;
  return m.tag(
    'a',
    { href: `/${handle}?${TRACK}`, role: 'link', 'aria-hidden': 'true', tabindex: -1 },
    image,
  );
}

/** A short label whose letters are shuffled: `order` brings them back, decoys are moved out of sight. */
export function scrambled(m: Markup, text: string): string {
  let order = m.random.int(1, 5);
  const pieces = [...text].map((letter) => {
    order += m.random.int(1, 9);
    return `<span style="order:${order}">${letter === ' ' ? '&nbsp;' : escaped(letter)}${m.random.chance(0.2) ? '&#8203;' : ''}</span>`;
  });
  for (let i = 0; i < 3; i++)
    pieces.push(
      `<span class="x1" style="position:absolute;top:3em;order:${m.random.int(1, order)}">${m.random.letters(1)}</span>`,
    );
  return `<span style="display:flex">${m.random.shuffle(pieces).join('')}</span>`;
}

/** Drawn by reference to letters that stand elsewhere in the document. */
function drawn(m: Markup, text: string): string {
  const id = `SvgT${m.random.digits(6)}`;
  return `<span><svg style="width:40px"><use xlink:href="#${id}"></use></svg></span><svg style="display:none"><text id="${id}">${text}</text></svg>`;
}

/** A label as one of the forms that the site has drawn it in. */
export function label(m: Markup, text: string): string {
  return m.random.pick([() => scrambled(m, text), () => drawn(m, text), () => m.tag('span', {}, text)])();
}

/** The permalink in one of the shapes that the site uses; `numeric`: only those that hold the post's number. */
export function fbHref(m: Markup, truth: Truth): string {
  const shapes = truth.group
    ? [`/groups/${truth.group.id}/posts/${truth.id}/`, `/groups/${truth.group.id}/permalink/${truth.id}/`]
    : [
        `/${truth.author.handle}/posts/${truth.alias}`,
        `/permalink.php?story_fbid=${truth.alias}&id=${truth.author.id}`,
        `/${truth.author.handle}/posts/${truth.id}`,
      ];
  const href = m.renamed('links') ? m.random.pick(shapes) : (shapes[0] ?? '');
  return `${m.random.chance(0.5) ? 'https://www.facebook.com' : ''}${href}`;
}

/** For whose eyes, in words of the interface: drawn, or as a picture in the background. */
function audience(m: Markup): string {
  const words = m.language === 'xx' ? m.label('all') : 'Publik';
  return m.random.chance(0.7)
    ? `<svg viewBox="0 0 16 16"><title>${words}</title></svg>`
    : m.tag('i', { 'aria-label': words, role: 'img' });
}

/** The line under the name: time (a real link or an obfuscated one), and for whose eyes. */
export function fbSubline(m: Markup, truth: Truth): string {
  const href = fbHref(m, truth);
  const time = m.has('time-href')
    ? `${href}${href.includes('?') ? '&' : '?'}${TRACK}`
    : m.random.pick(['#', `/?${TRACK}#?jak`]);
  const link = m.tag('a', { href: time, role: 'link' }, label(m, m.random.pick(['2 j', '17 m', '3 hr'])));
  return m.tag('div', {}, link, '<span aria-hidden="true">·</span>', audience(m));
}

/** Who posted, in groups under the group's name. */
export function fbHeader(m: Markup, truth: Truth, level: string): string {
  const heading = m.has('heading') ? level : 'div';
  const person = (href: string) =>
    m.has('author-link') && !truth.anonymous
      ? m.tag(
          'a',
          { href: `${href}?${TRACK}`, role: 'link' },
          m.deep(m.tag('span', {}, escaped(truth.author.name))),
        )
      : m.tag('span', {}, escaped(truth.author.name));
  const role = m.has('profile_name') ? { 'data-ad-rendering-role': 'profile_name' } : {};
  const menu = m.button({ 'aria-haspopup': 'menu', 'aria-label': m.label('menu') });
  if (truth.group) {
    const group = m.tag(
      'a',
      { href: `/groups/${truth.group.id}/?${TRACK}`, role: 'link' },
      escaped(truth.group.name),
    );
    const member = m.tag(
      'div',
      {},
      m.tag('span', {}, person(`/groups/${truth.group.id}/user/${truth.author.id}/`)),
      fbSubline(m, truth),
    );
    return m.blocks(
      fbAvatar(m, 'x'),
      m.div(m.tag('div', role, m.tag(heading, {}, m.tag('span', {}, group))), member),
      menu,
    );
  }
  const name = m.tag(
    'div',
    role,
    m.tag(heading, {}, m.tag('span', {}, person(`https://www.facebook.com/${truth.author.handle}`))),
  );
  return m.blocks(fbAvatar(m, truth.author.handle), m.div(name, fbSubline(m, truth)), menu);
}

export function fbMessage(m: Markup, truth: Truth): string {
  const lines = truth.text
    .split('\n')
    .map((line) => m.tag('div', { dir: 'auto', style: 'text-align:start' }, escaped(line)));
  const words = m.tag('span', { dir: 'auto', lang: 'id-ID' }, m.div(...lines));
  if (!m.has('message')) return m.div(words);
  const marks = m.random.pick<Record<string, string>>([
    { 'data-ad-preview': 'message', 'data-ad-comet-preview': 'message' },
    { 'data-ad-preview': 'message' },
    { 'data-ad-comet-preview': 'message' },
  ]);
  const block = m.tag('div', marks, words);
  return m.random.chance(0.6)
    ? m.tag('div', { 'data-ad-rendering-role': 'story_message' }, block)
    : m.blocks(block);
}

export function fbMedia(m: Markup, truth: Truth): string {
  if (!m.has('media')) return '';
  if (truth.video) {
    const cover = m.tag('img', {
      alt: '',
      src: `https://scontent.fcgk1-1.fna.fbcdn.net/v/t15.5256-10/${truth.video.file}.jpg?stp=dst-jpg_p526x296&oe=6B000000`,
    });
    const href = `https://www.facebook.com/${truth.author.handle || 'warga'}/videos/${truth.video.id}/?${TRACK}`;
    return m.deep(
      m.div(m.tag('video', { src: `blob:https://www.facebook.com/${truth.id}` }), m.div(cover)),
      m.tag('a', { href, 'aria-label': m.label('see') }),
    );
  }
  const set = m.has('photo-set') ? `&set=pcb.${truth.id}` : '';
  const photos = truth.photos.map((photo) => {
    const forms = [
      `/photo/?fbid=${photo.id}${set}`,
      `/photo.php?fbid=${photo.id}${set}`,
      `/photo?fbid=${photo.id}${set}`,
    ];
    if (set) forms.push(`/${truth.author.handle || 'warga'}/photos/pcb.${truth.id}/${photo.id}/`);
    const href = m.renamed('links') ? m.random.pick(forms) : (forms[0] ?? '');
    const image = m.tag('img', {
      alt: m.label('see'),
      src: `${FB_CDN}/${photo.file}.jpg?stp=dst-jpg_s590x590_tt6&oe=6B000000`,
      width: 590,
      height: 393,
    });
    return m.tag(
      'a',
      { href: `https://www.facebook.com${href}${href.includes('?') ? '&' : '?'}${TRACK}`, role: 'link' },
      m.deep(image),
    );
  });
  return photos.length > 0 ? m.blocks(...photos) : '';
}

/** Sum of reactions and figures, then the row of like, comment, share. */
export function fbActions(m: Markup, truth: Truth): string {
  const toolbar = m.tag(
    'span',
    { role: m.has('toolbar') ? 'toolbar' : null, 'aria-label': m.label('see') },
    m.button({ 'aria-label': `${m.label('like')}: 3` }),
  );
  const sums = m.div(
    toolbar,
    m.div(m.div(m.label('all')), `<span aria-hidden="true"><span>${truth.likes}</span></span>`),
  );
  const words = m.language === 'id';
  const figures = m.div(
    m.button({}, `<span dir="auto">${truth.comments}${words ? ' komentar' : ''}</span>`),
    m.button({}, `<span dir="auto">3${words ? ' kali dibagikan' : ''}</span>`),
  );
  const button = (key: string) => {
    const mark = m.has('action-marks') ? { 'data-ad-rendering-role': `${key}_button` } : {};
    const cell = m.button(
      { 'aria-label': m.label(key) },
      m.tag('div', mark, m.deep(m.tag('span', {}, m.label(key)))),
    );
    return m.renamed('depth') && m.random.chance(0.5) ? m.div(cell) : cell;
  };
  const keys = m.random.chance(0.15) ? ['like', 'comment'] : ['like', 'comment', 'share'];
  const row = m.has('action-row')
    ? m.div(...(m.has('action-marks') ? keys : ['like', 'comment', 'share']).map(button))
    : '';
  return m.tag(
    'div',
    { 'data-visualcompletion': 'ignore-dynamic' },
    m.div(sums, m.random.chance(0.7) ? figures : ''),
    m.blocks(row),
  );
}

/** A comment: an article with a label, its time leads to the post and to itself. */
export function fbComment(m: Markup, truth: Truth, index: number): string {
  const reply = truth.replies[index];
  if (!reply) return '';
  const base = `https://www.facebook.com${permalinkOf(truth).replace('https://www.facebook.com', '')}`;
  const id = m.random.chance(0.5) ? reply.id : encodeURIComponent(btoa(`comment:${truth.id}_${reply.id}`));
  const href = `${base}${base.includes('?') ? '&' : '?'}comment_id=${id}&${TRACK}`;
  const name = m.tag(
    'a',
    { href: `https://www.facebook.com/${reply.author.handle}?comment_id=${id}&${TRACK}`, role: 'link' },
    m.tag('span', { dir: 'auto' }, escaped(reply.author.name)),
  );
  const time = m.has('c-time') ? m.tag('a', { href, role: 'link' }, '1 j') : m.tag('span', {}, '1 j');
  const small = m.has('c-actions')
    ? m.tag(
        'ul',
        {},
        m.tag('li', {}, time),
        m.tag('li', {}, m.button({}, m.label('like'))),
        m.tag('li', {}, m.button({}, m.label('reply'))),
      )
    : time;
  const label = m.has('c-label')
    ? { role: 'article', 'aria-label': `${m.label('by')} ${reply.author.name} 1 j`, tabindex: -1 }
    : { role: 'article' };
  return m.tag(
    'div',
    { ...label, 'data-t': `c${index}` },
    m.div(
      fbAvatar(m, reply.author.handle),
      m.div(m.div(name, m.tag('div', { dir: 'auto', style: 'text-align:start' }, escaped(reply.text)))),
      small,
    ),
  );
}

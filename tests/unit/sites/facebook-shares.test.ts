// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Layer } from '../../../complaints/reading.ts';
import { facebookFinder as finder } from '../../../sites/facebook/finder.ts';
import { facebookMapper as mapper } from '../../../sites/facebook/mapper.ts';
import { mergeLayers } from '../../../sites/merge.ts';

/** A post that shares another one, drawn with and without what the site marks in it. Invented people. */

const HOME = new URL('https://www.facebook.com/');
const SHARER = { handle: 'mira.tangkas', name: 'Mira Tangkas' };
const ORIGINAL = { handle: 'joko.selat', name: 'Joko Selat' };
const NUMBER = '640064006400';
const WORDS = 'Mohon dibantu sebarkan kabar ini sampai ke dinas yang berwenang.';
const OTHER_WORDS = 'Tanggul jebol di hilir, sawah sudah terendam sejak kemarin sore.';

interface Drawn {
  /** How the sharer's name stands: heading or box, link or words. */
  heading?: boolean;
  link?: boolean;
  face?: boolean;
  marked?: boolean;
  words?: boolean;
  /** The same of what is shared. */
  inner?: { heading?: boolean; marked?: boolean; face?: boolean };
  unit?: boolean;
  by?: typeof ORIGINAL;
  above?: string;
}

const face = (handle: string): string =>
  `<a href="/${handle}" role="link" aria-hidden="true"><svg><image xlink:href="https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-1/1_n.jpg"></image></svg></a>`;
const link = (href: string, text: string): string => `<a role="link" href="${href}"><span>${text}</span></a>`;
const words = (text: string, marked: boolean): string =>
  `<div${marked ? ' data-ad-preview="message"' : ''}><span><div dir="auto">${text}</div></span></div>`;

function draw(drawn: Drawn = {}): Element {
  const all = { heading: true, link: true, face: true, marked: true, words: true, unit: true, ...drawn };
  const inner = { heading: true, marked: true, face: true, ...drawn.inner };
  const by = drawn.by ?? ORIGINAL;
  const tag = all.heading ? 'h3' : 'div';
  const name = all.link ? link(`https://www.facebook.com/${SHARER.handle}`, SHARER.name) : SHARER.name;
  const time = link(`https://www.facebook.com/${SHARER.handle}/posts/pfbid0MiraTangkas1a`, '2 j');
  const shared = `<div><div><a role="link" href="https://www.facebook.com/photo/?fbid=88001&set=pcb.${NUMBER}"><img alt="" width="500" height="300" src="https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-6/7_8_9_n.jpg"></a></div>
    <div>${inner.face ? face(by.handle) : ''}<div><${inner.heading ? 'h4' : 'div'}>${link(`https://www.facebook.com/${by.handle}`, by.name)}</${inner.heading ? 'h4' : 'div'}>
    <div>${link(`https://www.facebook.com/${by.handle}/posts/${NUMBER}`, '1 hr')}</div></div></div>
    ${words(OTHER_WORDS, inner.marked)}</div>`;
  const button = (text: string): string => `<div role="button" tabindex="0"><span>${text}</span></div>`;
  document.body.innerHTML = `<div role="main"><div><div id="post"${all.unit ? ' aria-posinset="3"' : ''}>${drawn.above ?? ''}
    <div>${all.face ? face(SHARER.handle) : ''}<div><${tag}><span>${name}</span></${tag}><div>${time}</div></div><div role="button" aria-haspopup="menu"></div></div>
    ${all.words ? words(WORDS, all.marked) : ''}${shared}
    <div><div>${['Suka', 'Komentari', 'Bagikan'].map(button).join('')}</div></div></div></div></div>`;
  return document.getElementById('post') as Element;
}

const found = (): string[] => finder.findPosts(document, HOME).map((post) => post.id);

/** Nothing of what is shared may stand in what is read of the sharing post. */
function expectNoneOf(layer: Layer): void {
  const { shared: _, ...own } = layer;
  const text = JSON.stringify(own);
  for (const foreign of [NUMBER, '88001', '7_8_9_n', 'joko.selat', 'Joko Selat', OTHER_WORDS])
    expect(text).not.toContain(foreign);
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a post that shares another', () => {
  it('is the sharer’s where all is marked', () => {
    const layer = finder.readDom(draw(), HOME);
    expect(found()).toEqual(['post']);
    expectNoneOf(layer);
    expect(layer).toMatchObject({ author: SHARER, text: WORDS, names: ['facebook:pfbid0MiraTangkas1a'] });
    expect(layer.shared).toMatchObject({ author: ORIGINAL, text: OTHER_WORDS });
    expect(layer.shared?.names[0]).toBe(`facebook:${NUMBER}`);
  });

  it('stays the sharer’s where only the original has a heading', () => {
    const post = draw({ heading: false });
    const layer = finder.readDom(post, HOME);
    expectNoneOf(layer);
    expect(layer).toMatchObject({ author: SHARER, text: WORDS, names: ['facebook:pfbid0MiraTangkas1a'] });
    expect(layer.shared).toMatchObject({ author: ORIGINAL });
    expect(finder.authorLabel(post)).toBe(SHARER.name);
    expect(finder.names(post, HOME)).toEqual(['facebook:pfbid0MiraTangkas1a']);
  });

  it('stays the sharer’s where the name in the heading leads nowhere', () => {
    const layer = finder.readDom(draw({ link: false }), HOME);
    expectNoneOf(layer);
    expect(layer).toMatchObject({
      author: { name: SHARER.name },
      text: WORDS,
      names: ['facebook:pfbid0MiraTangkas1a'],
    });
  });

  it('names nobody, but the post, where the name is neither heading nor link', () => {
    const layer = finder.readDom(draw({ heading: false, link: false }), HOME);
    expectNoneOf(layer);
    expect(layer.author).toBeUndefined();
    expect(layer).toMatchObject({ text: WORDS, names: ['facebook:pfbid0MiraTangkas1a'] });
  });

  it('takes no words of the original for its own where only those are marked', () => {
    const layer = finder.readDom(draw({ heading: false, marked: false, inner: { heading: false } }), HOME);
    expectNoneOf(layer);
    expect(layer.text).toBeUndefined();
    draw({ heading: false, marked: false, unit: false, inner: { heading: false } });
    for (const post of finder.findPosts(document, HOME)) expectNoneOf(finder.readDom(post, HOME));
  });

  it('goes by the picture where the original has none and the sharer no words', () => {
    for (const link of [true, false]) {
      const layer = finder.readDom(
        draw({ heading: false, link, words: false, inner: { face: false } }),
        HOME,
      );
      expectNoneOf(layer);
      expect(layer.names).toEqual(['facebook:pfbid0MiraTangkas1a']);
      expect(layer.author).toEqual(link ? SHARER : undefined);
    }
  });

  it('goes by the words where the sharer has no picture: what follows them is another’s', () => {
    expectNoneOf(finder.readDom(draw({ heading: false, face: false }), HOME));
    expectNoneOf(finder.readDom(draw({ heading: false, face: false, link: false }), HOME));
  });

  it('is nobody’s where a person and a time stand above the first picture', () => {
    const layer = finder.readDom(draw({ heading: false, face: false, words: false }), HOME);
    expectNoneOf(layer);
    expect(layer.names).toEqual([]);
    expect(layer.author).toBeUndefined();
  });

  it('is told from an earlier post of the same person', () => {
    for (const drawn of [{}, { heading: false }, { words: false, heading: false }, { marked: false }]) {
      const layer = finder.readDom(draw({ ...drawn, by: SHARER }), HOME);
      expect(layer.names).toEqual(['facebook:pfbid0MiraTangkas1a']);
      expect(layer.photos).toBeUndefined();
      expect(layer.author).toEqual(SHARER);
    }
  });

  it('does not give way to whoever stands above it with no time', () => {
    const above = `<div><span>${link('https://www.facebook.com/tari.lembang', 'Tari Lembang')} mengomentari ini.</span></div>`;
    for (const heading of [true, false]) {
      const layer = finder.readDom(draw({ above, heading }), HOME);
      expectNoneOf(layer);
      expect(layer.author).toEqual(SHARER);
    }
  });

  it('is named by no layer of the original, whatever the islands and the store hold', () => {
    const story = {
      __typename: 'Story',
      id: 's1',
      post_id: NUMBER,
      creation_time: 1_790_000_000,
      actors: [
        {
          __typename: 'User',
          id: '100000000000077',
          name: ORIGINAL.name,
          url: `https://www.facebook.com/${ORIGINAL.handle}`,
        },
      ],
      message: { text: OTHER_WORDS },
      url: `https://www.facebook.com/${ORIGINAL.handle}/posts/${NUMBER}`,
      attachments: [{ media: { __typename: 'Photo', id: '88001' } }],
    };
    const context = { site: 'facebook', surface: 'feed', pageUrl: HOME.href, readAt: 1 } as const;
    for (const drawn of [
      { heading: false },
      { link: false },
      { heading: false, link: false },
      { heading: false, face: false, words: false },
      { heading: false, marked: false, inner: { heading: false } },
    ]) {
      const dom = finder.readDom(draw(drawn), HOME);
      const others = [...mapper.mapRaw([story], 'island'), ...mapper.mapRaw([story], 'store')];
      expect(others).toHaveLength(2);
      const capture = mergeLayers(dom, others, context);
      expect(capture.identity).toBeNull();
      expect(JSON.stringify({ ...capture, shared: null })).not.toContain(NUMBER);
      expect(JSON.stringify(capture.author)).not.toContain(ORIGINAL.name);
    }
  });
});

describe('the name of an author in plain words', () => {
  const plain = (heading: string): Element => {
    document.body.innerHTML = `<div role="main"><div id="post" aria-posinset="1">
      <div>${face('sardi.muara')}<div>${heading}<div>${link('https://www.facebook.com/sardi.muara/posts/pfbid0SardiMuara2b', '4 j')}</div></div></div>
      ${words('Dermaga lapuk, penumpang terperosok.', true)}
      <div><div><div role="button">Suka</div><div role="button">Komentari</div><div role="button">Bagikan</div></div></div></div></div>`;
    return document.getElementById('post') as Element;
  };

  it('is read from the heading after the picture, and the time’s link names the post', () => {
    const layer = finder.readDom(plain('<h3>Sardi Muara</h3>'), HOME);
    expect(found()).toEqual(['post']);
    expect(layer).toMatchObject({
      names: ['facebook:pfbid0SardiMuara2b'],
      author: { name: 'Sardi Muara' },
      text: 'Dermaga lapuk, penumpang terperosok.',
    });
  });

  it('leaves the post its name where there is no heading', () => {
    const layer = finder.readDom(plain('<div><span>Sardi Muara</span></div>'), HOME);
    expect(found()).toEqual(['post']);
    expect(layer.names).toEqual(['facebook:pfbid0SardiMuara2b']);
    expect(layer.author).toBeUndefined();
  });

  it('is not the title of a module', () => {
    document.body.innerHTML = `<div role="main"><div id="module" aria-posinset="1"><h3>Orang yang mungkin Anda kenal</h3>
      <div>${face('sardi.muara')}<a href="/photo/?fbid=1"><img src="https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-6/1_n.jpg"></a></div></div></div>`;
    expect(found()).toEqual([]);
  });
});

describe('one button for one post', () => {
  it('takes no row above the posts, as in the composer, for theirs', () => {
    const unit = (name: string, id: number): string =>
      `<div id="p${id}"><div>${face(name)}<div data-ad-rendering-role="profile_name"><h4>${link(`https://www.facebook.com/${name}`, name)}</h4></div></div>${words(`Laporan ${name}`, true)}</div>`;
    const row = ['Video langsung', 'Foto', 'Perasaan']
      .map((text) => `<div><div role="button"><span>${text}</span></div></div>`)
      .join('');
    document.body.innerHTML = `<div id="page"><div id="composer"><div>${row}</div></div><div id="list">${unit('sardi.muara', 1)}${unit('tari.lembang', 2)}</div></div>`;
    expect(found()).toEqual([]);
    // The row of a post stands below its words.
    document.getElementById('p2')?.insertAdjacentHTML('beforeend', `<div>${row}</div>`);
    expect(found()).toEqual(['p2']);
  });
});

describe('a post of a group without headings', () => {
  const GROUP = '55005500550055';
  function drawGroup(above: string): Element {
    const button = (text: string): string => `<div role="button" tabindex="0"><span>${text}</span></div>`;
    document.body.innerHTML = `<div role="main"><div><div id="post" role="article">${above}
      <div><a href="/x?__cft__[0]=AZX1" role="link" aria-hidden="true"><svg><image xlink:href="https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-1/1_n.jpg"></image></svg></a>
      <div><div>${link(`/groups/${GROUP}/`, 'Warga Hulu')}</div><div>${link(`/groups/${GROUP}/user/100070015599999/`, SHARER.name)}
      <div>${link(`/groups/${GROUP}/posts/${NUMBER}/`, '3 hr')}</div></div></div><div role="button" aria-haspopup="menu"></div></div>
      ${words(WORDS, true)}<div><div>${['Suka', 'Komentari', 'Bagikan'].map(button).join('')}</div></div></div></div></div>`;
    return document.getElementById('post') as Element;
  }

  it('is by the member beside the picture, not by the one who commented on it', () => {
    const above = `<div><span>${link('https://www.facebook.com/joko.selat', 'Joko Selat')} mengomentari ini</span></div>`;
    for (const line of ['', above]) {
      const post = drawGroup(line);
      const layer = finder.readDom(post, HOME);
      expect(layer.author).toMatchObject({ name: SHARER.name });
      expect(finder.authorLabel(post)).toBe(SHARER.name);
      expect(JSON.stringify(layer)).not.toContain('joko.selat');
    }
  });
});

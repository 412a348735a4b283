// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { actionRow } from '../../../sites/facebook/anchor.ts';
import { facebookFinder as finder } from '../../../sites/facebook/finder.ts';

const fixtures = new URL('../../fixtures/facebook/', `file://${__dirname}/`);
const HOME = new URL('https://www.facebook.com/');

function load(name: string): void {
  document.body.innerHTML = readFileSync(new URL(name, fixtures), 'utf8');
}
const ids = (url = HOME, root: ParentNode = document): string[] =>
  finder.findPosts(root, url).map((post) => post.id);
const at = (id: string): Element => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('home feed, aria-posinset', () => {
  beforeEach(() => load('feed-posinset.html'));

  it('finds posts and no ad, suggestion, tray, skeleton, emptied node, composer or tab', () => {
    expect(ids()).toEqual(['album', 'reshare']);
  });

  it('reads everything that the DOM tells', () => {
    expect(finder.readDom(at('album'), HOME)).toMatchObject({
      source: 'dom',
      names: ['facebook:700100200300', 'facebook:photo:5550001', 'facebook:photo:5550002'],
      author: { handle: 'rahmat.tumbang', name: 'Rahmat Tumbang' },
      text: 'Jembatan kayu di Sungai Ketapi patah lagi 🙏\nSudah tiga minggu.\n\nLihat tautan ini',
      textCut: true,
      counts: { likes: 1200, comments: 87, shares: 1034, approximate: true },
      photoTotal: 6,
      audience: 'public',
    });
    const layer = finder.readDom(at('album'), HOME);
    expect(layer.postedAt).toBeUndefined();
    expect(layer.photos?.map((photo) => [photo.width, photo.url.includes('11_22_33_n'), photo.kind])).toEqual(
      [
        [590, true, 'photo'],
        [590, false, 'photo'],
      ],
    );
  });

  it('keeps a shared post out of the sharing one', () => {
    const layer = finder.readDom(at('reshare'), HOME);
    expect(layer.names).toEqual(['facebook:pfbid0LinaPuspaAbc123']);
    expect(layer.author).toEqual({ handle: 'lina.puspa', name: 'Lina Puspa' });
    expect(layer.text).toBe('Tolong dibantu sebarkan.');
    expect(layer.photos).toBeUndefined();
  });

  it('reads a recycled node afresh', () => {
    const node = at('album');
    expect(finder.names(node, HOME)[0]).toBe('facebook:700100200300');
    node.innerHTML = '';
    expect(ids()).not.toContain('album');
    expect(finder.names(node, HOME)).toEqual([]);
    node.innerHTML = at('reshare').innerHTML;
    expect(finder.names(node, HOME)).toEqual(['facebook:pfbid0LinaPuspaAbc123']);
    node.innerHTML = at('ad-scrambled').innerHTML;
    expect(ids()).not.toContain('album');
  });

  it('finds a post from any node added in or around it', () => {
    expect(ids(HOME, at('album-row'))).toEqual(['album']);
    expect(ids(HOME, at('album').parentElement as Element)).toEqual(['album']);
    expect(ids(HOME, at('skeleton'))).toEqual([]);
  });

  it('puts the button last in the action row', () => {
    expect(finder.anchor(at('album'), HOME)).toEqual({ container: at('album-row'), before: null });
    expect(finder.authorLabel(at('album'))).toBe('Rahmat Tumbang');
  });

  it('does not take a label for an ad that only contains the word', () => {
    const label = at('ad-labelled').querySelector('[aria-label]') as Element;
    label.setAttribute('aria-label', 'Bersponsor bersama');
    label.setAttribute('href', '#');
    label.textContent = 'Iklan Bersponsor';
    expect(ids()).toContain('ad-labelled');
  });

  it.each(['Sponsored', 'Disponsori', 'A\u200bd', ' Bersponsor\u00a0'])('knows the label %j', (word) => {
    const label = at('ad-labelled').querySelector('[aria-label]') as Element;
    label.removeAttribute('aria-label');
    label.setAttribute('href', '#');
    label.textContent = word;
    expect(ids()).not.toContain('ad-labelled');
  });

  it('knows decoys that a style sheet hides', () => {
    const label = at('ad-labelled').querySelector('[aria-label]') as Element;
    const letters = [...'AqxdX'].map(
      (letter, i) =>
        `<span class="${letter === 'A' || letter === 'd' ? 'n' : 'h'}" style="order:${9 - i}">${letter}</span>`,
    );
    label.outerHTML = `<style>.h{position:absolute;top:3em}.n{position:static}</style><a role="link" href="#"><span style="display:flex">${letters.reverse().join('')}</span></a>`;
    expect(ids()).toContain('ad-labelled');
    for (const [i, part] of [...at('ad-labelled').querySelectorAll<HTMLElement>('.n')].reverse().entries())
      part.style.order = String(i);
    expect(ids()).not.toContain('ad-labelled');
  });

  it('follows a label that stands elsewhere', () => {
    const label = at('ad-labelled').querySelector('[aria-label]') as Element;
    label.outerHTML = '<a role="link" href="#" aria-labelledby="SvgT7"><span>abc</span></a>';
    expect(ids()).not.toContain('ad-labelled');
  });
});

describe('home feed, role=article', () => {
  beforeEach(() => load('feed-article.html'));

  it('finds posts, never comments or replies, and a sharing post once', () => {
    expect(ids()).toEqual(['lamp', 'coloured', 'video', 'nested']);
  });

  it('names a post by the times of its comments, not by links in their words', () => {
    const layer = finder.readDom(at('lamp'), HOME);
    expect(layer.names).toEqual(['facebook:700100200400']);
    expect(layer.author).toEqual({ id: '100000000000041', name: 'Nur Hasanah' });
    expect(layer.audience).toBe('friends');
    expect(layer.text).toBe('Lampu jalan padam dari simpang sampai masjid.');
    expect(layer.textCut).toBeUndefined();
    expect(layer.counts).toEqual({ likes: 12, comments: 3 });
  });

  it('reads words on a coloured ground', () => {
    const layer = finder.readDom(at('coloured'), HOME);
    expect(layer.text).toBe('Pupuk langka lagi!');
    expect(layer.names).toEqual(['facebook:pfbid0BudiTani77aa']);
    expect(layer.permalink).toBe('https://www.facebook.com/budi.tani/posts/pfbid0BudiTani77aa/');
  });

  it('reads the cover of a video and an exact time', () => {
    const layer = finder.readDom(at('video'), HOME);
    expect(layer.names).toEqual(['facebook:video:434343434343']);
    expect(layer.photos).toMatchObject([
      { kind: 'video-cover', url: expect.stringContaining('61_62_63_n.jpg') },
    ]);
    expect(layer.postedAt).toBe(1_780_000_000_000);
    expect(layer.text).toBeUndefined();
  });

  it('gives a sharing post without words no name of what it shares', () => {
    const layer = finder.readDom(at('nested'), HOME);
    expect(layer).toEqual({
      source: 'dom',
      names: [],
      permalink: undefined,
      author: { handle: 'siti.rahma', name: 'Siti Rahma' },
      shared: {
        names: ['facebook:222333444555'],
        permalink: 'https://www.facebook.com/groups/888000888/posts/222333444555/',
        author: { id: '100000000000055', name: 'Agus Salam' },
        text: 'Parit mampet.',
      },
    });
  });

  it('knows that unfolded words are whole', () => {
    const line = at('lamp').querySelector('[data-ad-preview] div') as Element;
    line.innerHTML = 'Lampu jalan padam. <div role="button" tabindex="0">Lihat lebih sedikit</div>';
    expect(finder.readDom(at('lamp'), HOME)).toMatchObject({ text: 'Lampu jalan padam.' });
    expect(finder.readDom(at('lamp'), HOME).textCut).toBeUndefined();
  });
});

describe('groups', () => {
  const GROUP = new URL('https://www.facebook.com/groups/888000888/');
  beforeEach(() => load('group-feed.html'));

  it('reads the member, not the group', () => {
    expect(ids(GROUP)).toEqual(['member', 'anonymous']);
    expect(finder.readDom(at('member'), GROUP)).toMatchObject({
      names: ['facebook:700100200500'],
      permalink: 'https://www.facebook.com/groups/888000888/posts/700100200500/',
      author: { id: '100000000000061', name: 'Hendra Tarigas' },
      audience: 'group',
    });
  });

  it('invents no author for an anonymous member', () => {
    const layer = finder.readDom(at('anonymous'), GROUP);
    expect(layer.names).toEqual(['facebook:700100200600']);
    expect(layer.author?.id ?? layer.author?.handle).toBeUndefined();
    expect(layer.author?.name ?? 'Anggota anonim').toBe('Anggota anonim');
  });
});

describe('an opened post', () => {
  it('takes the address for the main post of the page only', () => {
    load('post-page.html');
    const url = new URL('https://www.facebook.com/rahmat.tumbang/posts/700100200900');
    expect(ids(url)).toEqual(['post', 'below']);
    const [post, below] = finder.findPosts(document, url) as [Element, Element];
    expect(finder.names(post, url)).toEqual(['facebook:700100200900']);
    expect(finder.names(below, url)).toEqual([]);
    expect(finder.anchor(post, url)?.container.id).toBe('row');
    const other = new URL('https://www.facebook.com/orang.lain/posts/700100200900');
    expect(finder.names(post, other)).toEqual([]);
  });

  it('takes the address for the dialog, not for the feed behind it', () => {
    load('post-dialog.html');
    const url = new URL('https://www.facebook.com/nina.kahayan/posts/pfbid0NinaKahayan99');
    const posts = finder.findPosts(document, url);
    expect(posts.map((post) => post.id)).toEqual(['behind', 'opened']);
    expect(posts.map((post) => finder.names(post, url))).toEqual([[], ['facebook:pfbid0NinaKahayan99']]);
    expect(finder.anchor(at('opened'), url)?.container.id).toBe('opened-row');
    document.querySelector('[role=dialog]')?.remove();
    // Only one is left, but it is a unit of the feed as well as the page's only post.
    expect(finder.findPosts(document, url).map((post) => post.id)).toEqual(['behind']);
  });

  it('finds the sharing post of a dialog, not the article that it shares', () => {
    load('feed-article.html');
    const shared = at('inner').outerHTML;
    load('post-dialog.html');
    at('opened')
      .querySelector('[data-ad-rendering-role=story_message]')
      ?.insertAdjacentHTML('afterend', shared);
    const url = new URL('https://www.facebook.com/nina.kahayan/posts/pfbid0NinaKahayan99');
    expect(finder.findPosts(document, url).map((post) => post.id)).toEqual(['behind', 'opened']);
    const layer = finder.readDom(at('opened'), url);
    expect(layer).toMatchObject({ names: ['facebook:pfbid0NinaKahayan99'], text: 'Sampah menumpuk di TPS.' });
    expect(layer.author).toEqual({ handle: 'nina.kahayan', name: 'Nina Kahayan' });
  });

  it('does not believe an address against the number in the post', () => {
    load('feed-article.html');
    for (const id of ['lamp', 'video', 'nested']) at(id).remove();
    const elsewhere = new URL('https://www.facebook.com/budi.tani/posts/pfbid0AnotherPost88bb');
    expect(finder.names(at('coloured'), elsewhere)).toEqual(['facebook:pfbid0BudiTani77aa']);
    load('group-feed.html');
    at('anonymous').remove();
    const url = new URL('https://www.facebook.com/groups/888000888/posts/123123123123/');
    expect(finder.names(at('member'), url)).toEqual(['facebook:700100200500']);
  });

  it('finds no post before the shell is filled', () => {
    document.body.innerHTML =
      '<div role="main"><div role="article"><div role="progressbar" data-visualcompletion="loading-state"></div></div></div>';
    expect(ids()).toEqual([]);
  });
});

describe('without any known label or marker', () => {
  const PAGE = new URL('https://www.facebook.com/desa.ulak');

  it('finds, reads and anchors by structure', () => {
    load('profile-unknown-language.html');
    expect(ids(PAGE)).toEqual(['plain']);
    expect(finder.anchor(at('plain'), PAGE)?.container.id).toBe('plain-row');
    expect(finder.readDom(at('plain'), PAGE)).toMatchObject({
      names: ['facebook:700100200700', 'facebook:photo:5557001'],
      author: { handle: 'desa.ulak', name: 'Desa Ulak' },
      counts: { likes: 41, comments: 9, shares: 2 },
      photos: [{ width: 720, height: 480 }],
    });
  });

  it('does not depend on wrappers', () => {
    for (const name of ['feed-posinset.html', 'feed-article.html', 'group-feed.html']) {
      load(name);
      const before = finder.findPosts(document, HOME).map((post) => [post.id, finder.readDom(post, HOME)]);
      for (const element of [
        ...document.querySelectorAll('[data-ad-preview],[data-ad-rendering-role=profile_name]'),
      ]) {
        const box = document.createElement('div');
        element.replaceWith(box);
        box.append(element);
      }
      for (const feed of document.querySelectorAll('[role=feed]')) feed.removeAttribute('role');
      expect(finder.findPosts(document, HOME).map((post) => [post.id, finder.readDom(post, HOME)])).toEqual(
        before,
      );
    }
  });

  it('does not depend on how the site marks a unit', () => {
    const read = () => finder.findPosts(document, HOME).map((post) => finder.readDom(post, HOME));
    for (const name of ['feed-posinset.html', 'feed-article.html', 'group-feed.html']) {
      load(name);
      const before = read();
      expect(before.length).toBeGreaterThan(1);
      const units = [
        ...document.querySelectorAll('[aria-posinset]:not([role]),[role=article]:not([aria-label])'),
      ];
      for (const unit of units) {
        const numbered = unit.hasAttribute('aria-posinset');
        unit.removeAttribute(numbered ? 'aria-posinset' : 'role');
        unit.setAttribute(numbered ? 'role' : 'aria-posinset', numbered ? 'article' : '7');
      }
      expect(read()).toEqual(before);
    }
    // The site's markers alone are enough where no unit is marked at all.
    load('feed-posinset.html');
    const before = read();
    for (const unit of document.querySelectorAll('[aria-posinset]')) unit.removeAttribute('aria-posinset');
    expect(read()).toEqual(before);
  });

  it('takes neither player controls nor a comment box for the action row', () => {
    document.body.innerHTML =
      '<div id="a"><form><div><div role="button"></div><div role="button"></div><div role="button"></div></div><div role="textbox"></div></form></div>';
    expect(actionRow(at('a'))).toBeNull();
  });
});

describe('surfaces', () => {
  it.each([
    ['https://www.facebook.com/', 'feed'],
    ['https://web.facebook.com/home.php?sk=h_chr', 'feed'],
    ['https://www.facebook.com/groups/feed/', 'group'],
    ['https://www.facebook.com/groups/888000888/', 'group'],
    ['https://www.facebook.com/groups/info.warga/posts/700100200500/', 'post'],
    ['https://www.facebook.com/groups/888/?multi_permalinks=700100200500', 'post'],
    ['https://www.facebook.com/rahmat.tumbang/posts/pfbid0RahmatTumbang1a2b3c', 'post'],
    ['https://www.facebook.com/permalink.php?story_fbid=700100200400&id=100000000000041', 'post'],
    ['https://www.facebook.com/story.php?story_fbid=700100200400&id=100000000000041', 'post'],
    ['https://www.facebook.com/desa.ulak', 'profile'],
    ['https://www.facebook.com/profile.php?id=100000000000041', 'profile'],
    ['https://www.facebook.com/login/?next=x', null],
    ['https://www.facebook.com/login.php', null],
    ['https://www.facebook.com/checkpoint/1', null],
    ['https://www.facebook.com/two_step_verification/two_factor/', null],
    ['https://www.facebook.com/recover/initiate', null],
    ['https://www.facebook.com/messages/t/1', null],
    ['https://www.facebook.com/marketplace', null],
    ['https://www.facebook.com/stories/1/2', null],
    ['https://www.facebook.com/settings', null],
    ['https://www.facebook.com/ads/manager', null],
    ['https://www.facebook.com/ads', null],
    ['https://www.facebook.com/watch', 'video'],
    ['https://www.facebook.com/warta.sungai/videos/434343434343/', 'video'],
    ['https://www.facebook.com/photo/?fbid=5550001&set=pcb.700100200300', 'photo'],
    ['https://www.facebook.com/photo.php?fbid=5550001', 'photo'],
    ['https://www.facebook.com/desa.ulak/photos/a.1/5550001', 'photo'],
    ['https://www.facebook.com/search/posts/?q=jalan', 'search'],
    ['https://www.facebook.com/hashtag/banjir', 'search'],
    ['https://www.facebook.com/privacy/consent/?flow=x', null],
    ['https://www.facebook.com/consent', null],
    ['https://www.facebook.com/reel/434343434343', 'reel'],
    ['https://www.facebook.com/groups/create/', null],
    ['https://www.facebook.com/groups/discover/', null],
    ['https://m.facebook.com/', null],
    ['https://www.facebook.com.example.org/', null],
  ])('%s → %s', (address, surface) => {
    expect(finder.surfaceOf(new URL(address))).toBe(surface);
  });
});

describe('islands', () => {
  it('gives the story that the DOM names and the parts that were streamed after it', () => {
    document.body.innerHTML = readFileSync(new URL('islands.html', fixtures), 'utf8');
    const raw = finder.readIslands(document, { source: 'dom', names: ['facebook:700100200300'] }) as {
      id: string;
      post_id?: string;
    }[];
    expect(raw.map((story) => [story.id, story.post_id])).toEqual([
      ['UzpfSone', '700100200300'],
      ['UzpfSone', undefined],
    ]);
    const byAuthor = finder.readIslands(document, {
      source: 'dom',
      names: [],
      author: { handle: 'rahmat.tumbang' },
    });
    expect(byAuthor).toHaveLength(2);
    expect(finder.readIslands(document, { source: 'dom', names: ['facebook:111111111111'] })).toEqual([]);
    expect(finder.readIslands(document, { source: 'dom', names: [] })).toEqual([]);
  });

  it('is bounded in number and size', () => {
    const story = (i: number, text: string) => ({
      __typename: 'Story',
      id: `s${i}`,
      post_id: '700100200300',
      message: { text },
    });
    const many = Array.from({ length: 40 }, (_, i) => story(i, i === 0 ? 'x'.repeat(400_000) : 'y'));
    document.body.innerHTML = `<script type="application/json">${JSON.stringify(many)}</script>`;
    const raw = finder.readIslands(document, { source: 'dom', names: ['facebook:700100200300'] });
    expect(raw).toHaveLength(8);
    expect(JSON.stringify(raw).length).toBeLessThan(8 * 300_000);
  });
});

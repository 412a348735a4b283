// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import * as part from '../../fixtures/instagram/parts.ts';

const at = (path: string) => new URL(path, 'https://www.instagram.com');
const read = (html: string, path: string) => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return finder.findPosts(document, at(path)).map((post) => finder.readDom(post, at(path)));
};
const texts = (html: string, path: string) => read(html, path).map((layer) => layer.text);

/** The post's own time without the link around it. */
const time = '<div><span><time datetime="2026-11-20T03:04:05.000Z">2 hr</time></span></div>';
const words = 'Plengsengan sungai ambrol sejak Senin';
const caption = (text = words) =>
  `<div><span>${part.name('pak.rw')}</span>&nbsp;<span dir="auto">${text}</span></div>`;
const all = '<div><a href="/p/DKali01/comments/"><span>View all 35</span></a></div>';

const feed = ({ media = part.photo('811_1_1'), name = part.name('pak.rw'), place = '', text = caption() }) =>
  part.page(`<article><div>${part.avatar('pak.rw')}<div><div>${name}<div><span>•</span>${time}</div></div>${place}</div>${part.more}</div>
<div>${media}</div>${part.actions('12', '3')}${text}${all}</article>`);

describe('caption in the feed, when the post’s time has lost its link', () => {
  it('is not the dot between name and time', () => {
    expect(texts(feed({}), '/')).toEqual([words]);
  });

  it('is not the name, the place or the link to the comments, without pictures and without a linked name either', () => {
    const place = '<div><a href="/explore/locations/7001/kali/">Kali Kenanga</a></div>';
    for (const media of [part.photo('811_1_1'), ''])
      for (const name of [part.name('pak.rw'), '<span>pak.rw</span>'])
        expect(texts(feed({ media, name, place }), '/'), `${media} ${name}`).toEqual([words]);
  });

  it('is not read at all where the citizen wrote nothing', () => {
    const place = '<div><a href="/explore/locations/7001/kali/">Kali Kenanga</a></div>';
    for (const media of [part.photo('811_1_1'), ''])
      expect(texts(feed({ media, place, text: '' }), '/')).toEqual([undefined]);
  });

  it('may be nothing but a sign', () => {
    expect(texts(feed({ text: caption('🙏🙏') }), '/')).toEqual(['🙏🙏']);
  });
});

describe('caption of the touch layout, without its heading', () => {
  const touch = (own: string, text: string) =>
    part.page(`<nav><header><h1>Postingan</h1></header></nav><article><div><header>${part.avatar('bu.rt')}${part.name('bu.rt')}</header></div>
<div>${part.photo('812_1_1')}</div><div>${part.actions('9', '2')}<div><a href="/bu.rt/"><span>bu.rt</span></a><span>&nbsp;</span><span dir="auto">${text}</span></div>${own}</div></article>`);

  it('does not begin with the name beside it', () => {
    for (const own of [part.timeLink('/p/DTitian2/', '2026-11-20T03:04:05.000Z'), time])
      expect(texts(touch(own, words), '/p/DTitian2/')).toEqual([words]);
  });

  it('keeps a name that the citizen wrote, and the tags', () => {
    const told =
      'bu.rt minta <a href="/dinas.pu/">@dinas.pu</a> turun<br><a href="/explore/tags/jalan/">#jalan</a>';
    expect(texts(touch(time, told), '/p/DTitian2/')).toEqual(['bu.rt minta @dinas.pu turun\n#jalan']);
  });
});

it('the words beside a caption’s own time are still its words, before or after it', () => {
  const own = '<span><time datetime="2026-11-18T01:02:09.000Z">2 hr</time></span>';
  const rows = [
    `<a href="/rt.tiga/"><img alt="" src="${part.AVATAR}"></a><div><span dir="auto"><div>${part.name('rt.tiga')}&nbsp;${own}</div><span>${words}</span></span></div>`,
    `<h2><a href="/rt.tiga/">rt.tiga</a></h2><div><span dir="auto">${words}</span></div><div>${own}</div>`,
  ];
  for (const row of rows) {
    const page =
      part.page(`<div><div class="post"><div>${part.photo('813_1_1')}</div><div><div>${part.avatar('rt.tiga')}${part.name('rt.tiga')}</div><hr><div>${row}</div>
${part.actions('1', '1')}${part.timeLink('/p/DGot777/', '2026-11-18T01:02:03.000Z')}</div></div></div>`);
    expect(texts(page, '/p/DGot777/')).toEqual([words]);
  }
});

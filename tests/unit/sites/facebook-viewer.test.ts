// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { facebookFinder as finder } from '../../../sites/facebook/finder.ts';

const fixtures = new URL('../../fixtures/facebook/', `file://${__dirname}/`);

function load(name: string): void {
  document.body.innerHTML = readFileSync(new URL(name, fixtures), 'utf8');
}
const at = (id: string): Element => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};
const site = (path: string): URL => new URL(path, 'https://www.facebook.com');

describe('photo viewer', () => {
  const url = site('/photo/?fbid=5550001&set=pcb.700100200300');
  beforeEach(() => load('photo-viewer.html'));
  const viewer = (address = url): Element => {
    const own = finder.findPosts(document, address).filter((post) => post.contains(at('picture')));
    expect(own).toHaveLength(1);
    return own[0] as Element;
  };

  it('is one post, named by its number, with the words of the column', () => {
    expect(finder.readDom(viewer(), url)).toMatchObject({
      names: ['facebook:700100200300', 'facebook:photo:5550001'],
      author: { handle: 'rahmat.tumbang', name: 'Rahmat Tumbang' },
      text: 'Jembatan kayu di Sungai Ketapi patah lagi.',
      photos: [{ kind: 'photo', url: expect.stringContaining('11_22_33_n.jpg') }],
    });
    expect(finder.anchor(viewer(), url)).not.toBeNull();
    expect(finder.names(at('behind'), url)).toEqual([]);
  });

  it.each(['role=complementary', 'data-pagelet', 'data-ad-rendering-role', 'data-ad-preview'])(
    'holds without %s',
    (signal) => {
      const name = signal.split('=')[0] as string;
      for (const part of document.querySelectorAll(`[${signal}]`)) part.removeAttribute(name);
      expect(finder.names(viewer(), url)[0]).toBe('facebook:700100200300');
    },
  );

  it('believes no address that came before the picture, nor one that is late', () => {
    expect(finder.names(viewer(), url)[0]).toBe('facebook:700100200300');
    at('column').querySelector('ul')?.remove();
    const next = site('/photo/?fbid=5559002&set=pcb.700100200999');
    expect(finder.names(viewer(next), next)).toEqual([]);
    at('picture').setAttribute('src', 'https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-6/71_72_73_n.jpg');
    expect(finder.names(viewer(next), next)[0]).toBe('facebook:700100200999');
    at('picture').setAttribute('src', 'https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-6/74_75_76_n.jpg');
    expect(finder.names(viewer(next), next)).toEqual([]);
    const third = site('/photo/?fbid=5559003&set=pcb.700100200998');
    expect(finder.names(viewer(third), third)[0]).toBe('facebook:700100200998');
  });

  it('does not believe an address against a comment of the column', () => {
    const other = site('/photo/?fbid=5559002&set=pcb.700100200999');
    expect(finder.names(viewer(other), other)).not.toContain('facebook:700100200999');
  });

  it('finds the comment and the post above it', () => {
    const [comment, ...rest] = finder.comments.find(document, url);
    expect(rest).toEqual([]);
    expect(finder.readComment(comment as Element, url)).toMatchObject({
      names: ['facebook:700100200300#810021', 'facebook:comment:810021'],
      under: { names: ['facebook:700100200300', 'facebook:photo:5550001'] },
    });
  });
});

describe('films and reels', () => {
  it('reads the film of the address', () => {
    load('video-page.html');
    const url = site('/warta.sungai/videos/434343434343/');
    const [post, ...rest] = finder.findPosts(document, url);
    expect(rest).toEqual([]);
    expect(finder.readDom(post as Element, url)).toMatchObject({
      names: ['facebook:video:434343434343'],
      author: { handle: 'warta.sungai' },
      text: 'Tanggul jebol di Ulak.',
    });
  });

  it('names a reel by itself, never by the address of the next', () => {
    load('reel.html');
    const url = site('/reel/812345678901');
    const [post, ...rest] = finder.findPosts(document, url);
    expect(rest).toEqual([]);
    expect(post?.id).toBe('shown');
    expect(finder.names(at('shown'), url)).toEqual(['facebook:video:812345678901']);
    expect(finder.authorLabel(at('shown'))).toBe('Warta Sungai');
    expect(finder.names(at('shown'), site('/reel/812345678902'))).toEqual(['facebook:video:812345678901']);
  });
});

it('finds posts among what was searched for', () => {
  load('search.html');
  expect(finder.findPosts(document, site('/search/top?q=x')).map((post) => post.id)).toEqual(['found']);
});

import { createHash } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import exifr from 'exifr';
import { decode } from 'jpeg-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, askInstagram } from './ask.ts';
import { FIRST_PAGE } from './instagram/answers.ts';
import { startLab } from './server.ts';
import type { Lab, LabPost } from './types.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ seed: 5, latency: 5 });
}, 60_000);
afterAll(() => lab.close());
beforeEach(() => lab.clearRequests());

const feed = (): Lab['world']['instagram']['feed'] => lab.world.instagram.feed;
const posts = (): LabPost[] => feed().flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []));

/** All islands of a document, parsed. */
function islandsOf(html: string): unknown[] {
  const found = html.matchAll(
    /<script type="application\/json"([^>]*)>([^<]*(?:<(?!\/script)[^<]*)*)<\/script>/g,
  );
  return [...found].map(([, attributes = '', text = '']) => {
    expect(attributes).toContain('data-sjs');
    expect(attributes).toContain(`data-content-len="${text.length}"`);
    return JSON.parse(text) as unknown;
  });
}

/** The value of a key wherever it stands in a tree. */
function deep(tree: unknown, key: string): unknown {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if (key in tree) return (tree as Record<string, unknown>)[key];
  for (const value of Object.values(tree)) {
    const found = deep(value, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Media = {
  code: string;
  image_versions2: { candidates: { url: string; width: number; height: number }[] };
};
async function mediaOf(code: string): Promise<Media> {
  const data = await askInstagram(lab, 'PolarisPostRootQuery', { shortcode: code });
  return (data.xdt_api__v1__media__shortcode__web_info as { items: Media[] }).items[0] as Media;
}

describe('documents', () => {
  it.each(['https://www.instagram.com/', 'https://www.facebook.com/', 'https://web.facebook.com/'])(
    'carry a strict policy: %s',
    async (address) => {
      const { status, headers, text } = await ask(lab, address);
      expect(status).toBe(200);
      const policy = headers['content-security-policy'] ?? '';
      const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1];
      expect(nonce).toBeTruthy();
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\s\*[\s;]/);
      // Post texts in the islands may spell tags of their own.
      const markup = text.replace(/(<script type="application\/json"[^>]*>).*?<\/script>/gs, '');
      const tags = [...markup.matchAll(/<(?:script|style)[^>]*>/g)];
      expect(tags.length).toBeGreaterThan(1);
      for (const [tag] of tags) {
        expect(tag).toContain(`nonce="${nonce}"`);
      }
      expect((await ask(lab, address)).headers['content-security-policy']).not.toBe(policy);
    },
  );

  it('carry no marks for tests, and class names that change with the seed', async () => {
    const { text } = await ask(lab, 'https://www.instagram.com/');
    expect(text).not.toMatch(/data-testid|data-test|data-post|data-code/);
    const other = await startLab({ seed: 6 });
    const sheet = (html: string): string[] =>
      [...html.matchAll(/\.(x[0-9a-z]{7})\{/g)].map((m) => m[1] ?? '');
    const theirs = sheet((await ask(other, 'https://www.instagram.com/')).text);
    await other.close();
    const ours = sheet(text);
    expect(ours.length).toBeGreaterThan(40);
    expect(ours.filter((name) => theirs.includes(name))).toEqual([]);
  });

  it('tell of the hard-loaded page only', async () => {
    const { text } = await ask(lab, 'https://www.instagram.com/');
    const [shown, hidden] = [feed().slice(0, FIRST_PAGE), feed().slice(FIRST_PAGE)];
    const codes = (items: typeof shown): string[] => items.flatMap(({ post }) => (post ? [post.id] : []));
    expect(codes(shown).every((code) => text.includes(`"${code}"`))).toBe(true);
    expect(codes(hidden).filter((code) => text.includes(code))).toEqual([]);

    const [first, second] = posts();
    const page = (await ask(lab, `https://www.instagram.com/p/${first?.id}/`)).text;
    const info = islandsOf(page).flatMap(
      (island) => deep(island, 'xdt_api__v1__media__shortcode__web_info') ?? [],
    );
    expect(info).toHaveLength(1);
    expect((info[0] as { items: Media[] }).items.map((media) => media.code)).toEqual([first?.id]);
    expect(page).not.toContain(second?.author.handle === first?.author.handle ? '\0' : String(second?.id));
  });

  it('nest their answers as the site does, now and then under a module with a hash', async () => {
    const modules = new Set<string>();
    for (const post of posts().slice(0, 12)) {
      const { text } = await ask(lab, `https://www.instagram.com/p/${post.id}/`);
      const island = islandsOf(text).find((one) => deep(one, 'xdt_api__v1__media__shortcode__web_info'));
      const box = (island as { require: [string, string, null, [{ __bbox: { require: unknown[][] } }]][] })
        .require[0]?.[3];
      const [module, method, , [loader, inner]] = box![0].__bbox.require[0] as [
        string,
        string,
        [],
        [string, object],
      ];
      modules.add(module.replace(/@.*/, '@'));
      expect(method).toBe('next');
      expect(loader).toMatch(/^adp_PolarisPostRootQueryRelayPreloader_[0-9a-f]+$/);
      expect(deep((inner as { __bbox: { result: { data: object } } }).__bbox.result.data, 'code')).toBe(
        post.id,
      );
    }
    expect([...modules].sort()).toEqual(['RelayPrefetchedStreamCache', 'RelayPrefetchedStreamCache@']);
  });

  it('answer 404 for what there is not', async () => {
    for (const path of ['/p/AAAAAAAAAAA/', '/tidak.ada.orang/', '/stories/tidak.ada.orang/']) {
      expect((await ask(lab, `https://www.instagram.com${path}`)).status).toBe(404);
    }
    expect((await ask(lab, 'https://www.example.com/')).status).toBe(421);
  });
});

describe('queries', () => {
  it('bring the whole feed page by page, each item in its slot', async () => {
    const slots: string[] = [];
    const codes: string[] = [];
    for (let after = 0; ; ) {
      const data = await askInstagram(lab, 'PolarisFeedRootPaginationCachedQuery_subscribe', {
        after: String(after),
        first: 6,
      });
      const page = data.xdt_api__v1__feed__timeline__connection as {
        edges: { node: Record<string, { media?: Media; items?: Media[] } & Partial<Media>> }[];
        page_info: { end_cursor: string; has_next_page: boolean };
      };
      for (const { node } of page.edges) {
        const filled = Object.keys(node).filter((key) => key !== '__typename' && node[key]);
        slots.push(filled.join() || 'none');
        const code = node.media?.code ?? node.explore_story?.media?.code ?? node.ad?.items?.[0]?.code;
        if (code) codes.push(code);
      }
      if (!page.page_info.has_next_page) break;
      after = Number(page.page_info.end_cursor);
    }
    expect(codes).toEqual(feed().flatMap(({ post }) => (post ? [post.id] : [])));
    expect(slots.pop()).toBe('end_of_feed_demarcator');
    const expected = {
      post: /^(media|explore_story)$/,
      'suggested-people': /^suggested_users$/,
      skeleton: /^none$/,
    };
    feed().forEach(({ kind }, i) => {
      expect(slots[i]).toMatch(kind.startsWith('ad') ? /^ad$/ : expected[kind as keyof typeof expected]);
    });
  });
});

describe('pictures', () => {
  it('are served under the signed address only, as its site may use them', async () => {
    const post = posts().find(({ photos, video }) => photos.length === 1 && !video) as LabPost;
    const [best] = (await mediaOf(post.id)).image_versions2.candidates;
    const address = best?.url ?? '';
    expect(address).toMatch(
      /^https:\/\/[\w.-]+\/v\/t51\.82787-15\/[\d_]+_n\.jpg\?stp=.*&oh=00_Af[\w-]{38}&oe=[0-9A-F]{8}$/,
    );
    const good = await ask(lab, address, { headers: { origin: 'https://www.instagram.com' } });
    expect([good.status, good.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(good.headers['access-control-allow-origin']).toBe('https://www.instagram.com');
    expect(good.headers['cross-origin-resource-policy']).toBe('same-origin');
    const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(sum(good.bytes)).toBe(sum(lab.photoBytes(post.photos[0]!)));
    const other = await ask(lab, address, { headers: { origin: 'https://evil.example' } });
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
    for (const wrong of [
      address.replace(/stp=[^&]+/, 'stp=dst-jpg_e35_p640x640_tt6'),
      address.replace(/oe=\w+/, 'oe=7FFFFFFF'),
      address.replace(/oh=00_Af./, 'oh=00_AfX'),
      address.split('?')[0] ?? '',
    ]) {
      if (wrong !== address) expect((await ask(lab, wrong)).status).toBe(403);
    }
  });

  it('have the size that the answer says, and EXIF in the best size only', async () => {
    const { candidates } = (await mediaOf(posts()[0]!.id)).image_versions2;
    expect(candidates.length).toBeGreaterThanOrEqual(4);
    const areas = candidates
      .filter(({ url }) => !/stp=c[\d.]+a_/.test(url))
      .map(({ width, height }) => width * height);
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    for (const [i, { url, width, height }] of candidates.entries()) {
      const { bytes } = await ask(lab, url);
      const picture = decode(bytes);
      expect([picture.width, picture.height]).toEqual([width, height]);
      const gps = await exifr.gps(bytes).catch(() => undefined);
      expect(gps !== undefined).toBe(i === 0);
    }
  });

  it('are refused when their address has outlived its time', async () => {
    const brief = await startLab({ seed: 5, latency: 1, photoTtl: 2 });
    try {
      const { text } = await ask(brief, 'https://www.instagram.com/');
      const address = JSON.parse(`"${/https:\/\/[^"\\]*t51\.82787-15[^"]*/.exec(text)?.[0]}"`) as string;
      expect((await ask(brief, address)).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 2200));
      const late = await ask(brief, address);
      expect([late.status, late.text]).toEqual([403, 'URL signature expired']);
    } finally {
      await brief.close();
    }
  });

  it('fail as they are told to', async () => {
    const post = posts().find(({ video }) => !video) as LabPost;
    const address = (await mediaOf(post.id)).image_versions2.candidates[0]?.url ?? '';
    try {
      lab.setPhotoFault('forbidden');
      expect((await ask(lab, address)).status).toBe(403);
      lab.setPhotoFault('huge');
      expect((await ask(lab, address)).bytes.length).toBe(30 * 1024 * 1024);
      lab.setPhotoFault('text');
      expect((await ask(lab, address)).text).toContain('<!doctype html>');
      lab.setPhotoFault('slow');
      const slow = ask(lab, address).then(() => 'came');
      expect(await Promise.race([slow, new Promise((r) => setTimeout(r, 700, 'waits'))])).toBe('waits');
    } finally {
      lab.setPhotoFault(null);
    }
    expect((await ask(lab, address)).status).toBe(200);
  });
});

describe('the log', () => {
  const site = { referer: 'https://www.instagram.com/', 'sec-fetch-site': 'same-origin' };
  it.each([
    ['document', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['page', { ...site, 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'cors' }],
    ['page', { ...site, 'sec-fetch-dest': 'empty', 'x-fb-friendly-name': 'PolarisPostRootQuery' }],
    ['unknown', { ...site, 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }],
    ['extension', { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'none' }],
    ['extension', { origin: 'chrome-extension://abcdef', 'sec-fetch-dest': 'empty' }],
    ['extension', { origin: 'moz-extension://0a1b', 'sec-fetch-dest': 'image' }],
    ['unknown', {}],
  ])('says %s for %o', async (cause, headers) => {
    await ask(lab, 'https://www.instagram.com/', { headers });
    const [entry] = lab.requests();
    expect([entry?.cause, entry?.host, entry?.path, entry?.status]).toEqual([
      cause,
      'www.instagram.com',
      '/',
      200,
    ]);
    expect(entry?.headers).toMatchObject(headers);
  });

  it('knows the flaggable posts and nothing else', () => {
    for (const { kind, post } of feed()) {
      if (post) expect(lab.find('instagram', post.id)).toBe(kind === 'post' ? post : undefined);
    }
    const [item] = lab.world.facebook.feed.filter(({ kind }) => kind === 'post');
    expect(lab.find('facebook', item?.post?.pfbid ?? '')).toBe(item?.post);
    expect(lab.find('instagram', item?.post?.id ?? '')).toBeUndefined();
  });
});

describe('ways in', () => {
  it('serves the client of each site from its static host', async () => {
    for (const name of ['instagram', 'facebook']) {
      const { text } = await ask(lab, `https://www.${name}.com/`);
      const address = /<script src="([^"]+)"/.exec(text)?.[1] ?? '';
      const script = await ask(lab, address);
      expect([script.status, script.headers['content-type']]).toEqual([
        200,
        'application/x-javascript; charset=utf-8',
      ]);
      expect(script.text.length).toBeGreaterThan(100_000);
      expect((await ask(lab, address.replace('.js', 'x.js'))).status).toBe(404);
    }
  });

  it('leads through the proxy to the sites and nowhere else', async () => {
    const connect = (path: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const call = plainRequest({ host: '127.0.0.1', port: lab.proxyPort, method: 'CONNECT', path });
        call.on('connect', (response, socket) => {
          socket.destroy();
          resolve(response.statusCode ?? 0);
        });
        call.on('error', reject);
        call.end();
      });
    expect(await connect('www.instagram.com:443')).toBe(200);
    expect(await connect('scontent-xsp1-1.cdninstagram.com:443')).toBe(200);
    expect(await connect('www.example.com:443')).toBe(403);
    expect(await connect('www.instagram.com:80')).toBe(403);
  });
});

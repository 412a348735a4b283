import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle, bundleHash, CACHE } from './bundle.ts';
import { causeOf } from './cause.ts';
import { Cdn } from './cdn.ts';
import { certificate } from './certificate.ts';
import { facebookMore } from './facebook/world-truth.ts';
import { document } from './html.ts';
import { photoJpeg, sizeOf } from './photos.ts';
import { startProxy } from './proxy.ts';
import type { LabContext, LabResponse, SiteRoutes } from './routes.ts';
import type { Lab, LabOptions, LabPost, LoggedRequest, SiteId } from './types.ts';
import { makeWorld, postsOf, WORLD_NOW } from './world.ts';

const SITE_HOSTS: Record<string, SiteId> = {
  'www.instagram.com': 'instagram',
  'instagram.com': 'instagram',
  'www.facebook.com': 'facebook',
  'web.facebook.com': 'facebook',
  'facebook.com': 'facebook',
};
const STATIC_HOSTS: Record<SiteId, string> = {
  instagram: 'static.cdninstagram.com',
  facebook: 'static.xx.fbcdn.net',
};
const CDN_HOST = /\.(?:cdninstagram\.com|fbcdn\.net)$/;
/** Moving pictures in Instagram's comments. */
const GIF_HOST = /\.fbsbx\.com$/;
const FOUR_DAYS = 4 * 86_400;

const serves = (host: string): boolean => host in SITE_HOSTS || CDN_HOST.test(host) || GIF_HOST.test(host);

async function routesOf(site: SiteId): Promise<SiteRoutes> {
  if (site === 'instagram') return (await import('./instagram/routes.ts')).instagramRoutes;
  return (await import('./facebook/routes.ts')).facebookRoutes;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

async function send(response: ServerResponse, answer: LabResponse, headOnly: boolean): Promise<void> {
  response.writeHead(answer.status ?? 200, answer.headers ?? {});
  const { body } = answer;
  if (headOnly) response.end();
  else if (typeof body === 'string' || body instanceof Uint8Array) response.end(body);
  else {
    for await (const part of body) response.write(part);
    response.end();
  }
}

/** Starts both sites on this machine. Resolves when they answer and their clients are built. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const { seed, latency = 120, theme = 'light', photoTtl = FOUR_DAYS, now = WORLD_NOW } = options;
  const world = makeWorld(seed, {
    now,
    ...(options.feedVariant ? { feedVariant: options.feedVariant } : {}),
  });
  const cdn = new Cdn(world, photoTtl);
  const { posts: morePosts, ads: moreAds, photos: morePhotos } = facebookMore(world);
  for (const { photo, cover } of morePhotos) cdn.know(photo, cover);
  const log: LoggedRequest[] = [];
  const closing = new AbortController();
  const clients = new Map<SiteId, { hash: string; code: Promise<string> }>();
  for (const site of ['instagram', 'facebook'] as const) {
    const hash = bundleHash(site);
    const code = bundle(site, hash);
    // Reported when it is asked for; without this the process would end at once.
    code.catch(() => {});
    clients.set(site, { hash, code });
  }
  const posts = new Map<string, LabPost>();
  const flaggable = new Map<string, LabPost>();
  for (const { site, kind, post } of postsOf(world)) {
    for (const id of [post.id, post.pfbid]) {
      if (!id) continue;
      posts.set(`${site} ${id}`, post);
      if (kind === 'post') flaggable.set(`${site} ${id}`, post);
    }
  }

  for (const post of [...morePosts, ...moreAds]) {
    for (const id of [post.id, post.pfbid]) if (id) posts.set(`facebook ${id}`, post);
  }
  for (const post of morePosts) {
    for (const id of [post.id, post.pfbid]) if (id) flaggable.set(`facebook ${id}`, post);
  }

  const bundleUrl = (name: SiteId): string =>
    `https://${STATIC_HOSTS[name]}/rsrc.php/v4/y${name[0]}/r/${clients.get(name)?.hash}.js`;
  const contextOf = (site: SiteId): LabContext => ({
    world,
    seed,
    site,
    latency,
    theme,
    now: () => now,
    sign: (photo, variant, of = site) => cdn.sign(photo, variant, of),
    size: sizeOf,
    avatar: (person, of = site) => cdn.avatar(person, of),
    bundle: bundleUrl,
    html: (parts) => document(parts, site, bundleUrl),
    wait: (ms = latency) => sleep(ms, undefined, { signal: closing.signal }).catch(() => {}),
    post: (id) => posts.get(`${site} ${id}`),
  });
  const contexts = { instagram: contextOf('instagram'), facebook: contextOf('facebook') };

  async function script(site: SiteId, url: URL): Promise<LabResponse> {
    const client = clients.get(site);
    if (!client || !url.pathname.endsWith(`/${client.hash}.js`))
      return { status: 404, body: 'No such script' };
    return {
      headers: {
        'content-type': 'application/x-javascript; charset=utf-8',
        'cache-control': 'public,max-age=31536000,immutable',
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
      },
      body: await client.code,
    };
  }

  async function answer(
    request: IncomingMessage,
    url: URL,
    headers: Record<string, string>,
  ): Promise<LabResponse> {
    const body = await readBody(request);
    for (const name of ['instagram', 'facebook'] as const) {
      if (url.hostname !== STATIC_HOSTS[name]) continue;
      if (url.pathname.startsWith('/rsrc.php/')) return script(name, url);
      // Pictures of the site's own, such as Facebook's emoji.
      const { handle } = await routesOf(name);
      const own = await handle({ method: request.method ?? 'GET', url, headers, body }, contexts[name]);
      return own ?? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
    }
    if (CDN_HOST.test(url.hostname)) return cdn.answer(url, headers.origin, closing.signal);
    const site = GIF_HOST.test(url.hostname) ? 'instagram' : SITE_HOSTS[url.hostname];
    if (!site) return { status: 421, body: `The lab has no ${url.hostname}` };
    const routes = await routesOf(site);
    const found = await routes.handle(
      { method: request.method ?? 'GET', url, headers, body },
      contexts[site],
    );
    return found ?? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
  }

  const server = createServer(await certificate(CACHE), async (request, response) => {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
    const host = (headers.host ?? '').replace(/:\d+$/, '');
    const url = new URL(request.url ?? '/', `https://${host}`);
    const entry: LoggedRequest = {
      at: Date.now(),
      host,
      method: request.method ?? 'GET',
      path: `${url.pathname}${url.search}`,
      cause: causeOf(headers),
      headers,
      status: 0,
    };
    log.push(entry);
    try {
      const made = await answer(request, url, headers);
      entry.status = made.status ?? 200;
      await send(response, made, request.method === 'HEAD');
    } catch (error) {
      entry.status = 500;
      console.error(`lab: ${request.method} ${url.href}\n`, error);
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const port = (server.address() as AddressInfo).port;
  const proxy = await startProxy(port, serves);
  await Promise.allSettled([...clients.values()].map((client) => client.code));

  const names = [...Object.keys(SITE_HOSTS), '*.cdninstagram.com', '*.fbcdn.net', '*.fbsbx.com'];
  const rules = [
    ...names.map((name) => `MAP ${name} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return {
    seed,
    port,
    world,
    chromeArgs: [`--host-resolver-rules=${rules.join(', ')}`, '--ignore-certificate-errors'],
    proxyPort: proxy.port,
    requests: () => [...log],
    clearRequests: () => {
      log.length = 0;
    },
    find: (site, id) => flaggable.get(`${site} ${id}`),
    setPhotoFault: (fault) => {
      cdn.fault = fault;
    },
    photoBytes: (photo) => photoJpeg(photo, 'full'),
    async close() {
      closing.abort();
      server.closeAllConnections();
      await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), proxy.close()]);
    },
  };
}

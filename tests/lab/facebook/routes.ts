import type { HtmlParts, LabContext, LabRequest, LabResponse, SiteRoutes } from '../routes.ts';
import { answerTo } from './answers.ts';
import type { StoryEnv } from './attachments.ts';
import { allPostsOf, type Doc, photoDocs } from './feed.ts';
import { pageOf } from './page.ts';
import { ORIGIN, permalinkOf, routeOf, shareCodeOf } from './paths.ts';
import { hash32 } from './seeded.ts';
import { whimsOf } from './whims.ts';
import { isLang, type Lang } from './words.ts';
import { originalOf } from './world-shares.ts';

/** What the stories of a world are made with. */
export function storyEnv(context: LabContext, lang: Lang = 'id'): StoryEnv {
  const variants = { small: 'small', medium: 'large', large: 'full' } as const;
  return {
    seed: context.seed,
    now: context.now(),
    lang,
    picture: (photo, size) => ({
      uri: context.sign(photo, variants[size], 'facebook'),
      ...context.size(photo, variants[size]),
    }),
    avatar: (person) => context.avatar(person, 'facebook'),
    sharedBy: (post) => originalOf(context.world.facebook, post),
  };
}

/** On web.facebook.com the site names itself by that host. */
const atHost = (text: string, url: URL): string =>
  url.hostname === 'web.facebook.com' ? text.replaceAll(ORIGIN, 'https://web.facebook.com') : text;

/** Sends an answer line by line, the later lines a little later. */
async function* streamed(docs: Doc[], url: URL, context: LabContext): AsyncIterable<string> {
  for (const [index, doc] of docs.entries()) {
    if (index > 0) await context.wait(Math.min(15, context.latency / 4));
    yield atHost(`${JSON.stringify(doc)}\n`, url);
  }
}

async function graphql(request: LabRequest, context: LabContext): Promise<LabResponse> {
  await context.wait();
  const form = new URLSearchParams(request.body);
  let variables: Record<string, unknown>;
  try {
    variables = JSON.parse(form.get('variables') ?? '{}') as Record<string, unknown>;
  } catch {
    return { status: 400, body: '' };
  }
  const name = form.get('fb_api_req_friendly_name') ?? '';
  const docs = answerTo(
    name,
    variables,
    context.world.facebook,
    storyEnv(context, langOf(form.get('locale'))),
  );
  return docs
    ? {
        headers: { 'content-type': 'text/html; charset="utf-8"' },
        body: streamed(docs, request.url, context),
      }
    : { status: 404, body: '' };
}

/** A face for an emoji's picture, whatever the emoji. */
function emoji(path: string): LabResponse {
  const hue = hash32(path) % 16;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.500" fill="hsl(${38 + hue},95%,58%)"/><circle cx="5.500" cy="6.500" r="1"/><circle cx="10.500" cy="6.500" r="1"/><path d="M5 10q3 3 6 0" fill="none" stroke="#000"/></svg>`;
  return {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=1209600' },
    body: svg,
  };
}

const langOf = (text: string | null): Lang => (isLang(text) ? text : 'id');

/** The site's documents are known by the id of their root element. */
function documentOf(parts: HtmlParts, context: LabContext, url: URL): LabResponse {
  const answer = context.html(parts);
  if (typeof answer.body !== 'string') return answer;
  const root = `<html id="facebook"${parts.lang === 'ar' ? ' dir="rtl"' : ''}`;
  return { ...answer, body: atHost(answer.body.replace(/<html(?: id="facebook")?/, root), url) };
}

/** www.facebook.com, web.facebook.com and the emoji of their static host. */
export const facebookRoutes: SiteRoutes = {
  handle(request, context) {
    const { url } = request;
    if (url.pathname.startsWith('/images/emoji.php/')) return emoji(url.pathname);
    if (!url.hostname.endsWith('facebook.com')) return null;
    if (url.pathname === '/api/graphql/') return request.method === 'POST' ? graphql(request, context) : null;
    if (request.method !== 'GET' || url.pathname === '/favicon.ico') return null;
    const route = routeOf(url);
    const { facebook } = context.world;
    if (route.kind === 'photo' && !photoDocs(facebook, route.fbid, route.set, storyEnv(context))) return null;
    if (route.kind === 'share') {
      const post = allPostsOf(facebook).find((p) => shareCodeOf(p) === route.code);
      return post ? { status: 302, headers: { location: atHost(permalinkOf(post), url) }, body: '' } : null;
    }
    const whims = whimsOf(url);
    const wait = whims.hydrate === 'late' ? 3000 : context.latency;
    const env = storyEnv(context, whims.lang);
    return documentOf(pageOf({ route, facebook, env, theme: context.theme, wait, whims }), context, url);
  },
};

import type { HtmlParts, LabContext, LabRequest, LabResponse, SiteRoutes } from '../routes.ts';
import type { LabPost } from '../types.ts';
import { answerTo } from './answers.ts';
import type { StoryEnv } from './attachments.ts';
import { type Doc, postsOf } from './feed.ts';
import { pageOf, photoPageOf } from './page.ts';
import { routeOf } from './paths.ts';
import { hash32 } from './seeded.ts';

/** What the stories of a world are made with. */
export function storyEnv(context: LabContext): StoryEnv {
  const sharable = postsOf(context.world.facebook).filter(
    (post) => post.photos.length > 0 && post.audience === 'public' && !post.group && !post.video,
  );
  const variants = { small: 'small', medium: 'large', large: 'full' } as const;
  return {
    seed: context.seed,
    now: context.now(),
    picture: (photo, size) => ({
      uri: context.sign(photo, variants[size], 'facebook'),
      ...context.size(photo, variants[size]),
    }),
    avatar: (person) => context.avatar(person, 'facebook'),
    sharedBy: (post) => {
      const others = sharable.filter((other) => other.author.id !== post.author.id);
      return others[hash32(`shares:${post.id}`) % Math.max(1, others.length)];
    },
  };
}

/** Sends an answer line by line, the later lines a little later. */
async function* streamed(docs: Doc[], context: LabContext): AsyncIterable<string> {
  for (const [index, doc] of docs.entries()) {
    if (index > 0) await context.wait(Math.min(15, context.latency / 4));
    yield `${JSON.stringify(doc)}\n`;
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
  const docs = answerTo(name, variables, context.world.facebook, storyEnv(context));
  return docs
    ? { headers: { 'content-type': 'text/html; charset="utf-8"' }, body: streamed(docs, context) }
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

/** The site's documents are known by the id of their root element. */
function documentOf(parts: HtmlParts, context: LabContext): LabResponse {
  const answer = context.html(parts);
  if (typeof answer.body !== 'string') return answer;
  return { ...answer, body: answer.body.replace(/<html(?! id=)/, '<html id="facebook"') };
}

function photoPage(fbid: string, context: LabContext): LabResponse | null {
  const posts: LabPost[] = postsOf(context.world.facebook);
  for (const post of posts) {
    const photo = post.photos.find((p) => p.id === fbid);
    if (photo) return documentOf(photoPageOf(photo, post, storyEnv(context), context.theme), context);
  }
  return null;
}

/** www.facebook.com and the emoji of its static host. */
export const facebookRoutes: SiteRoutes = {
  handle(request, context) {
    const { url } = request;
    if (url.pathname.startsWith('/images/emoji.php/')) return emoji(url.pathname);
    if (!url.hostname.endsWith('facebook.com')) return null;
    if (url.pathname === '/api/graphql/') return request.method === 'POST' ? graphql(request, context) : null;
    if (request.method !== 'GET' || url.pathname === '/favicon.ico') return null;
    const route = routeOf(url);
    if (route.kind === 'photo') return photoPage(route.fbid, context);
    const { facebook } = context.world;
    return documentOf(
      pageOf({ route, facebook, env: storyEnv(context), theme: context.theme, wait: context.latency }),
      context,
    );
  },
};

import type { LabContext, LabRequest, LabResponse, SiteRoutes } from '../routes.ts';
import { feedPage, NEXT_PAGE, personBy, postInfo, profilePage, relatedPage } from './answers.ts';
import { commentsPage, repliesPage } from './comments.ts';
import { gridAnswer } from './grids.ts';
import type { Json } from './media.ts';
import { pageOf } from './page.ts';
import { routeOf } from './paths.ts';
import { reelsPage } from './reels.ts';

const json = (body: unknown, prefix = ''): LabResponse => ({
  headers: {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-store',
    'x-fb-debug': 'lab',
  },
  body: prefix + JSON.stringify(body),
});

/** The data for a query by its name, or null if the site has no such query or no such thing. */
function dataFor(name: string, variables: Json, context: LabContext): Json | null {
  const post = context.post(String(variables.shortcode ?? variables.media_code ?? ''));
  switch (name) {
    case 'PolarisFeedRootPaginationCachedQuery_subscribe':
      return feedPage(context, Number(variables.after) || 0, NEXT_PAGE);
    case 'PolarisPostRootQuery':
      return post ? postInfo(post, context) : null;
    case 'PolarisPostCommentsContainerQuery':
      return post ? commentsPage(post, context) : null;
    case 'PolarisPostCommentsPaginationQuery': {
      const cursor = JSON.parse(String(variables.after)) as { cached_comments_cursor: string };
      return post ? commentsPage(post, context, Number(cursor.cached_comments_cursor)) : null;
    }
    case 'PolarisPostChildCommentsQuery':
      return post ? repliesPage(post, String(variables.parent_comment_id), context) : null;
    case 'PolarisClipsTabDesktopContainerQuery':
      return reelsPage(
        context,
        variables.chaining_code ? String(variables.chaining_code) : null,
        Number(variables.after) || 0,
        5,
      );
    case 'PolarisLocationPageTabContentQuery':
    case 'PolarisKeywordSearchExplorePageRelayQuery':
    case 'PolarisProfileTaggedTabContentQuery_connection':
    case 'PolarisProfileReelsTabContentQuery_connection':
      return gridAnswer(routeOf(String(variables.path)), context)?.data ?? null;
    case 'PolarisDesktopPostPageRelatedMediaGridQuery':
      return post ? relatedPage(post, context) : null;
    case 'PolarisProfilePostsQuery':
      return personBy(String(variables.username), context)
        ? profilePage(String(variables.username), context)
        : null;
    case 'usePolarisLikeMediaLikeMutation':
    case 'usePolarisLikeMediaUnlikeMutation':
      return { xdt_api__v1__media__media_id__like: { __typename: 'XDTIGMediaLikeResponse' } };
    default:
      return null;
  }
}

async function query(request: LabRequest, context: LabContext): Promise<LabResponse> {
  const form = new URLSearchParams(request.body);
  const name = form.get('fb_api_req_friendly_name') ?? '';
  await context.wait();
  const data = dataFor(name, JSON.parse(form.get('variables') ?? '{}') as Json, context);
  if (!data) return { ...json({ data: null, status: 'fail', message: 'Not found' }), status: 404 };
  // Some answers come with a guard against being loaded as a script.
  const guard = name.includes('Comments') || name.includes('Like') ? 'for (;;);' : '';
  return json({ data, extensions: { is_final: true }, status: 'ok' }, guard);
}

/** Pages of tiles at the addresses of the older interface. */
async function rest(url: URL, context: LabContext): Promise<LabResponse> {
  await context.wait();
  const answer = gridAnswer(routeOf(url.searchParams.get('path') ?? ''), context);
  return answer ? json({ ...answer.data, status: 'ok' }) : { ...json({ status: 'fail' }), status: 404 };
}

/** One pixel; the page stretches it. */
const GIF = Buffer.from('R0lGODlhAQABAPAAAOCAQP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

export const instagramRoutes: SiteRoutes = {
  handle(request, context): LabResponse | Promise<LabResponse> | null {
    const { url, method } = request;
    if (url.hostname === 'instagram.com') {
      return { status: 301, headers: { location: `https://www.instagram.com${url.pathname}` }, body: '' };
    }
    if (method === 'POST' && url.pathname === '/graphql/query') return query(request, context);
    if (method !== 'GET') return null;
    const viewer =
      url.searchParams.get('viewer') === '1' && /^\/(?:[\w.]+\/)?reel\/([\w-]+)\/$/.exec(url.pathname);
    if (viewer) return { status: 302, headers: { location: `/reels/${viewer[1]}/` }, body: '' };
    if (url.hostname.endsWith('.fbsbx.com')) return { headers: { 'content-type': 'image/gif' }, body: GIF };
    if (url.pathname.startsWith('/api/v1/')) return rest(url, context);
    return pageOf(url, context);
  },
};

import type { LabContext, LabRequest, LabResponse, SiteRoutes } from '../routes.ts';
import {
  commentsPage,
  feedPage,
  NEXT_PAGE,
  personBy,
  postInfo,
  profilePage,
  relatedPage,
} from './answers.ts';
import type { Json } from './media.ts';
import { pageOf } from './page.ts';

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

export const instagramRoutes: SiteRoutes = {
  handle(request, context) {
    const { url, method } = request;
    if (url.hostname === 'instagram.com') {
      return { status: 301, headers: { location: `https://www.instagram.com${url.pathname}` }, body: '' };
    }
    if (method === 'POST' && url.pathname === '/graphql/query') return query(request, context);
    if (method !== 'GET') return null;
    return pageOf(url, context);
  },
};

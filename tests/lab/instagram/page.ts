import { escapeHtml } from '../html.ts';
import { hash, random } from '../random.ts';
import type { Island, LabContext, LabResponse } from '../routes.ts';
import type { LabPost } from '../types.ts';
import {
  FIRST_PAGE,
  feedPage,
  personBy,
  postInfo,
  profilePage,
  relatedPage,
  storiesTray,
} from './answers.ts';
import { commentsPage } from './comments.ts';
import { longDate } from './format.ts';
import { gridAnswer } from './grids.ts';
import { type Json, mediaOf, userOf } from './media.ts';
import { type Route, routeOf } from './paths.ts';
import { FIRST_REELS, reelsPage } from './reels.ts';
import { type Session, sessionOf, VIEWER } from './session.ts';
import { sheetOf } from './styles.ts';

/** An answer in the wrapping in which documents carry it. Some builds add a hash to the module's name. */
function preloaded(query: string, data: Json, key: string): Island {
  const dice = random(`island:${query}:${key}`);
  const module =
    hash(key) % 2 === 0
      ? 'RelayPrefetchedStreamCache'
      : `RelayPrefetchedStreamCache@${dice.letters(12, '0123456789abcdef')}`;
  const loader = `adp_${query}RelayPreloader_${dice.letters(24, '0123456789abcdef')}`;
  const result = { data, extensions: { is_final: true, all_video_dash_prefetch_representations: [] } };
  return {
    json: {
      require: [
        [
          'ScheduledServerJS',
          'handle',
          null,
          [
            {
              __bbox: {
                require: [
                  [module, 'next', [], [loader, { __bbox: { complete: true, result, sequence_number: 0 } }]],
                  ['CometResourceScheduler', 'registerHighPriHashes', null, []],
                ],
              },
            },
          ],
        ],
      ],
    },
  };
}

/** As explore carries it: the answer is a string. */
const cached = (query: string, answer: Json): Island => ({
  json: {
    require: [
      [
        'PolarisQueryPreloaderCache',
        'add',
        [],
        [
          `adp_${query}RelayPreloader`,
          { __bbox: { complete: true, result: { response: JSON.stringify(answer), status_code: 200 } } },
        ],
      ],
    ],
  },
});

const settings = (define: unknown[]): Island => ({
  json: { require: [['ScheduledServerJS', 'handle', null, [{ __bbox: { define } }]]] },
});

function islandsFor(route: Route, path: string, session: Session, context: LabContext): Island[] {
  if (route.kind === 'gate' || route.kind === 'direct' || route.kind === 'feed') {
    return [
      preloaded('PolarisStoriesV3TrayContainerQuery', storiesTray(context), 'tray'),
      preloaded(
        'PolarisFeedRootPaginationCachedQuery_subscribe',
        feedPage(context, 0, FIRST_PAGE),
        `feed ${context.seed}`,
      ),
    ];
  }
  if (route.kind === 'post') {
    const post = context.post(route.code);
    if (!post) return [];
    if (session.wall) return [loggedOut(post, context)];
    return [
      preloaded('PolarisPostRootQuery', postInfo(post, context), post.id),
      preloaded('PolarisPostCommentsContainerQuery', commentsPage(post, context), post.id),
      preloaded('PolarisDesktopPostPageRelatedMediaGridQuery', relatedPage(post, context), `${post.id} grid`),
    ];
  }
  if (route.kind === 'profile' || route.kind === 'story') {
    const person = personBy(route.user, context);
    const islands = person
      ? [preloaded('PolarisProfilePageContentQuery', { user: userOf(person, context) }, route.user)]
      : [];
    if (person && route.kind === 'profile' && !route.tab)
      islands.push(preloaded('PolarisProfilePostsQuery', profilePage(route.user, context), route.user));
    if (route.kind === 'story' || !route.tab) return islands;
  }
  if (route.kind === 'reels') {
    return [
      preloaded(
        'PolarisClipsTabDesktopContainerQuery',
        reelsPage(context, route.code, 0, FIRST_REELS),
        `reels ${context.seed}`,
      ),
    ];
  }
  const grid = gridAnswer(route, context);
  if (!grid) return [];
  return [
    grid.query
      ? preloaded(grid.query, grid.data, path)
      : cached('PolarisExploreGridQuery', { ...grid.data, status: 'ok' }),
  ];
}

/** The post as those see it who are not signed in. */
function loggedOut(post: LabPost, context: LabContext): Island {
  const comments = commentsPage(post, context).xdt_api__v1__media__media_id__comments__connection;
  const data = {
    xig_polaris_media: {
      __typename: 'XIGPolarisMedia',
      if_not_gated_logged_out: {
        ...mediaOf(post, context),
        __typename: post.video ? 'XIGPolarisVideoMedia' : 'XIGPolarisPhotoMedia',
        comments_connection: comments,
      },
    },
  };
  return preloaded('PolarisLoggedOutDesktopWWWPostRootContentQuery', data, post.id);
}

function exists(route: Route, context: LabContext): boolean {
  if (route.kind === 'post') return context.post(route.code) !== undefined;
  if (route.kind === 'reels' && route.code) return context.post(route.code)?.video === true;
  if (route.kind === 'profile' || route.kind === 'story')
    return route.user === VIEWER || personBy(route.user, context) !== undefined;
  if (route.kind === 'location') return (gridAnswer(route, context)?.data ?? null) !== null;
  return true;
}

const SPLASH =
  '<div id="splash-screen"><svg aria-label="Instagram" width="50" height="50" viewBox="0 0 50 50" role="img">' +
  '<rect x="6" y="6" width="38" height="38" rx="11" fill="none" stroke="#9aa1a9" stroke-width="4"></rect></svg></div>';

/** The document of an address: a shell (or the page itself), the islands of this page only, and the app. */
export async function pageOf(url: URL, context: LabContext): Promise<LabResponse> {
  const route = routeOf(url.pathname);
  const session = sessionOf(context, url.searchParams);
  const dice = random(`page:${context.seed}:${url.pathname}`);
  const found = exists(route, context);
  const islands = [
    settings([
      ['PolarisRuntimeConfig', [], session, 5871],
      ['CurrentUserInitialData', [], { NON_FACEBOOK_USER_ID: session.wall ? '0' : dice.digits(17) }, 270],
    ]),
    ...(found ? islandsFor(route, url.pathname, session, context) : []),
    settings([
      ['IntlCurrentLocale', [], { code: 'id_ID' }, 5954],
      ['SiteData', [], { server_revision: Number(dice.digits(10)), hsi: dice.digits(19) }, 317],
    ]),
  ];
  const mount = `mount_0_0_${dice.letters(2, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}`;
  const drawn = session.hydrate && found ? await draw(islands, url.pathname) : null;
  const dark = context.theme === 'dark' || session.dark;
  const classes = [
    `_${dice.letters(4, 'abcdefghij0123456789')}`,
    dark ? '__fb-dark-mode' : '__fb-light-mode',
  ];
  if (session.layout === 'touch') classes.push('touch');
  const answer = context.html({
    title: 'Instagram',
    lang: 'id',
    htmlClass: classes.join(' '),
    styles: sheetOf(session.salt) + extraStyles(session),
    head: found && route.kind === 'post' ? metaOf(route.code, context) : '',
    body: drawn === null ? `${SPLASH}<div id="${mount}"></div>` : `<div id="${mount}">${drawn}</div>`,
    islands,
    bundle: 'instagram',
  });
  if (drawn !== null && answer.headers) {
    // Markup from the server carries its styles in attributes.
    answer.headers['content-security-policy'] += "; style-src-attr 'unsafe-inline'";
  }
  return found ? answer : { ...answer, status: 404 };
}

function extraStyles(session: Session): string {
  return (
    (session.still ? '*,*::before,*::after{animation:none!important;transition:none!important}' : '') +
    (session.lazy ? 'article{content-visibility:auto;contain-intrinsic-size:auto 700px}' : '')
  );
}

/** What the head tells of the post of a hard load; it stays when the app moves on. */
function metaOf(code: string, context: LabContext): string {
  const post = context.post(code);
  if (!post) return '';
  const address = escapeHtml(`https://www.instagram.com/p/${post.id}/`);
  const said = post.text ? `: "${post.text}".` : '.';
  const words = escapeHtml(
    `${post.likes ?? 0} suka, ${post.comments} komentar - ${post.author.handle} pada ${longDate(post.postedAt)}${said}`,
  );
  return (
    `<link rel="canonical" href="${address}"><meta property="og:url" content="${address}">` +
    `<meta property="og:description" content="${words}"><meta property="al:ios:url" content="instagram://media?id=${post.pk}">`
  );
}

/** The page as the app draws it without a browser. */
async function draw(islands: Island[], path: string): Promise<string> {
  const { drawPage } = await import('./draw.ts');
  return drawPage(
    islands.map((island) => island.json),
    path,
  );
}

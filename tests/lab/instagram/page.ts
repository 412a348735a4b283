import { hash, random } from '../random.ts';
import type { Island, LabContext, LabResponse } from '../routes.ts';
import {
  commentsPage,
  FIRST_PAGE,
  feedPage,
  personBy,
  postInfo,
  profilePage,
  relatedPage,
  storiesTray,
} from './answers.ts';
import { type Json, userOf } from './media.ts';
import { type Route, routeOf } from './paths.ts';
import { sheetOf } from './styles.ts';

/** What the document tells the app about this session. */
export interface Session {
  salt: string;
  /** Milliseconds between the shell and the app. */
  wait: number;
  now: number;
  /** Where counts stand: beside the icons, or exact in a line below. */
  counts: 'beside' | 'line';
  /** What the feed keeps of an article that it uses again: its outermost node, or all nodes in it. */
  recycle: 'outer' | 'whole';
  /** Whether the dialog shows the last post until the next has come. */
  lingering: boolean;
  viewer: string;
}

/** The session of a seed. */
export function sessionOf(context: LabContext): Session {
  const { seed } = context;
  return {
    salt: `ig${seed}`,
    wait: context.latency,
    now: context.now(),
    counts: seed % 4 === 3 ? 'line' : 'beside',
    recycle: seed % 2 === 0 ? 'whole' : 'outer',
    lingering: seed % 3 === 0,
    viewer: 'ajudan.rimbawan',
  };
}

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

const settings = (define: unknown[]): Island => ({
  json: { require: [['ScheduledServerJS', 'handle', null, [{ __bbox: { define } }]]] },
});

function islandsFor(route: Route, context: LabContext): Island[] {
  if (route.kind === 'feed') {
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
    return [
      preloaded('PolarisPostRootQuery', postInfo(post, context), post.id),
      preloaded('PolarisPostCommentsContainerQuery', commentsPage(post, context), post.id),
      preloaded('PolarisDesktopPostPageRelatedMediaGridQuery', relatedPage(post, context), `${post.id} grid`),
    ];
  }
  if (route.kind === 'profile' || route.kind === 'story') {
    const person = personBy(route.user, context);
    if (!person) return [];
    const islands = [
      preloaded('PolarisProfilePageContentQuery', { user: userOf(person, context) }, route.user),
    ];
    if (route.kind === 'profile')
      islands.push(preloaded('PolarisProfilePostsQuery', profilePage(route.user, context), route.user));
    return islands;
  }
  return [];
}

function exists(route: Route, context: LabContext): boolean {
  if (route.kind === 'post') return context.post(route.code) !== undefined;
  if (route.kind === 'profile' || route.kind === 'story') return personBy(route.user, context) !== undefined;
  return true;
}

/** The document of an address: a shell, the islands of this page only, and the app. */
export function pageOf(url: URL, context: LabContext): LabResponse {
  const route = routeOf(url.pathname);
  const session = sessionOf(context);
  const dice = random(`page:${context.seed}:${url.pathname}`);
  const found = exists(route, context);
  const answer = context.html({
    title: 'Instagram',
    lang: 'id',
    htmlClass: `_${dice.letters(4, 'abcdefghij0123456789')} ${context.theme === 'dark' ? '__fb-dark-mode' : '__fb-light-mode'}`,
    styles: sheetOf(session.salt),
    body:
      `<div id="splash-screen"><svg aria-label="Instagram" width="50" height="50" viewBox="0 0 50 50" role="img"><rect x="6" y="6" width="38" height="38" rx="11" fill="none" stroke="#9aa1a9" stroke-width="4"></rect></svg></div>` +
      `<div id="mount_0_0_${dice.letters(2, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}"></div>`,
    islands: [
      settings([
        ['PolarisRuntimeConfig', [], session, 5871],
        ['CurrentUserInitialData', [], { NON_FACEBOOK_USER_ID: dice.digits(17) }, 270],
      ]),
      ...(found ? islandsFor(route, context) : []),
      settings([
        ['IntlCurrentLocale', [], { code: 'id_ID' }, 5954],
        ['SiteData', [], { server_revision: Number(dice.digits(10)), hsi: dice.digits(19) }, 317],
      ]),
    ],
    bundle: 'instagram',
  });
  return found ? answer : { ...answer, status: 404 };
}

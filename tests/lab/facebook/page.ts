import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { HtmlParts, Island } from '../routes.ts';
import type { LabPhoto, LabPost } from '../types.ts';
import type { StoryEnv } from './attachments.ts';
import {
  type Doc,
  type Facebook,
  FIRST_PAGE,
  findPost,
  GROUPS,
  groupPlace,
  HOME,
  listDocs,
  mixedGroups,
  postDocs,
} from './feed.ts';
import { bystanders, definition, prefetched } from './islands.ts';
import { permalinkOf, type Route } from './paths.ts';
import { groupOf } from './profiles.ts';
import { token } from './seeded.ts';
import { Shell } from './shell.ts';
import { classOf, sheetOf } from './styles.ts';

export interface PageOptions {
  route: Route;
  facebook: Facebook;
  env: StoryEnv;
  theme: 'light' | 'dark';
  /** Milliseconds between shell and app. */
  wait: number;
}

/** The account in whose name the lab's pages are seen. */
export const ACCOUNT = { id: '100091234500017', name: 'Admin Humas' };

/** The queries that the server runs ahead for an address, with their streamed answers. */
export function preloads(route: Route, facebook: Facebook, env: StoryEnv): { query: string; docs: Doc[] }[] {
  const nav = {
    query: 'CometLeftRailNavigation',
    docs: [{ data: { viewer: { groups: facebook.groups.map(groupOf) } }, extensions: { is_final: true } }],
  };
  if (route.kind === 'home') {
    return [
      nav,
      { query: 'CometModernHomeFeedQuery', docs: listDocs(facebook.feed, HOME, env, 0, FIRST_PAGE) },
    ];
  }
  if (route.kind === 'groups') {
    const docs = listDocs(mixedGroups(facebook), GROUPS, env, 0, FIRST_PAGE);
    return [nav, { query: 'GroupsCometCrossGroupFeedContainerQuery', docs }];
  }
  if (route.kind === 'group') {
    const group = facebook.groups.find((g) => g.id === route.group);
    if (!group) return [nav];
    const docs = listDocs(group.items, groupPlace(group), env, 0, FIRST_PAGE);
    return [nav, { query: 'CometGroupDiscussionRootSuccessQuery', docs }];
  }
  if (route.kind === 'post') {
    const post = findPost(facebook, route.story);
    return post ? [nav, { query: 'CometSinglePostContentQuery', docs: postDocs(post, env) }] : [nav];
  }
  return [nav];
}

const saltOf = (seed: number): string => token(`salt:${seed}`, 8);

function islandsOf(options: PageOptions): Island[] {
  const { env, facebook } = options;
  const key = `${env.seed}`;
  const session = {
    salt: saltOf(env.seed),
    wait: options.wait,
    variant: facebook.feedVariant,
    account: ACCOUNT,
  };
  return [
    definition('CurrentUserInitialData', session),
    ...bystanders(key),
    ...preloads(options.route, facebook, env).flatMap(({ query, docs }) =>
      docs.map((doc) => prefetched(query, doc, key)),
    ),
  ];
}

const mount = (seed: number): string => `mount_0_0_${token(`mount:${seed}`, 2).replace(/[_-]/g, 'q')}`;

/** The document of an address: shell, islands, and the app's script. */
export function pageOf(options: PageOptions): HtmlParts {
  const { seed } = options.env;
  const salt = saltOf(seed);
  return {
    title: 'Facebook',
    htmlClass: `__fb-${options.theme}-mode`,
    bodyClass: classOf(salt, 'body'),
    styles: sheetOf(salt),
    body: `<div id="${mount(seed)}">${renderToString(createElement(Shell, { salt }))}</div>`,
    islands: islandsOf(options),
    bundle: 'facebook',
  };
}

/** The page of one photo, as plain as it can be. */
export function photoPageOf(
  photo: LabPhoto,
  post: LabPost,
  env: StoryEnv,
  theme: 'light' | 'dark',
): HtmlParts {
  const salt = saltOf(env.seed);
  const { uri, width, height } = env.picture(photo, 'large');
  const picture = createElement('img', {
    'data-visualcompletion': 'media-vc-image',
    className: classOf(salt, 'viewerPhoto'),
    src: uri,
    width,
    height,
    alt: '',
  });
  const author = createElement(
    'a',
    { className: classOf(salt, 'link'), href: permalinkOf(post) },
    post.author.name,
  );
  const page = createElement(
    'div',
    { role: 'main' },
    createElement('div', { className: classOf(salt, 'viewer'), 'data-pagelet': 'MediaViewerPhoto' }, picture),
    createElement('div', { role: 'complementary' }, author),
  );
  return {
    title: 'Facebook',
    htmlClass: `__fb-${theme}-mode`,
    bodyClass: classOf(salt, 'body'),
    styles: sheetOf(salt),
    body: `<div id="${mount(env.seed)}">${renderToString(page)}</div>`,
  };
}

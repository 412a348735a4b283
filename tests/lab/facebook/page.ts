import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { HtmlParts, Island } from '../routes.ts';
import type { StoryEnv } from './attachments.ts';
import {
  clipDocs,
  type Doc,
  type Facebook,
  FIRST_PAGE,
  findPost,
  groupsOf,
  listAt,
  listDocs,
  photoDocs,
  postDocs,
} from './feed.ts';
import { bystanders, definition, prefetched } from './islands.ts';
import type { Route } from './paths.ts';
import { groupOf } from './profiles.ts';
import { token } from './seeded.ts';
import { Shell } from './shell.ts';
import { classOf, sheetOf } from './styles.ts';
import type { Whims } from './whims.ts';

export interface PageOptions {
  route: Route;
  facebook: Facebook;
  env: StoryEnv;
  theme: 'light' | 'dark';
  /** Milliseconds between shell and app. */
  wait: number;
  whims: Whims;
}

/** The account in whose name the lab's pages are seen. */
export const ACCOUNT = { id: '100091234500017', name: 'Admin Humas' };

/** The queries that the server runs ahead for an address, with their streamed answers. */
export function preloads(route: Route, facebook: Facebook, env: StoryEnv): { query: string; docs: Doc[] }[] {
  const nav = {
    query: 'CometLeftRailNavigation',
    docs: [{ data: { viewer: { groups: groupsOf(facebook).map(groupOf) } }, extensions: { is_final: true } }],
  };
  const list = listAt(facebook, route, env);
  if (list) return [nav, { query: list.query, docs: listDocs(list.items, list.place, env, 0, FIRST_PAGE) }];
  if (route.kind === 'post') {
    const post = findPost(facebook, route.story);
    return post ? [nav, { query: 'CometSinglePostContentQuery', docs: postDocs(post, env) }] : [nav];
  }
  if (route.kind === 'photo') {
    const docs = photoDocs(facebook, route.fbid, route.set, env);
    return docs ? [nav, { query: 'CometPhotoRootContentQuery', docs }] : [nav];
  }
  if (route.kind === 'reel')
    return [
      nav,
      { query: 'FBReelsRootWithEntrypointQuery', docs: clipDocs(facebook, route.video, 'reel', env) },
    ];
  if (route.kind === 'video' || route.kind === 'watch')
    return [nav, { query: 'CometVideoRootQuery', docs: clipDocs(facebook, route.video, 'watch', env) }];
  return [nav];
}

const saltOf = (seed: number): string => token(`salt:${seed}`, 8);

/** Whose islands the document brings: its own address's, or those of a page left behind. */
const staleRoute = ({ route, whims }: PageOptions): Route =>
  whims.stale ? { kind: route.kind === 'recent' ? 'home' : 'recent' } : route;

function islandsOf(options: PageOptions): Island[] {
  const { env, facebook } = options;
  const key = `${env.seed}`;
  const session = {
    salt: saltOf(env.seed),
    wait: options.wait,
    variant: facebook.feedVariant,
    account: ACCOUNT,
    ...options.whims,
    lang: env.lang,
  };
  return [
    definition('CurrentUserInitialData', session),
    ...bystanders(key),
    ...preloads(staleRoute(options), facebook, env).flatMap(({ query, docs }) =>
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
    lang: options.env.lang,
    htmlClass: `__fb-${options.theme}-mode`,
    bodyClass: classOf(salt, 'body'),
    styles: sheetOf(salt),
    body: `<div id="${mount(seed)}">${renderToString(createElement(Shell, { salt, lang: options.env.lang }))}</div>`,
    islands: islandsOf(options),
    bundle: 'facebook',
  };
}

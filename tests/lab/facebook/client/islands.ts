import type { Environment } from 'relay-runtime';
import type { Doc } from '../feed.ts';
import { graft } from '../normalise.ts';
import { routeOf } from '../paths.ts';
import { publishAnswer } from './environment.tsx';
import { NOBODY, type Session } from './look.ts';
import { listOf, takeClips, takeList, takePhoto, takePost } from './queries.ts';

type Call = [string, string, unknown[], unknown[]];
interface Box {
  __bbox?: { require?: Call[]; define?: [string, unknown[], unknown, number][]; result?: Doc };
}

/**
 * Takes what the document brought along: the session, and the streamed answers of the queries that the server ran
 * ahead. The scripts stay in the document.
 */
export function readIslands(environment: Environment, document: Document): Session {
  let session = NOBODY;
  const answers = new Map<string, Record<string, unknown>>();
  const onBox = (box: Box): void => {
    for (const [name, , value] of box.__bbox?.define ?? []) {
      if (name === 'CurrentUserInitialData') session = value as Session;
    }
    for (const [module, , , args] of box.__bbox?.require ?? []) {
      if (module !== 'RelayPrefetchedStreamCache') continue;
      const [key, payload] = args as [string, Box];
      const doc = payload.__bbox?.result;
      const query = /^adp_(\w+)RelayPreloader_/.exec(key)?.[1];
      if (!doc || !query) continue;
      const answer = answers.get(query) ?? {};
      answers.set(query, answer);
      if (doc.path) graft(answer, doc.path, doc.data);
      else Object.assign(answer, doc.data);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/json"][data-sjs]')) {
    const island = JSON.parse(script.textContent ?? '{}') as { require?: Call[] };
    for (const [module, , , args] of island.require ?? []) {
      if (module === 'ScheduledServerJS') for (const box of args) onBox(box as Box);
    }
  }
  const route = routeOf(new URL(location.href));
  const list = listOf(route);
  for (const answer of answers.values()) {
    if (answer.node_v2 && route.kind === 'post' && !session.stale) takePost(environment, route.story, answer);
    else if (answer.currMedia && route.kind === 'photo') takePhoto(environment, route.fbid, answer);
    else if ('reel_clips' in ((answer.viewer as object | undefined) ?? {}))
      takeClips(environment, 'reel', answer);
    else if ('watch_clips' in ((answer.viewer as object | undefined) ?? {}))
      takeClips(environment, 'watch', answer);
    else if (list && list.inner in ((answer[list.outer] as object | undefined) ?? {}))
      takeList(environment, list, '', answer);
    else publishAnswer(environment, answer, {});
  }
  return session;
}

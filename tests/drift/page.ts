import { finderFor } from '../../sites/finders.ts';
import type { SiteFinder } from '../../sites/site.ts';
import { type Finding, judge, type Verdict } from './judge.ts';
import { Random } from './random.ts';
import { makeScene, RENAMES, type Scene, type SceneId, specOf } from './scene.ts';
import { FORBIDDEN } from './surfaces.ts';

/** The half of the drift run that works in the page: draws scenes, judges them, narrows failures down. */

export interface Failure extends SceneId {
  gone: string[];
  kept: (typeof RENAMES)[number][];
  findings: Finding[];
  /** Fewest signals that have to be gone for it. */
  minimal?: string[];
}

export interface Batch {
  surface: string;
  seed: number;
  scenes: number;
  totals: Omit<Verdict, 'found' | 'named' | 'findings'>;
  faults: Record<string, number>;
  failures: Failure[];
  /** Numbers of all scenes in which something was wrong. */
  failed: number[];
  /** Classes of failure that were met for the first time; `failures` has one of each. */
  classes: string[];
  /** By number of signals gone: posts, found, identified. */
  byGone: Record<number, [number, number, number]>;
  /** Addresses that were asked for though no markup names them. */
  uncaused: string[];
}

const asked: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => asked.push(event.blockedURI));

function finderAt(url: URL): SiteFinder {
  const finder = finderFor(url.hostname);
  if (!finder) throw new Error(`no finder for ${url.hostname}`);
  return finder;
}

/** Puts a scene into the page, without a box: nothing is laid out or painted, which finders and readers never ask for. */
function show(html: string): void {
  document.body.style.display = 'none';
  document.body.innerHTML = html;
}

function look(id: SceneId, comments = true): { scene: Scene; verdict: Verdict } {
  const scene = makeScene(id);
  show(scene.html);
  return { scene, verdict: judge(document, finderAt(scene.url), scene, comments) };
}

/** Class of a failure: what went wrong, without the names and figures in it. */
function classOf({ fault, what }: Finding): string {
  if (what.includes('swallowing')) return `${fault}: swallowing`;
  const kind =
    /^(?:at sight|comment at sight|comment under|comment|label|handle|name|id|text|photo|time|likes)\b/.exec(
      what,
    )?.[0];
  return `${fault}: ${kind ?? what.replace(/\d+|(?:instagram|facebook):\S+|".*/g, '…').slice(0, 30)}`;
}

/** Turns signals and renames back on, one at a time, as long as it still fails in the same way. */
function shrink(id: SceneId, fault: string): { gone: string[]; kept: Failure['kept'] } {
  const fails = (gone: string[], kept: Failure['kept']) =>
    look({ ...id, gone, kept }).verdict.findings.some((finding) => finding.fault === fault);
  let gone = [...(id.gone ?? [])];
  let kept = [...(id.kept ?? [])];
  for (const signal of [...gone]) {
    const fewer = gone.filter((each) => each !== signal);
    if (fails(fewer, kept)) gone = fewer;
  }
  for (const rename of RENAMES) if (fails(gone, [...kept, rename])) kept = [...kept, rename];
  return { gone, kept };
}

/** Scenes `from` to `to` (excluded) of a surface under one seed. */
export async function driftBatch(
  surface: string,
  seed: number,
  from: number,
  to: number,
  known: string[],
): Promise<Batch> {
  asked.length = 0;
  const batch: Batch = {
    surface,
    seed,
    scenes: to - from,
    totals: {
      posts: 0,
      comments: 0,
      due: 0,
      met: 0,
      dueNames: 0,
      metNames: 0,
      dueComments: 0,
      metComments: 0,
      buttons: 0,
    },
    faults: {},
    failures: [],
    failed: [],
    classes: [],
    byGone: {},
    uncaused: [],
  };
  const seen = new Set(known);
  for (let number = from; number < to; number++) {
    const id = { surface, seed, scene: number };
    const { scene, verdict } = look(id);
    for (const key of Object.keys(batch.totals) as (keyof Batch['totals'])[])
      batch.totals[key] += verdict[key];
    const row = batch.byGone[scene.gone.length] ?? [0, 0, 0];
    batch.byGone[scene.gone.length] = row;
    for (let i = 0; i < scene.spec.wanted; i++) {
      row[0] += 1;
      if (verdict.found[i]) row[1] += 1;
      if (verdict.named[i]) row[2] += 1;
    }
    if (verdict.findings.length > 0) batch.failed.push(number);
    for (const finding of verdict.findings)
      batch.faults[finding.fault] = (batch.faults[finding.fault] ?? 0) + 1;
    const fresh = verdict.findings.find((finding) => !seen.has(classOf(finding)));
    if (!fresh) continue;
    seen.add(classOf(fresh));
    batch.classes.push(classOf(fresh));
    const { gone, kept } = shrink({ ...id, gone: scene.gone }, fresh.fault);
    batch.failures.push({ ...id, gone: scene.gone, kept, minimal: gone, findings: [fresh] });
  }
  // Refusals are reported in a task of their own.
  await new Promise((done) => setTimeout(done, 0));
  const refused = asked.splice(0).filter((url) => !url.startsWith('blob'));
  if (refused.length > 0) {
    const named = new Set<string>();
    for (let scene = from; scene < to; scene++) {
      for (const [, url = ''] of makeScene({ surface, seed, scene }).html.matchAll(/src="([^"]*)"/g))
        named.add(url.replaceAll('&amp;', '&'));
    }
    batch.uncaused = refused.filter((url) => !named.has(url));
  }
  return batch;
}

/** One scene in full, for mending. */
export function driftScene(id: SceneId): { html: string; url: string; gone: string[]; verdict: Verdict } {
  const { scene, verdict } = look(id);
  return { html: scene.html, url: scene.url.href, gone: scene.gone, verdict };
}

export interface Straws {
  surface: string;
  signals: number;
  /** Signals that take the button, or only the identity, when they alone are gone. */
  alone: { button: string[]; identity: string[] };
  /** Gone before the button, and before the identity, was lost: least, median, most. */
  button: [number, number, number];
  identity: [number, number, number];
  /** Which signal it was that took the button, how often. */
  last: Record<string, number>;
  lastName: Record<string, number>;
}

/** Takes signals away one after another, in `orders` orders. */
export function driftStraws(surface: string, orders: number): Straws {
  const spec = specOf(surface);
  const holds = (scene: number, gone: string[]) => {
    const { verdict } = look({ surface, seed: 0, scene, gone }, false);
    const all = (list: boolean[]) => list.slice(0, spec.wanted).every(Boolean);
    return { button: all(verdict.found), identity: all(verdict.named) };
  };
  const result: Straws = {
    surface,
    signals: spec.signals.length,
    alone: { button: [], identity: [] },
    button: [0, 0, 0],
    identity: [0, 0, 0],
    last: {},
    lastName: {},
  };
  for (const signal of spec.signals) {
    const each = [0, 1, 2].map((scene) => holds(scene, [signal]));
    if (each.some(({ button }) => !button)) result.alone.button.push(signal);
    else if (each.some(({ identity }) => !identity)) result.alone.identity.push(signal);
  }
  const counts: [number[], number[]] = [[], []];
  for (let order = 0; order < orders; order++) {
    const gone: string[] = [];
    const lost = [false, false];
    for (const signal of new Random('straws', surface, order).shuffle(spec.signals)) {
      if (lost.every(Boolean)) break;
      const { button, identity } = holds(order, [...gone, signal]);
      for (const [i, held] of [button, identity && button].entries()) {
        if (held || lost[i]) continue;
        lost[i] = true;
        counts[i]?.push(gone.length);
        const tally = i === 0 ? result.last : result.lastName;
        tally[signal] = (tally[signal] ?? 0) + 1;
      }
      gone.push(signal);
    }
    for (const i of [0, 1]) if (!lost[i]) counts[i]?.push(spec.signals.length);
  }
  const range = (list: number[]): [number, number, number] => {
    const sorted = list.sort((a, b) => a - b);
    return [sorted[0] ?? 0, sorted[sorted.length >> 1] ?? 0, sorted.at(-1) ?? 0];
  };
  result.button = range(counts[0]);
  result.identity = range(counts[1]);
  return result;
}

/** Posts under addresses on which nothing may happen: how many got a button. */
export function driftForbidden(seed: number): string[] {
  const wrong: string[] = [];
  for (const address of FORBIDDEN) {
    const url = new URL(address);
    const surface = url.hostname.includes('instagram') ? ['ig-feed', 'ig-dialog'] : ['fb-feed-a', 'fb-photo'];
    for (const each of surface) {
      show(makeScene({ surface: each, seed, scene: 0, gone: [] }).html);
      const finder = finderAt(url);
      if (finder.surfaceOf(url) !== null && finder.findPosts(document, url).length > 0)
        wrong.push(`${address} with ${each}`);
    }
  }
  return wrong;
}

/**
 * Finders that are wrong on purpose, to prove that the judge sees it: one takes everything for a post, one reads the
 * next post instead of the one that it was asked for, one finds nothing.
 */
export function driftControl(surface: string): Record<'everything' | 'neighbour' | 'nothing', Finding[]> {
  const scene = makeScene({ surface, seed: 1, scene: 1, gone: [] });
  show(scene.html);
  const finder = finderAt(scene.url);
  const posts = finder.findPosts(document, scene.url);
  const next = (post: Element) => posts[(posts.indexOf(post) + 1) % posts.length] ?? post;
  const run = (changes: Partial<SiteFinder>) => judge(document, { ...finder, ...changes }, scene).findings;
  const anchor: SiteFinder['anchor'] = (post) => ({ container: post, before: null });
  return {
    everything: run({ findPosts: () => [...document.querySelectorAll('[data-t]')], anchor }),
    neighbour: run({ readDom: (post, url) => finder.readDom(next(post), url) }),
    nothing: run({ findPosts: () => [] }),
  };
}

Object.assign(globalThis, { driftControl, driftBatch, driftScene, driftStraws, driftForbidden });

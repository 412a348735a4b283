import { settleQuirks } from './instagram-quirks.ts';
import { Markup, RENAMES, type Rename } from './markup.ts';
import { Random } from './random.ts';
import { island, recordOf, twinOf } from './records.ts';
import type { Case } from './sufficient.ts';
import { SURFACES, type SurfaceSpec } from './surfaces.ts';
import { makeReplies, makeTruth, type Truth } from './truth.ts';

/** All that is needed to make a scene again. */
export interface SceneId {
  surface: string;
  seed: number;
  scene: number;
  /** Signals that are gone; absent: drawn. */
  gone?: string[];
  /** Renames that are not done; absent: none. */
  kept?: Rename[];
}

export interface Scene {
  spec: SurfaceSpec;
  gone: string[];
  url: URL;
  truths: Truth[];
  /** How each post is drawn, for the rules of what is sufficient. */
  cases: Case[];
  html: string;
  /** What a look into the page's store brings back for each post: its own record or none, and others'. */
  store: unknown[][];
  /** Photos and words of posts that are not on the page but in its JSON. */
  foreign: Truth[];
}

export function specOf(id: string): SurfaceSpec {
  const spec = SURFACES.find((surface) => surface.id === id);
  if (!spec) throw new Error(`no surface ${id}; there are ${SURFACES.map((each) => each.id).join(', ')}`);
  return spec;
}

/** A quarter of the scenes has every signal; of the others most lack a few and some nearly all. */
export function drawGone(spec: SurfaceSpec, seed: number, scene: number): string[] {
  const random = new Random('gone', spec.id, seed, scene);
  if (random.chance(0.25)) return [];
  const count = random.chance(0.15) ? random.int(1, spec.signals.length) : random.int(1, 4);
  return random.shuffle(spec.signals).slice(0, count).sort();
}

/** What posts say and who wrote them depends on nothing that is turned on or off. */
export function makeScene(id: SceneId): Scene {
  const spec = specOf(id.surface);
  const gone = id.gone ?? drawGone(spec, id.seed, id.scene);
  const m = new Markup(new Random('markup', spec.id, id.seed, id.scene), gone, id.kept ?? []);
  const content = new Random('content', spec.id, id.seed, id.scene);
  const group = spec.group && (spec.id !== 'fb-permalink' || content.chance(0.5));
  const home = { id: content.digits(13), name: `Info Warga ${content.int(1, 99)}` };
  const kinds = Array.from({ length: spec.posts }, () => content.pick(spec.kinds));
  const truths = kinds.map((kind, i) => {
    const truth = makeTruth(spec.site, kind, spec.id, id.seed, id.scene, i);
    if (group) truth.group = home;
    if (group && content.chance(0.1)) {
      truth.anonymous = true;
      truth.author = { handle: '', id: '', name: 'Anggota anonim' };
    }
    if (i < spec.wanted) makeReplies(truth, spec.comments);
    if (spec.site === 'instagram') settleQuirks(truth);
    return truth;
  });
  const data = new Random('data', spec.id, id.seed, id.scene);
  const foreign = [
    makeTruth(spec.site, content.pick(spec.kinds), 'stale', id.seed, id.scene),
    twinOf(truths[0] as Truth),
  ];
  let html = spec.build(m, truths);
  const stale = island(
    foreign.map((truth) => recordOf(truth, data)),
    m.has('data-sjs'),
    data,
  );
  const fresh = m.has('island')
    ? island(
        truths.map((truth) => recordOf(truth, data)),
        m.has('data-sjs'),
        data,
      )
    : '';
  html += data.chance(0.5) ? stale + fresh : fresh + stale;
  const store = truths.map((truth, i) => {
    const neighbour = truths[(i + 1) % truths.length] as Truth;
    const wrong = [twinOf(truth), neighbour === truth ? (foreign[0] as Truth) : neighbour];
    const right = m.has('store') ? [truth] : [];
    return data.shuffle([...right, ...wrong]).map((one) => recordOf(one, data));
  });
  return {
    spec,
    gone,
    url: new URL(spec.address(truths)),
    truths,
    cases: truths.map((truth, i) => ({
      has: m.has,
      kind: kinds[i] ?? 'photo',
      group: truth.group !== undefined,
    })),
    html,
    store,
    foreign,
  };
}

export { RENAMES };

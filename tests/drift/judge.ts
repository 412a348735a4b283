import type { Author, Capture, Counts, Field, Layer, PhotoOffer } from '../../complaints/reading.ts';
import { mappers } from '../../sites/mappers.ts';
import { mergeLayers } from '../../sites/merge.ts';
import type { SiteFinder } from '../../sites/site.ts';
import type { Scene } from './scene.ts';
import { COMMENT_NEEDS, NEEDS } from './sufficient.ts';
import { type CommentTruth, commentNames, namesOf, type Truth } from './truth.ts';

/** Kinds of failure, worst first. */
export type Fault =
  | 'threw'
  | 'wrong identity'
  | 'wrong person'
  | 'mixed'
  | 'false button'
  | 'misread'
  | 'no button'
  | 'no identity';

export interface Finding {
  fault: Fault;
  what: string;
}

export interface Verdict {
  posts: number;
  comments: number;
  /** Posts whose signals are sufficient, and how many of those got their button. */
  due: number;
  met: number;
  /** The same for identities. */
  dueNames: number;
  metNames: number;
  dueComments: number;
  metComments: number;
  buttons: number;
  /** Posts with a button, identified or not, whatever was due. */
  found: boolean[];
  named: boolean[];
  findings: Finding[];
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const fileOf = (url: string): string => /([^/?]+?)\.\w{2,4}(?:\?|$)/.exec(url)?.[1] ?? url;

/** The generated thing that an element is: its mark, or what is wrong with it. */
function ownerOf(element: Element, kind: 'p' | 'c'): string {
  const around = element.closest('[data-t]')?.getAttribute('data-t') ?? '';
  const inner = [...element.querySelectorAll('[data-t]')].map((each) => each.getAttribute('data-t') ?? '');
  const others = new Set(inner.filter((mark) => (kind === 'p' ? /^[pn]/.test(mark) : /^[cpn]/.test(mark))));
  if (around[0] === kind)
    return [...others].every((mark) => mark === around) ? around : `${around} with ${[...others].join()}`;
  // The box around the mark, and nothing else that counts in it.
  const [only = ''] = others;
  const outside = around === '' || (kind === 'c' && around[0] === 'p');
  if (outside && others.size === 1 && only[0] === kind) return only;
  return others.size > 0 ? `${around} swallowing ${[...others].join()}` : around || 'nothing that was drawn';
}

/** A layer's value as it is, a capture's when it could be read. */
function value<T>(field: T | Field<T> | undefined): T | undefined {
  if (typeof field !== 'object' || field === null) return field;
  if ('unreadable' in field) return undefined;
  return 'value' in field ? field.value : (field as T);
}

/** Whatever a reading says is held against the truth. */
function readingFaults(
  reading: Layer | Capture,
  truth: Truth,
  scene: Scene,
  comment?: CommentTruth,
): Finding[] {
  const findings: Finding[] = [];
  const merged = 'identity' in reading;
  const names = merged ? (reading.identity?.aliases ?? []) : reading.names;
  const right = comment ? commentNames(truth, comment) : namesOf(truth);
  const alien = names.filter((name) => !right.has(name));
  if (alien.length > 0) findings.push({ fault: 'wrong identity', what: alien.join() });
  const person = comment?.author ?? truth.author;
  const author = value<Author>(reading.author);
  for (const key of ['handle', 'id', 'name'] as const) {
    const told = author?.[key];
    if (told && told !== person[key] && !(key === 'handle' && told === person.id))
      findings.push({ fault: 'wrong person', what: `${key} ${told} instead of ${person[key]}` });
  }
  const text = value<string>(reading.text);
  const words = squeeze(comment?.text ?? truth.text);
  if (text && !words.startsWith(squeeze(text)) && !(words === squeeze(text))) {
    const another = [...scene.truths, ...scene.foreign].some(
      (other) =>
        other.text !== truth.text &&
        other.text !== '' &&
        squeeze(text).includes(squeeze(other.text.split('\n')[0] ?? '')),
    );
    findings.push({
      fault: another ? 'mixed' : 'misread',
      what: `text ${JSON.stringify(text).slice(0, 120)}`,
    });
  } else if (text && merged && squeeze(text) !== words)
    findings.push({ fault: 'misread', what: 'cut text taken for whole' });
  const at = value<number>(reading.postedAt);
  const time = (comment?.time ?? truth.time) * 1000;
  if (at !== undefined && at !== time)
    findings.push({ fault: 'misread', what: `time ${at} instead of ${time}` });
  const own = new Set([...truth.photos.map((photo) => photo.file), truth.video?.file ?? '']);
  for (const photo of comment ? [] : (value<PhotoOffer[]>(reading.photos) ?? [])) {
    if (!own.has(fileOf(photo.url))) findings.push({ fault: 'mixed', what: `photo ${fileOf(photo.url)}` });
  }
  const counts = comment ? undefined : value<Counts>(reading.counts);
  if (counts?.likes !== undefined && counts.likes !== truth.likes)
    findings.push({ fault: 'misread', what: `likes ${counts.likes} instead of ${truth.likes}` });
  if (counts?.comments !== undefined && counts.comments !== truth.comments)
    findings.push({ fault: 'misread', what: `comments ${counts.comments} instead of ${truth.comments}` });
  return findings;
}

/**
 * Runs the finder and the readers over a scene that stands in `document`, and holds all against the truth; comments
 * may be left out.
 */
export function judge(document: Document, finder: SiteFinder, scene: Scene, comments = true): Verdict {
  const { spec, url, truths, cases, store } = scene;
  const findings: Finding[] = [];
  const found = truths.map(() => false);
  const named = truths.map(() => false);
  const verdict: Verdict = {
    posts: truths.length,
    comments: 0,
    due: 0,
    met: 0,
    dueNames: 0,
    metNames: 0,
    dueComments: 0,
    metComments: 0,
    buttons: 0,
    found,
    named,
    findings,
  };
  const context = {
    site: spec.site,
    surface: spec.id,
    pageUrl: url.href,
    readAt: 1,
    permalinkOf: mappers[spec.site].permalinkOf,
  };
  const mapper = mappers[spec.site];
  const surface = finder.surfaceOf(url);
  const elements = surface === null ? [] : finder.findPosts(document, url);
  for (const element of elements) {
    const anchor = finder.anchor(element, url);
    const owner = ownerOf(element, 'p');
    if (!/^p\d+$/.test(owner)) {
      if (anchor) findings.push({ fault: 'false button', what: owner });
      continue;
    }
    const index = Number(owner.slice(1));
    const truth = truths[index] as Truth;
    if (!anchor) continue;
    verdict.buttons += 1;
    const place = anchor.container.closest('[data-t]')?.getAttribute('data-t');
    if (found[index]) findings.push({ fault: 'false button', what: `second button on ${owner}` });
    else if (place !== owner)
      findings.push({ fault: 'false button', what: `button of ${owner} stands in ${place}` });
    found[index] = true;
    try {
      const dom = finder.readDom(element, url);
      const raw = JSON.parse(JSON.stringify(finder.readIslands(document, dom))) as unknown[];
      const others = [...mapper.mapRaw(raw, 'island'), ...mapper.mapRaw(store[index] ?? [], 'store')];
      const sighted = finder.names(element, url).filter((name) => !namesOf(truth).has(name));
      if (sighted.length > 0) findings.push({ fault: 'wrong identity', what: `at sight ${sighted.join()}` });
      const shown = finder.authorLabel(element);
      if (shown && ![truth.author.handle, truth.author.name].includes(shown))
        findings.push({ fault: 'wrong person', what: `label ${shown}` });
      const capture = mergeLayers(dom, others, context);
      findings.push(...readingFaults(dom, truth, scene), ...readingFaults(capture, truth, scene));
      if (capture.identity && capture.identity.key !== `${spec.site}:${truth.id}`)
        findings.push({ fault: 'wrong identity', what: capture.identity.key });
      named[index] = capture.identity !== null;
    } catch (error) {
      findings.push({ fault: 'threw', what: String(error) });
    }
  }
  const need = NEEDS[spec.id];
  for (const [i, one] of cases.entries()) {
    if (i >= spec.wanted || !need?.button(one)) continue;
    verdict.due += 1;
    if (found[i]) verdict.met += 1;
    else findings.push({ fault: 'no button', what: `p${i} (${one.kind})` });
    if (!found[i] || !need.identity(one)) continue;
    verdict.dueNames += 1;
    if (named[i]) verdict.metNames += 1;
    else findings.push({ fault: 'no identity', what: `p${i} (${one.kind})` });
  }
  if (comments && spec.comments > 0) judgeComments(document, finder, scene, verdict);
  return verdict;
}

function judgeComments(document: Document, finder: SiteFinder, scene: Scene, verdict: Verdict): void {
  const { spec, url, truths, cases } = scene;
  const { findings } = verdict;
  // A site's comments may not be registered yet; then nothing is due.
  if (!finder.comments) return;
  const seen = new Set<string>();
  for (const element of finder.comments.find(document, url)) {
    const post = element.closest('[data-t^=p]')?.getAttribute('data-t') ?? '';
    const owner = ownerOf(element, 'c');
    const truth = truths[Number(post.slice(1))];
    const comment = truth?.replies[Number(owner.slice(1))];
    const anchor = finder.comments.anchor(element, url);
    if (!truth || !comment || !/^c\d+$/.test(owner)) {
      if (anchor) findings.push({ fault: 'false button', what: `comment: ${owner} in ${post}` });
      continue;
    }
    if (!anchor) continue;
    const key = `${post}${owner}`;
    if (seen.has(key)) findings.push({ fault: 'false button', what: `second button on ${key}` });
    seen.add(key);
    try {
      const names = finder.comments
        .names(element, url)
        .filter((name) => !commentNames(truth, comment).has(name));
      if (names.length > 0)
        findings.push({ fault: 'wrong identity', what: `comment at sight ${names.join()}` });
      const layer = finder.readComment(element, url);
      findings.push(...readingFaults(layer, truth, scene, comment));
      // What it says of the post above it is held against that post.
      const under = layer.under && readingFaults({ source: 'dom', ...layer.under }, truth, scene);
      for (const { fault, what } of under ?? []) findings.push({ fault, what: `comment under ${what}` });
    } catch (error) {
      findings.push({ fault: 'threw', what: `comment: ${String(error)}` });
    }
  }
  const need = COMMENT_NEEDS[spec.site];
  for (const [p, truth] of truths.entries()) {
    const one = cases[p];
    verdict.comments += truth.replies.length;
    // Comments of a post that cannot be told from its surroundings are not due.
    if (p >= spec.wanted || !one || !need.button(one) || !verdict.found[p]) continue;
    for (const [c] of truth.replies.entries()) {
      verdict.dueComments += 1;
      if (seen.has(`p${p}c${c}`)) verdict.metComments += 1;
      else findings.push({ fault: 'no button', what: `comment c${c} of p${p}` });
    }
  }
}

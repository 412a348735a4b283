import type { Layer } from '../../complaints/reading.ts';
import { finderFor } from '../../sites/finders.ts';

/** The half of `capture:check` that runs in the page, in a world of its own. */

export interface Entry {
  id: number;
  selector: string;
  kind: 'selector' | 'words';
}

export interface Seen {
  kind: 'post' | 'comment';
  /** Where it stands, for people: `main > div > article#x`. */
  path: string;
  names: string[];
  authorLabel: string;
  /** Whether the button has a place. */
  placed: boolean;
  dom: Layer;
  raw: unknown[];
  /** Ids of the selector entries that match in or at it. */
  matched: number[];
  marker: string;
  error?: string;
}

export interface PageAnswer {
  surface: string | null;
  found: Seen[];
  /** How often each selector entry matches in the whole document. */
  counts: number[];
  /** Texts of the JSON islands, bounded. */
  islands: string[];
  ms: number;
}

const MAX_ISLANDS = 20_000_000;

function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let node: Element | null = element; node && steps.length < 5; node = node.parentElement) {
    const role = node.getAttribute('role');
    steps.unshift(`${node.localName}${node.id ? `#${node.id}` : ''}${role ? `[role=${role}]` : ''}`);
  }
  return steps.join(' > ');
}

function matches(root: Element, { selector, kind }: Entry): boolean {
  if (kind === 'selector') return root.matches(selector) || root.querySelector(selector) !== null;
  const words = new RegExp(selector);
  return [root, ...root.querySelectorAll('*')].some(
    (element) =>
      words.test(element.getAttribute('aria-label') ?? '') ||
      (element.childElementCount === 0 && words.test(element.textContent?.trim() ?? '')),
  );
}

function countIn(root: Document, entry: Entry): number {
  if (entry.kind === 'selector') return root.querySelectorAll(entry.selector).length;
  return root.body && matches(root.body, entry) ? 1 : 0;
}

/** Finds and reads everything on the page as a click on each would. */
export function checkPage(host: string, entries: Entry[]): PageAnswer | null {
  const finder = finderFor(host);
  if (!finder) return null;
  const url = new URL(document.location.href);
  const started = performance.now();
  const surface = finder.surfaceOf(url);
  const posts = surface === null ? [] : finder.findPosts(document, url);
  const comments = surface === null ? [] : (finder.comments?.find(document, url) ?? []);
  const look = (element: Element, index: number, kind: Seen['kind']): Seen => {
    const seen: Seen = {
      kind,
      path: pathOf(element),
      names: [],
      authorLabel: '',
      placed: false,
      dom: { source: 'dom', names: [] },
      raw: [],
      matched: entries.filter((entry) => matches(element, entry)).map((entry) => entry.id),
      marker: `data-check-${kind}-${index}`,
    };
    try {
      const post = kind === 'post';
      seen.names = post ? finder.names(element, url) : finder.comments.names(element, url);
      seen.authorLabel = post ? finder.authorLabel(element) : finder.comments.authorLabel(element);
      seen.placed = (post ? finder : finder.comments).anchor(element, url) !== null;
      seen.dom = post ? finder.readDom(element, url) : finder.readComment(element, url);
      seen.raw = finder.readIslands(document, seen.dom);
    } catch (error) {
      seen.error = String(error);
    }
    element.setAttribute(seen.marker, '');
    return seen;
  };
  const found = [
    ...posts.map((post, i) => look(post, i, 'post')),
    ...comments.map((comment, i) => look(comment, i, 'comment')),
  ];
  let size = 0;
  const islands = [...document.querySelectorAll('script[type="application/json"]')]
    .map((script) => script.textContent ?? '')
    .filter((text) => {
      size += text.length;
      return size < MAX_ISLANDS;
    });
  return {
    surface,
    found: JSON.parse(JSON.stringify(found)) as Seen[],
    counts: entries.map((entry) => countIn(document, entry)),
    islands,
    ms: performance.now() - started,
  };
}

Object.assign(globalThis, { checkPage });

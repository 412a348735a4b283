import type { LabContext } from '../routes.ts';

export const VIEWER = 'ajudan.rimbawan';

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
  /** Comments in the dialog: as on the page, or as they were before 2023, their time in the line of small actions. */
  rows: 'new' | 'old';
  viewer: string;
  layout: 'desktop' | 'touch';
  /** Where the page of a post stands in an `article`: nowhere, at addresses with the author's handle, everywhere. */
  article: 'never' | 'owned' | 'always';
  /** Milliseconds by which the reels viewer's address is late. */
  lag: number;
  /** Nobody is signed in: posts come in another shape, with a wall before them. */
  wall: boolean;
  /** The server draws the page, and the app takes over its nodes. */
  hydrate: boolean;
  /** The page takes away nodes that are not its own, again and again. */
  sweep: boolean;
  /** No animation or transition runs. */
  still: boolean;
  /** Articles out of view are not laid out. */
  lazy: boolean;
  dark: boolean;
}

/** The query parameters by which a test chooses a session; the app takes them out of the address. */
export const OPTIONS = [
  'layout',
  'article',
  'wall',
  'hydrate',
  'hostile',
  'still',
  'lazy',
  'theme',
  'lag',
  'rows',
];

/** The session of a seed, with what the address asks for. */
export function sessionOf(context: LabContext, options = new URLSearchParams()): Session {
  const { seed } = context;
  const on = (name: string): boolean => options.get(name) === '1';
  const article = options.get('article');
  const rows = options.get('rows');
  return {
    salt: `ig${seed}`,
    wait: context.latency,
    now: context.now(),
    counts: seed % 4 === 3 ? 'line' : 'beside',
    recycle: seed % 2 === 0 ? 'whole' : 'outer',
    lingering: seed % 3 === 0,
    rows: rows === 'old' || (rows !== 'new' && seed % 4 >= 2) ? 'old' : 'new',
    viewer: VIEWER,
    layout: options.get('layout') === 'touch' ? 'touch' : 'desktop',
    article: article === '1' ? 'always' : article === '0' ? 'never' : seed % 2 === 1 ? 'owned' : 'never',
    lag: options.has('lag') ? Number(options.get('lag')) : seed % 3 === 1 ? 600 : 0,
    wall: on('wall'),
    hydrate: on('hydrate'),
    sweep: options.get('hostile') === 'sweep',
    still: on('still'),
    lazy: on('lazy'),
    dark: options.get('theme') === 'dark',
  };
}

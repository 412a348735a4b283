import { token } from '../seeded.ts';
import { classOf, type Part } from '../styles.ts';
import type { Whims } from '../whims.ts';
import { shortNumber, type Word, word } from '../words.ts';

/** What the document tells the app of this account and session. */
export interface Session extends Whims {
  salt: string;
  /** Milliseconds between the shell and the app. */
  wait: number;
  variant: 'posinset' | 'article';
  account: { id: string; name: string };
}

export const NOBODY: Session = {
  salt: '',
  wait: 0,
  variant: 'article',
  account: { id: '', name: '' },
  lang: 'id',
  hostile: '',
  contain: '',
  hydrate: '',
  guest: false,
  stale: false,
};

let session: Session = NOBODY;

export function begin(next: Partial<Session>): void {
  session = { ...NOBODY, ...next };
}

export const current = (): Session => session;

/** A word in the session's language. */
export const w = (key: Word, values?: Record<string, string | number>): string =>
  word(session.lang, key, values);

export const shortCount = (n: number): string => shortNumber(n, session.lang);

/** An address of the site under the name by which it was opened. */
export const here = (path: string): string => `${location.origin}${path}`;

/** The class names of parts for this session. */
export const x = (...parts: Part[]): string => classOf(session.salt, ...parts);

/** The tail that the site hangs on its links. Ads have a longer one. */
export function tail(key: string, kind: string, length = 120): string {
  return `__cft__[0]=AZX${token(`${session.salt}:${key}`, length)}&__tn__=${encodeURIComponent(kind)}`;
}

export function tracked(url: string, key: string, kind: string, length?: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}${tail(key, kind, length)}`;
}

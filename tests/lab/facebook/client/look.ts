import { token } from '../seeded.ts';
import { classOf, type Part } from '../styles.ts';

/** What the document tells the app of this account and session. */
export interface Session {
  salt: string;
  /** Milliseconds between the shell and the app. */
  wait: number;
  variant: 'posinset' | 'article';
  account: { id: string; name: string };
}

let session: Session = { salt: '', wait: 0, variant: 'article', account: { id: '', name: '' } };

export function begin(next: Session): void {
  session = next;
}

export const current = (): Session => session;

/** The class names of parts for this session. */
export const x = (...parts: Part[]): string => classOf(session.salt, ...parts);

/** The tail that the site hangs on its links. Ads have a longer one. */
export function tail(key: string, kind: string, length = 120): string {
  return `__cft__[0]=AZX${token(`${session.salt}:${key}`, length)}&__tn__=${encodeURIComponent(kind)}`;
}

export function tracked(url: string, key: string, kind: string, length?: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}${tail(key, kind, length)}`;
}

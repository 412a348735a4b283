import type { Session } from '../session.ts';
import { classOf, type Part } from '../styles.ts';

let session: Session | null = null;

export function begin(next: Session): void {
  session = next;
}

export function current(): Session {
  if (!session) throw new Error('no session yet');
  return session;
}

/** The class names of parts in this session. */
export const x = (...parts: Part[]): string => classOf(current().salt, ...parts);

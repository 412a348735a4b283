import { sessionUpdate } from './session.ts';

interface Ticket {
  eventId: string;
  tabId: number;
  /** Epoch ms. */
  until: number;
}

type Tickets = Record<string, Ticket>;

/** How long a page may take its own flag back: the 10 s that the button offers, and some for slow hands. */
export const UNDO_MS = 15_000;
const KEY = 'undoTokens';

/** A token with which one tab may take back one flag for a short time. */
export function issueToken(eventId: string, tabId: number, now: number): Promise<string> {
  const token = crypto.randomUUID();
  return sessionUpdate<Tickets, string>(KEY, (held = {}) => {
    const valid = Object.entries(held).filter(([, ticket]) => ticket.until > now);
    return {
      value: { ...Object.fromEntries(valid), [token]: { eventId, tabId, until: now + UNDO_MS } },
      result: token,
    };
  });
}

/** The flag that a token stands for, if this tab may still use it; a token works once. */
export function redeemToken(token: string, tabId: number, now: number): Promise<string | null> {
  return sessionUpdate<Tickets, string | null>(KEY, (held = {}) => {
    const ticket = Object.hasOwn(held, token) ? held[token] : undefined;
    if (!ticket || ticket.tabId !== tabId || ticket.until < now) return { value: held, result: null };
    const { [token]: _used, ...rest } = held;
    return { value: rest, result: ticket.eventId };
  });
}

import { type Browser, browser } from 'wxt/browser';
import { contract, type Input, type MessageName, type Output } from '../../protocol/contract.ts';
import { type Answer, TanggapError } from '../../protocol/errors.ts';
import type { Sender } from '../../protocol/message.ts';
import { asTanggapError } from '../../storage/transact.ts';

export interface Context {
  sender: Browser.runtime.MessageSender;
  /** Epoch ms at which the message came. */
  now: number;
}

/** One handler for every name of the contract; a missing or doubled one does not compile. */
export type Handlers = { [N in MessageName]: (input: Input<N>, context: Context) => Promise<Output<N>> };

type Group<N extends MessageName> = Pick<Handlers, N>;
/** Declares a group of handlers, so that each file's names are checked against the contract. */
export function handlers<N extends MessageName>(group: Group<N>): Group<N> {
  return group;
}

const PAGE_ORIGINS = ['https://www.instagram.com', 'https://www.facebook.com', 'https://web.facebook.com'];

/**
 * Who sent a message, told from what the browser says of the sender, never from the message. Null for
 * everyone who has no business here: another extension, another site, a frame of the site.
 */
export function senderKind(sender: Browser.runtime.MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  const home = browser.runtime.getURL('');
  if (sender.url?.startsWith(home)) return 'extension';
  if (sender.tab?.id === undefined || (sender.frameId ?? 0) !== 0) return null;
  const origin = sender.origin && sender.origin !== 'null' ? sender.origin : originOf(sender.url);
  return PAGE_ORIGINS.includes(origin) ? 'page' : null;
}

function originOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).origin : '';
}

type Listener = (
  message: unknown,
  sender: Browser.runtime.MessageSender,
  respond: (answer: unknown) => void,
) => boolean;

/** The listener of the worker: checks sender and shape, runs the one handler, answers in one form. */
export function createRouter(table: Handlers, clock: () => number = () => Date.now()): Listener {
  return (message, sender, respond) => {
    const name = nameOf(message);
    const refuse = (code: 'refused' | 'invalid', why: string) => {
      console.warn(
        `Tanggap: ${code} ${String(name).slice(0, 60)}`,
        why,
        sender.id,
        sender.url?.slice(0, 200),
      );
      respond({ ok: false, code, detail: why } satisfies Answer<never>);
      return false;
    };
    const kind = senderKind(sender);
    if (!kind) return refuse('refused', 'unknown sender');
    if (name === null || !isName(name)) return refuse('invalid', 'unknown message');
    if (contract[name].from !== kind) return refuse('refused', `${kind} may not`);
    const parsed = contract[name].input.safeParse((message as { input?: unknown }).input);
    if (!parsed.success)
      return refuse('invalid', parsed.error.issues.map((i) => i.path.join('.')).join(', '));
    // The handler starts in this very turn: opening the panel needs the click that is still fresh.
    run(table, name, parsed.data, { sender, now: clock() }).then(respond, respond);
    return true;
  };
}

async function run(
  table: Handlers,
  name: MessageName,
  input: unknown,
  context: Context,
): Promise<Answer<unknown>> {
  try {
    const handler = table[name] as (input: unknown, context: Context) => Promise<unknown>;
    return { ok: true, value: await handler(input, context) };
  } catch (thrown) {
    const error = asTanggapError(thrown);
    if (error instanceof TanggapError) return { ok: false, code: error.code, detail: error.message };
    console.error(`Tanggap ${browser.runtime.getManifest().version}: ${name} failed`, error);
    return { ok: false, code: 'unexpected', detail: String(error) };
  }
}

function nameOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('name' in message)) return null;
  return typeof message.name === 'string' && 'input' in message ? message.name : null;
}

function isName(name: string): name is MessageName {
  return Object.hasOwn(contract, name);
}

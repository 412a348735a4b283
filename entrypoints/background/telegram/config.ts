import { browser } from 'wxt/browser';
import { z } from 'zod';

const KEY = 'telegram';
/** Set by the project's own tests: a stand-in for Telegram on this very computer, and nothing else. */
const ROOT_KEY = 'telegramRoot';
export const TELEGRAM = 'https://api.telegram.org';

/** `123456789:AA…`, as @BotFather gives it. */
export const tokenSchema = z.string().regex(/^\d{5,15}:[A-Za-z0-9_-]{30,60}$/);
const configSchema = z.object({ token: tokenSchema, reader: z.boolean() });
export type TelegramConfig = z.infer<typeof configSchema>;

/** Token and whether this desk reads answers; in `storage.local` alone, which no page and no backup sees. */
export async function readConfig(): Promise<TelegramConfig | null> {
  const stored = ((await browser.storage.local.get(KEY)) as Record<string, unknown>)[KEY];
  const parsed = configSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export async function writeConfig(config: TelegramConfig | null): Promise<void> {
  if (config) await browser.storage.local.set({ [KEY]: config });
  else await browser.storage.local.remove(KEY);
}

/** Where requests go: Telegram, or a loopback address (never another host, whatever is stored). */
export async function apiRoot(): Promise<string> {
  const stored = ((await browser.storage.local.get(ROOT_KEY)) as Record<string, unknown>)[ROOT_KEY];
  return typeof stored === 'string' && /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(stored) ? stored : TELEGRAM;
}

/** Whether the browser lets us ask there. A loopback server says itself whom it lets in. */
export async function mayAsk(root: string): Promise<boolean> {
  if (root !== TELEGRAM) return true;
  return browser.permissions.contains({ origins: [`${TELEGRAM}/*`] });
}

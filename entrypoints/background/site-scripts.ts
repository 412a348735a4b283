import { browser } from 'wxt/browser';
import type { SiteId } from '../../complaints/reading.ts';

export function isSite(site: SiteId, pageUrl: string): boolean {
  return URL.canParse(pageUrl) && new URL(pageUrl).hostname.endsWith(`${site}.com`);
}

/**
 * Puts a further script of the page's site beside its content script: `acts` reads a post, `replies` looks for
 * agencies' answers. It comes from the extension itself and starts once, however often it is brought.
 * @throws where the browser does not let us into the tab.
 */
export async function bringScript(part: 'acts' | 'replies', tabId: number, pageUrl: string): Promise<void> {
  const site = isSite('instagram', pageUrl) ? 'instagram' : 'facebook';
  const files = [`/${part}-${site}.js`] as const;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [...files] });
}

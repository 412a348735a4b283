import type { ElementHandle, Page } from 'puppeteer-core';
import { type PageButton, pageButtons } from './browser.ts';

/** What stands in view on one page, judged by its links alone: comments by the address that their time leads to. */

/** Names of comments on the screen, `POST#ID`, once per comment; runs in the page. */
export function commentsInView(): string[] {
  const found: string[] = [];
  for (const time of document.querySelectorAll('a[href*="/c/"] time')) {
    const box = time.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (box.width === 0 || y < 60 || y > innerHeight - 12) continue;
    const top = document.elementFromPoint(x, y);
    if (!top || !time.closest('a')?.contains(top)) continue;
    const match = /\/(?:p|reel)\/([\w-]+)\/c\/(?:\d+\/r\/)?(\d+)/.exec(
      time.closest('a')?.getAttribute('href') ?? '',
    );
    if (match) found.push(`${match[1]}#${match[2]}`);
  }
  return found;
}

/** The comment in whose row a button stands; '' where it stands at a post. Runs in the page. */
function commentAround(element: Element): string {
  const root = element.getRootNode();
  let at: Element | null = root instanceof ShadowRoot ? root.host : element;
  for (; at; at = at.parentElement) {
    // The heart of a post is drawn larger than that of a comment: here the row ends.
    if (at.querySelector('svg[height="24"]')) return '';
    const links = [...at.querySelectorAll('a[href*="/c/"]')].filter((link) => link.querySelector('time'));
    if (links.length > 1) return '';
    const match = /\/(?:p|reel)\/([\w-]+)\/c\/(?:\d+\/r\/)?(\d+)/.exec(links[0]?.getAttribute('href') ?? '');
    if (match) return `${match[1]}#${match[2]}`;
  }
  return '';
}

export interface Standing {
  posts: (PageButton & { seen: boolean })[];
  /** Comment buttons with the name of the comment they stand at; '' when none can be told. */
  comments: { button: PageButton; name: string; seen: boolean }[];
}

/** Buttons of ours on the page: those in a dialog, those outside, or (null) all. */
export async function buttonsOn(page: Page, inDialog: boolean | null): Promise<Standing> {
  const standing: Standing = { posts: [], comments: [] };
  for (const button of await pageButtons(page, /^(Tandai|[A-Z]{2,5}-\d)/)) {
    const place = await button.handle.evaluate((element) => {
      const root = element.getRootNode();
      const host = root instanceof ShadowRoot ? root.host : element;
      const box = host.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        dialog: host.closest('[role=dialog]') !== null,
        seen: top !== null && (top === host || host.contains(top)),
      };
    });
    if (inDialog !== null && place.dialog !== inDialog) continue;
    const name = await button.handle.evaluate(commentAround);
    // Until it has a number, the button itself says which of the two it is.
    const comment = /^Tandai/.test(button.name) ? /^Tandai komentar/.test(button.name) : name !== '';
    if (comment) standing.comments.push({ button, name, seen: place.seen });
    else standing.posts.push({ ...button, seen: place.seen });
  }
  return standing;
}

/** Bring a button to the middle of the screen. */
export async function centre(handle: ElementHandle<Element>): Promise<void> {
  await handle.evaluate((element) => {
    const root = element.getRootNode();
    (root instanceof ShadowRoot ? root.host : element).scrollIntoView({ block: 'center' });
  });
  await new Promise((resolve) => setTimeout(resolve, 250));
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'puppeteer-core';

/** Looks at a page as the design is judged: in a theme, at a width, for overflow, clipped words and axe's rules. */

export type Theme = 'light' | 'dark' | 'forced';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Sets the theme that the system asks for. `forced` is the high-contrast mode on a dark ground. */
export async function setTheme(cdp: CDPSession, theme: Theme): Promise<void> {
  await cdp.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

/** Until fonts and pictures are there and two frames were painted. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    await frames();
    await document.fonts.ready;
    const pictures = [...document.images]
      .filter((img) => img.loading !== 'lazy')
      .map((img) => img.decode().catch(() => undefined));
    await Promise.race([Promise.all(pictures), new Promise((done) => setTimeout(done, 1_000))]);
    await frames();
  });
}

/** How far the document is wider than its window, in px; and the widest thing in it. */
export async function overflow(page: Page): Promise<{ by: number; widest: string }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const by = scrollWidth - clientWidth;
    if (by <= 0) return { by, widest: '' };
    const all = [...document.querySelectorAll('body *')].map((element) => ({
      element,
      right: element.getBoundingClientRect().right,
    }));
    const { element } = all.reduce((a, b) => (b.right > a.right ? b : a));
    return {
      by,
      widest: `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').slice(0, 40)}`,
    };
  });
}

/** Controls whose words reach out of their box, by name. Words that are cut on purpose carry an ellipsis. */
export async function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], [role=button], [role=tab], [role=radio], [role=option], label',
    );
    for (const control of controls) {
      const box = control.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || getComputedStyle(control).display === 'inline') continue;
      const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.textContent?.trim()) continue;
        const cut = (element: Element | null): boolean => {
          if (!element || !control.contains(element)) return false;
          const style = getComputedStyle(element);
          // An ellipsis, a mark that sits on the corner, or words for screen readers alone.
          if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return true;
          if (style.position === 'absolute') return true;
          return cut(element.parentElement);
        };
        if (cut(node.parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const out = [...range.getClientRects()].some(
          (rect) =>
            rect.width > 0 &&
            (rect.left < box.left - 1 ||
              rect.right > box.right + 1 ||
              rect.top < box.top - 2 ||
              rect.bottom > box.bottom + 2),
        );
        if (out)
          found.push(`${control.tagName.toLowerCase()} "${(control.textContent ?? '').trim().slice(0, 50)}"`);
      }
    }
    return [...new Set(found)];
  });
}

/** Controls that reach out of the window where nothing can be scrolled to reach them, by name. */
export async function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((/auto|scroll/.test(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth) ||
        scrolls(element.parentElement));
    return [...document.querySelectorAll('button, a[href], input:not([aria-hidden]), select, textarea')]
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2 && box.height > 2 && (box.left < -1 || box.right > innerWidth + 1))
      .filter(({ control }) => !scrolls(control.parentElement))
      .map(
        ({ control }) =>
          `${control.tagName.toLowerCase()} "${(control.textContent ?? '').trim().slice(0, 50)}"`,
      );
  });
}

interface AxeResult {
  violations: {
    id: string;
    impact: string | null;
    help: string;
    nodes: { target: unknown[]; html: string; failureSummary?: string }[];
  }[];
}

/** What axe objects to, one line a node. Contrast has no meaning where the system sets the colours. */
export async function violations(page: Page, theme: Theme): Promise<string[]> {
  await page.evaluate(`if (!globalThis.axe) { ${axe} }`);
  const result = await page.evaluate(async (forced) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: Document, options: object): Promise<unknown> };
    };
    const rules = {
      'target-size': { enabled: true },
      ...(forced ? { 'color-contrast': { enabled: false } } : {}),
    };
    return (await axe.run(document, { resultTypes: ['violations'], rules })) as AxeResult;
  }, theme === 'forced');
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const why = (node.failureSummary ?? violation.help).replace(/\s+/g, ' ').slice(0, 220);
      return `${violation.id} (${violation.impact}): ${node.target.join(' ')} | ${node.html.slice(0, 140)} | ${why}`;
    }),
  );
}

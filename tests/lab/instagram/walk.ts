import type { Page } from 'puppeteer-core';
import type { Step } from './truth.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Does what a surface's steps say, as a person would, and lets the page settle after each. */
export async function walk(page: Page, steps: readonly Step[], rest = 500): Promise<void> {
  for (const step of steps) {
    if ('key' in step) await page.keyboard.press(step.key as 'ArrowRight');
    else if ('wheel' in step) await page.mouse.wheel({ deltaY: step.wheel });
    else if ('back' in step) await page.goBack();
    else {
      await page.waitForSelector(step.click);
      const all = await page.$$(step.click);
      const fitting = [];
      for (const one of all) {
        const words = await one.evaluate((node) => node.textContent ?? '');
        if (!step.text || words.includes(step.text)) fitting.push(one);
      }
      const target = fitting.at(step.nth ?? 0);
      if (!target) throw new Error(`nothing to click: ${step.click} ${step.text ?? ''}`);
      await target.click();
    }
    await pause(rest);
  }
}

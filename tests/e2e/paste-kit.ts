import type { Page } from 'puppeteer-core';
import { toLocalInput } from '../../components/format.ts';

/** A moment as the programs write it, in WIB. */
export function written(ms: number): { whatsapp: string; android: string; telegram: string } {
  const [date = '', clock = ''] = toLocalInput(ms, 'WIB').split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const time = clock.replace(':', '.');
  return {
    whatsapp: `[${time}, ${Number(day)}/${Number(month)}/${year}]`,
    android: `${day}/${month}/${year.slice(2)} ${time} -`,
    telegram: `[${day}.${month}.${year} ${clock}]`,
  };
}

/** Pastes text, and a picture when one is given, into the field as the clipboard would. */
export async function paste(page: Page, text: string, picture?: ArrayBuffer): Promise<void> {
  await page.waitForSelector('main textarea', { visible: true });
  await page.evaluate(
    (words, base64) => {
      const area = document.querySelector<HTMLTextAreaElement>('main textarea');
      if (!area) throw new Error('no field');
      const data = new DataTransfer();
      if (words) data.setData('text/plain', words);
      if (base64) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], 'foto.jpg', { type: 'image/jpeg' }));
      }
      area.focus();
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      // A made-up paste event inserts nothing of itself.
      if (area.dispatchEvent(event) && words) document.execCommand('insertText', false, words);
    },
    text,
    picture ? Buffer.from(picture).toString('base64') : '',
  );
}

/** The answers on the page: words, ticked or not, and everything that stands there. */
export async function answers(page: Page): Promise<{ ticked: boolean; disabled: boolean; all: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main li:has(input[type=checkbox])')].map((line) => {
      const box = line.querySelector<HTMLInputElement>('input[type=checkbox]');
      return {
        ticked: box?.checked ?? false,
        disabled: box?.disabled ?? false,
        all: (line as HTMLElement).innerText,
      };
    }),
  );
}

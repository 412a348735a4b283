import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pageScript } from '../../drift/bundle.ts';
import { openChromium } from '../../drift/chromium.ts';
import * as part from '../../fixtures/instagram/parts.ts';

/**
 * Rows of the feed that a browser has not laid out: left out of the layout, hidden, emptied by the site until they
 * come near. Only a browser has a layout; this is one, with our page half in it.
 */

const post = (id: string) => `<article id="${id}"><div>
<div>${part.avatar('warga.desa')}<div>${part.name('warga.desa')}${part.timeLink(`/p/DRow0${id}/`, '2026-11-20T03:04:05.000Z')}</div></div>
<div class="media">${part.photo(`8${id}_1_1`).replace('padding-bottom:125%', 'height:500px')}</div>
<div>${part.actions('12', '3')}<div><span>${part.name('warga.desa')}</span> <span dir="auto">Jalan desa putus</span></div></div></div></article>`;
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const feed = ids.map((id) => `<div class="row" id="row-${id}">${post(id)}</div>`).join('');

let browser: Browser;
let script: string;
let page: Page;
let html = '';

beforeAll(async () => {
  script = await pageScript('tests/unit/sites/instagram-rows.page.ts');
  browser = await openChromium(['--host-resolver-rules=MAP * ~NOTFOUND']);
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.isNavigationRequest())
      void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
    else void request.abort();
  });
});
afterEach(() => page.close());

async function open(style: string): Promise<void> {
  html = part
    .page(feed)
    .replace('</head>', `<style>body{margin:0}article{min-height:700px}${style}</style></head>`);
  await page.goto('https://www.instagram.com/');
  await page.evaluate(
    "globalThis.chrome = { runtime: { id: 'x', onMessage: { addListener() {}, removeListener() {} } } }",
  );
  await page.evaluate(script);
  await page.waitForFunction('buttonsOn().a === 1', { timeout: 8000 });
}

const buttons = () => page.evaluate('buttonsOn()') as Promise<Record<string, number>>;
const come = (id: string) =>
  page.waitForFunction(`buttonsOn().${id} === 1`, { timeout: 8000 }).then(() => buttons());
const style = (selector: string, text: string) =>
  page.evaluate(`document.querySelector('${selector}').style.cssText = '${text}'`);
/** Time enough for whatever would have come. */
const settle = () => new Promise((done) => setTimeout(done, 700));

describe('a post without a layout', () => {
  it.each([
    ['left out until it is near', 'article{content-visibility:auto;contain-intrinsic-size:auto 700px}'],
    ['in a row left out until it is near', '.row{content-visibility:auto;contain-intrinsic-size:auto 700px}'],
    ['of strict containment', '.row{contain:strict;height:720px}'],
    ['without a box of its own', 'article{display:contents}.row{display:block;min-height:700px}'],
  ])('gets its button when it comes near: %s', async (_, rules) => {
    await open(rules);
    await settle();
    expect((await buttons()).h).toBe(0);
    await page.evaluate("document.getElementById('row-h').scrollIntoView()");
    const there = await come('h');
    for (const id of ids) expect(there[id], id).toBeLessThanOrEqual(1);
  });

  it.each([
    [
      'hidden from the layout',
      '#row-b{content-visibility:hidden;height:700px}',
      'content-visibility: visible',
    ],
    ['not displayed', '#row-b{display:none}', 'display: block'],
    ['not displayed and without a box', '#row-b{display:none}#b{display:contents}', 'display: block'],
  ])('gets it when only its style changes: %s', async (_, rules, shown) => {
    await open(rules);
    await settle();
    expect(await buttons()).toMatchObject({ a: 1, b: 0 });
    await style('#row-b', shown);
    expect(await come('b')).toMatchObject({ a: 1, b: 1 });
  });

  it('gets it when a row that was emptied is filled again, with the same post or another', async () => {
    await open('');
    await come('b');
    await page.evaluate(`{
      const row = document.getElementById('row-b');
      globalThis.kept = row.innerHTML;
      row.style.height = row.offsetHeight + 'px';
      row.replaceChildren();
    }`);
    await settle();
    expect(await buttons()).not.toHaveProperty('b');
    await page.evaluate("document.getElementById('row-b').innerHTML = kept");
    expect(await come('b')).toMatchObject({ b: 1 });
    const other = JSON.stringify(post('z'));
    await page.evaluate(`document.getElementById('row-b').innerHTML = ${other}`);
    expect(await come('z')).toMatchObject({ a: 1, z: 1 });
  });
});

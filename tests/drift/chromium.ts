import puppeteer, { type Browser } from 'puppeteer-core';

/** Chromium without window and without the extension. `args` go on top of the flags that every tool here needs. */
export function openChromium(args: string[] = [], acceptInsecureCerts = false): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    pipe: true,
    acceptInsecureCerts,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      // Chromium refuses its sandbox to root, and only to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--lang=id',
      ...args,
    ],
  });
}

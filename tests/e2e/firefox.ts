import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lab } from '../lab/types.ts';

/** Firefox by its own remote protocol (Marionette over TCP): no driver to download, and closed shadow roots open. */

export const ADDON_ID = 'tanggap@tanggap.invalid';
const ADDON_UUID = '7a3d1f6e-5b1c-4c0e-9a53-2f6c1d0b8e11';
const ADDON_DIR = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface FirefoxButton {
  id: string;
  name: string;
}

export interface Firefox {
  go(url: string): Promise<void>;
  /** Run a function body in the page; `arguments` as given. */
  script<T>(body: string, args?: unknown[]): Promise<T>;
  /** The same with a promise awaited. */
  asyncScript<T>(body: string, args?: unknown[]): Promise<T>;
  /** Run in the browser's own (chrome) context. */
  chrome<T>(body: string, args?: unknown[]): Promise<T>;
  /** Our buttons in closed shadow roots, as assistive technology names them, in document order. */
  shadowButtons(pattern?: RegExp): Promise<FirefoxButton[]>;
  /** An element of the page in view by CSS selector, perhaps the one that holds a text. */
  element(selector: string, text?: string): Promise<string | null>;
  click(id: string): Promise<void>;
  /** Keys into an element, as from a keyboard; `\uE007` is Enter. */
  type(id: string, text: string): Promise<void>;
  handles(): Promise<string[]>;
  switchTo(handle: string): Promise<void>;
  extensionUrl(path: string): string;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const BUTTONS = `
  const name = (button) => (button.getAttribute('aria-label') || button.textContent).trim();
  return [...document.querySelectorAll('div')].flatMap((host) =>
    [...(host.openOrClosedShadowRoot?.querySelectorAll('button') ?? [])].map((button) => ({ name: name(button), button })),
  );`;

/** Marionette frames: `length:json`; a command is [0, id, name, params], an answer [1, id, error, result]. */
class Marionette {
  private buffer = Buffer.alloc(0);
  private next = 1;
  private waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private readonly socket: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (data) => this.read(data));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Firefox has closed'));
      this.waiting.clear();
    });
  }

  private read(data: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const colon = this.buffer.indexOf(58);
      if (colon < 0) return;
      const length = Number(this.buffer.subarray(0, colon).toString());
      const end = colon + 1 + length;
      if (this.buffer.length < end) return;
      const body = JSON.parse(this.buffer.subarray(colon + 1, end).toString());
      this.buffer = this.buffer.subarray(end);
      if (!Array.isArray(body)) continue;
      const [, id, error, result] = body;
      const waiter = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) waiter?.reject(new Error(`${error.error}: ${error.message}`));
      else waiter?.resolve(result);
    }
  }

  send<T>(name: string, params: Record<string, unknown> = {}): Promise<T> {
    const id = this.next++;
    const text = JSON.stringify([0, id, name, params]);
    this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: (value) => resolve(value as T), reject });
    });
  }

  end(): void {
    this.socket.destroy();
  }
}

async function dial(port: number): Promise<Socket> {
  const end = Date.now() + 30_000;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (open) return socket;
    if (Date.now() > end) throw new Error('Firefox did not open its remote port');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Start Firefox with the shipped add-on, its traffic going to the lab alone. */
export async function launchFirefox(lab: Lab): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'tanggap-fx-'));
  const port = await freePort();
  const prefs: Record<string, string | number | boolean> = {
    'marionette.port': port,
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': lab.proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': lab.proxyPort,
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
    'xpinstall.signatures.required': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'intl.accept_languages': 'id',
  };
  const lines = Object.entries(prefs).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = [
    '--headless',
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
    '--profile',
    profile,
  ];
  const child: ChildProcess = spawn(process.env.FIREFOX || 'firefox-esr', args, { stdio: 'ignore' });
  const wire = new Marionette(await dial(port));
  await wire.send('WebDriver:NewSession', { acceptInsecureCerts: true });
  await wire.send('Addon:Install', { path: ADDON_DIR, temporary: true });
  await wire.send('WebDriver:SetTimeouts', { script: 30_000, pageLoad: 30_000, implicit: 0 });

  async function run<T>(command: string, body: string, args: unknown[]): Promise<T> {
    const result = await wire.send<{ value: T }>(command, { script: body, args });
    return result.value;
  }
  const awaited = (body: string) =>
    `const done = arguments[arguments.length - 1]; (async () => { ${body} })().then((v) => done({ok: v}), (e) => done({error: String(e)}));`;

  async function asyncScript<T>(body: string, args: unknown[] = []): Promise<T> {
    const value = await run<{ ok: T; error?: string }>('WebDriver:ExecuteAsyncScript', awaited(body), args);
    if (value.error) throw new Error(value.error);
    return value.ok;
  }

  return {
    go: (url) => wire.send('WebDriver:Navigate', { url }),
    script: (body, args = []) => run('WebDriver:ExecuteScript', body, args),
    asyncScript,
    async chrome(body, args = []) {
      await wire.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await asyncScript(body, args);
      } finally {
        await wire.send('Marionette:SetContext', { value: 'content' });
      }
    },
    async shadowButtons(pattern = /./) {
      // The browser's own code sees into closed roots; nothing is left in the page by looking.
      const { value } = await wire.send<{ value: { name: string; button: Record<string, string> }[] }>(
        'WebDriver:ExecuteScript',
        { script: BUTTONS, args: [], sandbox: 'system' },
      );
      return value
        .filter(({ name }) => pattern.test(name))
        .map(({ name, button }) => ({ name, id: button[ELEMENT] ?? '' }));
    },
    async element(selector, text = '') {
      const found = await run<Record<string, string> | null>(
        'WebDriver:ExecuteScript',
        `return [...document.querySelectorAll(arguments[0])].filter((one) =>
           (one.getAttribute('aria-label') ?? '').includes(arguments[1]) || one.textContent.includes(arguments[1]) ||
           (one.value ?? '').includes?.(arguments[1])).at(-1) ?? null;`,
        [selector, text],
      );
      return found?.[ELEMENT] ?? null;
    },
    click: (id) => wire.send('WebDriver:ElementClick', { id }),
    type: (id, text) => wire.send('WebDriver:ElementSendKeys', { id, text }),
    handles: () => wire.send('WebDriver:GetWindowHandles'),
    switchTo: (handle) => wire.send('WebDriver:SwitchToWindow', { handle }),
    extensionUrl: (path) => `moz-extension://${ADDON_UUID}/${path}`,
    async screenshot() {
      const result = await wire.send<{ value: string }>('WebDriver:TakeScreenshot', { full: false });
      return Buffer.from(result.value, 'base64');
    },
    async close() {
      await wire.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      wire.end();
      child.kill('SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 300));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

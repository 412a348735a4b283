import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComplaintRow } from '../../storage/database.ts';
import { startLab } from '../lab/server.ts';
import type { Lab } from '../lab/types.ts';
import { until } from './browser.ts';
import { type Firefox, launchFirefox } from './firefox.ts';

/** The same source in Firefox: what is not Chrome's own works there too. */

const READ = `
  const name = arguments[0];
  return await new Promise((resolve, reject) => {
    const open = indexedDB.open('tanggap');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const all = open.result.transaction(name).objectStore(name).getAll();
      all.onsuccess = () => { open.result.close(); resolve(JSON.parse(JSON.stringify(all.result))); };
    };
  });`;

/** Hosts of our buttons: elements of a name that neither site uses, directly in an action row. */
const HOSTS = 'article section > *, article section div > *';

describe('Firefox', () => {
  let lab: Lab;
  let firefox: Firefox;
  let site: string;
  let inspector: string;

  beforeAll(async () => {
    lab = await startLab({ seed: 2 });
    firefox = await launchFirefox(lab);
    site = (await firefox.handles())[0] ?? '';
  });
  afterAll(async () => {
    await firefox?.close();
    await lab?.close();
  });

  const rows = async (): Promise<ComplaintRow[]> => {
    await firefox.switchTo(inspector);
    return firefox.asyncScript<ComplaintRow[]>(READ, ['complaints']);
  };

  test('the first-run page is shown after the installation', async () => {
    inspector = await until(async () => {
      for (const handle of await firefox.handles()) {
        await firefox.switchTo(handle);
        if ((await firefox.script<string>('return location.href')).includes('/dashboard.html')) return handle;
      }
      return null;
    }, 'the first-run page');
  });

  test('buttons stand in closed shadow roots on the posts', async () => {
    await firefox.switchTo(site);
    await firefox.go('https://www.instagram.com/');
    const buttons = await until(async () => {
      const found = await firefox.shadowButtons(HOSTS);
      return found.some((button) => /^Tandai aduan/.test(button.name)) ? found : null;
    }, 'buttons in Firefox');
    expect(
      await firefox.script('return [...document.querySelectorAll("*")].filter((e) => e.shadowRoot).length'),
    ).toBe(0);
    expect(buttons.length).toBeGreaterThan(0);
  });

  test('a click records the post, opens one window with the panel, and stores the photos', async () => {
    const buttons = await firefox.shadowButtons(HOSTS);
    const button = buttons.find((candidate) => /^Tandai aduan/.test(candidate.name));
    await firefox.click(button?.id ?? '');
    const [row] = await until(async () => {
      const all = await rows();
      return all[0] && all[0].photoCount > 0 && all[0].photoMissing === 0 ? all : null;
    }, 'the complaint with its photos');
    const truth = lab.find('instagram', row?.id.split(':')[1] ?? '');
    expect(truth).toBeDefined();
    expect(row?.photoCount).toBe(truth?.photos.length);
    const panel = await until(async () => {
      for (const handle of await firefox.handles()) {
        await firefox.switchTo(handle);
        if ((await firefox.script<string>('return location.href')).includes('/sidepanel.html')) return handle;
      }
      return null;
    }, 'a window with the panel');
    await firefox.switchTo(panel);
    await until(
      () => firefox.script<boolean>('return document.body.innerText.includes("ADU-0001")'),
      'its number',
    );
  });

  test('the background is stopped and comes back with the next message', async () => {
    const state = await firefox.chrome<string>(
      `const policy = WebExtensionPolicy.getByID(arguments[0]);
       await policy.extension.terminateBackground({ disableResetIdleForTest: true });
       return policy.extension.backgroundState;`,
      ['tanggap@tanggap.invalid'],
    );
    expect(state).toBe('stopped');
    await firefox.switchTo(inspector);
    const answer = await firefox.asyncScript<{ ok: boolean }>(
      `const [row] = await (async () => { ${READ.replace('arguments[0]', '"complaints"')} })();
       return browser.runtime.sendMessage({ name: 'complaint.sensitive', input: { complaintId: row.id, sensitive: true } });`,
    );
    expect(answer.ok).toBe(true);
    expect((await rows())[0]?.sensitive).toBe(1);
  });

  test('requests of the extension carry neither cookie nor referrer', () => {
    const foreign = lab
      .requests()
      .filter((request) => request.cause !== 'page' && request.cause !== 'document');
    expect(foreign.length).toBeGreaterThan(0);
    for (const { host, headers } of foreign) {
      expect(host).toMatch(/cdninstagram\.com$|fbcdn\.net$/);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });
});

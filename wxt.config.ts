import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'wxt';

/** Public half of the key that fixes the unpacked extension's id in Chromium: onghcpfllbbdappceppcfhbiddpddodc. */
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAl0f6s5YXgtC2j/YizIuOe5/HlUkxk5Pn3A25lNb52qQdJ9BCS09ySXQq4ncHi+bv1y0sGwaGaEZ7JdNItWjTFqSbn4NPwIquRwX+Y6obwB/fgC+Uj4nMwH64E6NsutsCVGy6P0UJofrME/OShbaW0bE4j0UvTuklEtJq8C2gdj7ycFoiiQ9k5qd50gSAFera82bJJFoNR1Crd1/kQ59Lr2h0CP8q6+1K2aLTgOLvAZzZF2EQWs8Nd1+vfcMg+ZsuSA54torJL9bmoXT3d7EYU9XBPa27q+/66qtp4Iz8EUcCds2HNUe2QuR7c48lHlJYsIJsvWLKE4t//BuwCNICpQIDAQAB';

const PAGES = ['https://www.instagram.com/*', 'https://www.facebook.com/*', 'https://web.facebook.com/*'];
const PHOTO_HOSTS = ['https://*.cdninstagram.com/*', 'https://*.fbcdn.net/*'];

/** Generated messages get `i18n/locale.ts` in place of Paraglide's runtime; the reason stands there. */
const slimMessages = {
  name: 'tanggap:slim-messages',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    const generated = importer?.replaceAll('\\', '/').includes('/i18n/paraglide/messages');
    return generated && source.endsWith('/runtime.js')
      ? join(import.meta.dirname, 'i18n', 'locale.ts')
      : null;
  },
};

/**
 * What comes into a page uses the browser's own namespace: both browsers' is promise-based from the versions in the
 * manifest on, and webextension-polyfill (a no-op there) would take 3 kB of its 14.
 */
const lightContent = {
  name: 'tanggap:light-content',
  enforce: 'pre' as const,
  resolveId: (source: string) => (source === 'webextension-polyfill' ? '\0native-browser' : null),
  load: (id: string) => (id === '\0native-browser' ? 'export default globalThis.browser ?? chrome;' : null),
  /** In a page no message is asked for in another language than the one in force. */
  transform: (code: string, id: string) =>
    id.replaceAll('\\', '/').includes('/i18n/paraglide/messages/') ? slimMessage(code) : null,
};

/** Both languages of one message in one function: a third of what is generated. Null where the form is another. */
function slimMessage(code: string): string | null {
  const name = /export const (\w+) =/.exec(code)?.[1];
  const word = (locale: string) =>
    new RegExp(`const ${locale}_\\w+ =[^\`]*(\`(?:[^\`\\\\]|\\\\.)*\`)\\)\\n};`)
      .exec(code)?.[1]
      ?.replaceAll('${i?.', '${i.');
  const [id, en] = [word('id'), word('en')];
  if (!name || !id || !en) return null;
  const head = "import { getLocale } from '../runtime.js';\n";
  return `${head}export const ${name} = (i) => ${id === en ? id : `getLocale() === 'id' ? ${id} : ${en}`};`;
}

/**
 * The framework tells its scripts of each other and of addresses by events in the page: a page could hear from them
 * that Tanggap is there, and end its script with one of its own. Our own context sends none, and is smaller, and
 * so is our way to start: it leaves out a logger that is silent in a build in any case.
 */
const ownContext = {
  name: 'tanggap:own-context',
  enforce: 'pre' as const,
  resolveId: (source: string) =>
    source === 'wxt/utils/content-script-context'
      ? join(import.meta.dirname, 'sites', 'page', 'page-context.ts')
      : null,
  transform(code: string, id: string) {
    // Where and when a script runs stands in the manifest.
    if (/^[^?]*\/entrypoints\/\w+\.content\.ts$/.test(id.replaceAll('\\', '/')))
      return code.replace(/matches: \[[^\]]*\],|runAt: '\w+',/g, '');
    const kind = /virtual:wxt-(content-script-isolated-world|unlisted-script)-entrypoint/.exec(id)?.[1];
    const definition = /^import definition from .*$/m.exec(code)?.[0];
    if (!kind || !definition) return null;
    if (kind === 'unlisted-script') return `${definition}\nexport default definition.main();`;
    const context = "import { ContentScriptContext } from 'wxt/utils/content-script-context';";
    return `${definition}\n${context}\nexport default definition.main(new ContentScriptContext());`;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  vite: () => ({
    plugins: [
      slimMessages,
      paraglideVitePlugin({
        project: './i18n/project.inlang',
        outdir: './i18n/paraglide',
        strategy: ['globalVariable', 'baseLocale'],
      }),
    ],
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => type === 'content-script' || type === 'unlisted-script')) {
        config.plugins = [lightContent, ownContext, ...(config.plugins ?? [])];
      }
    },
  },
  manifest: ({ browser }) => ({
    name: 'Tanggap',
    description:
      'Tandai aduan warga di Instagram dan Facebook, teruskan ke perangkat daerah, dan lihat berapa lama belum direspons.',
    minimum_chrome_version: '123',
    ...(browser === 'firefox' ? {} : { key: CHROME_KEY }),
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      'notifications',
      'clipboardWrite',
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [...PAGES, ...PHOTO_HOSTS],
    optional_host_permissions: ['https://api.telegram.org/*'],
    action: { default_title: 'Tanggap' },
    browser_specific_settings: {
      gecko: {
        id: 'tanggap@tanggap.invalid',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
});

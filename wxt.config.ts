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
 * The content script uses the browser's own namespace: both browsers' is promise-based from the versions in the
 * manifest on, and webextension-polyfill (a no-op there) would take 3 kB of its 14.
 */
const lightContent = {
  name: 'tanggap:light-content',
  enforce: 'pre' as const,
  resolveId: (source: string) => (source === 'webextension-polyfill' ? '\0native-browser' : null),
  load: (id: string) => (id === '\0native-browser' ? 'export default globalThis.browser ?? chrome;' : null),
  /** In a page no message is asked for in another language than the one in force. */
  transform: (code: string, id: string) =>
    id.replaceAll('\\', '/').includes('/i18n/paraglide/messages/')
      ? code
          .replace('experimentalStaticLocale ?? options.locale ?? getLocale()', 'getLocale()')
          .replace('(inputs, options = {}) =>', '(inputs) =>')
          .replace('(inputs = {}, options = {}) =>', '(inputs) =>')
      : null,
};

/**
 * The framework names its events in the page after the extension's id, which everyone knows: a page could hear
 * from them that Tanggap is there, and end its script with one of its own. A name that nobody knows tells nothing.
 */
const unguessableEvents = {
  name: 'tanggap:unguessable-events',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.replaceAll('\\', '/').endsWith('/wxt/dist/utils/internal/custom-events.mjs')
      ? `const unguessable = Math.random();\n${code.replace('browser?.runtime?.id', 'unguessable')}`
      : null,
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
      if (entrypoints.some((entry) => entry.type === 'content-script')) {
        config.plugins = [lightContent, unguessableEvents, ...(config.plugins ?? [])];
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

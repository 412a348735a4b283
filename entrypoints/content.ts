import { defineContentScript } from 'wxt/utils/define-content-script';
import { call } from '../protocol/client.ts';
import { createActsSource } from '../sites/page/acts-source.ts';
import { startPage } from '../sites/page/start.ts';
import { postFinderFor } from '../sites/post-finders.ts';

export default defineContentScript({
  matches: ['https://www.instagram.com/*', 'https://www.facebook.com/*', 'https://web.facebook.com/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const finder = postFinderFor(location.hostname);
    if (finder) startPage(document, finder, ctx, call, createActsSource(call));
  },
});

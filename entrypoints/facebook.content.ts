import { defineContentScript } from 'wxt/utils/define-content-script';
import { call } from '../protocol/client.ts';
import { facebookPosts } from '../sites/facebook/find.ts';
import { createActsSource } from '../sites/page/acts-source.ts';
import { startPage } from '../sites/page/start.ts';

export default defineContentScript({
  matches: ['https://www.facebook.com/*', 'https://web.facebook.com/*'],
  runAt: 'document_idle',
  main: (ctx) => startPage(document, facebookPosts, ctx, call, createActsSource(call)),
});

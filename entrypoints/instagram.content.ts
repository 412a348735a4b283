import { defineContentScript } from 'wxt/utils/define-content-script';
import { call } from '../protocol/client.ts';
import { instagramPosts } from '../sites/instagram/find.ts';
import { createActsSource } from '../sites/page/acts-source.ts';
import { startPage } from '../sites/page/start.ts';

export default defineContentScript({
  matches: ['https://www.instagram.com/*'],
  runAt: 'document_idle',
  main: (ctx) => startPage(document, instagramPosts, ctx, call, createActsSource(call)),
});

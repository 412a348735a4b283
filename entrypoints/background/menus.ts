import { type Browser, browser } from 'wxt/browser';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { flag } from '../../storage/flag.ts';
import { addressed, handCapture } from './addressed.ts';
import { PAGE_PATTERNS } from './broadcast.ts';
import { isPhotoAddress } from './fetch-photo.ts';
import { openPanel, showInPanel } from './panel.ts';
import { fetchPhotos } from './photos.ts';
import { afterWrite } from './refresh.ts';

const FLAG = 'flag';
const MANUAL = 'manual';

/** Makes the two menu entries, in the language set; called at installation and when the language changes. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const documentUrlPatterns = PAGE_PATTERNS;
  browser.contextMenus.create({
    id: FLAG,
    title: m.bg_menu_flag(),
    contexts: ['link', 'image', 'video', 'selection', 'page'],
    documentUrlPatterns,
  });
  browser.contextMenus.create({
    id: MANUAL,
    title: m.bg_menu_manual(),
    contexts: ['page', 'link', 'image', 'selection'],
    documentUrlPatterns,
  });
}

type Click = Pick<
  Browser.contextMenus.OnClickData,
  'menuItemId' | 'linkUrl' | 'pageUrl' | 'frameUrl' | 'srcUrl' | 'mediaType' | 'selectionText'
>;

/**
 * The way to a complaint that needs no layout: from the link, photo or words under the pointer. Only the browser
 * can call it, after a click of the official's. Opens the panel before anything is awaited.
 */
export async function onMenuClick(click: Click, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const opening = openPanel(tab);
  const now = Date.now();
  const complaintId = click.menuItemId === MANUAL ? await manual(click, now) : await fromClick(click, now);
  await showInPanel({ complaintId });
  void afterWrite();
  void fetchPhotos(complaintId).catch(() => undefined);
  await opening;
}

async function fromClick(click: Click, now: number): Promise<string> {
  const pageUrl = (click.pageUrl ?? '').slice(0, 4_000);
  const candidates = [click.linkUrl, click.pageUrl].filter((url) => url !== undefined).map(addressed);
  const post = candidates.find((c) => c.identity) ?? candidates.at(-1) ?? { site: null, identity: null };
  const source = click.mediaType === 'image' ? (click.srcUrl ?? '') : '';
  const capture = handCapture({
    post,
    surface: 'menu',
    pageUrl,
    text: (click.selectionText ?? '').slice(0, 100_000),
    place: '',
    photos: source.length <= 4_000 && isPhotoAddress(source) ? [{ url: source, kind: 'photo' }] : [],
    now,
  });
  return (await flag(database, { capture, via: 'menu', now })).row.id;
}

async function manual(click: Click, now: number): Promise<string> {
  const address = click.linkUrl && addressed(click.linkUrl).identity ? click.linkUrl : (click.pageUrl ?? '');
  return noteByHand({ url: address, text: (click.selectionText ?? '').slice(0, 100_000), now });
}

/** An empty complaint with the address filled in; the one that exists when the address names a known post. */
export async function noteByHand({
  url,
  text,
  now,
}: {
  url: string;
  text: string;
  now: number;
}): Promise<string> {
  const capture = handCapture({
    post: addressed(url),
    surface: 'manual',
    pageUrl: url.slice(0, 4_000),
    text,
    place: '',
    photos: [],
    now,
  });
  return (await flag(database, { capture, via: 'manual', now })).row.id;
}

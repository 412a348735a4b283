import type { Browser } from 'wxt/browser';
import { wantsSighting } from '../../../complaints/adds.ts';
import { isReadable } from '../../../complaints/reading.ts';
import type { FlagAnswer, PageState } from '../../../protocol/contract.ts';
import { TanggapError } from '../../../protocol/errors.ts';
import { type ComplaintRow, database } from '../../../storage/database.ts';
import { flag } from '../../../storage/flag.ts';
import { findAnyByNames, findByNames } from '../../../storage/read/by-names.ts';
import { readComplaint } from '../../../storage/read/complaint.ts';
import { changedLayouts } from '../../../storage/read/health.ts';
import { readRow } from '../../../storage/read/row.ts';
import { readSettings } from '../../../storage/read/settings.ts';
import { undo } from '../../../storage/undo.ts';
import { bringReplies } from '../bring-replies.ts';
import { countUnreadable } from '../count-unreadable.ts';
import { noteByHand } from '../menus.ts';
import { openPanel, showInPanel } from '../panel.ts';
import { fetchPhotos } from '../photos.ts';
import { createRateLimit } from '../rate.ts';
import { readPost } from '../read-post.ts';
import { afterWrite } from '../refresh.ts';
import { handlers } from '../router.ts';
import { bringScript, isSite } from '../site-scripts.ts';
import { issueToken, redeemToken } from '../undo-tokens.ts';

/** A person does not flag or record faster; a page that forges clicks gets no further. */
export const mayFlag = createRateLimit(20, 10_000);

/**
 * What a page may ask for. Nothing here sends, deletes or reads anything but the states of posts. The panel is
 * opened first, before anything is awaited, while the click is fresh.
 */
export const pageHandlers = handlers({
  'page.flag': async ({ reading }, { sender, now }) => {
    const { tabId, pageUrl } = tabOf(sender);
    if (!mayFlag(tabId, now)) throw new TanggapError('rate');
    if (!isSite(reading.site, pageUrl)) throw new TanggapError('invalid', 'another site');
    const opening = openPanel(sender.tab);
    const capture = await readPost(reading, tabId, sameOrigin(reading.pageUrl, pageUrl));
    void countUnreadable(capture, now);
    const { row, fresh, eventId } = await flag(database, { capture, via: 'button', now }).catch(
      async (error) => {
        const lost = error instanceof TanggapError && error.code === 'unidentified';
        const changed = lost && (await changedLayouts(database, reading.site, now));
        throw changed && changed.length > 0 ? new TanggapError('layout-changed') : error;
      },
    );
    await showInPanel({ complaintId: row.id });
    const undoToken = fresh && eventId ? await issueToken(eventId, tabId, now) : null;
    void fetchPhotos(row.id).catch(() => undefined);
    void afterWrite();
    await opening.catch(() => undefined);
    const partly = !isReadable(capture.author) || !isReadable(capture.text) || !isReadable(capture.postedAt);
    return { ...stateOf(row), fresh, undoToken, partly } satisfies FlagAnswer;
  },

  'page.states': async ({ names }, { sender }) => {
    const [rows, settings] = await Promise.all([findByNames(database, names), readSettings(database)]);
    const states: Record<string, PageState> = {};
    for (const row of rows)
      for (const name of row.aliases) if (names.includes(name)) states[name] ??= stateOf(row);
    await bringReplies(rows, sender);
    return { locale: settings.language, states };
  },

  'page.acts': async (_input, { sender }) => {
    const { tabId, pageUrl } = tabOf(sender);
    await bringScript('acts', tabId, pageUrl);
    return null;
  },

  'page.open': async ({ complaintId }, { sender, now }) => {
    const opening = openPanel(sender.tab);
    if (!(await readRow(database, complaintId))) throw new TanggapError('not-found', complaintId);
    await showInPanel({ complaintId });
    await opening;
    const found = await readComplaint(database, complaintId);
    return { see: found !== null && !found.complaint.purged && wantsSighting(found.complaint, now) };
  },

  'page.see': async ({ complaintId, reading }, { sender, now }) => {
    const { tabId, pageUrl } = tabOf(sender);
    if (!mayFlag(tabId, now)) throw new TanggapError('rate');
    if (!isSite(reading.site, pageUrl)) throw new TanggapError('invalid', 'another site');
    const capture = await readPost(reading, tabId, sameOrigin(reading.pageUrl, pageUrl));
    const names = capture.identity ? [capture.identity.key, ...capture.identity.aliases] : [];
    const rows = await findAnyByNames(database, names);
    if (!rows.some((row) => row.id === complaintId && row.status !== 'void')) return null;
    await flag(database, { capture, via: 'button', now });
    void fetchPhotos(complaintId).catch(() => undefined);
    void afterWrite();
    return null;
  },

  'page.manual': async (input, { sender, now }) => {
    const { tabId, pageUrl } = tabOf(sender);
    if (!mayFlag(tabId, now)) throw new TanggapError('rate');
    const opening = openPanel(sender.tab);
    await showInPanel({
      complaintId: await noteByHand({ url: sameOrigin(input.pageUrl, pageUrl), text: '', now }),
    });
    void afterWrite();
    await opening;
    return null;
  },

  'page.undoFlag': async ({ token }, { sender, now }) => {
    const eventId = await redeemToken(token, tabOf(sender).tabId, now);
    if (!eventId) throw new TanggapError('conflict', 'token');
    await undo(database, { eventId }, now);
    void afterWrite();
    return null;
  },
});

export function tabOf(sender: Browser.runtime.MessageSender): { tabId: number; pageUrl: string } {
  const tabId = sender.tab?.id;
  if (tabId === undefined) throw new TanggapError('refused', 'no tab');
  return { tabId, pageUrl: sender.url ?? '' };
}

/** The address that the page gave if it is of the sender's origin, else the sender's own. */
export function sameOrigin(given: string, pageUrl: string): string {
  if (!URL.canParse(given) || !URL.canParse(pageUrl)) return pageUrl;
  return new URL(given).origin === new URL(pageUrl).origin ? given : pageUrl;
}

function stateOf(row: ComplaintRow): PageState {
  return {
    complaintId: row.id,
    number: row.number,
    status: row.status,
    dueAt: row.dueAt ?? null,
    termMs: row.termMs ?? null,
    ...(row.nearAt === undefined ? {} : { nearAt: row.nearAt }),
    ...(row.pausedUntil === undefined ? {} : { pausedUntil: row.pausedUntil }),
  };
}

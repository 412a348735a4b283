import type { Browser } from 'wxt/browser';
import type { ComplaintRow } from '../../storage/database.ts';
import { bringScript } from './site-scripts.ts';

/** With an agency, and not closed: an answer under the post would be recorded. */
export function isFollowed({ status, agencyId }: Pick<ComplaintRow, 'status' | 'agencyId'>): boolean {
  return agencyId !== '' && (status === 'waiting' || status === 'responded' || status === 'outside');
}

/** Documents that have the script, as far as the browser names documents; forgotten with the worker. */
const brought = new Set<string>();

/**
 * Puts the script that looks for agencies' answers beside the content script, when a post that is followed stands in
 * the page, and only then.
 */
export async function bringReplies(
  rows: readonly ComplaintRow[],
  sender: Browser.runtime.MessageSender,
): Promise<void> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || !rows.some(isFollowed)) return;
  const { documentId } = sender as { documentId?: string };
  if (documentId && brought.has(documentId)) return;
  try {
    await bringScript('replies', tabId, sender.url ?? '');
    if (brought.size > 500) brought.clear();
    if (documentId) brought.add(documentId);
  } catch (error) {
    // States are shown all the same; the next question tries again.
    console.warn('Tanggap: no look for answers', String(error));
  }
}

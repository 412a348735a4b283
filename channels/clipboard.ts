import type { DeliverEnv, Draft } from './channel.ts';

/**
 * Put the chosen photos on the clipboard as one picture. The picture is passed as a promise, so that the
 * clipboard is asked while the click still counts.
 * @returns false when the browser refused or the picture could not be made.
 */
export async function copySheet(draft: Draft, env: DeliverEnv): Promise<boolean> {
  if (draft.photos.length === 0) return false;
  const sheet = env.makeSheet(draft.photos, draft.record.number);
  try {
    await env.writeClipboard({ 'image/png': sheet });
    return true;
  } catch {
    // The promise may fail on its own after the clipboard has refused.
    await sheet.catch(() => null);
    return false;
  }
}

/** Put the message on the clipboard; false when the browser refused. */
export async function copyMessage(
  draft: Pick<Draft, 'text'>,
  env: Pick<DeliverEnv, 'writeClipboard'>,
): Promise<boolean> {
  try {
    await env.writeClipboard({ 'text/plain': new Blob([draft.text], { type: 'text/plain' }) });
    return true;
  } catch {
    return false;
  }
}

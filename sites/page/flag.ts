import type { FlagAnswer, PageFlagInput } from '../../protocol/contract.ts';
import type { PostFinder, PostReader } from '../site.ts';
import type { PostButton } from './post.ts';

const MAX_TEXT = 100_000;
const MAX_RAW = 16;

/**
 * Read a post or comment now and send it to be recorded. All reading is done in one turn, and the message goes out before any
 * wait: the click is what allows the worker to open the side panel. The marker by which the worker finds the post
 * in the page's world stands only while the answer is awaited.
 */
export function flagPost(it: PostButton, reader: PostReader): Promise<FlagAnswer> {
  return sendReading(it, reader, (reading) => it.shared.call('page.flag', { reading }));
}

/** Read a post that is a complaint already once more: its figures may have grown. Nobody waits for it. */
export function seePost(it: PostButton, reader: PostReader, complaintId: string): Promise<null> {
  return sendReading(it, reader, (reading) => it.shared.call('page.see', { complaintId, reading }));
}

/** The same with any message: whatever is recorded of a post or comment is read in one way. */
export async function sendReading<T>(
  { post, kind, shared }: PostButton,
  reader: PostReader,
  send: (reading: PageFlagInput['reading']) => Promise<T>,
): Promise<T> {
  const { finder } = shared;
  const document = post.ownerDocument;
  const url = new URL(document.location.href);
  const dom = kind.comment ? reader.readComment(post, url) : reader.readDom(post, url);
  if (dom.text !== undefined && dom.text.length > MAX_TEXT) {
    dom.text = dom.text.slice(0, MAX_TEXT);
    dom.textCut = true;
  }
  const raw = reader.readIslands(document, dom).slice(0, MAX_RAW);
  const marker = `data-${randomName()}`;
  post.setAttribute(marker, '');
  try {
    return await send({
      site: finder.id,
      surface: surfaceOf(post, finder, url),
      pageUrl: url.href.slice(0, 4000),
      readAt: Date.now(),
      dom,
      raw,
      marker,
    });
  } finally {
    post.removeAttribute(marker);
  }
}

/** A dialog has the address of the post in it, so only the page tells it from the post's own page. */
function surfaceOf(post: Element, finder: PostFinder, url: URL): string {
  const dialog =
    post.closest('[role="dialog"]') && finder.surfaces.some((surface) => surface.id === 'dialog');
  return dialog ? 'dialog' : (finder.surfaceOf(url) ?? '');
}

function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

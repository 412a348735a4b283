import { world } from '../world.ts';
import type { Parts } from './parts.ts';
import type { Address } from './urls.ts';

interface Shown {
  what: string;
  /** Names in the page's address when this was first seen. */
  at: string;
  /** It came while the address was still that of what was there before. */
  early: boolean;
}

/** All scripts of the extension in one page must remember the same. */
interface Memory {
  tanggapShown?: WeakMap<Element, Shown>;
}

/**
 * Whether the page's address may speak of what a post's element holds. The site changes the address at one moment and
 * what stands in the element at another: what was there under another address is not what this one names.
 */
export function cameWith(post: Element, address: Address | null, viewer: boolean, parts: Parts): boolean {
  (world as Memory).tanggapShown ??= new WeakMap();
  const memory = (world as Memory).tanggapShown as WeakMap<Element, Shown>;
  const at = address?.names.join() ?? '';
  const words = viewer ? pictured(parts) : (parts.message?.textContent ?? '').slice(0, 60);
  const what = `${parts.heads[0]?.textContent ?? ''} ${words}`;
  const last = memory.get(post);
  if (!last || last.what !== what) {
    // The words of a post may come after its name; another picture is another thing.
    const early = viewer && !!last && last.at === at;
    memory.set(post, { what, at, early });
    return !early;
  }
  if (!last.early) return last.at === at;
  if (last.at !== at) memory.set(post, { what, at, early: false });
  return last.at !== at;
}

/** File of the picture or address of the film that is looked at. */
function pictured({ media }: Parts): string {
  for (const part of media) {
    if (part.matches('video')) return part.getAttribute('src') ?? '';
    const image = part.matches('img') ? part : part.querySelector('img');
    const file = /^https:\/\/(?!static)[^?#]+fbcdn\.net\/[^?#]*\/([^?#]+)/.exec(
      image?.getAttribute('src') ?? '',
    )?.[1];
    if (file) return file;
  }
  return '';
}

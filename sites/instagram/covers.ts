import { ISLAND } from './selectors.ts';
import { fileOf, isCode } from './urls.ts';
import { type Dict, parseJson, walk } from './walk.ts';

/** What the islands say of each picture file that was asked for; they do not change while there are as many. */
const asked = new WeakMap<Document, { islands: number; files: Map<string, Dict[]> }>();

/**
 * Code of a post that nothing links to (a slot of the reels viewer): that of the one media object in the islands
 * with the same picture file, by the same author. '' when there is none, or more than one.
 */
export function codeOfPhotos(post: Element, image: HTMLImageElement | undefined, handle: string): string {
  const file = fileOf(image?.src ?? '');
  const found = file ? mediaOfFile(post.ownerDocument, file) : [];
  const codes = new Set(found.map((media) => String(media.code)));
  const [code = ''] = codes;
  const authors = found.flatMap(
    (media) => [media.user, media.owner, ...list(media.coauthor_producers)] as Dict[],
  );
  const his = !handle || authors.some((author) => author?.username === handle);
  return codes.size === 1 && isCode(code) && his ? code : '';
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function mediaOfFile(document: Document, file: string): Dict[] {
  const scripts = document.querySelectorAll(ISLAND);
  let known = asked.get(document);
  if (known?.islands !== scripts.length) {
    known = { islands: scripts.length, files: new Map() };
    asked.set(document, known);
  }
  let found = known.files.get(file);
  if (!found) {
    found = [];
    for (const { textContent } of scripts) {
      if (!textContent?.includes(file)) continue;
      walk(parseJson(textContent), (value) => {
        if (typeof value.code !== 'string' || !JSON.stringify(value.image_versions2 ?? '').includes(file))
          return;
        found?.push(value);
        return true;
      });
    }
    known.files.set(file, found);
  }
  return found;
}

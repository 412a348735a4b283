/** Bounds of the Bot API, in UTF-16 units and bytes. */
export const MAX_CAPTION = 1_024;
export const MAX_MESSAGE = 4_096;
export const MAX_PHOTO = 10_000_000;

export type TelegramParts =
  /** One message: the photo with the text under it. */
  | { kind: 'photo'; caption: string }
  /** The text carries the buttons and goes first, the photo answers it: what must arrive is not left to the second. */
  | { kind: 'text-then-photo'; text: string }
  | { kind: 'text'; text: string };

/** How a text and perhaps a photo travel. A text over the bound is cut at its end, with a mark. */
export function partsOf(text: string, hasPhoto: boolean): TelegramParts {
  const fitted = text.length <= MAX_MESSAGE ? text : `${cut(text, MAX_MESSAGE - 1)}…`;
  if (!hasPhoto) return { kind: 'text', text: fitted };
  return fitted.length <= MAX_CAPTION
    ? { kind: 'photo', caption: fitted }
    : { kind: 'text-then-photo', text: fitted };
}

/** Never through the middle of a surrogate pair. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

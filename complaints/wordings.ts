import { type Capture, isReadable } from './reading.ts';

/** One wording of a post's whole text. */
export interface Wording {
  text: string;
  /** Epoch ms of the first reading that had it. */
  readAt: number;
}

/**
 * The wordings in which a post was read whole, in the order of the readings. A cut or selected text is none, and
 * what differs in blanks, marks and emoji only is the same: layers of one page differ in them.
 */
export function wordingsOf(captures: readonly Capture[]): Wording[] {
  const wordings: Wording[] = [];
  for (const capture of captures) {
    if (!isReadable(capture.text) || capture.text.source === 'user') continue;
    const text = capture.text.value;
    const last = wordings.at(-1);
    if (!last || letters(last.text) !== letters(text)) wordings.push({ text, readAt: capture.readAt });
  }
  return wordings;
}

/** Whether a reading holds a whole text that differs from the last one known. */
export function isReworded(known: readonly Wording[], capture: Capture): boolean {
  const last = known.at(-1);
  if (!last || !isReadable(capture.text) || capture.text.source === 'user') return false;
  return letters(last.text) !== letters(capture.text.value);
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

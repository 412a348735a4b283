import type { ResponseKind } from '../events.ts';
import { guessKind, ownWords } from './kind.ts';
import { isOurs } from './match.ts';
import { type PasteOptions, readPaste } from './paste.ts';
import { responseKind } from './propose.ts';

/** What was pasted for one complaint: the words without the program's head, their time, and what they say. */
export interface OneAnswer {
  text: string;
  /** Epoch ms of the first of the messages; null = there is no such day. */
  at: number | null;
  kind: ResponseKind;
}

/**
 * The answer in what was copied from a chat program, for a complaint that the official has chosen already: one
 * message, or several of one sender in a row. Null when the text bears no head, or several people speak in it.
 */
export function oneAnswer(text: string, options: PasteOptions): OneAnswer | null {
  const pasted = readPaste(text, options);
  if (pasted.format === 'plain') return null;
  const said = pasted.messages.filter((one) => one.kind === 'text' && !isOurs(one.text));
  const [first] = said;
  if (!first || said.some((one) => one.author !== first.author)) return null;
  const words = said.map((one) => one.text).join('\n');
  return { text: words, at: first.at, kind: responseKind(guessKind(ownWords(words))) };
}

import { type AnsweringAgency, agencyIn } from './agency-words.ts';

/** Words after *wewenang* that name nobody else. */
const OWN =
  /^(?:kami|kita|opd|dinas|instansi|kantor|kabupaten|ini|itu|nya|tersebut)(?:\s(?:kami|kita|ini|itu|pak|bu))?$/;
const NAMED =
  /\b(?:wewenang|kewenangan)(?:nya)?\s(?:(?:dari|ada di|di|pada|dinas)\s)*((?:[\p{L}&]{2,}\s?){1,4})/gu;
/** Where the name ends and the sentence goes on. */
const STOP =
  /\s?\b(?:yang|dan|atau|jadi|sehingga|mohon|silakan|silahkan|tolong|agar|supaya|pak|bu|ya|terima|karena|bukan|tapi|tetapi)\b.*$/u;

/**
 * Whom a message names when it says that a matter is not its sender's: an agency of the directory, else the words
 * after *wewenang*. Empty when it names nobody.
 */
export function namedBody(
  text: string,
  agencies: readonly AnsweringAgency[],
  senderId: string | null,
): { agencyId: string } | { words: string } | null {
  const agency = agencyIn(
    text.slice(0, 2_000),
    agencies.filter((one) => one.id !== senderId),
  );
  if (agency) return { agencyId: agency.id };
  const plain = text
    .slice(0, 2_000)
    .toLowerCase()
    .replace(/[^\p{L}&.,;:!?()\n]+/gu, ' ');
  for (const [, found = ''] of plain.matchAll(NAMED)) {
    const words = found.replace(STOP, '').trim();
    if (words.length >= 2 && !OWN.test(words)) return { words };
  }
  return null;
}

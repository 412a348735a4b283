import { type Agency, type AgencyHead, type HeadStanding, headAt } from '../../complaints/agency.ts';

const MARK: Record<HeadStanding, string> = { definitive: '', plt: 'Plt.', plh: 'Plh.' };

/** `Plt. Ibu Sri Wahyuni`: the head in force at `now` (epoch ms) as one writes it; empty when unknown. */
export function headText(agency: Agency, now: number): string {
  const head = headAt(agency, now);
  return head ? [MARK[head.standing], head.name].filter(Boolean).join(' ') : '';
}

/** Name and standing from what was typed: `Plt.`, `Pj.` and the like before the name tell an acting head. */
export function parseHead(text: string): Pick<AgencyHead, 'name' | 'standing'> | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  const acting = /^(plt|pelaksana tugas|plh|pelaksana harian)\b\.?\s*/i.exec(plain);
  const name = acting ? plain.slice(acting[0].length) : plain;
  if (name === '') return null;
  const word = acting?.[1]?.toLowerCase() ?? '';
  return { name, standing: /^(plh|pelaksana h)/.test(word) ? 'plh' : word ? 'plt' : 'definitive' };
}

/**
 * The agency with this head in force from `now` on (epoch ms). The first one ever known counts since always;
 * a correction of the same person's name stays one entry; an empty text changes nothing.
 */
export function withHead(agency: Agency, text: string, now: number): Agency {
  const typed = parseHead(text);
  if (!typed || headText(agency, now) === text.trim()) return agency;
  const present = headAt(agency, now);
  if (!present) return { ...agency, heads: [...agency.heads, { ...typed, from: 0 }] };
  const same = sharesWord(present.name, typed.name);
  const heads = same
    ? agency.heads.map((head) => (head === present ? { ...typed, from: head.from } : head))
    : [...agency.heads, { ...typed, from: now }];
  return { ...agency, heads };
}

/** Titles and forms of address do not make two names one. */
const NOT_NAMES = new Set(['bpk', 'bapak', 'ibu', 'dr', 'drs', 'dra', 'ir', 'hj', 'prof', 'apt']);

function sharesWord(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2 && !NOT_NAMES.has(word));
  const known = new Set(words(a));
  return words(b).some((word) => known.has(word));
}

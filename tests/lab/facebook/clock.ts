import { rng } from './seeded.ts';
import { type Lang, word } from './words.ts';

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** The short age that stands in a post's header ("2 j", "3 h", "5 Januari"). Both times are epoch seconds. */
export function shortAge(at: number, now: number, lang: Lang = 'id'): string {
  const s = Math.max(0, now - at);
  if (s < 60) return word(lang, 'now');
  const units = word(lang, 'unitsShort').split(',');
  const age = (seconds: number, u: number): string =>
    word(lang, 'short', { n: Math.floor(s / seconds), u: units[u] ?? '' });
  if (s < 3600) return age(60, 0);
  if (s < 86_400) return age(3600, 1);
  if (s < 7 * 86_400) return age(86_400, 2);
  const d = new Date(at * 1000);
  const year = d.getUTCFullYear() === new Date(now * 1000).getUTCFullYear() ? '' : ` ${d.getUTCFullYear()}`;
  const month = MONTHS[d.getUTCMonth()] ?? '';
  if (lang === 'id') return `${d.getUTCDate()} ${month}${year}`;
  if (lang === 'qlv') return `${d.getUTCDate()}.${d.getUTCMonth() + 1}.${year.trim()}`;
  return new Intl.DateTimeFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(year ? { year: 'numeric' } : {}),
  }).format(d);
}

const steps = [60, 3600, 86_400, 604_800] as const;
const stepOf = (s: number): number => (s < 3600 ? 0 : s < 86_400 ? 1 : s < 7 * 86_400 ? 2 : 3);

/** The long age of the labels of comments ("2 jam yang lalu"). */
export function longAge(at: number, now: number, lang: Lang = 'id'): string {
  const s = Math.max(0, now - at);
  if (s < 60) return word(lang, 'justAgo');
  const step = stepOf(s);
  const n = Math.floor(s / (steps[step] ?? 60));
  return word(lang, 'ago', { n, u: word(lang, 'unitsLong').split(',')[step] ?? '' });
}

/** The age in a comment's small line ("2 j", "3 mgg"). */
export function tinyAge(at: number, now: number, lang: Lang): string {
  const s = Math.max(0, now - at);
  if (s < 60) return word(lang, 'now');
  const step = stepOf(s);
  const n = Math.floor(s / (steps[step] ?? 60));
  return word(lang, 'short', { n, u: word(lang, 'unitsShort').split(',')[step] ?? '' });
}

export interface LabelNode {
  tag: string;
  text: string | null;
  attributes: { name: string; val: string }[];
  styles: { name: string; val: string }[];
  children: LabelNode[];
}

const leaf = (text: string, order: number, decoy: boolean): LabelNode => ({
  tag: 'span',
  text,
  attributes: decoy ? [{ name: 'className', val: 'away' }] : [],
  styles: [
    ...(decoy
      ? [
          { name: 'position', val: 'absolute' },
          { name: 'top', val: '3em' },
        ]
      : []),
    { name: 'order', val: String(order) },
  ],
  children: [],
});

/**
 * A label whose letters stand in shuffled order among decoys: sorting the true letters by `order` gives the text
 * back. The true letters are those without a class name.
 */
export function scrambled(text: string, key: string): LabelNode {
  const next = rng(`label:${key}`);
  let order = 3;
  const leaves: LabelNode[] = [];
  // Digits in single boxes would stand in reverse where the line runs from right to left.
  const letters = /[\u0600-\u06ff]/.test(text) ? (text.match(/\d+|./gu) ?? []) : text;
  for (const letter of letters) {
    order += 1 + Math.floor(next() * 9);
    leaves.push(leaf(letter === ' ' ? '\u00a0' : letter, order, false));
    if (next() < 0.6) {
      const decoy = 'abdehjkmnrstu0123456789'[Math.floor(next() * 23)] ?? 'x';
      leaves.push(leaf(decoy, Math.floor(next() * 90), true));
    }
  }
  for (let i = leaves.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const a = leaves[i];
    const b = leaves[j];
    if (a && b) {
      leaves[i] = b;
      leaves[j] = a;
    }
  }
  return {
    tag: 'span',
    text: null,
    attributes: [],
    styles: [{ name: 'display', val: 'flex' }],
    children: leaves,
  };
}

/** Undoes `scrambled`, as a person's eye does. */
export function unscrambled(label: LabelNode): string {
  const order = (n: LabelNode): number => Number(n.styles.find((s) => s.name === 'order')?.val ?? 0);
  return label.children
    .filter((n) => n.attributes.length === 0)
    .sort((a, b) => order(a) - order(b))
    .map((n) => n.text ?? '')
    .join('')
    .replaceAll('\u00a0', ' ');
}

import { rng } from './seeded.ts';

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
export function shortAge(at: number, now: number): string {
  const s = Math.max(0, now - at);
  if (s < 60) return 'Baru saja';
  if (s < 3600) return `${Math.floor(s / 60)} m`;
  if (s < 86_400) return `${Math.floor(s / 3600)} j`;
  if (s < 7 * 86_400) return `${Math.floor(s / 86_400)} h`;
  const d = new Date(at * 1000);
  const sameYear = d.getUTCFullYear() === new Date(now * 1000).getUTCFullYear();
  return `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}${sameYear ? '' : ` ${d.getUTCFullYear()}`}`;
}

/** The long age of the labels of comments ("2 jam yang lalu"). */
export function longAge(at: number, now: number): string {
  const s = Math.max(0, now - at);
  if (s < 60) return 'beberapa detik yang lalu';
  if (s < 3600) return `${Math.floor(s / 60)} menit yang lalu`;
  if (s < 86_400) return `${Math.floor(s / 3600)} jam yang lalu`;
  if (s < 7 * 86_400) return `${Math.floor(s / 86_400)} hari yang lalu`;
  return `${Math.floor(s / 604_800)} minggu yang lalu`;
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
  for (const letter of text) {
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

import type { Random } from './random.ts';

/** What a site renames without meaning anything by it. Each can be left out when a failure is narrowed down. */
export const RENAMES = ['classes', 'depth', 'labels', 'attributes', 'order', 'links', 'json'] as const;
export type Rename = (typeof RENAMES)[number];

const LABELS: Record<string, Record<string, string>> = {
  id: {
    like: 'Suka',
    comment: 'Komentari',
    share: 'Bagikan',
    save: 'Simpan',
    more: 'lainnya',
    reply: 'Balas',
    menu: 'Opsi lainnya',
    close: 'Tutup',
    follow: 'Ikuti',
    by: 'Komentar oleh',
    see: 'Lihat selengkapnya',
    all: 'Lihat semua',
  },
  en: {
    like: 'Like',
    comment: 'Comment',
    share: 'Share',
    save: 'Save',
    more: 'more',
    reply: 'Reply',
    menu: 'More options',
    close: 'Close',
    follow: 'Follow',
    by: 'Comment by',
    see: 'See more',
    all: 'View all',
  },
};

type Attributes = Record<string, string | number | null | undefined>;

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Writes markup as one build of a site would: its own class names, box depths, words, attribute order. */
export class Markup {
  /** Signals that this build still has. */
  readonly has: (signal: string) => boolean;
  readonly renamed: (rename: Rename) => boolean;
  readonly random: Random;
  readonly language: string;
  private readonly words: Record<string, string> = {};

  constructor(random: Random, gone: readonly string[], kept: readonly Rename[] = []) {
    this.random = random;
    this.has = (signal) => !gone.includes(signal);
    this.renamed = (rename) => !kept.includes(rename);
    this.language = this.renamed('labels') ? random.pick(['id', 'en', 'xx', 'xx']) : 'id';
  }

  /** The same build without one signal. */
  without(signal: string): Markup {
    const has = (other: string) => other !== signal && this.has(other);
    return Object.create(this, { has: { value: has } }) as Markup;
  }

  /** A word of the interface; in the language never seen it is made up. */
  label(key: string): string {
    const known = LABELS[this.language]?.[key];
    if (known) return known;
    this.words[key] ??= this.random.letters(this.random.int(3, 9), 'aeioukrszvŋþæø');
    return this.words[key] ?? '';
  }

  /** As `label`, but draws nothing: a word that came later does not change all scenes that were there before. */
  lateLabel(key: string): string {
    return LABELS[this.language]?.[key] ?? `${[...key].reverse().join('')}ŋ`;
  }

  tag(name: string, attributes: Attributes = {}, ...children: string[]): string {
    let pairs = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
    if (this.renamed('classes') && this.random.chance(0.6))
      pairs.push(['class', `x${this.random.letters(6)} x${this.random.letters(5)}`]);
    if (this.renamed('attributes')) pairs = this.random.shuffle(pairs);
    const text = pairs.map(([key, value]) =>
      value === '' ? ` ${key}` : ` ${key}="${escaped(String(value))}"`,
    );
    return /^(?:img|br|hr|input)$/.test(name)
      ? `<${name}${text.join('')}>`
      : `<${name}${text.join('')}>${children.join('')}</${name}>`;
  }

  div(...children: string[]): string {
    return this.tag('div', {}, ...children);
  }

  /** In as many boxes as this build likes. */
  deep(...children: string[]): string {
    let inner = children.join('');
    const depth = this.renamed('depth') ? this.random.int(0, 3) : 1;
    for (let i = 0; i < depth; i++) inner = this.tag(this.random.chance(0.85) ? 'div' : 'span', {}, inner);
    return inner;
  }

  /** As `deep`, with blocks only. */
  blocks(...children: string[]): string {
    let inner = children.join('');
    const depth = this.renamed('depth') ? this.random.int(0, 3) : 1;
    for (let i = 0; i < depth; i++) inner = this.div(inner);
    return inner;
  }

  button(attributes: Attributes, ...children: string[]): string {
    return this.tag('div', { role: 'button', tabindex: 0, ...attributes }, ...children);
  }
}

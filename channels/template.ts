import { m } from '../i18n/index.ts';

/**
 * Message texts with {placeholders} that an office may rewrite. They are in Indonesian whatever the language of
 * the screen: their readers are heads of agencies and citizens.
 */
export type TemplateName = 'forward' | 'remind' | 'publicReply';

export const PLACEHOLDERS = [
  'nomor',
  'yth',
  'instansi',
  'isi',
  'pokok',
  'tempat',
  'sumber',
  'tautan',
  'tenggat',
  'sisa',
  'penanda',
  'penandatangan',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Record<Placeholder, string>;

const asItself = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `{${name}}`])) as Values;

/** The text that is used while the office has none of its own. */
export function builtInTemplate(name: TemplateName): string {
  const indonesian = { locale: 'id' } as const;
  if (name === 'forward') return m.message_forward(asItself, indonesian);
  if (name === 'remind') return m.message_remind(asItself, indonesian);
  return m.message_public_reply(asItself, indonesian);
}

/** The office's template, or the built-in one when it is empty. */
export function templateOf(own: string, name: TemplateName): string {
  return own.trim() === '' ? builtInTemplate(name) : own.replace(/\r\n?/g, '\n');
}

/**
 * Put the values in. A line whose placeholders are all empty is left out ("– a.n. " without a signatory);
 * a placeholder that does not exist stays visible, so that a slip is seen in the preview.
 * Values are not read for placeholders again.
 */
export function fill(template: string, values: Values): string {
  return template
    .split('\n')
    .map((line) => fillLine(line, values))
    .filter((line) => line !== null)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Names in braces that no value exists for, to be pointed out under the template's field. */
export function unknownPlaceholders(template: string): string[] {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !isPlaceholder(name));
}

/** What a placeholder stands for, for the list beside the template. */
export function placeholderLabel(name: Placeholder): string {
  const labels: Record<Placeholder, () => string> = {
    nomor: m.placeholder_nomor,
    yth: m.placeholder_yth,
    instansi: m.placeholder_instansi,
    isi: m.placeholder_isi,
    pokok: m.placeholder_pokok,
    tempat: m.placeholder_tempat,
    sumber: m.placeholder_sumber,
    tautan: m.placeholder_tautan,
    tenggat: m.placeholder_tenggat,
    sisa: m.placeholder_sisa,
    penanda: m.placeholder_penanda,
    penandatangan: m.placeholder_penandatangan,
  };
  return labels[name]();
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

function fillLine(line: string, values: Values): string | null {
  let known = 0;
  let empty = 0;
  const filled = line.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole;
    known++;
    if (values[name] === '') empty++;
    return values[name];
  });
  if (known > 0 && known === empty) return null;
  return empty > 0 ? filled.replace(/ {2,}/g, ' ').trimEnd() : filled;
}

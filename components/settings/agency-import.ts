import Papa from 'papaparse';
import { parsePhone } from '../../channels/phone.ts';
import type { Agency } from '../../complaints/agency.ts';
import { agencySchema } from '../../storage/schemas.ts';
import { parseHead } from './head-text.ts';

/** Agencies read from a file or a paste. `unreadable`: numbers that are none (left empty); `skipped`: lines without a name. */
export interface ReadAgencies {
  agencies: Agency[];
  unreadable: number;
  skipped: number;
}

const MOST = 500;

type Column = 'name' | 'short' | 'head' | 'phone' | 'email';
const HEADINGS: [Column, RegExp][] = [
  ['short', /singkat|pendek|short|akronim/i],
  ['head', /kepala|pimpinan|pejabat|head/i],
  ['phone', /nomor|no\.?\s*(hp|wa|telp)|whatsapp|^hp$|^wa$|telepon|ponsel|phone/i],
  ['email', /e-?mail|surel/i],
  ['name', /nama|instansi|dinas|opd|perangkat|agency|name/i],
];
/** Without headings, the order in which people write such a list. */
const USUAL: Column[] = ['name', 'short', 'head', 'phone', 'email'];

/**
 * Agencies from JSON (our own records, alone or under `agencies`, or plain objects with Indonesian or English keys)
 * or from a table (tab, semicolon or comma). Null when it is neither or holds none.
 * @param now Epoch ms; `newId` makes an id for an agency that has none.
 */
export function readAgencyText(text: string, now: number, newId: () => string): ReadAgencies | null {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') return null;
  const read = /^[[{]/.test(plain) ? fromJson(plain, now, newId) : fromTable(plain, now, newId);
  return read && read.agencies.length > 0 ? read : null;
}

function fromJson(text: string, now: number, newId: () => string): ReadAgencies | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const list = Array.isArray(value)
    ? value
    : isRecord(value) && Array.isArray(value.agencies)
      ? value.agencies
      : null;
  if (!list) return null;
  const read: ReadAgencies = { agencies: [], unreadable: 0, skipped: 0 };
  for (const item of list.slice(0, MOST)) {
    const whole = agencySchema.safeParse(item);
    if (whole.success) read.agencies.push({ ...whole.data, lastUsedAt: 0, updatedAt: now });
    else if (isRecord(item)) take(read, cellsOf(item), now, newId);
    else read.skipped += 1;
  }
  return read;
}

function cellsOf(item: Record<string, unknown>): Partial<Record<Column, string>> {
  const cells: Partial<Record<Column, string>> = {};
  for (const [key, value] of Object.entries(item)) {
    const column = columnOf(key);
    if (column && (typeof value === 'string' || typeof value === 'number')) cells[column] ??= String(value);
  }
  return cells;
}

function fromTable(text: string, now: number, newId: () => string): ReadAgencies | null {
  const delimiter = text.includes('\t') ? '\t' : '';
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  const [first] = data;
  if (!first) return null;
  const headings = first.map(columnOf);
  const headed =
    headings.includes('name') &&
    headings.filter(Boolean).length >= Math.min(2, first.length) &&
    !first.some((c) => /\d{6}/.test(c));
  const columns = headed ? headings : guessColumns(data);
  const read: ReadAgencies = { agencies: [], unreadable: 0, skipped: 0 };
  for (const row of data.slice(headed ? 1 : 0, MOST)) {
    const cells: Partial<Record<Column, string>> = {};
    for (const [at, column] of columns.entries()) if (column && row[at]) cells[column] ??= row[at];
    take(read, cells, now, newId);
  }
  return read;
}

/** Columns of a table without headings: numbers and addresses by their look, the rest in the usual order. */
function guessColumns(rows: readonly string[][]): (Column | null)[] {
  const width = Math.max(...rows.map((row) => row.length));
  const looks = Array.from({ length: width }, (_, at): Column | null => {
    const cells = rows.map((row) => row[at]?.trim() ?? '').filter(Boolean);
    if (cells.length === 0) return null;
    const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length;
    if (share((cell) => cell.includes('@')) > 0.5) return 'email';
    return share((cell) => /\d{5}/.test(cell.replace(/[\s().+-]/g, ''))) > 0.5 ? 'phone' : null;
  });
  const words = USUAL.filter((column) => column !== 'phone' && column !== 'email');
  // Of two columns of words the second is the head: short names are rarely written into such lists.
  const plain = looks.filter((look) => look === null).length;
  const order = plain === 2 ? words.filter((column) => column !== 'short') : words;
  let next = 0;
  return looks.map((look) => look ?? order[next++] ?? null);
}

function columnOf(heading: string): Column | null {
  return HEADINGS.find(([, pattern]) => pattern.test(heading.trim()))?.[0] ?? null;
}

function take(
  read: ReadAgencies,
  cells: Partial<Record<Column, string>>,
  now: number,
  newId: () => string,
): void {
  const clean = (text = '') => text.replace(/\s+/g, ' ').trim();
  const name = clean(cells.name).slice(0, 500);
  if (name === '') {
    read.skipped += 1;
    return;
  }
  const short = (clean(cells.short) || name).slice(0, 60).trim();
  const typed = clean(cells.phone);
  const phone = typed ? parsePhone(typed) : null;
  if (phone && !phone.ok) read.unreadable += 1;
  const head = parseHead(clean(cells.head).slice(0, 500));
  const email = clean(cells.email);
  read.agencies.push({
    id: newId(),
    names: [{ name, short, from: 0 }],
    aliases: [],
    topics: [],
    outside: false,
    heads: head ? [{ ...head, from: 0 }] : [],
    phone: phone?.ok ? phone.digits : '',
    email: /^\S+@\S+\.\S+$/.test(email) && email.length <= 200 ? email : '',
    accounts: [],
    channel: '',
    retiredAt: null,
    lastUsedAt: 0,
    updatedAt: now,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

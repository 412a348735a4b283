import type { Agency } from '../agency.ts';
import type { ComplaintEvent } from '../events.ts';
import type { Author, Layer, SiteId } from '../reading.ts';

/** An agency with what it is known by on the sites. */
export interface ReplyingAgency {
  id: string;
  /** Handles without @, or numeric ids. */
  accounts: readonly { site: SiteId; account: string }[];
  /** Full and short names; they never make an account the agency's, only one to look at twice. */
  names: readonly string[];
}

/** A comment under the post that is an agency's answer, or only looks like one. */
export interface AgencyReply {
  agencyId: string;
  /** Handle or id as the page has it. */
  account: string;
  text: string;
  /** Epoch ms; null = the page does not tell. */
  at: number | null;
  /** Every name of the comment. */
  names: string[];
}

export interface AgencyReplies {
  /** By an account in the directory, after the forwarding; the oldest first. */
  found: AgencyReply[];
  /** By an account that bears an agency's name or nearly its handle, and is not in the directory: never counted. */
  similar: AgencyReply[];
}

/**
 * What the agencies' own accounts said under a post, among the comments on the screen. An account is known by its
 * numeric id or handle and by nothing that anyone can give himself.
 * @param post Names of the post; a comment under another post is left out.
 * @param since Epoch ms of the forwarding; what was said before it is no answer.
 */
export function agencyReplies(
  layers: readonly Layer[],
  agencies: readonly ReplyingAgency[],
  post: readonly string[],
  since: number,
): AgencyReplies {
  const found = new Map<string, AgencyReply>();
  const similar = new Map<string, AgencyReply>();
  for (const layer of layers) {
    const site = siteOf(layer);
    if (!site || !layer.author || !layer.under?.names.some((name) => post.includes(name))) continue;
    if (layer.postedAt !== undefined && layer.postedAt < since) continue;
    const own = agencies.find((agency) => isOwn(layer.author, agency, site));
    const agency = own ?? agencies.find((one) => looksLike(layer.author, one, site));
    if (!agency) continue;
    const into = own ? found : similar;
    const key = layer.names[0] ?? '';
    const before = into.get(key);
    // Several layers may know one comment: a known time and the longer text win.
    const text = layer.text ?? '';
    into.set(key, {
      agencyId: agency.id,
      account: layer.author.handle ?? layer.author.id ?? layer.author.name ?? '',
      text: before && before.text.length > text.length ? before.text : text,
      at: layer.postedAt ?? before?.at ?? null,
      names: [...new Set([...(before?.names ?? []), ...layer.names])],
    });
  }
  return { found: inTime(found), similar: inTime(similar).filter((one) => !found.has(one.names[0] ?? '')) };
}

/** What an agency of the directory is known by on the sites, under all names that it ever had. */
export function replyingAgency({ id, names, accounts }: Agency): ReplyingAgency {
  return { id, accounts, names: [...new Set(names.flatMap(({ name, short }) => [name, short]))] };
}

/** The event by which a comment with one of these names is recorded already; null when it is not, or no longer. */
export function recordedReply<E extends ComplaintEvent>(
  live: readonly E[],
  names: readonly string[],
): E | null {
  const held = (event: E): boolean =>
    event.type === 'responded' && (event.source?.names.some((name) => names.includes(name)) ?? false);
  return live.find(held) ?? null;
}

function inTime(replies: ReadonlyMap<string, AgencyReply>): AgencyReply[] {
  return [...replies.values()].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
}

function siteOf(layer: Layer): SiteId | null {
  const name = layer.names[0] ?? '';
  return name.startsWith('instagram:') ? 'instagram' : name.startsWith('facebook:') ? 'facebook' : null;
}

/** By id or handle, exactly as the site compares them. */
function isOwn(author: Author | undefined, agency: ReplyingAgency, site: SiteId): boolean {
  return agency.accounts.some((one) => {
    if (one.site !== site || !author) return false;
    const account = one.account.trim().replace(/^@/, '');
    if (/^\d{5,}$/.test(account) && author.id !== undefined) return author.id === account;
    return author.handle !== undefined && handleOf(author.handle, site) === handleOf(account, site);
  });
}

/** Case never counts; Facebook takes no notice of dots either. */
function handleOf(handle: string, site: SiteId): string {
  const plain = handle.trim().replace(/^@/, '').toLowerCase();
  return site === 'facebook' ? plain.replaceAll('.', '') : plain;
}

/** An agency's name as display name, or a handle that differs from its own by what the eye passes over. */
function looksLike(author: Author | undefined, agency: ReplyingAgency, site: SiteId): boolean {
  // A handle in words too: "dishub_kotim" of an agency whose account is not in the directory.
  const shown = [author?.name, author?.handle].map((words) => wordsOf(words ?? ''));
  const said = agency.names.map(wordsOf).filter((name) => name.length >= 4);
  if (said.some((name) => shown.some((words) => words.includes(name)))) return true;
  const handle = skeleton(author?.handle ?? '');
  return (
    handle.length >= 5 &&
    agency.accounts.some((one) => one.site === site && near(handle, skeleton(one.account)))
  );
}

function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Letters of other alphabets and digits that pass for Latin letters. */
const ALIKE: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  i: 'l',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'l',
  ѕ: 's',
  һ: 'h',
  ԁ: 'd',
};

function skeleton(handle: string): string {
  const plain = handle.normalize('NFKD').toLowerCase();
  return [...plain]
    .map((letter) => ALIKE[letter] ?? letter)
    .filter((letter) => /[\p{L}\d]/u.test(letter))
    .join('')
    .slice(0, 100);
}

/** Equal, one longer at its end or beginning ("…_official"), or one letter apart. */
function near(a: string, b: string): boolean {
  if (b.length < 5) return a === b;
  if (a.startsWith(b) || a.endsWith(b)) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(a, start + 1) === rest(b, start + 1) ||
    rest(a, start + 1) === rest(b, start) ||
    rest(a, start) === rest(b, start + 1)
  );
}

import type { SiteId } from '../../complaints/reading.ts';

export const HELP = `Shows what Tanggap reads from a page: each post and comment, each field with the layer it came from,
the reason where a field is unreadable, and the dated entries of sites/<site>/selectors.ts that matched.

  npm run capture:check -- FILE.html [--url ADDRESS]    a saved page; nothing is requested from any network
  npm run capture:check -- FILE.json [--site SITE]      a saved answer of the site; no DOM, the mapper alone
  npm run capture:check -- ADDRESS [--seed N]           an address of the lab (invented sites on this machine)

  --url ADDRESS   the address from which the file was saved; else taken from the file (saved-from mark, og:url,
                  canonical link), else guessed
  --site SITE     instagram or facebook; else told from the address or from the file's content
  --posts N       also fail when the number of posts found is not N
  --comments N    the same for comments
  --scroll N      screens to scroll before looking (lab only; default 0)
  --seed N        world of the lab (default 1)
  --json          print the result as JSON
  --help          this text

Exit code: 0 everything was found and identified · 1 something is missing (it is named) · 2 wrong use.
The real sites are never opened: an ADDRESS is always answered by the lab.`;

export interface CheckOptions {
  target: string;
  url?: string;
  site?: SiteId;
  posts?: number;
  comments?: number;
  scroll: number;
  seed: number;
  json: boolean;
}

/** Options of a command line, or what is wrong with it; null asks for help. */
export function parseArgs(args: string[]): CheckOptions | string | null {
  const options: CheckOptions = { target: '', scroll: 0, seed: 1, json: false };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--help' || arg === '-h') return null;
    if (arg === '--json') {
      options.json = true;
      continue;
    }
    if (!arg.startsWith('--')) {
      if (options.target) return `one file or address at a time, got "${options.target}" and "${arg}"`;
      options.target = arg;
      continue;
    }
    const [name, inline] = arg.slice(2).split(/=(.*)/s);
    const value = inline ?? args[++i];
    if (value === undefined) return `--${name} needs a value`;
    if (name === 'url') {
      if (!URL.canParse(value)) return `--url ${value} is no address`;
      options.url = value;
    } else if (name === 'site') {
      if (value !== 'instagram' && value !== 'facebook')
        return `--site is instagram or facebook, not ${value}`;
      options.site = value;
    } else if (name === 'posts' || name === 'comments' || name === 'scroll' || name === 'seed') {
      if (!/^\d+$/.test(value)) return `--${name} needs a number, not ${value}`;
      options[name] = Number(value);
    } else return `unknown option --${name}`;
  }
  return options.target ? options : 'no file or address given';
}

/** The address that a saved page was saved from, as it says itself, and by which mark. */
export function savedFrom(html: string): { url: string; by: string } | null {
  const marks: [string, RegExp][] = [
    ['saved-from mark', /saved from url=\(\d+\)(\S+)/],
    ['og:url', /<meta[^>]*property="og:url"[^>]*content="([^"]+)"/],
    ['canonical link', /<link[^>]*rel="canonical"[^>]*href="([^"]+)"/],
  ];
  for (const [by, mark] of marks) {
    const url = mark.exec(html)?.[1]?.replaceAll('&amp;', '&');
    if (url && URL.canParse(url) && /(^|\.)(instagram|facebook)\.com$/.test(new URL(url).hostname)) {
      return { url, by };
    }
  }
  return null;
}

/** Where nothing tells the address: the site by its words, and its start page. */
export function guessAddress(html: string, site?: SiteId): { url: string; by: string } {
  const count = (word: RegExp) => html.match(word)?.length ?? 0;
  const guessed =
    site ??
    (count(/facebook\.com|fbcdn\.net|aria-posinset|data-ad-/g) > count(/instagram|href="\/(?:p|reel)\//gi)
      ? 'facebook'
      : 'instagram');
  // A dialog or a lone post stands under an address of its own.
  const post = /href="(https:\/\/www\.facebook\.com\/[^"?]*\/posts\/\d+\/?)[^"]*comment_id/.exec(html)?.[1];
  if (guessed === 'facebook' && post && /role="dialog"/.test(html)) return { url: post, by: 'guessed' };
  return { url: `https://www.${guessed}.com/`, by: 'guessed' };
}

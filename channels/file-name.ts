import { safeText } from './safe-text.ts';

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that every system takes: letters and digits of ASCII, single hyphens, at most 60 characters.
 * The number comes first, so that files sort by complaint.
 */
export function safeName(...parts: string[]): string {
  const joined = parts
    .map((part) =>
      safeText(part)
        .normalize('NFKD')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-+$/, '');
  return joined === '' || RESERVED.test(joined) ? `aduan-${joined}`.replace(/-$/, '') : joined;
}

import { HEALTH_DAYS, type HealthDay, layoutChanged } from './health.ts';

/** What the report knows of one day of one surface. */
export interface ReportDay extends HealthDay {
  placed: number;
  removed: number;
  unreadable?: Partial<Record<string, number>>;
}

/** Names that may stand in a report; anything else could have been made up by a page, and could tell of a person. */
export const SURFACES = [
  'dialog',
  'feed',
  'group',
  'manual',
  'menu',
  'photo',
  'post',
  'profile',
  'reel',
  'reels',
  'search',
  'video',
] as const;
const SITES = ['instagram', 'facebook'] as const;
const COUNTS = ['visits', 'seen', 'placed', 'named', 'removed', 'blind', 'empty'] as const;
const FIELDS = ['identity', 'author', 'text', 'postedAt', 'photos'] as const;

/**
 * Figures for the developer when a site's layout has changed: versions, surfaces of the last 30 days, counts. Nothing
 * but known words and whole numbers can stand in it, whatever the input: no word, name or address of a citizen.
 * @param agent The browser's own description of itself; only its name and main version are taken.
 * @param now Epoch ms.
 */
export function healthReport(
  { release, agent, rows }: { release: string; agent: string; rows: readonly ReportDay[] },
  now: number,
): string {
  const today = Math.floor(now / 86_400_000);
  const recent = rows.filter((row) => row.day > today - HEALTH_DAYS && row.day <= today);
  const lines = [`Tanggap ${versionOf(release)}, ${browserOf(agent)}, ${dayText(today)}`];
  for (const site of SITES) {
    const ofSite = recent.filter((row) => row.site === site);
    const changed = layoutChanged(ofSite, site, now).map(surfaceWord);
    lines.push(`${site}: ${changed.length > 0 ? `changed ${[...new Set(changed)].join(' ')}` : 'no change'}`);
    const byDay = [...ofSite].sort((a, b) => b.day - a.day || compare(a.surface, b.surface));
    for (const row of byDay.slice(0, 400)) lines.push(`  ${lineOf(row)}`);
  }
  return lines.join('\n');
}

function lineOf(row: ReportDay): string {
  const counts = COUNTS.map((name) => `${name} ${whole(row[name])}`).join(', ');
  const lost = FIELDS.flatMap((field) => {
    const count = whole(row.unreadable?.[field]);
    return count > 0 ? [`${field} ${count}`] : [];
  });
  const unreadable = lost.length > 0 ? `; unreadable ${lost.join(', ')}` : '';
  return `${dayText(row.day)} ${surfaceWord(row.surface)}: ${counts}${unreadable}`;
}

function surfaceWord(surface: string): string {
  return SURFACES.find((known) => known === surface) ?? 'other';
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function dayText(day: number): string {
  const ms = whole(day) * 86_400_000;
  return ms <= 8_640_000_000_000_000 ? new Date(ms).toISOString().slice(0, 10) : '?';
}

function versionOf(release: string): string {
  return /^\d{1,5}(?:\.\d{1,5}){0,3}$/.test(release) ? release : '?';
}

function browserOf(agent: string): string {
  const [, name, version] = /(Firefox|Edg|OPR|Chrome)\/(\d{1,4})/.exec(named(agent)) ?? [];
  return name ? `${name} ${version}` : '?';
}

/** Browsers made from Chromium call themselves Chrome as well: their own name counts. */
function named(agent: string): string {
  return /\b(?:Edg|OPR)\/\d/.test(agent) ? agent.replace(/\bChrome\/\d+/, '') : agent;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One day of one surface, as far as the rule below looks; `day` in whole days since the epoch, UTC. */
export interface HealthDay {
  site: string;
  surface: string;
  day: number;
  visits: number;
  seen: number;
  named: number;
  /** Posts seen since an identity was last read. */
  blind: number;
  /** Visits since a post was last seen. */
  empty: number;
}

/** How long figures are kept and looked back at, in days. */
export const HEALTH_DAYS = 30;
/** So few say nothing, neither of the past nor of the present. */
const ENOUGH_POSTS = 12;
const ENOUGH_VISITS = 8;
/** Most posts had an identity. */
const MOST = 0.6;
/** A surface on which a visit to no post at all was usual says nothing by another one. */
const PER_VISIT = 2;

/** Whether a report of `seen` posts has read the identities of none or almost none of them. */
export function isBlind(seen: number, named: number): boolean {
  return named < Math.max(1, seen / 10);
}

/**
 * Surfaces of a site that worked and stopped: identities were read of most posts, and then of none (or almost) of the
 * last ENOUGH_POSTS and more; or posts stood there at every visit, and then none at ENOUGH_VISITS in a row.
 * @param now Epoch ms.
 */
export function layoutChanged(rows: readonly HealthDay[], site: string, now: number): string[] {
  const today = Math.floor(now / 86_400_000);
  const recent = rows.filter((row) => row.site === site && row.day > today - HEALTH_DAYS && row.day <= today);
  const surfaces = [...new Set(recent.map((row) => row.surface))].sort();
  return surfaces.filter((surface) => hasChanged(recent.filter((row) => row.surface === surface)));
}

function hasChanged(rows: HealthDay[]): boolean {
  const byDay = [...rows].sort((a, b) => b.day - a.day);
  const blind = since(byDay, 'blind', (row) => row.blind < row.seen);
  const empty = since(byDay, 'empty', (row) => row.seen > 0);
  const sum = (count: 'seen' | 'named' | 'visits') => rows.reduce((total, row) => total + row[count], 0);
  const seen = sum('seen') - blind;
  const visits = sum('visits') - empty;
  const worked = seen >= ENOUGH_POSTS && sum('named') >= seen * MOST;
  if (worked && blind >= ENOUGH_POSTS) return true;
  return visits >= ENOUGH_VISITS && sum('seen') >= visits * PER_VISIT && empty >= ENOUGH_VISITS;
}

/** What a day of a surface tells of our buttons. */
export interface ButtonDay {
  site: string;
  surface: string;
  day: number;
  placed: number;
  removed: number;
}

/** Fewer posts without their button say nothing. */
const ENOUGH_TAKEN = 6;

/**
 * Surfaces of a site whose page took our button out of most posts, today or yesterday.
 * @param now Epoch ms.
 */
export function buttonsTaken(rows: readonly ButtonDay[], site: string, now: number): string[] {
  const today = Math.floor(now / 86_400_000);
  const taken = rows.filter(
    (row) =>
      row.site === site &&
      (row.day === today || row.day === today - 1) &&
      row.removed >= Math.max(ENOUGH_TAKEN, row.placed * MOST),
  );
  return [...new Set(taken.map((row) => row.surface))].sort();
}

/** Adds up a run that goes on from day to day, back to the day on which it began. */
function since(byDay: HealthDay[], run: 'blind' | 'empty', began: (row: HealthDay) => boolean): number {
  let total = 0;
  for (const row of byDay) {
    total += row[run];
    if (began(row)) break;
  }
  return total;
}

import { type AgencyTemplate, agencyFromSeed, agencyTemplates } from '../../complaints/agencies/index.ts';
import type { Agency } from '../../complaints/agency.ts';

export interface MergedTemplate {
  /** The template's agencies in its order, then the office's own. */
  agencies: Agency[];
  /** Ids of another template's agencies that nobody has touched, to be taken away. */
  leftOver: string[];
}

/**
 * A template over what the office has already: numbers, heads and names that were filled in are kept, names that
 * still are another template's own become this one's, agencies of the office's own stay. `now` is epoch ms.
 */
export function mergeTemplate(
  id: AgencyTemplate['id'],
  existing: readonly Agency[],
  now: number,
): MergedTemplate {
  const template = agencyTemplates.find((t) => t.id === id);
  const seeds = template?.agencies ?? [];
  const known = new Map(existing.map((agency) => [agency.id, agency]));
  const agencies = seeds.map((seed) => {
    const fresh = agencyFromSeed(seed, now);
    const before = known.get(seed.id);
    if (!before) return fresh;
    return hasTemplateName(before)
      ? {
          ...before,
          names: fresh.names,
          aliases: fresh.aliases,
          topics: fresh.topics,
          outside: fresh.outside,
        }
      : before;
  });
  const listed = new Set(seeds.map((seed) => seed.id));
  const others = existing.filter((agency) => !listed.has(agency.id));
  const leftOver = others.filter((agency) => isUntouched(agency)).map((agency) => agency.id);
  return { agencies: [...agencies, ...others.filter((agency) => !leftOver.includes(agency.id))], leftOver };
}

/** The template that the office's agencies come from; null when there are none. */
export function templateOfAgencies(existing: readonly Agency[]): AgencyTemplate['id'] | null {
  if (existing.length === 0) return null;
  const scored = agencyTemplates.map((template) => {
    const names = new Map(template.agencies.map((seed) => [seed.id, seed.name]));
    return { id: template.id, hits: existing.filter((a) => names.get(a.id) === a.names[0]?.name).length };
  });
  scored.sort((a, b) => b.hits - a.hits);
  return scored[0] && scored[0].hits > 0 ? scored[0].id : null;
}

function hasTemplateName(agency: Agency): boolean {
  const [name] = agency.names;
  return (
    agency.names.length === 1 &&
    agencyTemplates.some((t) =>
      t.agencies.some((s) => s.id === agency.id && s.name === name?.name && s.short === name.short),
    )
  );
}

function isUntouched(agency: Agency): boolean {
  return (
    hasTemplateName(agency) &&
    agency.phone === '' &&
    agency.email === '' &&
    agency.heads.length === 0 &&
    agency.accounts.length === 0 &&
    agency.lastUsedAt === 0
  );
}

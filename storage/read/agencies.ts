import { type Agency, nameAt } from '../../complaints/agency.ts';
import type { TanggapDatabase } from '../database.ts';

export interface AgencyOrder {
  order?: 'name' | 'lastUsed';
  /** Epoch ms at which the names count; now when left out. */
  at?: number;
}

/** All agencies: those in use first, then retired ones; by short name, or the last used first. */
export async function readAgencies(db: TanggapDatabase, options: AgencyOrder = {}): Promise<Agency[]> {
  const at = options.at ?? Date.now();
  const agencies = await db.agencies.toArray();
  const short = new Map(agencies.map((agency) => [agency.id, nameAt(agency, at).short]));
  const byName = (a: Agency, b: Agency) => (short.get(a.id) ?? '').localeCompare(short.get(b.id) ?? '', 'id');
  return agencies.sort(
    (a, b) =>
      Number(a.retiredAt !== null) - Number(b.retiredAt !== null) ||
      (options.order === 'lastUsed' ? b.lastUsedAt - a.lastUsedAt : 0) ||
      byName(a, b),
  );
}

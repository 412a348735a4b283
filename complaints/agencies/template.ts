import type { Agency } from '../agency.ts';

/** An agency as a template knows it: no head, no number, no address; the office fills those in. */
export interface AgencySeed {
  id: string;
  name: string;
  short: string;
  aliases?: string[];
  topics: string[];
  outside?: true;
}

export interface AgencyTemplate {
  id: 'general' | 'kotim';
  /** A proper name of places is no text of the catalogue; the general one is named by the screen. */
  agencies: readonly AgencySeed[];
  /** Ids of the six that receive most complaints, for the first run. */
  frequent: readonly string[];
}

/** Turn a seed into a record. `now` is epoch ms of the set-up. */
export function agencyFromSeed(seed: AgencySeed, now: number): Agency {
  return {
    id: seed.id,
    names: [{ name: seed.name, short: seed.short, from: 0 }],
    aliases: [...(seed.aliases ?? [])],
    topics: [...seed.topics],
    outside: seed.outside ?? false,
    heads: [],
    phone: '',
    email: '',
    accounts: [],
    channel: '',
    retiredAt: null,
    lastUsedAt: 0,
    updatedAt: now,
  };
}

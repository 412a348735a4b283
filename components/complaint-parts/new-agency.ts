import type { Agency } from '../../complaints/agency.ts';

/** An agency of which only the name is known yet. `at` in epoch ms. */
export function newAgency(name: string, at: number): Agency {
  const typed = name.trim().slice(0, 500);
  return {
    id: crypto.randomUUID(),
    names: [{ name: typed, short: typed.slice(0, 60), from: 0 }],
    aliases: [],
    topics: [],
    outside: false,
    heads: [],
    phone: '',
    email: '',
    accounts: [],
    channel: '',
    retiredAt: null,
    lastUsedAt: 0,
    updatedAt: at,
  };
}

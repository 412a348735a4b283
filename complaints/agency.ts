/** A perangkat daerah (or outside body) to which complaints go. The office is judged, never the person. */
export interface AgencyName {
  name: string;
  /** What people say: "Bina Marga", "Dishub". Required: lists and the page button use it alone. */
  short: string;
  /** Epoch ms from which this name holds; 0 = always. */
  from: number;
}

export type HeadStanding = 'definitive' | 'plt' | 'plh';

export interface AgencyHead {
  /** With the form of address: "Bpk. Rudi Hartawan". */
  name: string;
  standing: HeadStanding;
  /** Epoch ms; 0 = unknown. */
  from: number;
}

export interface AgencyAccount {
  site: 'instagram' | 'facebook';
  /** Handle without @, or numeric id. */
  account: string;
}

export interface Agency {
  /** Template id (`dlh`) or a UUID. */
  id: string;
  names: AgencyName[];
  /** Other words people use for it. */
  aliases: string[];
  /** What it is complained to about, for the picker's second line: "sampah, pohon, limbah". */
  topics: string[];
  /** BPJN, PLN, province…: coordinates only, separate time. */
  outside: boolean;
  heads: AgencyHead[];
  /** E.164 digits without +, e.g. 628125550142; empty when unknown. */
  phone: string;
  email: string;
  accounts: AgencyAccount[];
  /** Preferred channel id; empty = WhatsApp when there is a number. */
  channel: string;
  /** Epoch ms; null while it is in use. Never deleted while a complaint names it. */
  retiredAt: number | null;
  /** Epoch ms of the last forwarding, for "last used first". */
  lastUsedAt: number;
  updatedAt: number;
}

/** The name in force at `at` (epoch ms): the newest whose `from` is not later. */
export function nameAt(agency: Agency, at: number): AgencyName {
  const sorted = [...agency.names].sort((a, b) => a.from - b.from);
  return sorted.findLast((n) => n.from <= at) ?? sorted[0] ?? { name: agency.id, short: agency.id, from: 0 };
}

/** The head in force at `at` (epoch ms), if any is known. */
export function headAt(agency: Agency, at: number): AgencyHead | null {
  return [...agency.heads].sort((a, b) => a.from - b.from).findLast((h) => h.from <= at) ?? null;
}

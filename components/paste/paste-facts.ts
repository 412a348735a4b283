import { type Agency, nameAt } from '../../complaints/agency.ts';
import type { AnsweringAgency } from '../../complaints/answers/agency-words.ts';
import type { WaitingComplaint } from '../../complaints/answers/match.ts';
import { answerKey } from '../../complaints/answers/propose.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { liveEvents } from '../../complaints/live.ts';
import type { ComplaintRow, TanggapDatabase } from '../../storage/database.ts';

/** What is known of the desk that a pasted answer may be about. */
export interface PasteFacts {
  /** Complaints that may be answered: forwarded ones, ended ones among them; newest forwarding first. */
  rows: ComplaintRow[];
  waiting: WaitingComplaint[];
  agencies: AnsweringAgency[];
  /** Agencies with something to answer, by short name. */
  partners: { id: string; short: string }[];
  /** Short name of every agency by its id. */
  shortNames: ReadonlyMap<string, string>;
  prefixes: string[];
  /** Numbers of complaints that nobody was asked about yet. */
  notForwarded: string[];
}

const ANSWERABLE = ['waiting', 'responded', 'outside', 'done'];

/** Reads what pasted answers are matched against; `prefix` is the office's own. */
export async function readPasteFacts(db: TanggapDatabase, prefix: string): Promise<PasteFacts> {
  const [all, agencies] = await Promise.all([
    db.complaints
      .where('status')
      .anyOf([...ANSWERABLE, 'new'])
      .toArray(),
    db.agencies.toArray(),
  ]);
  const rows = all.filter((row) => row.status !== 'new' && row.forwardedAt !== undefined && row.purged === 0);
  rows.sort((a, b) => (b.forwardedAt ?? 0) - (a.forwardedAt ?? 0));
  const open = rows.filter((row) => row.status !== 'done');
  const partners = [...new Map(open.map((row) => [row.agencyId, row.agencyShort]))];
  return {
    rows,
    waiting: rows.map((row) => ({
      id: row.id,
      numbers: row.numbers,
      agencyId: row.agencyId,
      forwardedAt: row.forwardedAt ?? 0,
      closed: row.status === 'done',
    })),
    agencies: agencies.map(answering),
    shortNames: new Map(agencies.map((agency) => [agency.id, nameAt(agency, Date.now()).short])),
    partners: partners
      .map(([id, short]) => ({ id, short }))
      .sort((a, b) => a.short.localeCompare(b.short, 'id')),
    prefixes: [...new Set([prefix, ...all.flatMap((row) => row.numbers.map(prefixOf))])],
    notForwarded: all.filter((row) => row.status === 'new').flatMap((row) => row.numbers),
  };
}

/** What agencies said in the log of these complaints, by `answerKey`; what was undone does not count. */
export async function readRecorded(db: TanggapDatabase, ids: readonly string[]): Promise<Set<string>> {
  const events = await db.events
    .where('complaintId')
    .anyOf([...ids])
    .toArray();
  return new Set(
    liveEvents(events).flatMap((event) => {
      const words = wordsOf(event);
      return words === null ? [] : [answerKey(event.complaintId, event.at, words)];
    }),
  );
}

function wordsOf(event: ComplaintEvent): string | null {
  if (event.type === 'responded') return event.text;
  if (event.type === 'extensionAsked') return event.reason;
  return event.type === 'notOurs' ? event.note : null;
}

function answering(agency: Agency): AnsweringAgency {
  const names = agency.names.flatMap(({ name, short }) => [name, short]);
  // A contact is seldom saved with the form of address that the directory has.
  const heads = agency.heads.map(({ name }) => name.replace(/^(?:(?:bpk|bapak|ibu|bu|pak)\.?\s+)+/i, ''));
  return { id: agency.id, names: [...names, ...agency.aliases, ...heads], phone: agency.phone };
}

function prefixOf(number: string): string {
  return number.slice(0, number.indexOf('-'));
}

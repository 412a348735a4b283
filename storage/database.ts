import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Agency } from '../complaints/agency.ts';
import type { StoredStatus } from '../complaints/complaint.ts';
import type { OfficeCalendar } from '../complaints/deadlines/calendar.ts';
import type { ClockRules } from '../complaints/deadlines/rules.ts';
import type { ComplaintEvent, PresetId } from '../complaints/events.ts';
import type { SiteId } from '../complaints/reading.ts';
import type { Settings } from '../complaints/settings.ts';
import type { TelegramChatRow, TelegramSendRow, TelegramStateRow } from './telegram.ts';

/**
 * One line of every list: a projection of the log that can be thrown away and rebuilt.
 * It holds no citizen's handle or name, so that nothing can be listed, counted or searched by citizen.
 */
export interface ComplaintRow {
  id: string;
  /**
   * Every name the post is known by (multi-entry index), the complaint's own id among them; and `joined:ID` for the
   * complaint that it was joined into, so that it is found from there.
   */
  aliases: string[];
  /** `KTM-0131`, with `·desk` where two desks used it for different complaints. */
  number: string;
  /** Every number it was ever given, without desks (multi-entry index): finds clashes, and is searched. */
  numbers: string[];
  seq: number;
  site: SiteId | 'none';
  surface: string;
  permalink: string;
  status: StoredStatus;
  /** 1 while the first-response clock runs: then, and only then, dueAt and nearAt are set. */
  open: 0 | 1;
  /** Epoch ms. */
  dueAt?: number;
  nearAt?: number;
  /** End of the last pause of the running clock; what was near or late before it has its moments there. */
  pausedUntil?: number;
  /** Ms by which it was late when that pause began, and when it was due; only when it was late then. */
  lateBefore?: number;
  lateSince?: number;
  /** After the first response: which term runs, and when it is due (epoch ms). Shown and sorted by, never counted. */
  nextTerm?: 'followUp' | 'settlement';
  nextDueAt?: number;
  /** First year without SKB on which a running clock depends. */
  incompleteYear?: number;
  /** Ms; set while the clock runs and after it was stopped by an answer. */
  termMs?: number;
  preset?: PresetId;
  agencyId: string;
  agencyShort: string;
  agencyName: string;
  gist: string;
  place: string;
  sensitive: 0 | 1;
  /** First stored photo, empty when none. */
  photoHash: string;
  /** What it looks like, where that is known. */
  photoLook?: string;
  photoCount: number;
  /** Photos offered by the page that are not stored. */
  photoMissing: number;
  reminders: number;
  postedAt?: number;
  capturedAt: number;
  forwardedAt?: number;
  respondedAt?: number;
  resolvedAt?: number;
  lastEventAt: number;
  lastEventType: string;
  purged: 0 | 1;
  /** Id of the complaint that it was joined into, whether the join is in force or not. */
  joinedInto?: string;
  /** Id of the complaint as which it goes on; only while `status` is `joined`. */
  joinedTo?: string;
  /** It is a comment; `underGist`: one line of the post above it, without names. */
  comment?: 1;
  underGist?: string;
  /** It carries on another post. */
  share?: 1;
  /** Shown to friends or members only. */
  notPublic?: 1;
  edited?: 1;
  postGone?: 1;
  /** Ramai by what its own log says: reactions grew so, within so many ms. */
  loud?: { from: number; to: number; ms: number };
}

export interface PhotoRow {
  /** SHA-256 of `bytes`, lower-case hex. */
  hash: string;
  bytes: ArrayBuffer;
  mime: string;
  size: number;
  width?: number;
  height?: number;
  /** Small JPEG without metadata for lists (160 px), when one could be made. */
  thumb?: ArrayBuffer;
  /** As in `StoredPhotoRef`. */
  look?: string;
  storedAt: number;
}

export interface SettingsRow {
  key: 'office';
  value: Settings;
}

/** Policies with their defaults, and the schedule of agencies whose hours are not the office's. */
export interface RulesRow {
  key: 'rules';
  value: ClockRules;
}

/**
 * Small facts of this desk. `desk`: 4 characters; `seq`: last number given; `order`: highest Lamport counter seen;
 * `projection`: by which release's rules the lists were made.
 */
export interface DeskRow {
  key: 'desk' | 'seq' | 'order' | 'projection';
  value: string | number;
}

/**
 * The only table that extension pages write to: bytes too big for a message (a pasted photo, a backup file)
 * wait here until the worker takes them over.
 */
export interface InboxRow {
  id: string;
  bytes: ArrayBuffer;
  mime: string;
  at: number;
}

/**
 * How well one surface of a site was understood on one day: figures only. `blind` and `empty` count since the last
 * report in which an identity was read, and since the last in which a post was seen.
 */
export interface HealthRow {
  site: SiteId;
  surface: string;
  /** Whole days since the epoch, UTC. */
  day: number;
  visits: number;
  seen: number;
  placed: number;
  named: number;
  removed: number;
  blind: number;
  empty: number;
  /** How often a flag could not read a field that every post has. */
  unreadable?: Partial<Record<string, number>>;
}

/** Version of the schema below; a database that says more was written by a later Tanggap. */
export const SCHEMA_VERSION = 3;

export class TanggapDatabase extends Dexie {
  events!: EntityTable<ComplaintEvent, 'id'>;
  complaints!: EntityTable<ComplaintRow, 'id'>;
  photos!: EntityTable<PhotoRow, 'hash'>;
  agencies!: EntityTable<Agency, 'id'>;
  settings!: Table<SettingsRow | RulesRow, string>;
  desk!: Table<DeskRow, string>;
  inbox!: EntityTable<InboxRow, 'id'>;
  health!: Table<HealthRow, [SiteId, string, number]>;
  /** Calendar versions of the office's own; a version is never changed. */
  calendars!: EntityTable<OfficeCalendar, 'version'>;
  telegram!: EntityTable<TelegramStateRow, 'key'>;
  telegramChats!: EntityTable<TelegramChatRow, 'agencyId'>;
  telegramSends!: EntityTable<TelegramSendRow, 'id'>;

  constructor(name = 'tanggap') {
    super(name);
    this.version(1).stores({
      events: 'id, complaintId, order',
      complaints:
        'id, *aliases, *numbers, status, agencyId, capturedAt, lastEventAt, [open+dueAt], [open+nearAt]',
      photos: 'hash',
      agencies: 'id',
      settings: 'key',
      desk: 'key',
      inbox: 'id',
    });
    this.version(2).stores({
      health: '[site+surface+day]',
      telegram: 'key',
      telegramChats: 'agencyId',
      telegramSends: 'id, complaintId, chatId',
    });
    this.version(3).stores({
      complaints:
        'id, *aliases, *numbers, status, agencyId, capturedAt, lastEventAt, [open+dueAt], [open+nearAt], [open+pausedUntil], incompleteYear',
      calendars: 'version',
    });
  }
}

/** Lives in the extension's origin only: a content script that opened it would open the site's own. */
export const database = new TanggapDatabase();

import type { Agency } from '../complaints/agency.ts';
import type { ChannelOutcome } from '../complaints/events.ts';
import type { Author, SiteId } from '../complaints/reading.ts';
import type { Settings } from '../complaints/settings.ts';

export type ChannelId = 'whatsapp' | 'email' | 'copy' | 'save' | 'telegram';

/** A photo that was re-encoded for sending: no EXIF, redactions burnt in. Made by `clean-photo.ts`. */
export interface PreparedPhoto {
  mime: 'image/jpeg';
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** What a message says about a complaint. The author is here only to be kept out of the text. */
export interface DraftComplaint {
  /** `KTM-0131`. */
  number: string;
  gist: string;
  /** The citizen's words, corrected or captured; empty = the gist stands alone. */
  text: string;
  place: string;
  site: SiteId | 'none';
  /** Epoch ms; null when unreadable. */
  postedAt: number | null;
  permalink: string;
  /** Word for the preset ("Ramai") or empty for an ordinary complaint. */
  presetLabel: string;
  /** Epoch ms; null while no deadline is known. */
  dueAt: number | null;
  sensitive: boolean;
  author: Author | null;
  /** It stands as a comment under a post; `permalink` is the comment's own. */
  comment?: boolean;
  /** The original that the post carries on, told apart from the citizen's own words. */
  shared?: { text: string; author: Author | null };
  /** The post is not public: nothing of it is quoted, and `text` counts only where it is not `original`. */
  notPublic?: boolean;
  /** The words as they were read, before any correction. */
  original?: string;
}

export interface DraftContext {
  kind: 'forward' | 'remind';
  complaint: DraftComplaint;
  agency: Agency;
  settings: Settings;
  /** Epoch ms: decides names, heads and "3 jam lagi". */
  now: number;
  photos: PreparedPhoto[];
  /** The official's own wording instead of the template's. */
  text?: string;
}

/** Everything that will leave, decided before anything happens. */
export interface Draft {
  channel: ChannelId;
  kind: 'forward' | 'remind';
  /** The message as it will be recorded in the log. */
  text: string;
  /** True when the text had to be cut to what the channel takes; the panel says so. */
  shortened: boolean;
  /** Address to open; absent when the channel opens nothing. */
  url?: string;
  /** Second address, for those who have the app instead of the web page. */
  appUrl?: string;
  /** Address of the mail's receiver; empty = the official fills it in. */
  to?: string;
  subject?: string;
  photos: PreparedPhoto[];
  /** Safe file name with extension; empty when the channel makes no file. */
  fileName: string;
  /** Facts for the saved file, without any citizen. */
  record: DraftRecord;
}

/** Machine-readable facts of one forwarding: `aduan.json` in the saved ZIP. */
export interface DraftRecord {
  number: string;
  gist: string;
  text: string;
  place: string;
  site: SiteId | 'none';
  /** ISO 8601 in UTC, or null. */
  postedAt: string | null;
  dueAt: string | null;
  permalink: string;
  agency: string;
  preset: string;
  sensitive: boolean;
}

/** What is still to be done by the official, in order; labels by `stepLabel`. */
export type DeliveryStep =
  | 'message-ready'
  | 'paste-message'
  | 'paste-photo'
  | 'photo-not-copied'
  | 'press-send'
  | 'open-file'
  | 'fill-receiver'
  | 'attach';

export type DeliveryFailure = 'clipboard' | 'tab' | 'file';

export type Delivered = { outcome: ChannelOutcome; steps: DeliveryStep[] } | { failed: DeliveryFailure };

/** Work done before the forwarding is recorded, handed on to `afterRecord`. */
export interface Readied {
  photosCopied: boolean;
  file?: Blob;
}

/** Effects of the browser, passed in so that every channel runs in a test. */
export interface DeliverEnv {
  openTab(url: string): Promise<void>;
  /** One clipboard item by MIME type. Call it while the click still counts as a gesture. */
  writeClipboard(item: Record<string, Blob | Promise<Blob>>): Promise<void>;
  download(file: Blob, name: string): Promise<void>;
  /** One PNG of all photos; only called when there is at least one. */
  makeSheet(photos: PreparedPhoto[], caption: string): Promise<Blob>;
}

/** One way to hand a complaint over. Nothing here can know that a message was sent, so nothing says so. */
export interface Channel {
  id: ChannelId;
  /** Name of a lucide icon. */
  icon: 'message-circle' | 'mail' | 'copy' | 'folder-down' | 'send';
  outcome: ChannelOutcome;
  label(): string;
  /** Text of the button: "Teruskan lewat WhatsApp". */
  verb(): string;
  /** Reaches more people than the head; never offered for a sensitive complaint. */
  toGroup: boolean;
  /** Leaves the computer by itself, after the official's click; only offered where it is set up. */
  bySelf?: true;
  /** Upper bound of the text in characters; the WhatsApp address has its own, stricter bound. */
  maxLength: number;
  missing(agency: Agency): null | 'phone' | 'email';
  /** Pure. Works without number or address too, so that a preview can be shown. */
  prepare(context: DraftContext): Draft;
  /** Clipboard and files: needs the gesture, may fail; on failure nothing must be recorded. */
  beforeRecord(draft: Draft, env: DeliverEnv): Promise<{ ready: Readied } | { failed: DeliveryFailure }>;
  /** Opens or downloads; on failure the recorded forwarding should be undone. */
  afterRecord(draft: Draft, env: DeliverEnv, ready: Readied): Promise<Delivered>;
}

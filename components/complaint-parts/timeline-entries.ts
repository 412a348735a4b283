import {
  Ban,
  Bell,
  Calculator,
  CircleCheck,
  Combine,
  CornerUpRight,
  Eraser,
  EyeOff,
  FileWarning,
  Flag,
  Hourglass,
  Image as ImageIcon,
  type LucideIcon,
  MessageSquareReply,
  Pause,
  Pencil,
  Play,
  RotateCcw,
  Send,
  Trash2,
} from 'lucide-react';
import { clockWord, pauseWord, termWords } from '../../channels/clock-words.ts';
import { stepWord } from '../../channels/ladder-words.ts';
import { channelById } from '../../channels/registry.ts';
import type {
  ChannelOutcome,
  ComplaintEvent,
  CorrectableField,
  JoinReason,
  ReplySource,
} from '../../complaints/events.ts';
import { liveEvents } from '../../complaints/live.ts';
import type { Capture } from '../../complaints/reading.ts';
import { isReworded, wordingsOf } from '../../complaints/wordings.ts';
import { m } from '../../i18n/index.ts';
import { responseWord, siteName } from './words.ts';

export { responseWord, siteName } from './words.ts';

/** One line of the history. */
export interface TimelineEntry {
  /** The event's id; the first of those that were drawn together. */
  id: string;
  icon: LucideIcon;
  title: string;
  /** Second line: the agency's words, a note; empty when there is none. */
  detail: string;
  /** Photos shown with it, by hash. */
  photoHashes: string[];
  /** Epoch ms at which it happened. */
  at: number;
  type: ComplaintEvent['type'];
  /** The time comes from a pasted message. */
  timeFromMessage: boolean;
  /** Where it was said and by which account; empty where the title tells enough. */
  source: string;
}

const FIELD: Record<CorrectableField, () => string> = {
  gist: m.ui_field_gist,
  text: m.ui_field_text,
  place: m.ui_field_place,
  permalink: m.ui_field_permalink,
  postedAt: m.ui_field_posted_at,
  author: m.ui_field_author,
};

const JOIN_WHY: Record<JoinReason, () => string> = {
  'same-post': m.ui_twin_same_post,
  'same-photo': m.ui_twin_same_photo,
  'same-words': m.ui_twin_same_words,
  chosen: m.ui_twin_chosen,
};

/** Name of a channel by its id, also of one that is no longer built in. */
export function channelName(id: string): string {
  return channelById(id)?.label() ?? id;
}

/**
 * What happened, newest first. What was undone is left out; photos stored with the flag are drawn into it, and
 * corrections of one field in a row count once.
 */
export function timelineEntries(events: readonly ComplaintEvent[]): TimelineEntry[] {
  const live = liveEvents(events);
  const flag = live.find((e) => e.type === 'captured');
  const photos = live.filter((e) => e.type === 'photoStored' && e.photo.how === 'fetched').length;
  const entries: TimelineEntry[] = [];
  const readings: Capture[] = [];
  let before: ComplaintEvent | null = null;
  for (const event of live) {
    const reworded = event.type === 'recaptured' && isReworded(wordingsOf(readings), event.capture);
    if (event.type === 'captured' || event.type === 'recaptured') readings.push(event.capture);
    const entry = entryOf(event, event === flag ? photos : 0, reworded);
    const again = before?.type === 'corrected' && event.type === 'corrected' && before.field === event.field;
    if (again) entries.pop();
    if (entry) entries.push(entry);
    if (entry) before = event;
  }
  return entries.reverse();
}

function entryOf(event: ComplaintEvent, photos: number, reworded: boolean): TimelineEntry | null {
  const made = (
    icon: LucideIcon,
    title: string,
    rest: Partial<Pick<TimelineEntry, 'detail' | 'photoHashes' | 'timeFromMessage' | 'source'>> = {},
  ): TimelineEntry => ({
    id: event.id,
    icon,
    title,
    detail: '',
    photoHashes: [],
    timeFromMessage: false,
    source: '',
    at: event.at,
    type: event.type,
    ...rest,
  });
  switch (event.type) {
    case 'captured': {
      const site = siteName(event.capture.site);
      const what = site ? m.ui_timeline_flagged({ site }) : m.ui_timeline_manual();
      return made(Flag, photos > 0 ? m.ui_timeline_with_photos({ what, n: photos }) : what);
    }
    case 'recaptured':
      return reworded ? made(Pencil, m.ui_timeline_edited()) : made(Flag, m.ui_timeline_flagged_again());
    case 'photoStored':
      return event.photo.how === 'pasted'
        ? made(ImageIcon, m.ui_timeline_photo_added(), { photoHashes: [event.photo.hash] })
        : null;
    case 'photoFailed':
      return null;
    case 'corrected':
      return made(Pencil, m.ui_timeline_corrected({ field: FIELD[event.field]() }));
    case 'markedSensitive':
      return made(EyeOff, event.sensitive ? m.ui_timeline_sensitive() : m.ui_timeline_not_sensitive());
    case 'forwarded':
      return made(Send, forwardedTitle(event.agencyShort, event.channel, event.outcome));
    case 'reminded':
      return made(Bell, m.ui_timeline_reminded({ channel: channelName(event.channel) }));
    case 'escalated':
      return made(
        FileWarning,
        m.ladder_entry({ step: stepWord(event.step), channel: channelName(event.channel) }),
      );
    case 'responded':
      return made(MessageSquareReply, m.ui_timeline_responded({ kind: responseWord(event.kind) }), {
        detail: event.text,
        photoHashes: event.photoHashes,
        timeFromMessage: event.via === 'pasted',
        source: event.source ? replySource(event.source) : '',
      });
    case 'resolved':
      return made(CircleCheck, m.ui_timeline_resolved(), {
        detail: event.note,
        photoHashes: event.photoHashes,
      });
    case 'dismissed':
      return made(Ban, m.ui_timeline_dismissed(), { detail: event.note });
    case 'reopened':
      return made(RotateCcw, m.ui_timeline_reopened(), { detail: event.note });
    case 'paused':
      return made(Pause, m.clock_entry_paused({ reason: pauseWord(event.reason) }), { detail: event.note });
    case 'resumed':
      return made(Play, m.clock_entry_resumed(), { detail: event.note });
    case 'extensionAsked':
      return made(
        Hourglass,
        m.clock_entry_asked({ term: termWords(event.by), clock: clockWord(event.clock) }),
        { detail: event.reason, timeFromMessage: event.via === 'pasted' },
      );
    case 'extensionDecided':
      return made(Hourglass, event.granted ? m.clock_entry_granted() : m.clock_entry_refused(), {
        detail: event.note,
      });
    case 'notOurs': {
      const named = event.suggests ? m.clock_entry_suggests({ agency: event.suggests }) : '';
      return made(CornerUpRight, m.clock_entry_not_ours(), {
        detail: [named, event.note].filter(Boolean).join(' '),
        timeFromMessage: event.via === 'pasted',
      });
    }
    case 'recomputed':
      return made(Calculator, m.clock_entry_recomputed(), { detail: event.note });
    case 'joined':
      return made(Combine, m.ui_timeline_joined({ why: JOIN_WHY[event.why]() }));
    case 'postGone':
      return made(Trash2, m.ui_timeline_post_gone());
    case 'purged':
      return made(
        Eraser,
        event.reason === 'request' ? m.ui_timeline_purged_request() : m.ui_timeline_purged_retention(),
      );
    default:
      return null;
  }
}

function replySource({ account, timeUnread }: ReplySource): string {
  const where = m.ui_source_comment({ account });
  return timeUnread ? `${where}, ${m.ui_time_unread()}` : where;
}

function forwardedTitle(agency: string, channel: string, outcome: ChannelOutcome): string {
  if (outcome === 'copied') return m.ui_timeline_copied({ agency });
  if (outcome === 'saved') return m.ui_timeline_saved({ agency });
  return m.ui_timeline_forwarded({ agency, channel: channelName(channel) });
}

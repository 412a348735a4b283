import { nameAt } from '../complaints/agency.ts';
import { durationParts } from '../complaints/duration.ts';
import { fullMoment, shortMoment } from '../complaints/when.ts';
import { m } from '../i18n/index.ts';
import { addressee } from './addressee.ts';
import type { DraftComplaint, DraftContext, DraftRecord } from './channel.ts';
import { capitalized, clause } from './clause.ts';
import { clip } from './fit.ts';
import { anonymousLink, parseUrl } from './permalink.ts';
import { withoutQuotes } from './quotes.ts';
import { oneLine, safeText, withoutAuthor, withoutFormatting } from './safe-text.ts';
import { fill, templateOf, type Values } from './template.ts';

/** The citizen's words in a message; the whole text stays in the evidence and behind the link. */
const LONGEST_TEXT = 600;
const LONGEST_PLACE = 160;
const LONGEST_ORIGINAL = 300;

const indonesian = { locale: 'id' } as const;

/**
 * The message for the head: the official's own wording when there is one, else the template filled.
 * Never holds the citizen's handle or name, in neither case.
 */
export function messageText(context: DraftContext): string {
  const { complaint } = context;
  if (context.text !== undefined)
    return anonymous(unquoted(safeText(context.text).trim(), context.complaint), context).trim();
  const own =
    context.kind === 'forward' ? context.settings.templates.forward : context.settings.templates.remind;
  return filled(templateOf(own, context.kind), valuesOf({ ...context, complaint }));
}

/** A reply for the citizen under the post; the official sends it himself. */
export function publicReplyText(context: DraftContext): string {
  const values = valuesOf(context);
  if (context.complaint.sensitive || context.complaint.notPublic || values.pokok === '')
    values.pokok = m.message_reply_sensitive({}, indonesian);
  return filled(templateOf(context.settings.templates.publicReply, 'publicReply'), values);
}

/** One line for the subject of a mail. */
export function subjectText(context: DraftContext): string {
  const nomor = context.complaint.number;
  if (context.kind === 'remind') return m.message_subject_remind({ nomor }, indonesian);
  if (context.complaint.sensitive) return m.message_subject_sensitive({ nomor }, indonesian);
  const pokok = citizen(ownWords(context.complaint).gist, context, 70);
  return m.message_subject({ nomor, pokok: pokok || m.message_private_short({}, indonesian) }, indonesian);
}

/** Facts for the saved file; nothing in it tells who the citizen is, nor what a sensitive matter is. */
export function recordOf(context: DraftContext): DraftRecord {
  const { complaint } = context;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const plain = (text: string) => withoutPeople(safeText(text), complaint);
  const own = ownWords(complaint);
  return {
    number: complaint.number,
    gist: complaint.sensitive
      ? m.message_sensitive_short({}, indonesian)
      : plain(own.gist) || (complaint.notPublic ? m.message_private_short({}, indonesian) : ''),
    text: complaint.sensitive ? '' : plain(withShared(own.text, complaint, LONGEST_ORIGINAL)),
    place: plain(complaint.place),
    site: complaint.site,
    postedAt: iso(complaint.postedAt),
    dueAt: iso(complaint.dueAt),
    permalink: complaint.notPublic ? '' : (anonymousLink(complaint.permalink, complaint.author?.id) ?? ''),
    agency: oneLine(nameAt(context.agency, context.now).name),
    preset: complaint.presetLabel,
    sensitive: complaint.sensitive,
  };
}

function valuesOf(context: DraftContext): Values {
  const { complaint, agency, settings, now } = context;
  const own = ownWords(complaint);
  const text = own.text.trim() === '' ? own.gist : own.text;
  const matter = citizen(own.gist || own.text, context, LONGEST_TEXT);
  return {
    nomor: complaint.number,
    yth: addressee(agency, now),
    instansi: oneLine(nameAt(agency, now).name),
    isi: complaint.sensitive
      ? m.message_sensitive_gist({}, indonesian)
      : withShared(citizen(text, context, LONGEST_TEXT), complaint, LONGEST_ORIGINAL) ||
        (complaint.notPublic ? m.message_private_gist({}, indonesian) : ''),
    pokok: complaint.sensitive ? m.message_sensitive_short({}, indonesian) : shortMatter(matter, complaint),
    tempat: placeLine(context, text),
    sumber: source(context),
    tautan: link(context),
    tenggat: complaint.dueAt === null ? '' : fullMoment(complaint.dueAt, settings.zone),
    sisa: left(context),
    penanda: complaint.presetLabel === '' ? '' : `(${oneLine(complaint.presetLabel)})`,
    penandatangan: oneLine(settings.signatory),
  };
}

/** The matter is put as it stands within a sentence; a template that begins one with it gets a capital. */
function filled(template: string, values: Values): string {
  const begins = /(^|\n|[.!?]\s+)[*_]*\{pokok\}/.test(template);
  return fill(template, begins ? { ...values, pokok: capitalized(values.pokok) } : values);
}

function citizen(text: string, context: DraftContext, max: number): string {
  return withoutFormatting(clip(withoutPeople(oneLine(text), context.complaint), max));
}

/** The place, unless the citizen's words already name it letter by letter. */
function placeLine(context: DraftContext, text: string): string {
  const place = citizen(context.complaint.place, context, LONGEST_PLACE);
  const said = !context.complaint.sensitive && oneLine(text).toLowerCase().includes(place.toLowerCase());
  return said ? '' : place;
}

function source(context: DraftContext): string {
  const { complaint, settings } = context;
  if (complaint.site === 'none') return m.message_source_manual({}, indonesian);
  const site = complaint.site === 'instagram' ? 'Instagram' : 'Facebook';
  const when = complaint.postedAt === null ? '' : shortMoment(complaint.postedAt, settings.zone);
  const words = complaint.comment
    ? when === ''
      ? m.message_source_comment_undated({ site }, indonesian)
      : m.message_source_comment({ site, when }, indonesian)
    : when === ''
      ? m.message_source_site_undated({ site }, indonesian)
      : m.message_source_site({ site, when }, indonesian);
  return complaint.notPublic ? m.message_source_private({ source: words }, indonesian) : words;
}

function link(context: DraftContext): string {
  const { permalink, author } = context.complaint;
  // Whoever may not see the post has no use for its address, which may tell whose it is.
  if (permalink.trim() === '' || context.complaint.notPublic) return '';
  const safe = anonymousLink(permalink, author?.id);
  const handle = author?.handle?.replace(/^@/, '').toLowerCase() ?? '';
  const named =
    safe !== null &&
    handle !== '' &&
    safe
      .toLowerCase()
      .split(/[/?&=#]/)
      .includes(handle);
  return safe === null || named ? m.message_link_withheld({}, indonesian) : safe;
}

function left(context: DraftContext): string {
  const { complaint, settings, now } = context;
  if (complaint.dueAt === null) return '';
  const values = {
    duration: longDuration(complaint.dueAt - now),
    when: fullMoment(complaint.dueAt, settings.zone),
  };
  return now > complaint.dueAt
    ? m.message_due_over(values, indonesian)
    : m.message_due_left(values, indonesian);
}

function longDuration(ms: number): string {
  const { d, h, m: minutes } = durationParts(ms);
  if (d > 0) return m.duration_long_days_hours({ d, h }, indonesian);
  if (h > 0) return m.duration_long_hours_minutes({ h, m: minutes }, indonesian);
  return m.duration_long_minutes({ m: minutes }, indonesian);
}

/** The official's own wording: links to the post lose the account name, the author's name goes. */
function anonymous(text: string, context: DraftContext): string {
  const { author } = context.complaint;
  const linked = text.replace(/https?:\/\/[^\s<>"]+/gi, (found) => {
    const host = parseUrl(found)?.hostname ?? '';
    if (!/(^|\.)(instagram|facebook|fb)\.com$/.test(host)) return found;
    if (context.complaint.notPublic) return '';
    return anonymousLink(found, author?.id) ?? m.message_link_withheld({}, indonesian);
  });
  return withoutPeople(linked, context.complaint);
}

/** What may be said of the matter: all of it, or of a post that is not public only the official's own words. */
function ownWords({ notPublic, text, gist, original = '' }: DraftComplaint): { text: string; gist: string } {
  if (!notPublic) return { text, gist };
  return { text: withoutQuotes(text, original), gist: withoutQuotes(gist, original) };
}

function unquoted(text: string, { notPublic, original = '' }: DraftComplaint): string {
  return notPublic ? withoutQuotes(text, original) : text;
}

function shortMatter(matter: string, complaint: DraftComplaint): string {
  return clause(matter) || (complaint.notPublic ? m.message_private_short({}, indonesian) : '');
}

/** The citizen's words with those of the post he carries on, told apart. */
function withShared(words: string, complaint: DraftComplaint, max: number): string {
  const { shared, notPublic } = complaint;
  const text = shared && !notPublic ? oneLine(shared.text) : '';
  if (text === '') return words;
  const original = withoutFormatting(clip(withoutPeople(text, complaint), max));
  return words === '' || words === original
    ? m.message_shared_only({ original }, indonesian)
    : m.message_shared({ words, original }, indonesian);
}

/** Neither the author nor whoever wrote the original is named. */
function withoutPeople(text: string, complaint: DraftComplaint): string {
  const once = withoutAuthor(text, complaint.author, person());
  return complaint.shared ? withoutAuthor(once, complaint.shared.author, person()) : once;
}

function person(): string {
  return m.message_hidden_person({}, indonesian);
}

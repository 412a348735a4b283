import { nameAt } from '../complaints/agency.ts';
import { durationParts } from '../complaints/duration.ts';
import { fullMoment, shortMoment } from '../complaints/when.ts';
import { m } from '../i18n/index.ts';
import { addressee } from './addressee.ts';
import type { DraftContext, DraftRecord } from './channel.ts';
import { capitalized, clause } from './clause.ts';
import { clip } from './fit.ts';
import { anonymousLink, parseUrl } from './permalink.ts';
import { oneLine, safeText, withoutAuthor, withoutFormatting } from './safe-text.ts';
import { fill, templateOf, type Values } from './template.ts';

/** The citizen's words in a message; the whole text stays in the evidence and behind the link. */
const LONGEST_TEXT = 600;
const LONGEST_PLACE = 160;

const indonesian = { locale: 'id' } as const;

/**
 * The message for the head: the official's own wording when there is one, else the template filled.
 * Never holds the citizen's handle or name, in neither case.
 */
export function messageText(context: DraftContext): string {
  const { complaint } = context;
  if (context.text !== undefined) return anonymous(safeText(context.text).trim(), context);
  const own =
    context.kind === 'forward' ? context.settings.templates.forward : context.settings.templates.remind;
  return filled(templateOf(own, context.kind), valuesOf({ ...context, complaint }));
}

/** A reply for the citizen under the post; the official sends it himself. */
export function publicReplyText(context: DraftContext): string {
  const values = valuesOf(context);
  if (context.complaint.sensitive || values.pokok === '')
    values.pokok = m.message_reply_sensitive({}, indonesian);
  return filled(templateOf(context.settings.templates.publicReply, 'publicReply'), values);
}

/** One line for the subject of a mail. */
export function subjectText(context: DraftContext): string {
  const nomor = context.complaint.number;
  if (context.kind === 'remind') return m.message_subject_remind({ nomor }, indonesian);
  if (context.complaint.sensitive) return m.message_subject_sensitive({ nomor }, indonesian);
  return m.message_subject({ nomor, pokok: citizen(context.complaint.gist, context, 70) }, indonesian);
}

/** Facts for the saved file; nothing in it tells who the citizen is, nor what a sensitive matter is. */
export function recordOf(context: DraftContext): DraftRecord {
  const { complaint } = context;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const plain = (text: string) => withoutAuthor(safeText(text), complaint.author, person());
  return {
    number: complaint.number,
    gist: complaint.sensitive ? m.message_sensitive_short({}, indonesian) : plain(complaint.gist),
    text: complaint.sensitive ? '' : plain(complaint.text),
    place: plain(complaint.place),
    site: complaint.site,
    postedAt: iso(complaint.postedAt),
    dueAt: iso(complaint.dueAt),
    permalink: anonymousLink(complaint.permalink, complaint.author?.id) ?? '',
    agency: nameAt(context.agency, context.now).name,
    preset: complaint.presetLabel,
    sensitive: complaint.sensitive,
  };
}

function valuesOf(context: DraftContext): Values {
  const { complaint, agency, settings, now } = context;
  const text = complaint.text.trim() === '' ? complaint.gist : complaint.text;
  const matter = citizen(complaint.gist || complaint.text, context, LONGEST_TEXT);
  return {
    nomor: complaint.number,
    yth: addressee(agency, now),
    instansi: nameAt(agency, now).name,
    isi: complaint.sensitive
      ? m.message_sensitive_gist({}, indonesian)
      : citizen(text, context, LONGEST_TEXT),
    pokok: complaint.sensitive ? m.message_sensitive_short({}, indonesian) : clause(matter),
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
  return withoutFormatting(clip(withoutAuthor(oneLine(text), context.complaint.author, person()), max));
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
  if (complaint.postedAt === null) return m.message_source_site_undated({ site }, indonesian);
  return m.message_source_site({ site, when: shortMoment(complaint.postedAt, settings.zone) }, indonesian);
}

function link(context: DraftContext): string {
  const { permalink, author } = context.complaint;
  if (permalink.trim() === '') return '';
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
    return anonymousLink(found, author?.id) ?? m.message_link_withheld({}, indonesian);
  });
  return withoutAuthor(linked, author, person());
}

function person(): string {
  return m.message_hidden_person({}, indonesian);
}

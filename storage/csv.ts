import Papa from 'papaparse';
import type { ViewStatus } from '../complaints/complaint.ts';
import { rowStatus } from '../complaints/urgency.ts';
import { shortMoment, type Zone } from '../complaints/when.ts';
import { locale, m } from '../i18n/index.ts';
import type { ComplaintRow } from './database.ts';

const STATUS: Record<ViewStatus, () => string> = {
  new: m.status_new,
  waiting: m.status_waiting,
  near: m.status_near,
  overdue: m.status_overdue,
  responded: m.status_responded,
  paused: m.status_paused,
  outside: m.status_outside,
  done: m.status_done,
  dismissed: m.status_dismissed,
  joined: m.status_joined,
};

/** What a spreadsheet may take for a formula, also behind blanks and invisible signs. */
const FORMULA = /^[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@|\t\r\n＝＋－＠]/u;

/**
 * The list as a table for a spreadsheet: semicolons, since Indonesian settings use the comma in figures, and a
 * byte order mark, so that it is read as UTF-8. No citizen's name, handle or address of an account is in it.
 * @param now Epoch ms, for the statuses.
 */
export function toCsv(rows: readonly ComplaintRow[], { zone, now }: { zone: Zone; now: number }): string {
  const moment = (ms: number | undefined) => (ms === undefined ? '' : shortMoment(ms, zone, locale()));
  const table = rows.map((row) => [
    row.number,
    STATUS[rowStatus(row, now)](),
    row.agencyName,
    row.gist,
    row.place,
    row.site === 'instagram' ? 'Instagram' : row.site === 'facebook' ? 'Facebook' : '',
    row.comment ? m.bg_csv_comment() : m.bg_csv_post(),
    postAddress(row.id),
    moment(row.postedAt),
    moment(row.capturedAt),
    moment(row.forwardedAt),
    moment(row.lateSince ?? row.dueAt),
    moment(row.respondedAt),
    moment(row.resolvedAt),
    String(row.reminders),
    row.sensitive === 1 ? m.bg_csv_yes() : m.bg_csv_no(),
  ]);
  const fields = [
    m.bg_csv_number(),
    m.bg_csv_status(),
    m.bg_csv_agency(),
    m.bg_csv_gist(),
    m.bg_csv_place(),
    m.bg_csv_site(),
    m.bg_csv_kind(),
    m.bg_csv_link(),
    m.bg_csv_posted(),
    m.bg_csv_flagged(),
    m.bg_csv_forwarded(),
    m.bg_csv_due(),
    m.bg_csv_responded(),
    m.bg_csv_resolved(),
    m.bg_csv_reminders(),
    m.bg_csv_sensitive(),
  ];
  const csv = Papa.unparse(
    { fields, data: table },
    { delimiter: ';', newline: '\r\n', quotes: true, escapeFormulae: FORMULA },
  );
  return `\ufeff${csv}\r\n`;
}

/** The post by its id alone: the stored address may carry the citizen's account name. */
function postAddress(id: string): string {
  const site = id.slice(0, id.indexOf(':'));
  const [code = '', comment] = id.slice(id.indexOf(':') + 1).split('#');
  if (site === 'instagram') return `https://www.instagram.com/p/${code}/${comment ? `c/${comment}/` : ''}`;
  if (site !== 'facebook') return '';
  return `https://www.facebook.com/${code}${comment ? `?comment_id=${comment}` : ''}`;
}

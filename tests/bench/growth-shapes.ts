import type { CalendarBook } from '../../complaints/deadlines/calendar-book.ts';
import { freezeClocks } from '../../complaints/deadlines/frozen.ts';
import { DEFAULT_RULES, presetPolicy, scheduleOf } from '../../complaints/deadlines/rules.ts';
import type { ComplaintEvent, NewEvent } from '../../complaints/events.ts';
import { DEFAULT_SETTINGS } from '../../complaints/settings.ts';

/** Complaints of an office that never was, in the shapes that the product writes; photos are named, not held. */

const HOUR = 3_600_000;
const AGENCIES = 30;
const WORDS =
  'lampu jalan padam di simpang pelita sampai bundaran mohon perhatian sudah tiga hari gelap anak sekolah lewat sini air got meluap sampah menumpuk jalan berlubang dalam depan pasar pagi bau busuk pohon tumbang trotoar rusak halte bocor pak bupati tolong warga resah'.split(
    ' ',
  );

/** What of each thousand stands where; the rest is done or was not taken up. */
const STANDS = { late: 10, near: 10, waiting: 10, fresh: 10, paused: 5, answered: 5 } as const;
type Stand = keyof typeof STANDS | 'done' | 'dismissed';

/** Spread over the thousand, so that each share is there whatever the size of the store. */
export function standOf(i: number): Stand {
  let place = (i * 379) % 1_000;
  for (const [stand, share] of Object.entries(STANDS)) {
    if (place < share) return stand as Stand;
    place -= share;
  }
  return place % 12 === 0 ? 'dismissed' : 'done';
}

/** Hours since the forwarding, so that a term of 24 hours stands where it shall. */
function hoursOf(stand: Stand, i: number, count: number): number {
  if (stand === 'late') return 25 + (i % 90);
  if (stand === 'near') return 19 + (i % 400) / 100;
  if (stand === 'waiting' || stand === 'paused') return 1 + (i % 1_000) / 100;
  if (stand === 'fresh') return (i % 500) / 20;
  // A desk takes up some ninety a day.
  return 48 + ((count - i) * 24) / 90;
}

/** A hash as photos have one, without a photo. */
const hashOf = (i: number) => i.toString(16).padStart(64, 'a0');

/** Log of the i-th of `count` complaints at `now` (epoch ms), with its clocks frozen in by this book. */
export function logOf(i: number, count: number, now: number, book: CalendarBook): ComplaintEvent[] {
  const stand = standOf(i);
  const code = `GROW${String(i).padStart(7, '0')}`;
  const complaintId = `instagram:${code}`;
  const at = Math.round(now - hoursOf(stand, i, count) * HOUR);
  const flagged = at - 20 * 60_000;
  const length = 12 + ((i * 13) % 60);
  const text = Array.from({ length }, (_, k) => WORDS[(i * 5 + k * 7 + ((i * k) % 11)) % WORDS.length]).join(
    ' ',
  );
  const hash = hashOf(i);
  const url = `https://scontent.cdninstagram.com/v/t51.2885-15/${code}_${i * 7919}_n.jpg?stp=dst-jpg_e35&_nc_ht=scontent`;
  const number = i % AGENCIES;
  const agencyId = `opd-${String(number).padStart(2, '0')}`;
  const log: NewEvent[] = [
    {
      type: 'captured',
      complaintId,
      at: flagged,
      via: 'button',
      number: { prefix: 'KTM', seq: i + 1, desk: 'aaaa' },
      capture: {
        site: 'instagram',
        surface: 'feed',
        identity: {
          key: complaintId,
          aliases: [complaintId, `instagram:media/${3_000_000_000 + i}`],
          permalink: `https://www.instagram.com/p/${code}/`,
        },
        author: {
          value: { handle: `warga.${i}`, name: `Warga ${i}`, id: String(5_000_000 + i) },
          source: 'store',
        },
        text: { value: text, source: 'store' },
        postedAt: { value: flagged - HOUR, source: 'store' },
        place: i % 3 === 0 ? { value: `Kelurahan ${i % 60}`, source: 'dom' } : { unreadable: 'not-on-page' },
        counts: { value: { likes: i % 90, comments: i % 17 }, source: 'store' },
        photos: { value: [{ url, kind: 'photo' }], source: 'store' },
        audience: { value: 'public', source: 'store' },
        readAt: flagged,
        pageUrl: 'https://www.instagram.com/',
        dropped: [],
      },
    },
    {
      type: 'photoStored',
      complaintId,
      at: flagged + 900,
      photo: {
        hash,
        url,
        how: 'fetched',
        kind: 'photo',
        mime: 'image/jpeg',
        size: 180_000,
        width: 1080,
        height: 1350,
      },
    },
  ];
  if (stand === 'dismissed')
    log.push({ type: 'dismissed', complaintId, at, note: 'Bukan aduan tentang pelayanan.' });
  else if (stand !== 'fresh') log.push(...withAgency());
  return log.map((event, step) => {
    const order = i * 8 + step + 1;
    const id = `${order.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`;
    return { ...event, id, order, desk: 'aaaa', recordedAt: event.at } as ComplaintEvent;
  });

  function withAgency(): NewEvent[] {
    const preset = 'custom' as const;
    const termMs = 24 * HOUR;
    const policy = presetPolicy(DEFAULT_RULES, DEFAULT_SETTINGS.terms, {
      agencyId,
      outside: false,
      preset,
      termMs,
    });
    if (!policy) throw new Error('no policy');
    const result = freezeClocks(
      book,
      policy,
      { id: agencyId, schedule: scheduleOf(DEFAULT_RULES, agencyId) },
      at,
    );
    if ('problem' in result) throw new Error(result.problem.code);
    const acts: NewEvent[] = [
      {
        type: 'forwarded',
        complaintId,
        at,
        agencyId,
        agencyName: `Dinas Percobaan Nomor ${number}`,
        agencyShort: `Disper${number}`,
        outside: false,
        channel: 'whatsapp',
        outcome: 'opened',
        preset,
        termMs,
        dueAt: result.frozen.due.response ?? at + termMs,
        photoHashes: [hash],
        message: `Yth. Kepala Dinas Percobaan Nomor ${number}. ${text}`,
        frozen: result.frozen,
      },
    ];
    const answer = 'Petugas menuju lokasi.';
    if (stand === 'paused')
      acts.push({
        type: 'paused',
        complaintId,
        at: at + 60_000,
        until: now + 40 * HOUR,
        reason: 'citizen',
        note: '',
      });
    if (stand === 'answered' || stand === 'done')
      acts.push({
        type: 'responded',
        complaintId,
        at: at + HOUR,
        kind: 'initial',
        text: answer,
        photoHashes: [],
        via: 'hand',
      });
    if (stand === 'done')
      acts.push({
        type: 'resolved',
        complaintId,
        at: at + 5 * HOUR,
        note: 'Sudah selesai.',
        photoHashes: [],
      });
    return acts;
  }
}

import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../../complaints/events.ts';
import { timelineEntries } from '../../../../components/complaint-parts/timeline-entries.ts';

let order = 0;
function event(rest: Record<string, unknown>): ComplaintEvent {
  order += 1;
  return {
    id: `0190000000-${String(order).padStart(4, '0')}`,
    complaintId: 'instagram:ABCDE',
    order,
    at: order * 1_000,
    recordedAt: order * 1_000,
    desk: 'a7f3',
    ...rest,
  } as unknown as ComplaintEvent;
}
const photo = (hash: string, how = 'fetched') =>
  event({ type: 'photoStored', photo: { hash, how, url: '', kind: 'photo', mime: 'image/jpeg', size: 1 } });
const titles = (events: ComplaintEvent[]) => timelineEntries(events).map((e) => e.title);

describe('timeline', () => {
  it('draws fetched photos into the flag and puts the newest first', () => {
    const flag = event({ type: 'captured', capture: { site: 'instagram' } });
    const forwarded = event({
      type: 'forwarded',
      agencyShort: 'DLH',
      channel: 'whatsapp',
      outcome: 'opened',
    });
    expect(titles([flag, photo('a'), photo('b'), forwarded])).toEqual([
      'Diteruskan ke DLH lewat WhatsApp',
      'Ditandai di Instagram, 2 foto tersimpan',
    ]);
  });

  it('claims no more than was done', () => {
    const copied = event({ type: 'forwarded', agencyShort: 'DLH', channel: 'copy', outcome: 'copied' });
    expect(titles([copied])).toEqual(['Pesan untuk DLH disalin']);
  });

  it('leaves out what was undone', () => {
    const forwarded = event({
      type: 'forwarded',
      agencyShort: 'DLH',
      channel: 'whatsapp',
      outcome: 'opened',
    });
    expect(titles([forwarded, event({ type: 'undone', target: forwarded.id })])).toEqual([]);
  });

  it('counts corrections of one field in a row once', () => {
    const correct = (field: string, value: string) => event({ type: 'corrected', field, value });
    expect(
      titles([correct('place', 'a'), correct('place', 'b'), correct('text', 'c'), correct('place', 'd')]),
    ).toEqual(['Lokasi diubah', 'Isi aduan diubah', 'Lokasi diubah']);
  });

  it('says when a time comes from a pasted message', () => {
    const [entry] = timelineEntries([
      event({ type: 'responded', kind: 'done', text: 'beres', photoHashes: [], via: 'pasted' }),
    ]);
    expect(entry).toMatchObject({ timeFromMessage: true, detail: 'beres', title: 'Tanggapan OPD: Selesai' });
  });

  it('says when an answer stood under the post, from which account, and when its time was not readable', () => {
    const source = { account: 'dishub.ketapi', names: ['instagram:AAAAA11111#1'] };
    const answer = {
      type: 'responded',
      kind: 'initial',
      text: 'siap',
      photoHashes: [],
      via: 'comment',
    } as const;
    const [unread, read] = timelineEntries([
      event({ ...answer, source }),
      event({ ...answer, source: { ...source, timeUnread: true } }),
    ]);
    expect(read).toMatchObject({
      source: 'akun resmi di bawah unggahan: dishub.ketapi',
      timeFromMessage: false,
    });
    expect(unread?.source).toBe('akun resmi di bawah unggahan: dishub.ketapi, waktu tidak terbaca');
  });
});

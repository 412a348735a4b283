import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAnswers } from '../../../../complaints/answers/match.ts';
import { oneAnswer } from '../../../../complaints/answers/one-answer.ts';
import { readPaste } from '../../../../complaints/answers/paste.ts';
import { answerKey, obstacleOf, propose } from '../../../../complaints/answers/propose.ts';

const at = (iso: string) => Date.parse(`${iso}+07:00`);
const now = at('2026-08-20T12:00:00');
const agencies = [
  { id: 'dishub', names: ['Dishub'], phone: '' },
  { id: 'dlh', names: ['DLH'], phone: '' },
  { id: 'setda', names: ['Setda'], phone: '' },
];
const waiting = [
  { id: 'a', numbers: ['KTM-0131'], agencyId: 'dishub', forwardedAt: at('2026-08-15T09:00:40') },
  { id: 'b', numbers: ['KTM-0132'], agencyId: 'dishub', forwardedAt: at('2026-08-16T09:00:00') },
  { id: 'c', numbers: ['KTM-0133'], agencyId: 'dlh', forwardedAt: at('2026-08-14T09:00:00') },
  { id: 'd', numbers: ['KTM-0134'], agencyId: 'dlh', forwardedAt: at('2026-08-13T09:00:00'), closed: true },
];
const byId = new Map(waiting.map((one) => [one.id, one]));
const match = (text: string, more = {}) =>
  matchAnswers({
    pasted: readPaste(text, { now, offsetMinutes: 420 }),
    waiting,
    agencies,
    prefixes: ['KTM'],
    notForwarded: ['KTM-0140'],
    now,
    ...more,
  });
const proposed = (text: string, only: string | null = null, more = {}) =>
  propose(match(text, more).answers, waiting, only);
const line = (clock: string, author: string, text: string) => `[${clock}, 17/8/2026] ${author}: ${text}`;

describe('what is proposed', () => {
  it('ticks what names few numbers, each complaint for itself', () => {
    expect(proposed(line('10.00', 'Dishub', 'KTM-0131 dan KTM-0132 selesai diperbaiki'))).toMatchObject([
      { complaintId: 'b', ticked: true, kind: 'done' },
      { complaintId: 'a', ticked: true, kind: 'done' },
    ]);
  });

  it('takes ten numbers for a list: all offered, none ticked', () => {
    const many = Array.from({ length: 10 }, (_, index) => ({
      id: `x${index}`,
      numbers: [`KTM-02${index}0`],
      agencyId: 'dishub',
      forwardedAt: 0,
    }));
    const text = line('10.00', 'Dishub', many.map((one) => one.numbers[0]).join(', '));
    const proposals = propose(match(text, { waiting: many }).answers, many, null);
    expect(proposals).toHaveLength(10);
    expect(proposals.every((one) => !one.ticked)).toBe(true);
  });

  it('leaves greetings of a whole chat to the official, and takes a single message for the complaint looked at', () => {
    const chat = [line('10.00', 'DLH', 'Selamat pagi'), line('10.01', 'DLH', 'Sudah diangkut')].join('\n');
    expect(proposed(chat)).toMatchObject([
      { complaintId: 'c', ticked: false, kind: 'initial' },
      { complaintId: 'c', ticked: false, kind: 'done' },
    ]);
    expect(proposed('Sudah diangkut')).toMatchObject([{ complaintId: '', ticked: false, at: null }]);
    expect(proposed('Sudah diangkut', 'b')).toMatchObject([{ complaintId: 'b', ticked: true }]);
    // It names another complaint: that one is meant, but it is not what the official looks at.
    expect(proposed(line('10.00', 'DLH', 'KTM-0133 diangkut'), 'b')).toMatchObject([
      { complaintId: 'c', ticked: false },
    ]);
  });

  it('offers an ended complaint only where it is named, and never ticked', () => {
    expect(proposed(line('10.00', 'DLH', 'KTM-0134 juga beres'))).toMatchObject([
      { complaintId: 'd', ticked: false },
    ]);
    expect(match(line('10.00', 'DLH', 'beres')).answers[0]?.complaintIds).toEqual(['c']);
  });

  it('does not tick a question, nor what another agency says of it', () => {
    expect(proposed(line('10.00', 'Bu Camat', 'KTM-0131 bagaimana kabarnya?'))).toMatchObject([
      { complaintId: 'a', ticked: false, doubt: 'question' },
    ]);
    expect(proposed(line('10.00', 'Staf DLH', 'KTM-0131 itu urusan Dishub'))).toMatchObject([
      { complaintId: 'a', ticked: false, doubt: 'other-sender' },
    ]);
    expect(proposed(line('10.00', 'Pak Anton', 'KTM-0131 beres'))).toMatchObject([
      { ticked: true, doubt: null },
    ]);
  });

  it('knows the head of a dinas by the usual short form', () => {
    expect(proposed(line('10.00', 'Kadishub Contoh', 'beres'))[0]?.found).toMatchObject({
      by: 'agency',
      senderId: 'dishub',
    });
  });

  it('takes a wish for time as such when it says how much, and never "not ours" out of a talk unseen', () => {
    const asks = line('10.00', 'Dishub', 'KTM-0131 mohon waktu 2 hari');
    const declines = line('10.01', 'Dishub', 'KTM-0132 bukan wewenang kami');
    expect(proposed(asks)).toMatchObject([{ kind: 'askTime', ticked: true }]);
    expect(proposed(line('10.00', 'Dishub', 'KTM-0131 mohon waktu'))).toMatchObject([
      { kind: 'initial', ticked: true },
    ]);
    expect(proposed(declines)).toMatchObject([{ kind: 'notOurs', ticked: true }]);
    expect(proposed(`${asks}\n${declines}`)).toMatchObject([
      { kind: 'askTime', ticked: true },
      { kind: 'notOurs', ticked: false },
    ]);
  });
});

describe('whose messages they are', () => {
  it('says when a number is known but was never forwarded', () => {
    expect(match(line('10.00', 'Dishub', 'KTM-0140 siap')).answers[0]?.refused).toBe('not-forwarded');
  });

  it('takes the office for itself though its name is in the directory, and an agency that passed our message on not', () => {
    const chat = [
      line('09.00', 'Admin Setda', 'ADUAN WARGA KTM-0131'),
      line('09.01', 'Admin Setda', 'KTM-0131 mohon segera'),
      line('09.02', 'Dishub', 'ADUAN WARGA KTM-0131'),
      line('09.03', 'Dishub', 'KTM-0131 siap'),
    ].join('\n');
    const { answers, skipped } = match(chat);
    expect(answers.map(({ message }) => message.text)).toEqual(['KTM-0131 siap']);
    expect(skipped.ours).toBe(3);
  });

  it('takes every sender for the agency that the official names', () => {
    const chat = [line('10.00', 'Pak Anton', 'Sudah ditambal'), line('10.01', 'Bu Rini', 'ok')].join('\n');
    expect(match(chat).answers).toEqual([]);
    expect(match(chat, { chatWith: 'dlh' }).answers).toMatchObject([
      { by: 'agency', complaintIds: ['c'] },
      { by: 'agency', complaintIds: ['c'] },
    ]);
  });

  it('gives pictures without words to the message of the same sender before or after them', () => {
    const file = (clock: string, who: string, name: string) => line(clock, who, `${name} (file terlampir)`);
    const chat = [
      file('10.00', 'Dishub', 'A.jpg'),
      line('10.01', 'Dishub', 'KTM-0131 selesai'),
      file('10.02', 'Dishub', 'B.jpg'),
      line('10.03', 'Dishub', '<Media tidak disertakan>'),
      file('11.30', 'Dishub', 'C.jpg'),
      file('10.04', 'Bu Lurah', 'D.jpg'),
    ].join('\n');
    const { answers, skipped } = match(chat);
    expect(answers).toMatchObject([
      { files: ['B.jpg', 'A.jpg'].sort(), pictures: 3, by: 'number' },
      { files: ['C.jpg'], pictures: 1, by: 'agency' },
    ]);
    expect(skipped.other).toBe(1);
  });
});

describe('what stands in the way', () => {
  const [proposal] = proposed(line('10.00', 'Dishub', 'KTM-0131 selesai'));
  const obstacle = (change: object, recorded: string[] = []) =>
    proposal && obstacleOf({ ...proposal, asked: null, ...change }, byId, new Set(recorded), now);

  it('nothing, or the first thing that does', () => {
    expect(obstacle({})).toBeNull();
    expect(obstacle({ complaintId: '' })).toBe('no-complaint');
    expect(obstacle({ complaintId: 'gone' })).toBe('no-complaint');
    expect(obstacle({ at: null })).toBe('no-time');
    expect(obstacle({ at: now + 180_000 })).toBe('future');
    expect(obstacle({ at: at('2026-08-15T08:59:59') })).toBe('before-forwarding');
    // Written times are cut to the minute of the forwarding.
    expect(obstacle({ at: at('2026-08-15T09:00:00') })).toBeNull();
    const known = answerKey('a', at('2026-08-17T10:00:30'), ' KTM-0131 selesai ');
    expect(obstacle({}, [known])).toBe('recorded');
  });

  it('never lets through what the store would refuse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000_000, max: 600_000_000 }), (shift) => {
        const moment = at('2026-08-15T09:00:40') + shift;
        const free = obstacle({ at: moment }) === null;
        const early = Math.floor(moment / 60_000) < Math.floor(at('2026-08-15T09:00:40') / 60_000);
        expect(free).toBe(!early && moment <= now + 120_000);
      }),
    );
  });
});

describe('one answer for the complaint that is open', () => {
  const one = (text: string) => oneAnswer(text, { now, offsetMinutes: 420 });

  it('loses the head, keeps its time, and joins what one sender wrote in pieces', () => {
    expect(one(line('10.00', 'Pak Anton', 'Sudah ditambal\nFoto menyusul'))).toEqual({
      text: 'Sudah ditambal\nFoto menyusul',
      at: at('2026-08-17T10:00:00'),
      kind: 'done',
    });
    const pieces = [
      line('09.58', 'Setda', 'ADUAN WARGA KTM-0131'),
      line('10.00', 'Pak Anton', 'Siap'),
      line('10.05', 'Pak Anton', 'petugas menuju lokasi'),
    ].join('\n');
    expect(one(pieces)).toEqual({
      text: 'Siap\npetugas menuju lokasi',
      at: at('2026-08-17T10:00:00'),
      kind: 'followUp',
    });
  });

  it('leaves alone what bears no head, and a talk of several people', () => {
    expect(one('Sudah ditambal')).toBeNull();
    expect(one('')).toBeNull();
    expect(one([line('10.00', 'A', 'x'), line('10.01', 'B', 'y')].join('\n'))).toBeNull();
    expect(one(line('10.00', 'A', 'ADUAN WARGA KTM-0131'))).toBeNull();
    expect(one('[10.00, 31/2/2026] A: siap')).toMatchObject({ text: 'siap', at: null });
  });
});

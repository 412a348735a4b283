import { describe, expect, it } from 'vitest';
import { citizenReplyText, cleanReply } from '../../../channels/citizen-reply.ts';
import { cleanWording, itemMatter, type LadderItem } from '../../../channels/ladder-item.ts';
import { type Letter, letterSubject, letterText } from '../../../channels/letter.ts';
import { prepareWhole } from '../../../channels/long-message.ts';
import { numberWords } from '../../../channels/number-words.ts';
import { ownPart } from '../../../channels/own-part.ts';
import { reminderListText } from '../../../channels/reminder-list.ts';
import { whatsappChannel } from '../../../channels/whatsapp.ts';
import { REPLY_STATES } from '../../../complaints/citizen-reply.ts';
import { minuteSum } from '../../../complaints/deadlines/minute-sum.ts';
import { explain } from '../../../complaints/deadlines/parts.ts';
import { clockHours, workingDays } from '../../../complaints/deadlines/term.ts';
import { at, policyOf } from '../complaints/deadlines/log.ts';
import { log, type Steps } from '../complaints/ladder/steps-log.ts';
import { complaint, context, recorder } from './context.ts';

const NOW = at('2026-08-06 10.15');
const FOOTER =
  'Surat ini merupakan pembinaan atas kinerja layanan, bukan penjatuhan hukuman disiplin menurut PP 94/2021.';
const around = { ...context(), now: NOW };

function itemOf(steps: Steps, draft = complaint()): LadderItem {
  const { clock, taken } = steps.ladder(NOW);
  if (!clock) throw new Error('no clock');
  return {
    complaintId: `instagram:${draft.number}`,
    draft,
    forwardedAt: clock.startedAt,
    explanation: explain(clock, steps.book),
    taken,
  };
}

/** Forwarded Monday at 10.00 for 24 hours, reminded on Tuesday at 08.00, paused for two hours. */
function late(draft = complaint()): LadderItem {
  const steps = log();
  steps.captured(at('2026-08-03 09.50'));
  steps.forward({ policy: policyOf({ response: clockHours(24) }), at: at('2026-08-03 10.00') });
  steps.pause(at('2026-08-03 11.00'), at('2026-08-03 13.00'));
  steps.remind(at('2026-08-04 08.00'));
  return itemOf(steps, draft);
}

const sensitive = complaint({
  number: 'KTM-0124',
  sensitive: true,
  gist: 'Ibu hamil ditolak puskesmas',
  text: 'Ibu hamil ditolak puskesmas semalam',
  place: 'Desa Terantang',
});
const hidden = complaint({
  number: 'KTM-0125',
  notPublic: true,
  gist: 'Got mampet di gang belakang rumah kami',
  text: 'Got mampet di gang belakang rumah kami sejak Lebaran',
  original: 'Got mampet di gang belakang rumah kami sejak Lebaran',
  place: '',
});

const letter = (step: Letter['step'], items: readonly LadderItem[]): string =>
  letterText({ ...around, step, items, answerBy: at('2026-08-07 16.30') });

describe('letters', () => {
  it('Permintaan Penjelasan: to the head, with every figure of the clock, what was tried, and the footer', () => {
    const item = late();
    const text = letter('explanation', [item]);
    expect(text).toContain('Yth. Kepala Dinas Perhubungan');
    expect(text).toContain('terdapat 1 (satu) aduan yang diteruskan kepada Saudara dan belum direspons');
    expect(text).toContain('1. KTM-0123: Lampu jalan padam di Jl. Pelita');
    expect(text).toContain(
      '   Diunggah 2 Agustus 2026 pukul 19.40 WIB, diteruskan 3 Agustus 2026 pukul 10.00 WIB',
    );
    expect(text).toContain('   Respons awal: 24 jam kalender, jatuh tempo 4 Agustus 2026 pukul 12.00 WIB');
    expect(minuteSum(item.explanation).left).toBe(-(46 * 60 + 15));
    expect(text).toContain('   Terlambat 1 hari 22 jam 15 menit');
    expect(text).toContain('   Waktu yang dijeda, 2 jam, tidak dihitung');
    expect(text).toContain('   Sudah dilakukan: pengingat 4 Agustus 2026 pukul 08.00 WIB');
    expect(text).toContain('paling lambat Jumat, 7 Agustus 2026 pukul 16.30 WIB');
    expect(text.endsWith(FOOTER)).toBe(true);
  });

  it('makes up no number, date of the letter, name or signature', () => {
    for (const step of ['explanation', 'warning1', 'warning2'] as const) {
      const text = letter(step, [late()]);
      for (const gap of ['[nomor surat]', '[tempat], [tanggal surat]', '[tanda tangan]', '[nama]'])
        expect(text).toContain(gap);
      expect(text).toContain('Bupati Kotawaringin Timur');
      expect(text).toContain(FOOTER);
    }
    const unsigned = letterText({
      ...around,
      settings: { ...around.settings, signatory: '' },
      step: 'warning1',
      items: [late()],
      answerBy: NOW,
    });
    expect(unsigned).toContain('[jabatan penanda tangan]');
  });

  it('Surat Teguran names the letter before it, and the second one the meeting', () => {
    const steps = log();
    steps.captured(at('2026-07-28 09.50'));
    steps.forward({ policy: policyOf({ response: clockHours(24) }), at: at('2026-07-28 10.00') });
    steps.remind(at('2026-07-29 08.00'));
    steps.letter('explanation', at('2026-07-29 11.00'));
    const first = letter('warning1', [itemOf(steps)]);
    expect(first).toContain('SURAT TEGURAN I (PEMBINAAN)');
    expect(first).toContain('Permintaan Penjelasan tanggal 29 Juli 2026');
    expect(first).toContain('2. Inspektur.');
    expect(first).not.toContain('RAPAT KOORDINASI');
    steps.letter('warning1', at('2026-07-31 09.00'));
    const second = letter('warning2', [itemOf(steps)]);
    expect(second).toContain('Surat Teguran I tanggal 31 Juli 2026');
    expect(second).toContain('USULAN ACARA RAPAT KOORDINASI');
    expect(second).toContain(
      '; Permintaan Penjelasan 29 Juli 2026 pukul 11.00 WIB; Surat Teguran I 31 Juli 2026',
    );
  });

  it('working days late as the clock counts them', () => {
    const steps = log();
    steps.captured(at('2026-07-27 09.50'));
    steps.forward({ policy: policyOf({ followUp: workingDays(5) }), at: at('2026-07-27 10.00') });
    steps.remind(at('2026-08-03 08.00'));
    const item = itemOf(steps);
    expect(item.explanation.clock.days?.left).toBe(-2);
    const text = letter('explanation', [item]);
    expect(text).toContain('   Tindak lanjut: 5 hari kerja, jatuh tempo 3 Agustus 2026 pukul 16.00 WIB');
    expect(text).toContain('   Terlambat 2 hari kerja');
    expect(text).toContain('belum dilaporkan tindak lanjutnya');
  });

  it('never says who the citizen is, nor what a sensitive matter or a post that is not public is', () => {
    const named = complaint({ gist: 'Siti Rahmah @warga.baamang mengeluh lampu padam', place: '' });
    const text = letter('warning1', [late(named), late(sensitive), late(hidden)]);
    expect(text).not.toMatch(/Siti|Rahmah|warga\.baamang|hamil|Terantang|mampet/);
    expect(text).toContain('2. KTM-0124: aduan sensitif\n');
    expect(text).toContain('3. KTM-0125: aduan dari unggahan tidak publik\n');
    expect(letterSubject('warning1', [late(), late(sensitive)])).toBe('Surat Teguran I: KTM-0123, KTM-0124');
  });

  it("takes names, accounts and quotations out of the official's own wording", () => {
    const own =
      'Aduan Siti Rahmah, https://www.instagram.com/warga.baamang/p/DAbc_12-xY/ dan got mampet di gang belakang rumah kami';
    const cleaned = cleanWording(own, [late(), late(hidden)], around);
    expect(cleaned).not.toMatch(/Siti|warga\.baamang|belakang rumah/);
  });
});

describe('Ingatkan semua', () => {
  const again = late(complaint({ number: 'KTM-0130', gist: 'Rambu patah', place: 'Jl. Anggur' }));
  const near = (() => {
    const steps = log();
    steps.captured(at('2026-08-05 11.00'));
    steps.forward({ policy: policyOf({ response: clockHours(24) }), at: at('2026-08-05 12.00') });
    return itemOf(steps, complaint({ number: 'KTM-0131' }));
  })();

  it('one message with every item, how late or near, and how often it was reminded of', () => {
    expect(reminderListText([again, near], around)).toBe(
      [
        'Yth. Kepala Dinas Perhubungan, mengingatkan 2 aduan warga yang menunggu kabar dari Dinas Perhubungan:',
        '1. KTM-0130, Rambu patah, Jl. Anggur: tenggat lewat 1 hari 22 jam 15 menit, sudah diingatkan 1 kali',
        '2. KTM-0131, Lampu jalan padam di Jl. Pelita, Kec. Baamang: tenggat 1 jam 45 menit lagi',
        'Mohon kabar, walau singkat, dengan menyebut nomor aduannya.',
        '– a.n. Bupati Kotawaringin Timur',
      ].join('\n'),
    );
  });

  it('keeps in the log of each complaint its own lines alone', () => {
    const text = reminderListText([again, near], around);
    const own = ownPart(text, 'KTM-0131', ['KTM-0130']);
    expect(own).not.toContain('Rambu');
    expect(own).toContain('KTM-0131');
    const both = letter('explanation', [late(), again]);
    const part = ownPart(both, 'KTM-0130', ['KTM-0123']);
    expect(part).not.toMatch(/Pelita|KTM-0123/);
    expect(part).toContain('Rambu patah');
    expect(part).toContain(FOOTER);
    expect(ownPart('KTM-01301 dan KTM-0130', 'KTM-0130', ['KTM-013'])).toBe('KTM-01301 dan KTM-0130');
  });

  it('too long for the address of WhatsApp: copied whole, and the chat opened empty', async () => {
    const items = Array.from({ length: 40 }, (_, n) =>
      late(complaint({ number: `KTM-0${200 + n}`, gist: `Lampu padam di jalan nomor ${n}` })),
    );
    const text = reminderListText(items, around);
    const { channel, draft } = prepareWhole(whatsappChannel, {
      ...around,
      kind: 'remind',
      complaint: complaint(),
      text,
    });
    expect(draft.text).toBe(text);
    expect(draft.url).toBe('https://web.whatsapp.com/send?phone=6281255500142&text=');
    const { env, calls, clipboard } = recorder();
    const before = await channel.beforeRecord(draft, env);
    if ('failed' in before) throw new Error('refused');
    expect(await clipboard[0]?.['text/plain']?.text()).toBe(text);
    expect(await channel.afterRecord(draft, env, before.ready)).toEqual({
      outcome: 'opened',
      steps: ['paste-message', 'press-send'],
    });
    expect(calls.at(-1)).toContain('tab https://web.whatsapp.com/');
  });

  it('a short one goes in the address as ever', () => {
    const { channel, draft } = prepareWhole(whatsappChannel, {
      ...around,
      kind: 'remind',
      complaint: complaint(),
      text: 'Mengingatkan KTM-0123',
    });
    expect(channel).toBe(whatsappChannel);
    expect(draft.url).toContain('text=Mengingatkan%20KTM-0123');
  });
});

describe('reply to the citizen', () => {
  it('has its own words for every state, names the agency and never the citizen', () => {
    const texts = REPLY_STATES.map((state) =>
      citizenReplyText(state, { ...around, complaint: complaint({ gist: 'Siti Rahmah: lampu padam' }) }),
    );
    expect(new Set(texts).size).toBe(REPLY_STATES.length);
    for (const text of texts) {
      expect(text).toContain('Dinas Perhubungan');
      expect(text).toContain('ampu padam');
      expect(text).not.toMatch(/Siti|\{|KTM/);
    }
  });

  it('of a sensitive matter or a post that is not public it says no more than "hal ini"', () => {
    for (const facts of [sensitive, hidden])
      for (const state of REPLY_STATES) {
        const text = citizenReplyText(state, { ...around, complaint: facts });
        expect(text).toContain('hal ini');
        expect(text).not.toMatch(/hamil|mampet/);
      }
  });

  it("takes the citizen's name out of the official's own wording", () => {
    expect(cleanReply('Halo Siti Rahmah, sudah kami teruskan', around)).toBe(
      'Halo warga, sudah kami teruskan',
    );
  });
});

it('numbers in words', () => {
  expect([0, 1, 11, 14, 20, 35, 100, 111, 250, 999, 1000, 1234, 4005].map(numberWords)).toEqual([
    'nol',
    'satu',
    'sebelas',
    'empat belas',
    'dua puluh',
    'tiga puluh lima',
    'seratus',
    'seratus sebelas',
    'dua ratus lima puluh',
    'sembilan ratus sembilan puluh sembilan',
    'seribu',
    'seribu dua ratus tiga puluh empat',
    'empat ribu lima',
  ]);
});

it('the matter of an item is one line, without formatting marks', () => {
  const item = late(complaint({ gist: '*Lampu*\npadam', place: '' }));
  expect(itemMatter(item, around)).not.toMatch(/\*|\n/);
});

import { describe, expect, it } from 'vitest';
import { MAX_TERM } from '../../../complaints/deadlines/policy.ts';
import { newAgency } from '../../../components/complaint-parts/new-agency.ts';
import {
  type AgencyDraft,
  accountOf,
  agencyOfDraft,
  draftOfAgency,
} from '../../../components/settings/agency-draft.ts';
import { minutesOfTime, timeOfMinutes } from '../../../components/settings/clock-draft.ts';
import { headText, parseHead, withHead } from '../../../components/settings/head-text.ts';
import { draftOfTerm, termOfDraft } from '../../../components/settings/term-draft.ts';
import { agencySchema } from '../../../storage/schemas.ts';

const NOW = Date.parse('2026-11-24T06:00:00Z');
const H = 3_600_000;

describe('terms', () => {
  it('are whole hours and minutes within their bounds', () => {
    expect(termOfDraft({ hours: '24', minutes: '0' })).toBe(24 * H);
    expect(termOfDraft({ hours: '', minutes: '90' })).toBeNull();
    expect(termOfDraft({ hours: '1', minutes: '30' })).toBe(1.5 * H);
    expect(termOfDraft({ hours: '0', minutes: '0' })).toBeNull();
    expect(termOfDraft({ hours: '-1', minutes: '0' })).toBeNull();
    expect(termOfDraft({ hours: '1,5', minutes: '' })).toBeNull();
    expect(termOfDraft({ hours: '8760', minutes: '0' })).toBe(MAX_TERM);
    expect(termOfDraft({ hours: '8760', minutes: '1' })).toBeNull();
  });
  it('come back as they were', () => {
    for (const ms of [60_000, 2 * H, 90 * 60_000, MAX_TERM]) expect(termOfDraft(draftOfTerm(ms))).toBe(ms);
  });
});

describe('times of day', () => {
  it('are read with dot or colon and written as the language does', () => {
    expect(minutesOfTime('7.30')).toBe(450);
    expect(minutesOfTime('16:30')).toBe(990);
    expect(minutesOfTime('24.00')).toBeNull();
    expect(minutesOfTime('7')).toBeNull();
    expect(timeOfMinutes(450, 'id')).toBe('07.30');
    expect(timeOfMinutes(0, 'en')).toBe('00:00');
  });
});

describe('heads', () => {
  const agency = newAgency('Dinas Perhubungan', NOW);
  it('tell acting ones by what stands before the name', () => {
    expect(parseHead('Plt. Gusti Maulana, S.T.')).toEqual({ name: 'Gusti Maulana, S.T.', standing: 'plt' });
    expect(parseHead('plh Ibu Rahma')).toEqual({ name: 'Ibu Rahma', standing: 'plh' });
    expect(parseHead('Pelaksana Tugas Anang')).toEqual({ name: 'Anang', standing: 'plt' });
    expect(parseHead('Bpk. Plta Surya')).toEqual({ name: 'Bpk. Plta Surya', standing: 'definitive' });
    expect(parseHead('  ')).toBeNull();
  });
  it('hold since always when first known, from now on when another person follows', () => {
    const first = withHead(agency, 'Bpk. Rudi Hartawan', NOW);
    expect(first.heads).toEqual([{ name: 'Bpk. Rudi Hartawan', standing: 'definitive', from: 0 }]);
    const second = withHead(first, 'Plt. Ibu Sri Wahyuni', NOW);
    expect(second.heads).toHaveLength(2);
    expect(headText(second, NOW - 1)).toBe('Bpk. Rudi Hartawan');
    expect(headText(second, NOW)).toBe('Plt. Ibu Sri Wahyuni');
  });
  it('stay one person when only the way of writing changes', () => {
    const first = withHead(agency, 'Rudi Hartawan', NOW - H);
    expect(withHead(first, 'Bpk. Rudi Hartawan, S.T.', NOW).heads).toEqual([
      { name: 'Bpk. Rudi Hartawan, S.T.', standing: 'definitive', from: 0 },
    ]);
    expect(withHead(first, 'Rudi Hartawan', NOW)).toBe(first);
    expect(withHead(first, '', NOW)).toBe(first);
  });
});

describe('the agency form', () => {
  const agency = { ...newAgency('Dinas Perhubungan', NOW), id: 'hub', phone: '6281355500100' };
  const draft = (change: Partial<AgencyDraft> = {}): AgencyDraft => ({
    ...draftOfAgency(agency, 'WIB'),
    ...change,
  });
  const problems = (change: Partial<AgencyDraft>) => {
    const made = agencyOfDraft(draft(change), agency, 'WIB');
    return 'problems' in made ? made.problems : {};
  };

  it('gives back the record that it was filled from', () => {
    expect(agencyOfDraft(draft(), agency, 'WIB')).toEqual({ agency });
  });

  it('makes a record that the store takes', () => {
    const made = agencyOfDraft(
      draft({
        names: [
          { key: '1', name: 'Dinas  Perhubungan ', short: '', from: '' },
          { key: '2', name: 'Dinas Perhubungan dan Kominfo', short: 'Dishubkominfo', from: '2027-01-01' },
        ],
        heads: [
          { key: '1', name: 'Gusti Maulana', standing: 'plt', from: '2026-11-03' },
          { key: '2', name: ' ', standing: 'definitive', from: '' },
        ],
        accounts: [
          { key: '1', site: 'instagram', account: 'https://www.instagram.com/dishub.contoh/?hl=id' },
          { key: '2', site: 'facebook', account: '' },
        ],
        aliases: 'Dishub, LLAJ; Dishub,',
        phone: '0813 5550 0100',
      }),
      agency,
      'WIB',
    );
    if (!('agency' in made)) throw new Error(JSON.stringify(made));
    expect(agencySchema.safeParse(made.agency).success).toBe(true);
    expect(made.agency).toMatchObject({
      names: [
        { name: 'Dinas Perhubungan', short: 'Dinas Perhubungan', from: 0 },
        { short: 'Dishubkominfo', from: Date.parse('2026-12-31T17:00:00Z') },
      ],
      heads: [{ name: 'Gusti Maulana', standing: 'plt', from: Date.parse('2026-11-02T17:00:00Z') }],
      accounts: [{ site: 'instagram', account: 'dishub.contoh' }],
      aliases: ['Dishub', 'LLAJ'],
      phone: '6281355500100',
    });
  });

  it('says what is wrong, under its field', () => {
    expect(problems({ names: [{ key: '1', name: ' ', short: '', from: '' }] })).toHaveProperty([
      'names.0.name',
    ]);
    expect(problems({ names: [{ key: '1', name: 'x'.repeat(61), short: '', from: '' }] })).toHaveProperty([
      'names.0.short',
    ]);
    expect(
      problems({
        names: [
          { key: '1', name: 'A', short: '', from: '' },
          { key: '2', name: 'B', short: '', from: '' },
        ],
      }),
    ).toHaveProperty(['names.1.from']);
    expect(problems({ phone: '0813 5550 1' }).phone).toBe(
      'Baru 9 angka, biasanya 10 sampai 13. Mohon diperiksa.',
    );
    expect(problems({ phone: '0531 21234' }).phone).toContain('telepon kantor');
    expect(problems({ email: 'dishub' })).toHaveProperty('email');
    expect(problems({ accounts: [{ key: '1', site: 'instagram', account: 'dua kata' }] })).toHaveProperty([
      'accounts.0',
    ]);
    expect(problems({ phone: '', email: '' })).toEqual({});
  });

  it('takes an account from a link, a handle or an id', () => {
    expect(accountOf('@dlh.contoh')).toBe('dlh.contoh');
    expect(accountOf('facebook.com/profile.php?id=1000123&ref=x')).toBe('1000123');
    expect(accountOf('https://m.facebook.com/pemkab.contoh')).toBe('pemkab.contoh');
    expect(accountOf('javascript:alert(1)')).toBeNull();
  });
});

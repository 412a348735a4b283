import { beforeAll, describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../complaints/deadlines/calendar.ts';
import { calendarBook } from '../../../complaints/deadlines/calendar-book.ts';
import { DAY, HOUR } from '../../../complaints/deadlines/day.ts';
import { BUILT_IN_POLICIES } from '../../../complaints/deadlines/policies.ts';
import { promisedDue } from '../../../complaints/deadlines/promised.ts';
import {
  type ClockRules,
  DEFAULT_RULES,
  type PresetChoice,
  presetPolicy,
} from '../../../complaints/deadlines/rules.ts';
import { DEFAULT_SETTINGS } from '../../../complaints/settings.ts';
import { fullMoment } from '../../../complaints/when.ts';
import { clashText } from '../../../components/settings/calendar-save.ts';
import {
  draftOfPolicy,
  draftOfRules,
  isChanged,
  type PolicyDraft,
  policyOfDraft,
  policyTermOf,
  type RulesDraft,
  rulesOfDraft,
  withChoice,
  withoutPolicy,
} from '../../../components/settings/policies-draft.ts';
import { exampleClocks, nextFriday } from '../../../components/settings/policies-example.ts';
import { setLocale } from '../../../i18n/index.ts';
import { rulesSchema } from '../../../storage/schemas-clocks.ts';

const { terms } = DEFAULT_SETTINGS;
const calendar = builtInCalendar();
const NOW = Date.parse('2026-11-24T06:00:00Z');
beforeAll(() => setLocale('id'));

const normal = () => BUILT_IN_POLICIES.find((policy) => policy.id === 'normal') ?? BUILT_IN_POLICIES[0];
const draft = (change: Partial<PolicyDraft> = {}): PolicyDraft => {
  const policy = normal();
  if (!policy) throw new Error('no policy');
  return { ...draftOfPolicy(policy), ...change };
};
const withResponse = (kind: 'clockHours' | 'officeHours' | 'workingDays' | 'none', amount: string) =>
  draft({ terms: { ...draft().terms, response: { kind, amount } } });
const problems = (policy: PolicyDraft) => {
  const made = policyOfDraft(policy);
  return 'problems' in made ? made.problems : {};
};

describe('a policy as a draft', () => {
  it('comes back as it was, all of the built-in ones, in both languages', () => {
    for (const locale of ['id', 'en'] as const) {
      setLocale(locale);
      const made = rulesOfDraft(draftOfRules(DEFAULT_RULES, terms), DEFAULT_RULES);
      expect(made).toEqual({ rules: DEFAULT_RULES });
    }
    setLocale('id');
  });

  it('reads hours with comma or dot to the minute, days whole', () => {
    expect(policyTermOf({ kind: 'officeHours', amount: '1,5' })).toEqual({
      kind: 'officeHours',
      ms: 1.5 * HOUR,
    });
    expect(policyTermOf({ kind: 'clockHours', amount: ' 0.3333 ' })).toEqual({
      kind: 'clockHours',
      ms: HOUR / 3,
    });
    expect(policyTermOf({ kind: 'workingDays', amount: '14' })).toEqual({ kind: 'workingDays', days: 14 });
    expect(policyTermOf({ kind: 'none', amount: 'x' })).toBeNull();
    for (const minutes of [1, 20, 59, 90, 1_441]) {
      const term = { kind: 'clockHours' as const, ms: minutes * 60_000 };
      const policy = normal();
      if (!policy) throw new Error('no policy');
      const back = draftOfPolicy({ ...policy, terms: { ...policy.terms, response: term } });
      expect(policyTermOf(back.terms.response), String(minutes)).toEqual(term);
    }
  });

  it.each([
    ['clockHours', '0'],
    ['clockHours', '10000'],
    ['clockHours', '-2'],
    ['clockHours', 'satu'],
    ['clockHours', ''],
    ['officeHours', '10000'],
    ['workingDays', '0'],
    ['workingDays', '1,5'],
    ['workingDays', '251'],
  ] as const)('refuses %s %s with the bounds', (kind, amount) => {
    expect(problems(withResponse(kind, amount))).toEqual({
      'normal.response': expect.stringMatching(/1 menit dan 1 tahun.*8\.760.*2\.000.*250/),
    });
  });

  it('refuses a pause of three years, eleven extensions, no clock at all, no name', () => {
    expect(problems(draft({ pauseCap: '1095' }))).toEqual({
      'normal.pauseCap': expect.stringMatching(/180 hari/),
    });
    expect(problems(draft({ pauseCap: 'lama' }))).toHaveProperty(['normal.pauseCap']);
    expect(problems(draft({ extensions: '11' }))).toHaveProperty(['normal.extensions']);
    expect(problems(draft({ extensions: '' }))).toHaveProperty(['normal.extensions']);
    const none = { kind: 'none' as const, amount: '' };
    expect(problems(draft({ terms: { response: none, followUp: none, settlement: none } }))).toEqual({
      'normal.response': expect.stringMatching(/Sedikitnya satu/),
    });
    expect(problems(draft({ id: 'own', name: ' ' }))).toHaveProperty(['own.name']);
  });

  it('says when a built-in one is no longer as it came, and keeps the office’s own basis', () => {
    expect(isChanged(draft())).toBe(false);
    expect(isChanged(withResponse('clockHours', '12'))).toBe(true);
    const made = policyOfDraft(draft({ ownSource: ' SE Bupati 5/2026 ' }));
    if (!('policy' in made)) throw new Error('refused');
    expect(made.policy.sources.at(-1)).toEqual({ text: 'SE Bupati 5/2026', certain: true });
    expect(draftOfPolicy(made.policy).ownSource).toBe('SE Bupati 5/2026');
    expect(draftOfPolicy(made.policy).sources).toEqual(draft().sources);
  });
});

describe('the rules as a draft', () => {
  it('can be stored, with policies of the office’s own and agencies that have one', () => {
    const before: ClockRules = { ...DEFAULT_RULES, schedules: { rsud: 'always' } };
    const made: RulesDraft = {
      policies: [...draftOfRules(before, terms).policies, draft({ id: 'own', name: 'Perizinan' })],
      byAgency: { ptsp: 'own' },
      byCategory: { oversight: 'own' },
      byAgencyAndCategory: { 'ptsp/information': 'sp4n' },
    };
    const result = rulesOfDraft(made, before);
    if (!('rules' in result)) throw new Error('refused');
    expect(rulesSchema.parse(result.rules)).toEqual(result.rules);
    expect(result.rules.schedules).toEqual({ rsud: 'always' });
    expect(result.rules).toMatchObject({
      byCategory: { oversight: 'own' },
      byAgencyAndCategory: { 'ptsp/information': 'sp4n' },
    });
    const twice = { ...made, policies: [...made.policies, draft({ id: 'other', name: 'BIASA' })] };
    expect(rulesOfDraft(twice, before)).toEqual({ problems: { 'other.name': expect.any(String) } });
  });

  it('lets go of a removed policy wherever it was chosen', () => {
    const made: RulesDraft = {
      policies: [...draftOfRules(DEFAULT_RULES, terms).policies, draft({ id: 'own', name: 'Perizinan' })],
      byAgency: { ptsp: 'own', insp: 'sp4n' },
      byCategory: { information: 'own', oversight: 'oversight' },
      byAgencyAndCategory: { 'ptsp/information': 'own', 'insp/oversight': 'sp4n' },
    };
    const left = withoutPolicy(made, 'own');
    expect(left.policies.map((policy) => policy.id)).not.toContain('own');
    expect(left).toMatchObject({
      byAgency: { insp: 'sp4n' },
      byCategory: { oversight: 'oversight' },
      byAgencyAndCategory: { 'insp/oversight': 'sp4n' },
    });
    expect(Object.keys(left.byCategory)).toEqual(['oversight']);
  });

  it('tells the same choices from others whatever the order they were made in', () => {
    const before = { information: 'information', oversight: 'oversight' };
    const without = withChoice(before, 'information', '');
    expect(without).toEqual({ oversight: 'oversight' });
    expect(JSON.stringify(withChoice(without, 'information', 'information'))).toBe(JSON.stringify(before));
    expect(withChoice(before, 'oversight', 'sp4n-oversight').oversight).toBe('sp4n-oversight');
  });

  it('shows the first response of the settings, unless it is of another kind', () => {
    const own = { ...terms, normal: 12 * HOUR };
    const first = (rules: ClockRules) =>
      draftOfRules(rules, own).policies.find((policy) => policy.id === 'normal')?.terms.response;
    expect(first(DEFAULT_RULES)).toEqual({ kind: 'clockHours', amount: '12' });
    const days = { kind: 'workingDays' as const, days: 2 };
    const policies = DEFAULT_RULES.policies.map((policy) =>
      policy.id === 'normal' ? { ...policy, terms: { ...policy.terms, response: days } } : policy,
    );
    expect(first({ ...DEFAULT_RULES, policies })).toEqual({ kind: 'workingDays', amount: '2' });
  });

  it('name policy, clock and schedule where a term would never come due', () => {
    const week = [[], [{ from: 480, to: 485 }], [], [], [], [], []];
    const thin = { ...calendar, schedules: [{ id: 'office', week, ramadan: null }] };
    const policies = DEFAULT_RULES.policies.map((policy) =>
      policy.id === 'normal'
        ? {
            ...policy,
            terms: { ...policy.terms, settlement: { kind: 'officeHours' as const, ms: 2_000 * HOUR } },
          }
        : policy,
    );
    const rules = { ...DEFAULT_RULES, policies };
    expect(clashText(rules, thin, NOW)).toMatch(/^Biasa, Penyelesaian, Lima hari kerja: .*tidak akan pernah/);
    expect(clashText(rules, calendar, NOW)).toBeNull();
    expect(clashText({ ...rules, schedules: { rsud: 'gone' } }, calendar, NOW)).toMatch(/jadwal/);
  });
});

describe('which policy a forwarding gets', () => {
  const rules: ClockRules = { ...DEFAULT_RULES, byAgency: { insp: 'oversight', pln: 'information' } };
  const choice = (agencyId: string, preset: 'normal' | 'emergency' | 'custom', outside = false) =>
    presetPolicy(
      rules,
      { ...terms, normal: 12 * HOUR },
      {
        agencyId,
        outside,
        preset,
        termMs: preset === 'custom' ? HOUR : null,
      },
    );

  it('is the agency’s own where nothing but the usual is picked', () => {
    expect(choice('insp', 'normal')).toMatchObject({
      id: 'oversight',
      terms: { response: { kind: 'workingDays', days: 2 } },
    });
    expect(choice('dlh', 'normal')).toMatchObject({ id: 'normal', terms: { response: { ms: 12 * HOUR } } });
    expect(choice('insp', 'emergency')?.id).toBe('emergency');
    expect(choice('insp', 'custom')).toMatchObject({
      id: 'custom',
      terms: { response: { ms: HOUR }, settlement: { days: 60 } },
    });
    expect(choice('pln', 'normal', true)?.id).toBe('information');
    expect(choice('bpjn', 'emergency', true)?.id).toBe('outside');
    expect(
      presetPolicy(rules, terms, { agencyId: 'dlh', outside: false, preset: 'custom', termMs: null }),
    ).toBeNull();
  });

  it('follows the kind of complaint: agency and kind, then kind, then agency; what was picked wins', () => {
    const own: ClockRules = {
      ...DEFAULT_RULES,
      byAgency: { pu: 'sp4n', bpjn: 'sp4n' },
      byAgencyAndCategory: { 'pu/information': 'busy' },
    };
    const of = (agencyId: string, change: Partial<PresetChoice>) =>
      presetPolicy(own, terms, { agencyId, outside: false, preset: 'normal', termMs: null, ...change });
    expect(of('dlh', {})?.id).toBe('normal');
    expect(of('dlh', { category: 'service' })?.id).toBe('normal');
    expect(of('dlh', { category: 'information' })?.id).toBe('information');
    expect(of('dlh', { category: 'oversight' })?.id).toBe('oversight');
    expect(of('pu', { category: 'service' })?.id).toBe('sp4n');
    expect(of('pu', { category: 'oversight' })?.id).toBe('oversight');
    expect(of('pu', { category: 'information' })?.id).toBe('busy');
    expect(of('pu', { category: 'information', preset: 'emergency' })?.id).toBe('emergency');
    expect(of('dlh', { category: 'oversight', preset: 'busy' })?.id).toBe('busy');
    expect(of('dlh', { category: 'oversight', preset: 'custom', termMs: HOUR })).toMatchObject({
      id: 'custom',
      terms: { response: { kind: 'clockHours', ms: HOUR }, settlement: { days: 60 } },
    });
    expect(of('bpjn', { category: 'oversight', outside: true })?.id).toBe('sp4n');
    expect(of('pln', { category: 'oversight', outside: true })?.id).toBe('outside');
    const none = { ...DEFAULT_RULES, byCategory: {} };
    expect(
      presetPolicy(none, terms, {
        agencyId: 'dlh',
        outside: false,
        preset: 'normal',
        termMs: null,
        category: 'oversight',
      })?.id,
    ).toBe('normal');
  });

  it('is what a message may promise', () => {
    const book = calendarBook([calendar]);
    const friday = Date.parse('2026-11-27T08:00:00Z');
    const due = (agencyId: string, outside: boolean) =>
      promisedDue(book, rules, terms, { agencyId, outside, preset: 'normal', termMs: null }, friday);
    expect(due('dlh', false)).toBe(friday + DAY);
    // Two working days: Monday and Tuesday at 16.00.
    expect(due('insp', false)).toBe(Date.parse('2026-12-01T09:00:00Z'));
    const asked = { agencyId: 'dlh', outside: false, preset: 'normal', termMs: null } as const;
    expect(promisedDue(book, rules, terms, { ...asked, category: 'oversight' }, friday)).toBe(
      Date.parse('2026-12-01T09:00:00Z'),
    );
    expect(due('bpjn', true)).toBe(Date.parse('2026-12-01T09:00:00Z'));
    const none = { ...rules, schedules: { dlh: 'gone' } };
    const choice = { agencyId: 'dlh', outside: false, preset: 'normal', termMs: null } as const;
    expect(promisedDue(book, none, terms, choice, friday)).toBeNull();
  });
});

describe('the worked example', () => {
  it('is the next Friday at 15.00 in the calendar’s zone', () => {
    expect(fullMoment(nextFriday(calendar, NOW), 'WIB')).toBe('Jumat, 27 November 2026 pukul 15.00 WIB');
    const late = Date.parse('2026-11-27T08:00:01Z');
    expect(fullMoment(nextFriday(calendar, late), 'WIB')).toBe('Jumat, 4 Desember 2026 pukul 15.00 WIB');
    expect(fullMoment(nextFriday(builtInCalendar('WIT'), NOW), 'WIT')).toMatch(/pukul 15\.00 WIT$/);
  });

  it('says what depends on a year without decree', () => {
    const at = Date.parse('2026-11-27T08:00:00Z');
    const shown = exampleClocks(
      normal()?.terms ?? { response: null, followUp: null, settlement: null },
      calendar,
      'office',
      at,
    );
    expect(shown.map(({ clock, due }) => `${clock} ${fullMoment(due ?? 0, 'WIB')}`)).toEqual([
      'response Sabtu, 28 November 2026 pukul 15.00 WIB',
      'followUp Jumat, 4 Desember 2026 pukul 16.30 WIB',
      'settlement Kamis, 17 Desember 2026 pukul 16.00 WIB',
    ]);
    expect(shown.map((clock) => clock.incompleteYear)).toEqual([null, null, null]);
    const long = exampleClocks(
      {
        response: { kind: 'clockHours', ms: 100 * DAY },
        followUp: null,
        settlement: { kind: 'workingDays', days: 60 },
      },
      calendar,
      'office',
      at,
    );
    expect(long.map(({ clock, incompleteYear }) => [clock, incompleteYear])).toEqual([
      ['response', null],
      ['settlement', 2027],
    ]);
  });
});

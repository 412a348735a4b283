import { describe, expect, it } from 'vitest';
import { agencyFromSeed, agencyTemplates } from '../../../complaints/agencies/index.ts';
import { officeProblems, withOfficeName } from '../../../components/settings/office-draft.ts';
import { applyRow, draftRow } from '../../../components/setup/agency-row-draft.ts';
import { mergeTemplate, templateOfAgencies } from '../../../components/setup/merge-template.ts';
import { suggestPrefix, suggestSignatory } from '../../../components/setup/office-suggest.ts';

const NOW = Date.parse('2026-11-24T06:00:00Z');

describe('suggestions from the name of the office', () => {
  it.each([
    ['Kabupaten Kotawaringin Timur', 'KTM', 'Bupati Kotawaringin Timur'],
    ['Pemerintah Kabupaten Kotawaringin Barat', 'KBR', 'Bupati Kotawaringin Barat'],
    ['Kab. Sleman', 'SLM', 'Bupati Sleman'],
    ['Kota Banjarbaru', 'BNJ', 'Wali Kota Banjarbaru'],
    ['Kabupaten Hulu Sungai Selatan', 'HSS', 'Bupati Hulu Sungai Selatan'],
    ['Provinsi Kalimantan Tengah', 'KTN', 'Gubernur Kalimantan Tengah'],
    ['Sukamaju', 'SKM', ''],
    ['', '', ''],
    ['Kabupaten', 'KBP', ''],
    ['Kabupaten 12', '', 'Bupati 12'],
  ])('%s', (office, prefix, signatory) => {
    expect(suggestPrefix(office)).toBe(prefix);
    expect(suggestSignatory(office)).toBe(signatory);
  });

  it('follow the name until they are changed by hand', () => {
    const empty = { office: '', prefix: 'ADU', signatory: '', zone: 'WIB' as const };
    const typed = withOfficeName(withOfficeName(empty, 'Kabupaten Seruya'), 'Kabupaten Seruyan');
    expect(typed).toMatchObject({ prefix: 'SRY', signatory: 'Bupati Seruyan' });
    const own = withOfficeName({ ...typed, prefix: 'SRN', signatory: 'Sekda' }, 'Kabupaten Katingan');
    expect(own).toMatchObject({ prefix: 'SRN', signatory: 'Sekda' });
  });

  it('refuse a prefix that is none', () => {
    const draft = { office: 'x', prefix: 'K', signatory: '', zone: 'WIB' as const };
    expect(officeProblems(draft)).toEqual({ prefix: 'prefix' });
    expect(officeProblems({ ...draft, prefix: 'KTM' })).toEqual({});
  });
});

describe('a template over what is there', () => {
  it('gives a fresh office the whole template', () => {
    const { agencies, leftOver } = mergeTemplate('general', [], NOW);
    expect(agencies).toHaveLength(agencyTemplates.find((t) => t.id === 'general')?.agencies.length ?? -1);
    expect(leftOver).toEqual([]);
  });

  it('keeps numbers and heads and changes names that were only the other template’s', () => {
    const first = mergeTemplate('kotim', [], NOW).agencies.map((a) =>
      a.id === 'pu' ? { ...a, phone: '6281155500168' } : a,
    );
    const { agencies, leftOver } = mergeTemplate('general', first, NOW);
    const pu = agencies.find((a) => a.id === 'pu');
    const seed = agencyTemplates.find((t) => t.id === 'general')?.agencies.find((s) => s.id === 'pu');
    expect(pu).toMatchObject({ phone: '6281155500168', names: [{ name: seed?.name }] });
    expect(leftOver.length).toBeGreaterThan(0);
    expect(agencies.some((a) => leftOver.includes(a.id))).toBe(false);
  });

  it('keeps what the office has named, added or used itself', () => {
    const [one, two, three] = mergeTemplate('kotim', [], NOW).agencies.filter(
      (a) => !agencyTemplates.find((t) => t.id === 'general')?.agencies.some((s) => s.id === a.id),
    );
    if (!one || !two || !three) throw new Error('templates do not differ');
    const renamed = { ...one, names: [{ name: 'Kecamatan Sendiri', short: 'Sendiri', from: 0 }] };
    const used = { ...two, lastUsedAt: NOW };
    const own = { ...agencyFromSeed({ id: 'own', name: 'UPT', short: 'UPT', topics: [] }, NOW) };
    const { agencies, leftOver } = mergeTemplate('general', [renamed, used, three, own], NOW);
    expect(leftOver).toEqual([three.id]);
    for (const kept of [renamed, used, own]) expect(agencies).toContainEqual(kept);
  });

  it('tells which template the directory came from', () => {
    expect(templateOfAgencies([])).toBeNull();
    expect(templateOfAgencies(mergeTemplate('kotim', [], NOW).agencies)).toBe('kotim');
    expect(templateOfAgencies(mergeTemplate('general', [], NOW).agencies)).toBe('general');
  });
});

describe('head and number typed beside an agency', () => {
  const [seed] = agencyTemplates[0]?.agencies ?? [];
  if (!seed) throw new Error('no template');
  const agency = agencyFromSeed(seed, NOW);

  it('become its head and its number in one form', () => {
    const made = applyRow(agency, { head: 'Plt. Ibu Sri Wahyuni', phone: '+62 812-5550-142' }, NOW);
    expect(made.heads).toEqual([{ name: 'Ibu Sri Wahyuni', standing: 'plt', from: 0 }]);
    expect(made.phone).toBe('628125550142');
    expect(draftRow(made, NOW).head).toBe('Plt. Ibu Sri Wahyuni');
  });

  it('leave the number before when the new one is none, and take it away when the field is emptied', () => {
    const made = { ...agency, phone: '628125550142' };
    expect(applyRow(made, { head: '', phone: '0813 5550 1' }, NOW).phone).toBe('628125550142');
    expect(applyRow(made, { head: '', phone: ' ' }, NOW).phone).toBe('');
  });
});

import { describe, expect, test } from 'vitest';
import { agenciesOf, agencyTemplates, frequentOf } from '../../../complaints/agencies/index.ts';
import { nameAt } from '../../../complaints/agency.ts';
import { cues } from '../../../complaints/suggest-lexicon.ts';
import { agencySchema } from '../../../storage/schemas.ts';

describe.each(agencyTemplates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  const records = agenciesOf(id, 1_000);

  test('every record is one that the store takes', () => {
    for (const record of records) expect(agencySchema.parse(record)).toEqual(record);
    expect(records.length).toBeGreaterThan(40);
  });

  test('ids and short names are unique', () => {
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
    const shorts = records.map((record) => nameAt(record, 1_000).short.toLowerCase());
    expect(new Set(shorts).size).toBe(records.length);
  });

  test('names nobody and invents no number, address or account', () => {
    for (const record of records) {
      expect(record).toMatchObject({
        heads: [],
        phone: '',
        email: '',
        accounts: [],
        channel: '',
        retiredAt: null,
      });
      expect(JSON.stringify(record)).not.toMatch(/\d{5,}|Bpk|Ibu /);
    }
  });

  test('short names are short, and everyone has topics', () => {
    for (const record of records) {
      expect(nameAt(record, 1_000).short.length).toBeLessThanOrEqual(26);
      expect(record.topics.length).toBeGreaterThan(0);
    }
  });

  test('six frequent ones, all of its own', () => {
    expect(frequentOf(id)).toHaveLength(6);
    for (const each of template.frequent)
      expect(records.find((record) => record.id === each)?.outside).toBe(false);
  });

  test('has outside bodies', () => {
    expect(records.filter((record) => record.outside).length).toBeGreaterThan(9);
  });
});

test('what the two differ in', () => {
  const general = agenciesOf('general', 0);
  const kotim = agenciesOf('kotim', 0);
  expect(JSON.stringify(general)).not.toMatch(/kotawaringin|sampit|kalteng|mentaya|murjani/i);
  expect(kotim.filter((record) => record.id.startsWith('kec-'))).toHaveLength(17);
  expect(kotim.find((record) => record.id === 'pdam')?.names[0]?.name).toBe('Perumdam Tirta Mentaya');
  expect(kotim.some((record) => record.id === 'kop')).toBe(false);
});

test('the lexicon speaks of agencies that exist', () => {
  const known = new Set(agencyTemplates.flatMap((template) => template.agencies.map((agency) => agency.id)));
  for (const cue of cues) for (const id of cue.agencies) expect(known, id).toContain(id);
  for (const cue of cues) expect(cue.all.flat(), JSON.stringify(cue)).not.toContain('');
});

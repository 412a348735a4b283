import { describe, expect, it } from 'vitest';
import { agenciesOf } from '../../../../complaints/agencies/index.ts';
import { suggestAgencies } from '../../../../complaints/suggest.ts';
import { newAgency } from '../../../../components/complaint-parts/new-agency.ts';
import { phrasesOf, standingAgency } from '../../../../components/panel/standing-agency.ts';

const TEXT = 'Jalan berlubang di depan SDN 2, atap sekolah juga bocor';

describe.each(['general', 'kotim'] as const)('the agency in the field, with the template %s', (template) => {
  const agencies = agenciesOf(template, 0);
  const suggestions = suggestAgencies(TEXT, agencies, 1);
  const stand = (chosenId: string | null, preselect = true) => {
    const { agency, source } = standingAgency({ agencies, chosenId, suggestions, preselect });
    return [agency?.id ?? null, source];
  };

  it('is the best suggestion, and says so', () => {
    expect(suggestions.length).toBeGreaterThan(1);
    expect(stand(null)).toEqual(['dik', 'suggested']);
  });

  it('is the one chosen by hand, marked when it goes against the suggestion', () => {
    expect(stand('pu')).toEqual(['pu', 'edited']);
    expect(stand('dik')).toEqual(['dik', undefined]);
  });

  it('is nothing where nothing may be chosen beforehand, as in a transfer', () => {
    expect(stand(null, false)).toEqual([null, undefined]);
    expect(stand('pu', false)).toEqual(['pu', undefined]);
  });

  it('is the suggestion when what was kept is no longer there', () => {
    expect(stand('gone')).toEqual(['dik', 'suggested']);
  });
});

it('nothing is suggested from an empty directory, nor of an agency that only has a name', () => {
  for (const agencies of [[], [newAgency('Dinas Contoh', 0)]]) {
    const suggestions = suggestAgencies(TEXT, agencies, 1);
    expect(standingAgency({ agencies, chosenId: null, suggestions, preselect: true }).agency).toBeNull();
  }
});

describe('the words shown as a reason', () => {
  it('joins neighbours and says none twice', () => {
    expect(phrasesOf(['Jalan', 'berlubang', 'sekolah'], TEXT)).toEqual(['Jalan berlubang', 'sekolah']);
    expect(phrasesOf(['jalan', 'Jalan', 'rusak'], 'jalan kami. Jalan\nrusak')).toEqual([
      'jalan',
      'Jalan rusak',
    ]);
    expect(phrasesOf(['lampu', 'Lampu'], 'lampu mati, Lampu')).toEqual(['lampu']);
    expect(phrasesOf([], TEXT)).toEqual([]);
  });

  it('names four at most', () => {
    expect(phrasesOf(['a', 'b', 'c', 'd', 'e'], 'a. b. c. d. e')).toHaveLength(4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../../../../complaints/agency.ts';
import {
  fold,
  knownByName,
  markMatches,
  searchAgencies,
} from '../../../../components/complaint-parts/agency-search.ts';

const NOW = 1_000_000;

function agency(id: string, name: string, short: string, rest: Partial<Agency> = {}): Agency {
  return {
    id,
    names: [{ name, short, from: 0 }],
    aliases: [],
    topics: [],
    outside: false,
    heads: [],
    phone: '',
    email: '',
    accounts: [],
    channel: '',
    retiredAt: null,
    lastUsedAt: 0,
    updatedAt: 0,
    ...rest,
  };
}

const all = [
  agency('pu', 'Dinas Sumber Daya Air, Bina Marga', 'Bina Marga', {
    aliases: ['PU', 'PUPR'],
    topics: ['jalan kabupaten'],
    lastUsedAt: 5,
  }),
  agency('hub', 'Dinas Perhubungan', 'Dishub', { topics: ['lampu jalan', 'rambu'], lastUsedAt: 9 }),
  agency('dlh', 'Dinas Lingkungan Hidup', 'DLH', { topics: ['sampah'] }),
  agency('bpjn', 'Balai Pelaksanaan Jalan Nasional', 'BPJN', { outside: true }),
  agency('old', 'Dinas Jalan Lama', 'Jalan Lama', { retiredAt: 3 }),
];
const ids = (query: string, list = all) =>
  searchAgencies(list, query, NOW).map((g) => `${g.group}:${g.options.map((o) => o.agency.id).join(',')}`);

describe('agency search', () => {
  it('shows the last used first when nothing is typed', () => {
    expect(ids('')).toEqual(['lastUsed:hub,pu', 'all:dlh', 'outside:bpjn']);
  });

  it('shows suggestions before all else until something is typed, each agency once', () => {
    const suggestions = [
      { agencyId: 'hub', because: ['lampu jalan'] },
      { agencyId: 'old', because: ['jalan'] },
      { agencyId: 'bpjn', because: ['jalan nasional'] },
      { agencyId: 'nobody', because: ['x'] },
    ];
    const groups = searchAgencies(all, '', NOW, suggestions);
    expect(groups.map((g) => `${g.group}:${g.options.map((o) => o.agency.id).join(',')}`)).toEqual([
      'suggested:hub,bpjn',
      'lastUsed:pu',
      'all:dlh',
    ]);
    expect(groups[0]?.options.map((o) => o.because)).toEqual([['lampu jalan'], ['jalan nasional']]);
    expect(searchAgencies(all, 'lampu', NOW, suggestions).map((g) => g.group)).toEqual(['all']);
  });

  it('finds by full name, short name, other names and topics', () => {
    expect(ids('lingkungan')).toEqual(['all:dlh']);
    expect(ids('dishub')).toEqual(['all:hub']);
    expect(ids('pupr')).toEqual(['all:pu']);
    expect(ids('sampah')).toEqual(['all:dlh']);
  });

  it('keeps outside bodies apart and hides retired ones', () => {
    expect(ids('jalan')).toEqual(['all:pu,hub', 'outside:bpjn']);
  });

  it('wants every word, in any order, whatever the case and accents', () => {
    expect(ids('HIDUP dínas')).toEqual(['all:dlh']);
    expect(ids('hidup bandara')).toEqual([]);
  });

  it('puts a short name before a topic', () => {
    const list = [agency('a', 'Dinas Alfa', 'Alfa', { topics: ['beta'] }), agency('b', 'Dinas Beta', 'Beta')];
    expect(ids('beta', list)).toEqual(['all:b,a']);
  });

  it('goes by the name in force', () => {
    const renamed = agency('x', 'Dinas Lama', 'Lama', {
      names: [
        { name: 'Dinas Lama', short: 'Lama', from: 0 },
        { name: 'Dinas Anyar', short: 'Anyar', from: NOW - 1 },
        { name: 'Dinas Kelak', short: 'Kelak', from: NOW + 1 },
      ],
    });
    expect(ids('anyar', [renamed])).toEqual(['all:x']);
    expect(ids('kelak', [renamed])).toEqual([]);
  });

  it('does not offer to add what is there, but offers a retired name', () => {
    expect(knownByName(all, ' dlh ', NOW)).toBe(true);
    expect(knownByName(all, 'PUPR', NOW)).toBe(true);
    expect(knownByName(all, 'jalan lama', NOW)).toBe(false);
  });
});

describe('marked matches', () => {
  it('marks each word and keeps the text', () => {
    expect(markMatches('Lampu jalan', 'jalan')).toEqual([
      { text: 'Lampu ', hit: false },
      { text: 'jalan', hit: true },
    ]);
  });

  it('never changes the text, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 12 }), (text, query) => {
        expect(
          markMatches(text, query)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('folds without losing letters', () => {
    expect(fold('  Perumdam  “Tirta”, (Mentaya) ')).toBe('perumdam tirta mentaya');
    expect(fold('Kanwil Kab./Kota')).toBe('kanwil kab kota');
  });
});

import { describe, expect, it } from 'vitest';
import { readAgencyText } from '../../../components/settings/agency-import.ts';
import { mergeTemplate } from '../../../components/setup/merge-template.ts';
import { agencySchema } from '../../../storage/schemas.ts';

const NOW = Date.parse('2026-11-24T06:00:00Z');
let id = 0;
const read = (text: string) => readAgencyText(text, NOW, () => `id-${++id}`);

describe('agencies from a file or a paste', () => {
  it('takes a table with headings in any order', () => {
    const found = read(
      'No HP\tNama OPD\tKepala\tSingkatan\n0812 5550 0142\tDinas Lingkungan Hidup\tIbu Nurhaliza\tDLH',
    );
    expect(found?.agencies[0]).toMatchObject({
      names: [{ name: 'Dinas Lingkungan Hidup', short: 'DLH', from: 0 }],
      heads: [{ name: 'Ibu Nurhaliza', standing: 'definitive' }],
      phone: '6281255500142',
    });
  });

  it('takes a table without headings, in the usual order', () => {
    const found = read(
      'Dinas Sosial;Bpk. Anang;081255500199;sos@contoh.go.id\nDinas Kesehatan;Plt. Ibu Ema;;',
    );
    expect(found?.agencies.map((a) => [a.names[0]?.name, a.heads[0]?.name, a.phone, a.email])).toEqual([
      ['Dinas Sosial', 'Bpk. Anang', '6281255500199', 'sos@contoh.go.id'],
      ['Dinas Kesehatan', 'Ibu Ema', '', ''],
    ]);
  });

  it('leaves a number that is none empty and says so, and counts lines without a name', () => {
    expect(read('nama,nomor\nDinas A,0812\n,0812555001422\nDinas B,081255500142')).toMatchObject({
      unreadable: 1,
      skipped: 1,
      agencies: [{ phone: '' }, { phone: '6281255500142' }],
    });
  });

  it('takes plain JSON objects and its own records', () => {
    const plain = read('[{"nama":"Dinas A","nomor":"081255500142"},{"x":1},"teks"]');
    expect(plain).toMatchObject({ agencies: [{ phone: '6281255500142' }], skipped: 2 });
    const own = mergeTemplate('general', [], NOW).agencies.map((a) => ({ ...a, lastUsedAt: 5 }));
    const again = read(JSON.stringify({ agencies: own }));
    expect(again?.agencies).toHaveLength(own.length);
    expect(again?.agencies[0]).toMatchObject({ id: own[0]?.id, lastUsedAt: 0 });
  });

  it('makes only records that the store takes', () => {
    const found = read(
      `nama;singkatan;nomor\n${'N'.repeat(600)};${'s'.repeat(90)};081255500142\n<script>;=1+1;x`,
    );
    for (const agency of found?.agencies ?? []) expect(agencySchema.safeParse(agency).success).toBe(true);
    expect(found?.agencies).toHaveLength(2);
  });

  it('finds nothing in what is no list', () => {
    for (const text of ['', '   ', '\uFEFF', '{"a":1}', '[]', '[1,2]', '{rusak', '[{"nomor":"0812"}]']) {
      expect(read(text), text).toBeNull();
    }
  });
});

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../storage/csv.ts';
import { flag } from '../../storage/flag.ts';
import { readRows } from '../../storage/read/rows.ts';
import { capture, freshDb, T0 } from './samples.ts';

async function csvOf(...texts: string[]): Promise<string> {
  const db = freshDb();
  for (const [i, text] of texts.entries()) {
    await flag(db, {
      capture: capture(`CSVCS0000${i}`, { text: { value: text, source: 'dom' } }),
      via: 'button',
      now: T0 + i,
    });
  }
  return toCsv(await readRows(db, {}, T0 + 10), { zone: 'WIB', now: T0 + 10 });
}
const parse = (csv: string) =>
  Papa.parse<string[]>(csv.replace('\ufeff', ''), { delimiter: ';', skipEmptyLines: true }).data;

describe('CSV of the list', () => {
  it('reads back as a table in Indonesian words, with a byte order mark', async () => {
    const csv = await csvOf('Pohon "tumbang"; jalan tertutup');
    expect(csv.startsWith('\ufeff"Nomor";"Status"')).toBe(true);
    const [head, row] = parse(csv);
    expect(row).toHaveLength(head?.length ?? 0);
    expect(row?.slice(0, 2)).toEqual(['ADU-0001', 'Baru']);
    expect(row?.[3]).toBe('Pohon "tumbang"; jalan tertutup');
    expect(row?.[9]).toMatch(/24 Nov 2026 09[.:]00 WIB/);
  });

  it.each(['=cmd()', '+62812', '-1+2', '@SUM(A1)', ' =1+1', '\u200b=1', '\t=1', '＝1', '|calc'])(
    '%j cannot become a formula',
    async (text) => {
      const cell = parse(await csvOf(`${text} lampu padam`))[1]?.[3] ?? '';
      expect(cell).toMatch(/lampu padam$/);
      expect(cell.replace(/^[\s\u200b]*/, '')).not.toMatch(/^[=+\-@|＝]/);
    },
  );

  it('holds no name, handle or account address of a citizen', async () => {
    expect(await csvOf('Lampu padam')).not.toMatch(/warga|contoh/i);
  });
});

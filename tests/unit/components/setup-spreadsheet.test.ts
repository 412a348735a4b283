import { describe, expect, it } from 'vitest';
import { fillDown, isSeveralCells, spreadsheetCells } from '../../../components/setup/spreadsheet.ts';

describe('a paste from a spreadsheet', () => {
  it('is told from a single cell', () => {
    expect(isSeveralCells('0812 5550 0142')).toBe(false);
    expect(isSeveralCells('0812 5550 0142\r\n')).toBe(false);
    expect(isSeveralCells('0812\n0813')).toBe(true);
    expect(isSeveralCells('Ibu Rahma\t0812')).toBe(true);
  });

  it('keeps quoted cells with line breaks and quotes together', () => {
    expect(spreadsheetCells('"Ibu ""Ema""\nRahmawati"\t0812 5550 0142\r\nBpk. Anang\t0813\r\n')).toEqual([
      ['Ibu "Ema" Rahmawati', '0812 5550 0142'],
      ['Bpk. Anang', '0813'],
    ]);
  });

  it('fills one column downwards from the row it was pasted into', () => {
    expect(fillDown(spreadsheetCells('08121\n08122\n08123'), 2, 'phone', 10)).toEqual([
      { at: 2, phone: '08121' },
      { at: 3, phone: '08122' },
      { at: 4, phone: '08123' },
    ]);
  });

  it('fills names and numbers at once', () => {
    expect(
      fillDown(
        [
          ['Ibu A', '08121'],
          ['Bpk. B', '08122'],
        ],
        0,
        'head',
        6,
      ),
    ).toEqual([
      { at: 0, head: 'Ibu A', phone: '08121' },
      { at: 1, head: 'Bpk. B', phone: '08122' },
    ]);
  });

  it('leaves what is there where a cell is empty, and ends at the last row', () => {
    expect(fillDown([['08121'], [''], ['08123'], ['08124']], 0, 'phone', 3)).toEqual([
      { at: 0, phone: '08121' },
      { at: 2, phone: '08123' },
    ]);
    expect(
      fillDown(
        [
          ['Ibu A', ''],
          ['', '0812'],
        ],
        0,
        'head',
        6,
      ),
    ).toEqual([
      { at: 0, head: 'Ibu A' },
      { at: 1, phone: '0812' },
    ]);
  });

  it('skips a heading above numbers, and never a name', () => {
    expect(fillDown([['Nomor WA'], ['0812']], 0, 'phone', 6)).toEqual([{ at: 0, phone: '0812' }]);
    expect(
      fillDown(
        [
          ['Kepala', 'Nomor'],
          ['Ibu A', '0812'],
        ],
        0,
        'head',
        6,
      ),
    ).toEqual([{ at: 0, head: 'Ibu A', phone: '0812' }]);
    expect(fillDown([['Ibu A'], ['Bpk. B']], 0, 'head', 6)).toEqual([
      { at: 0, head: 'Ibu A' },
      { at: 1, head: 'Bpk. B' },
    ]);
  });
});

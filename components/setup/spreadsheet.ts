import Papa from 'papaparse';

/** Cells of a piece of a spreadsheet as the clipboard gives it: rows by line, columns by tab, quoted where needed. */
export function spreadsheetCells(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''), {
    delimiter: '\t',
  });
  return data.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
}

/** Whether a pasted text is more than one cell, so that it fills downwards instead of going into one field. */
export function isSeveralCells(text: string): boolean {
  return /[\t\n]/.test(text.replace(/[\r\n]+$/, ''));
}

export type FillColumn = 'head' | 'phone';
export interface Filled {
  /** Index of the row. */
  at: number;
  head?: string;
  phone?: string;
}

/**
 * What a paste into one field fills: a column goes downwards from that row; two columns pasted into the first fill
 * both. Empty cells leave what is there, a heading above the numbers is skipped, and what goes beyond the last row
 * is left out.
 * @param from Index of the row pasted into; `rows` = how many there are.
 */
export function fillDown(
  cells: readonly string[][],
  from: number,
  column: FillColumn,
  rows: number,
): Filled[] {
  const spot = column === 'head' ? 1 : 0;
  const numbers = (row: readonly string[] | undefined) => /\d/.test(row?.[spot] ?? '');
  const holdsNumbers = column === 'phone' || (cells[1]?.length ?? 0) > 1;
  const headed =
    holdsNumbers &&
    cells.length > 1 &&
    !numbers(cells[0]) &&
    (cells[0]?.[spot] ?? '') !== '' &&
    numbers(cells[1]);
  const filled: Filled[] = [];
  for (const [i, row] of cells.slice(headed ? 1 : 0).entries()) {
    const at = from + i;
    if (at >= rows) break;
    const [first = '', second = ''] = row;
    const change: Filled = { at };
    if (column === 'phone') {
      if (first) change.phone = first;
    } else {
      if (first) change.head = first;
      if (second) change.phone = second;
    }
    if (change.head !== undefined || change.phone !== undefined) filled.push(change);
  }
  return filled;
}

/** Figures of one thing that was measured several times, beside the control of the same run. */

export interface Row {
  what: string;
  /** Which of the compared ones. */
  of: string;
  unit: string;
  min: number;
  median: number;
  max: number;
  runs: number;
  /** Median ÷ median of the control; of a second control it shows how far mere chance goes. */
  ratio: number | null;
}

const round = (value: number) => Number(value.toPrecision(3));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** All samples by name and by the one they belong to. */
export class Samples {
  private readonly byWhat = new Map<string, { unit: string; of: Map<string, number[]> }>();

  add(what: string, of: string, value: number, unit = 'ms'): void {
    const entry = this.byWhat.get(what) ?? { unit, of: new Map<string, number[]>() };
    this.byWhat.set(what, entry);
    entry.of.set(of, [...(entry.of.get(of) ?? []), value]);
  }

  /** One row each; ratios are to `control`. */
  rows(control: string): Row[] {
    return [...this.byWhat].flatMap(([what, { unit, of }]) => {
      const base = median(of.get(control) ?? []);
      return [...of].map(([name, values]) => ({
        what,
        of: name,
        unit,
        min: round(Math.min(...values)),
        median: round(median(values)),
        max: round(Math.max(...values)),
        runs: values.length,
        ratio: name === control || !(base > 0) ? null : round(median(values) / base),
      }));
    });
  }
}

/** Lines for reading, columns in step. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'of', 'min', 'median', 'max', 'unit', 'runs', '× control'];
  const body = rows.map((row) => [
    row.what,
    row.of,
    ...[row.min, row.median, row.max].map(String),
    row.unit,
    String(row.runs),
    row.ratio === null ? '' : row.ratio.toFixed(2),
  ]);
  const widths = head.map((title, i) =>
    Math.max(title.length, ...body.map((cells) => cells[i]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [head, ...body].map(line).join('\n');
}

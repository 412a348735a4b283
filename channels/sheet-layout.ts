/** Where photos go on the one sheet that the clipboard can take. Pure arithmetic, in px. */

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

export interface SheetLayout extends Size {
  boxes: Box[];
  /** Band at the foot for number and count; null for a sheet of one photo, which stays a photo. */
  caption: Box | null;
}

/** Wide enough to read a number plate, small enough to paste at once. */
const SHEET_WIDTH = 1_600;
const TALLEST = 4_000;
const GAP = 12;
const CAPTION = 56;
/** A photo is never drawn larger than this many times its own size. */
const ENLARGE = 1;

/**
 * Rows of photos, each row as wide as the sheet, every photo whole and in its own proportion, in the given order.
 * One photo keeps its size up to the sheet's width.
 * @throws RangeError without photos or with a size that is not positive.
 */
export function layoutSheet(sizes: readonly Size[]): SheetLayout {
  if (sizes.length === 0) throw new RangeError('no photos');
  if (sizes.some((size) => !(size.width > 0 && size.height > 0)))
    throw new RangeError('photo without a size');
  const [only] = sizes;
  if (sizes.length === 1 && only) return single(only);
  return shrink(rowsToSheet(rows(sizes), sizes));
}

function single(size: Size): SheetLayout {
  const scale = Math.min(ENLARGE, SHEET_WIDTH / size.width, TALLEST / size.height);
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  return { width, height, boxes: [{ x: 0, y: 0, width, height }], caption: null };
}

/** Indexes by row: two or three to a row, a wide picture by itself. */
function rows(sizes: readonly Size[]): number[][] {
  const perRow = sizes.length <= 4 ? 2 : 3;
  const result: number[][] = [];
  let row: number[] = [];
  for (const [index, size] of sizes.entries()) {
    if (size.width / size.height > 2) {
      if (row.length > 0) result.push(row);
      result.push([index]);
      row = [];
      continue;
    }
    row.push(index);
    if (row.length === perRow) {
      result.push(row);
      row = [];
    }
  }
  if (row.length > 0) result.push(row);
  return result;
}

function rowsToSheet(grid: number[][], sizes: readonly Size[]): SheetLayout {
  const boxes: Box[] = sizes.map(() => ({ x: 0, y: 0, width: 0, height: 0 }));
  // A last row with a single photo is not blown up to the sheet's width.
  const rowHeight = (row: number[]) =>
    (SHEET_WIDTH - GAP * (row.length + 1)) / sum(row.map((i) => ratio(sizes[i])));
  const usual = Math.max(...grid.filter((row) => row.length > 1).map(rowHeight), 0);
  let y = GAP;
  for (const row of grid) {
    const full = rowHeight(row);
    const height = row.length === 1 && usual > 0 ? Math.min(full, usual) : Math.min(full, SHEET_WIDTH);
    const used = sum(row.map((i) => ratio(sizes[i]) * height)) + GAP * (row.length - 1);
    let x = (SHEET_WIDTH - used) / 2;
    for (const index of row) {
      const width = ratio(sizes[index]) * height;
      boxes[index] = { x, y, width, height };
      x += width + GAP;
    }
    y += height + GAP;
  }
  return {
    width: SHEET_WIDTH,
    height: y + CAPTION,
    boxes,
    caption: { x: GAP, y, width: SHEET_WIDTH - 2 * GAP, height: CAPTION },
  };
}

function shrink(layout: SheetLayout): SheetLayout {
  const scale = Math.min(1, TALLEST / layout.height);
  const box = (b: Box): Box => {
    const x = Math.round(b.x * scale);
    const y = Math.round(b.y * scale);
    return {
      x,
      y,
      width: Math.max(1, Math.round((b.x + b.width) * scale) - x),
      height: Math.max(1, Math.round((b.y + b.height) * scale) - y),
    };
  };
  return {
    width: Math.round(layout.width * scale),
    height: Math.round(layout.height * scale),
    boxes: layout.boxes.map(box),
    caption: layout.caption && box(layout.caption),
  };
}

function ratio(size: Size | undefined): number {
  return size ? size.width / size.height : 1;
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

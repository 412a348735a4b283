export type Colour = readonly [number, number, number];

/** A small drawing board; coordinates are shares (0–1) of its width and height, so a scene has no size of its own. */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 4).fill(255);
  }

  /** A vertical run of colour from `top` to `bottom` over the strip between the two heights. */
  gradient(y0: number, y1: number, top: Colour, bottom: Colour): void {
    const from = Math.max(0, Math.floor(y0 * this.height));
    const to = Math.min(this.height, Math.ceil(y1 * this.height));
    for (let y = from; y < to; y++) {
      const share = (y - from) / Math.max(1, to - from);
      const colour = top.map((c, i) => c + ((bottom[i] ?? c) - c) * share) as unknown as Colour;
      this.row(y, 0, this.width, colour, 1);
    }
  }

  rect(x: number, y: number, w: number, h: number, colour: Colour, alpha = 1): void {
    this.polygon(
      [
        [x, y],
        [x + w, y],
        [x + w, y + h],
        [x, y + h],
      ],
      colour,
      alpha,
    );
  }

  polygon(points: readonly (readonly [number, number])[], colour: Colour, alpha = 1): void {
    const px = points.map(([x, y]) => [x * this.width, y * this.height] as const);
    const top = Math.max(0, Math.floor(Math.min(...px.map((p) => p[1]))));
    const bottom = Math.min(this.height - 1, Math.ceil(Math.max(...px.map((p) => p[1]))));
    for (let y = top; y <= bottom; y++) {
      const crossings: number[] = [];
      px.forEach(([x0, y0], i) => {
        const [x1, y1] = px[(i + 1) % px.length] ?? [x0, y0];
        const middle = y + 0.5;
        if (y0 <= middle !== y1 <= middle) crossings.push(x0 + ((middle - y0) / (y1 - y0)) * (x1 - x0));
      });
      crossings.sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        this.row(y, Math.round(crossings[i] ?? 0), Math.round(crossings[i + 1] ?? 0), colour, alpha);
      }
    }
  }

  /** An ellipse; `rx` is a share of the width, `ry` of the height. */
  ellipse(cx: number, cy: number, rx: number, ry: number, colour: Colour, alpha = 1): void {
    const top = Math.max(0, Math.floor((cy - ry) * this.height));
    const bottom = Math.min(this.height - 1, Math.ceil((cy + ry) * this.height));
    for (let y = top; y <= bottom; y++) {
      const dy = ((y + 0.5) / this.height - cy) / ry;
      if (Math.abs(dy) >= 1) continue;
      const half = rx * Math.sqrt(1 - dy * dy);
      this.row(y, Math.round((cx - half) * this.width), Math.round((cx + half) * this.width), colour, alpha);
    }
  }

  line(x0: number, y0: number, x1: number, y1: number, thickness: number, colour: Colour, alpha = 1): void {
    const dx = (x1 - x0) * this.width;
    const dy = (y1 - y0) * this.height;
    const length = Math.hypot(dx, dy) || 1;
    const ox = ((-dy / length) * thickness) / 2;
    const oy = (((dx / length) * thickness) / 2) * (this.width / this.height);
    this.polygon(
      [
        [x0 + ox, y0 + oy],
        [x1 + ox, y1 + oy],
        [x1 - ox, y1 - oy],
        [x0 - ox, y0 - oy],
      ],
      colour,
      alpha,
    );
  }

  /** Grain, so that the picture does not compress to nothing and looks less like a drawing. */
  grain(strength: number, seed: number): void {
    let state = seed | 1;
    for (let i = 0; i < this.data.length; i += 4) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const by = ((state & 0xff) / 255 - 0.5) * strength;
      for (let c = 0; c < 3; c++) this.data[i + c] = Math.max(0, Math.min(255, (this.data[i + c] ?? 0) + by));
    }
  }

  private row(y: number, from: number, to: number, colour: Colour, alpha: number): void {
    const start = Math.max(0, from);
    const end = Math.min(this.width, to);
    for (let x = start; x < end; x++) {
      const at = (y * this.width + x) * 4;
      for (let c = 0; c < 3; c++) {
        const value = colour[c] ?? 0;
        this.data[at + c] = alpha === 1 ? value : (this.data[at + c] ?? 0) * (1 - alpha) + value * alpha;
      }
    }
  }
}

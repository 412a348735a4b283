import type { Random } from './random.ts';
import type { Colour, Raster } from './raster.ts';

type Scene = (board: Raster, dice: Random) => void;

const shade = (colour: Colour, by: number): Colour => colour.map((c) => c * by) as unknown as Colour;
const ASPHALT: Colour = [92, 92, 96];
const SOIL: Colour = [138, 98, 62];
const GREEN: Colour = [74, 118, 58];

function sky(board: Raster, horizon: number, dice: Random): void {
  const grey = dice.int(0, 40);
  board.gradient(0, horizon, [130 + grey, 170 + grey / 2, 215], [215, 226, 235]);
  for (let i = 0; i < 5; i++) {
    board.ellipse(
      dice.next(),
      dice.next() * horizon * 0.6,
      0.08 + dice.next() * 0.12,
      0.03,
      [250, 250, 250],
      0.5,
    );
  }
}

function roadside(board: Raster, horizon: number, dice: Random): void {
  board.gradient(horizon, 1, [120, 140, 80], [92, 116, 62]);
  for (let i = 0; i < 14; i++) {
    const x = dice.next();
    board.ellipse(
      x,
      horizon - 0.02,
      0.05 + dice.next() * 0.05,
      0.05 + dice.next() * 0.04,
      shade(GREEN, 0.6 + dice.next() * 0.6),
    );
  }
  board.polygon(
    [
      [0.42, horizon],
      [0.58, horizon],
      [1.1, 1],
      [-0.1, 1],
    ],
    ASPHALT,
  );
  for (let i = 0; i < 6; i++) {
    const y = horizon + (1 - horizon) * (i / 6) ** 1.4;
    board.polygon(
      [
        [0.495, y],
        [0.505, y],
        [0.5 + 0.012 * (i + 1), y + 0.02 + i * 0.01],
        [0.5 - 0.012 * (i + 1), y + 0.02 + i * 0.01],
      ],
      [230, 230, 220],
    );
  }
}

const road: Scene = (board, dice) => {
  sky(board, 0.38, dice);
  roadside(board, 0.38, dice);
  for (let i = 0; i < dice.int(2, 4); i++) {
    const x = 0.25 + dice.next() * 0.5;
    const y = 0.62 + dice.next() * 0.3;
    const r = 0.06 + dice.next() * 0.09;
    board.ellipse(x, y, r * 1.15, r * 0.5, shade(SOIL, 0.85));
    board.ellipse(x, y + 0.008, r, r * 0.4, shade(SOIL, 0.45));
    board.ellipse(x + r * 0.1, y + 0.02, r * 0.7, r * 0.22, [122, 132, 138], 0.8);
  }
};

const lamp: Scene = (board, dice) => {
  board.gradient(0, 0.62, [12, 16, 34], [34, 40, 66]);
  board.gradient(0.62, 1, [26, 26, 30], [14, 14, 16]);
  for (let i = 0; i < 40; i++) board.ellipse(dice.next(), dice.next() * 0.5, 0.0018, 0.0014, [210, 214, 230]);
  for (let i = 0; i < 6; i++) {
    board.rect(i * 0.18 - 0.05, 0.44 + dice.next() * 0.1, 0.15, 0.3, [20, 22, 34]);
    if (dice.chance(0.5)) board.rect(i * 0.18, 0.56, 0.02, 0.025, [220, 180, 90]);
  }
  const x = 0.3 + dice.next() * 0.35;
  board.line(x, 0.95, x, 0.14, 0.016, [70, 74, 84]);
  board.line(x, 0.15, x + 0.2, 0.11, 0.012, [70, 74, 84]);
  board.ellipse(x + 0.22, 0.115, 0.045, 0.014, [48, 50, 58]);
  board.polygon(
    [
      [0.1, 1],
      [0.9, 1],
      [0.6, 0.64],
      [0.5, 0.64],
    ],
    [40, 40, 46],
  );
};

const waste: Scene = (board, dice) => {
  sky(board, 0.3, dice);
  board.gradient(0.3, 0.55, [150, 146, 138], [140, 132, 120]);
  board.gradient(0.55, 1, ASPHALT, shade(ASPHALT, 0.7));
  const colours: Colour[] = [
    [40, 42, 50],
    [210, 210, 214],
    [190, 60, 52],
    [60, 100, 180],
    [226, 190, 60],
    [70, 140, 90],
  ];
  for (let i = 0; i < 130; i++) {
    const level = dice.next();
    const x = 0.5 + (dice.next() - 0.5) * (0.9 - level * 0.75);
    const y = 0.86 - level * 0.46;
    board.ellipse(
      x,
      y,
      0.025 + dice.next() * 0.05,
      0.02 + dice.next() * 0.03,
      shade(dice.pick(colours), 0.6 + dice.next() * 0.5),
    );
  }
};

const flood: Scene = (board, dice) => {
  sky(board, 0.34, dice);
  for (let i = 0; i < 4; i++) {
    const x = i * 0.27 - 0.04;
    const top = 0.3 + dice.next() * 0.08;
    board.rect(x, top, 0.22, 0.34, [200 - i * 14, 180, 150 + i * 10]);
    board.polygon(
      [
        [x - 0.03, top],
        [x + 0.11, top - 0.13],
        [x + 0.25, top],
      ],
      [140, 66, 48],
    );
    board.rect(x + 0.08, top + 0.1, 0.06, 0.2, [90, 62, 44]);
  }
  board.gradient(0.54, 1, [146, 120, 84], [116, 92, 62]);
  for (let i = 0; i < 60; i++) {
    const y = 0.55 + dice.next() * 0.44;
    board.rect(dice.next(), y, 0.06 + dice.next() * 0.16, 0.004, [182, 160, 126], 0.6);
  }
  board.line(0.78, 0.9, 0.78, 0.5, 0.012, [220, 220, 220]);
  board.rect(0.72, 0.48, 0.12, 0.08, [200, 48, 40]);
};

const school: Scene = (board, dice) => {
  sky(board, 0.4, dice);
  board.gradient(0.4, 1, [170, 142, 104], [150, 122, 88]);
  board.rect(0.08, 0.36, 0.84, 0.34, [238, 226, 190]);
  board.polygon(
    [
      [0.03, 0.36],
      [0.2, 0.2],
      [0.8, 0.2],
      [0.97, 0.36],
    ],
    [168, 62, 46],
  );
  const gap = 0.3 + dice.next() * 0.3;
  board.polygon(
    [
      [gap, 0.3],
      [gap + 0.1, 0.23],
      [gap + 0.18, 0.3],
      [gap + 0.08, 0.35],
    ],
    [40, 32, 30],
  );
  for (let i = 0; i < 5; i++)
    board.rect(0.12 + i * 0.165, 0.43, 0.09, 0.11, i === 2 ? [70, 60, 56] : [120, 160, 190]);
  board.rect(0.46, 0.5, 0.1, 0.2, [110, 70, 44]);
  board.line(0.18, 0.95, 0.18, 0.3, 0.008, [200, 200, 200]);
  board.rect(0.18, 0.3, 0.12, 0.035, [206, 32, 40]);
  board.rect(0.18, 0.335, 0.12, 0.035, [248, 248, 248]);
};

const tree: Scene = (board, dice) => {
  sky(board, 0.6, dice);
  roadside(board, 0.6, dice);
  for (const x of [0.12, 0.86]) {
    board.line(x, 0.95, x, 0.16, 0.018, [112, 104, 96]);
    board.line(x - 0.07, 0.2, x + 0.07, 0.2, 0.012, [112, 104, 96]);
  }
  const lean = 0.5 + dice.next() * 0.2;
  for (let i = 0; i < 3; i++) {
    board.line(0.12, 0.2 + i * 0.03, lean, 0.34 + i * 0.02, 0.004, [20, 20, 22]);
    board.line(lean, 0.34 + i * 0.02, 0.86, 0.2 + i * 0.03, 0.004, [20, 20, 22]);
  }
  board.line(0.3, 0.92, lean, 0.32, 0.045, [96, 66, 40]);
  for (let i = 0; i < 26; i++) {
    board.ellipse(
      lean + (dice.next() - 0.5) * 0.34,
      0.28 + (dice.next() - 0.5) * 0.24,
      0.05,
      0.04,
      shade(GREEN, 0.5 + dice.next() * 0.8),
      0.9,
    );
  }
};

const pipe: Scene = (board, dice) => {
  sky(board, 0.28, dice);
  board.gradient(0.28, 1, SOIL, shade(SOIL, 0.65));
  board.polygon(
    [
      [0.05, 0.7],
      [0.95, 0.6],
      [1, 1],
      [0, 1],
    ],
    shade(SOIL, 0.5),
  );
  board.line(-0.05, 0.72, 1.05, 0.62, 0.09, [60, 96, 150]);
  board.line(-0.05, 0.705, 1.05, 0.605, 0.02, [120, 156, 200]);
  const x = 0.35 + dice.next() * 0.3;
  board.rect(x - 0.03, 0.6, 0.07, 0.13, [44, 72, 118]);
  for (let i = 0; i < 80; i++) {
    const rise = dice.next();
    board.ellipse(
      x + (dice.next() - 0.5) * 0.5 * rise,
      0.62 - rise * 0.4 + rise * rise * 0.25,
      0.012,
      0.014,
      [222, 236, 246],
      0.75,
    );
  }
  board.ellipse(x, 0.9, 0.36, 0.07, [150, 170, 182], 0.8);
};

const market: Scene = (board, dice) => {
  board.gradient(0, 0.3, [90, 96, 104], [130, 134, 138]);
  board.gradient(0.3, 1, [150, 132, 112], [110, 94, 80]);
  const awnings: Colour[] = [
    [200, 54, 46],
    [40, 110, 170],
    [226, 160, 40],
    [60, 140, 84],
  ];
  for (let i = 0; i < 5; i++) {
    const x = i * 0.2 - 0.02;
    const colour = dice.pick(awnings);
    board.rect(x + 0.01, 0.4, 0.18, 0.3, [66, 56, 50]);
    board.polygon(
      [
        [x, 0.42],
        [x + 0.03, 0.3],
        [x + 0.18, 0.3],
        [x + 0.21, 0.42],
      ],
      colour,
    );
    board.rect(x, 0.6, 0.2, 0.1, [150, 112, 70]);
    for (let k = 0; k < 8; k++) {
      board.ellipse(
        x + 0.02 + dice.next() * 0.16,
        0.59 + dice.next() * 0.03,
        0.016,
        0.014,
        dice.pick<Colour>([
          [220, 60, 40],
          [90, 160, 60],
          [240, 190, 60],
          [240, 140, 40],
        ]),
      );
    }
  }
  for (let i = 0; i < 4; i++) {
    const x = 0.1 + dice.next() * 0.8;
    board.ellipse(x, 0.68, 0.022, 0.022, [190, 140, 104]);
    board.rect(x - 0.035, 0.7, 0.07, 0.2, dice.pick(awnings));
  }
};

const SCENES: Record<string, Scene> = { road, lamp, waste, flood, school, tree, pipe, market };

/** Draws the scene of that name, or a road for a name there is none of. */
export function drawScene(name: string, board: Raster, dice: Random): void {
  (SCENES[name] ?? road)(board, dice);
}

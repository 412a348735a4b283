import type { Result, Totals, Wish } from './drift.ts';
import type { Batch, Failure, Straws } from './page.ts';
import { COMMENT_NEEDS, NEEDS } from './sufficient.ts';

/** Writes what a run has shown as Markdown. */

type Sum = Batch['totals'];

export function sumOf(batches: Batch[]): Sum & { faults: Record<string, number>; uncaused: number } {
  const sum: Sum = {
    posts: 0,
    comments: 0,
    due: 0,
    met: 0,
    dueNames: 0,
    metNames: 0,
    dueComments: 0,
    metComments: 0,
    buttons: 0,
  };
  const faults: Record<string, number> = {};
  let uncaused = 0;
  for (const batch of batches) {
    for (const key of Object.keys(sum) as (keyof Sum)[]) sum[key] += batch.totals[key];
    for (const [fault, count] of Object.entries(batch.faults)) faults[fault] = (faults[fault] ?? 0) + count;
    uncaused += batch.uncaused.length;
  }
  return { ...sum, faults, uncaused };
}

const table = (head: string[], rows: (string | number)[][]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

const COLUMNS = [
  'surface',
  'posts',
  'due',
  'buttons',
  'due ids',
  'ids',
  'comments due',
  'buttons on them',
  'false buttons',
  'wrong identity',
  'wrong person',
  'mixed',
  'misread',
  'threw',
];

function resultRow(name: string, batches: Batch[]): (string | number)[] {
  const { faults, ...sum } = sumOf(batches);
  const of = (fault: string) => faults[fault] ?? 0;
  return [
    name,
    sum.posts,
    sum.due,
    sum.met,
    sum.dueNames,
    sum.metNames,
    sum.dueComments,
    sum.metComments,
    of('false button'),
    of('wrong identity'),
    of('wrong person'),
    of('mixed'),
    of('misread'),
    of('threw'),
  ];
}

export function resultTable(totals: Totals[]): string[] {
  const all = totals.flatMap(({ batches }) => batches);
  return table(COLUMNS, [
    ...totals.map(({ surface, batches }) => resultRow(surface, batches)),
    resultRow('all', all),
  ]);
}

/** Share of posts that keep their button, and their identity, by number of signals that are gone. */
function goneTable(totals: Totals[]): string[] {
  const steps = [0, 1, 2, 3, 4, 6, 8, 12];
  const rows = totals.map(({ surface, batches }) => {
    const cells = steps.map((step, i) => {
      const next = steps[i + 1] ?? 99;
      const sum = [0, 0, 0];
      for (const batch of batches)
        for (const [gone, row] of Object.entries(batch.byGone))
          if (Number(gone) >= step && Number(gone) < next)
            row.forEach((count, j) => {
              sum[j] = (sum[j] ?? 0) + count;
            });
      const [posts = 0, found = 0, named = 0] = sum;
      const percent = (count: number) => Math.round((100 * count) / posts);
      return posts === 0 ? '–' : `${percent(found)} / ${percent(named)}`;
    });
    return [surface, ...cells];
  });
  return table(
    ['surface', ...steps.map((step, i) => (steps[i + 1] === step + 1 ? `${step}` : `${step}+`))],
    rows,
  );
}

function strawTable(straws: Straws[]): string[] {
  const top = (tally: Record<string, number>) =>
    Object.entries(tally)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 4)
      .map(([signal, count]) => `${signal} ${count}×`)
      .join(', ');
  const range = ([least, middle, most]: [number, number, number]) => `${least} – **${middle}** – ${most}`;
  return table(
    [
      'surface',
      'signals',
      'gone before the button goes',
      'last straw',
      'gone before the identity goes',
      'last straw',
      'alone takes the button',
      'alone takes the identity',
    ],
    straws.map((each) => [
      each.surface,
      each.signals,
      range(each.button),
      top(each.last),
      range(each.identity),
      top(each.lastName),
      each.alone.button.join(', ') || 'none',
      each.alone.identity.join(', ') || 'none',
    ]),
  );
}

export function commandOf(failure: Failure): string {
  const gone = failure.minimal ?? failure.gone;
  return `node tests/drift/run.ts --surface ${failure.surface} --seed ${failure.seed} --scene ${failure.scene} --gone ${gone.join(',') || 'none'}${failure.kept.length > 0 ? ` --keep ${failure.kept.join(',')}` : ''}`;
}

export function failureLines(totals: Totals[]): string[] {
  return totals.flatMap(({ batches }) =>
    batches.flatMap((batch) =>
      batch.failures.map((failure) => {
        const [finding] = failure.findings;
        const gone = failure.minimal?.join(', ') || 'nothing';
        return `- **${failure.surface}**, seed ${failure.seed}, scene ${failure.scene}: ${finding?.fault}: ${finding?.what.slice(0, 140).replaceAll('|', '\\|')}. Gone: ${gone}. \`${commandOf(failure)}\``;
      }),
    ),
  );
}

/** Every seed with something wrong in it, and in which scenes. */
export function failedSeeds(totals: Totals[]): string[] {
  return totals.flatMap(({ surface, batches }) => {
    const seeds = batches
      .filter(({ failed }) => failed.length > 0)
      .sort((a, b) => a.seed - b.seed)
      .map(({ seed, failed }) => `${seed} (${failed.join(', ')})`);
    return seeds.length > 0 ? [`- **${surface}**: ${seeds.join('; ')}`] : [];
  });
}

export interface Run extends Result, Wish {
  /** Time on the clock, in s. */
  seconds: number;
  /** Load average over a minute, before and after. */
  load: [number, number];
  cores: number;
}

export function document(run: Run): string {
  const { totals, straws, requests, forbidden, seeds, posts, seconds, load, cores, cpu, workers } = run;
  const sum = sumOf(totals.flatMap(({ batches }) => batches));
  const failed = failedSeeds(totals);
  const wrong = Object.values(sum.faults).reduce((a, b) => a + b, 0);
  const failures = failureLines(totals);
  const needs = Object.entries({
    ...NEEDS,
    'comments, Instagram': COMMENT_NEEDS.instagram,
    'comments, Facebook': COMMENT_NEEDS.facebook,
  });
  return `${[
    '# Drift',
    '',
    'How much of a site’s markup may change before a post loses its button, or its identity. Written by `npm run drift`; not by hand.',
    '',
    `**${sum.posts} posts, ${sum.comments} comments, ${wrong} faults.** Seeds ${seeds[0]}–${seeds.at(-1)}, ${posts} posts each, in Chromium, readers and merge included.`,
    '',
    `Time: ${seconds.toFixed(0)} s on the clock, ${cpu.toFixed(0)} s of processor in ${workers} browsers on ${cores} cores (${((1000 * seconds) / sum.posts).toFixed(1)} s and ${((1000 * cpu) / sum.posts).toFixed(1)} s for 1,000 posts, last straws included); load average ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after.`,
    '',
    `Requests: ${requests.length} that reached the network, ${sum.uncaused} refused that no markup asked for (pictures are watched under the first seed, all else under each). ` +
      `Buttons on pages where nothing may have one: ${forbidden.length}.`,
    '',
    'Every scene renames classes, depth and order of boxes, attribute order, words of the interface (also of a language never seen), shapes of links, JSON paths and kinds of numbers. ' +
      'Three of four scenes also lack signals: mostly one to four, some nearly all. Posts of Instagram differ as they do there: without caption, with somebody tagged, mentioned or named beside the author, with hidden likes, a sound, somebody’s comment below, replies, comments of a picture only. Each scene holds posts together with advertisements, suggestions, skeletons, grids, composers, and JSON of other posts.',
    '',
    '## What is right, by surface',
    '',
    '*due*: posts whose signals are sufficient (last table). The columns from *false buttons* on have to be 0.',
    '',
    ...resultTable(totals),
    '',
    '## With how many signals gone it still holds',
    '',
    'Per cent of posts with a button / with an identity, by number of signals gone, whether sufficient or not.',
    '',
    ...goneTable(totals),
    '',
    '## Last straws',
    '',
    'Signals taken away one after another, in random orders: least – median – most that are gone before it is lost, and which signal took it.',
    '',
    ...strawTable(straws),
    '',
    '## What counts as sufficient',
    '',
    ...table(
      ['surface', 'needed', 'said in'],
      needs.map(([surface, need]) => [surface, need.words, need.source]),
    ),
    '',
    '`IG` and `FB`: the sections of the anatomies of the two sites from which the rule is taken.',
    '',
    `## Failures (${failures.length} classes)`,
    '',
    ...(failures.length > 0 ? failures : ['None.']),
    '',
    '## Failed seeds',
    '',
    'By surface: seed and, in brackets, its scenes in which anything was wrong.',
    '',
    ...(failed.length > 0 ? failed : ['None.']),
  ].join('\n')}\n`;
}

import { existsSync, readFileSync } from 'node:fs';
import type { SiteId } from '../../complaints/reading.ts';
import { mappers } from '../../sites/mappers.ts';
import { selectorEntries } from '../drift/selector-lists.ts';
import { type CheckOptions, guessAddress, HELP, parseArgs, savedFrom } from './capture-check-args.ts';
import { type Opened, openFile, openLab } from './capture-check-load.ts';
import { type Checked, checkLayer, checkSeen, linesOf, selectorLines } from './capture-check-report.ts';

interface Result {
  heading: string[];
  checked: Checked[];
  footer: string[];
  /** What is wrong beyond the fields of single posts. */
  wrong: string[];
}

const siteOf = (url: string): SiteId =>
  /(^|\.)instagram\.com$/.test(new URL(url).hostname) ? 'instagram' : 'facebook';

/** A saved answer of a site: the mapper alone. */
function checkJson(text: string, options: CheckOptions): Result {
  const raw: unknown[] = [];
  // Answers come as one document or as one per line.
  try {
    raw.push(JSON.parse(text.replace(/^for \(;;\);/, '')));
  } catch {
    for (const line of text.split('\n').filter((each) => each.trim())) raw.push(JSON.parse(line));
  }
  const tried: SiteId[] = options.site ? [options.site] : ['facebook', 'instagram'];
  const site = tried.find((each) => mappers[each].mapRaw(raw, 'island').length > 0) ?? tried[0] ?? 'facebook';
  const layers = mappers[site].mapRaw(raw, 'island');
  return {
    heading: [`${options.target}`, `JSON, read by sites/${site}/mapper.ts alone`],
    checked: layers.map((layer) => checkLayer(layer, site, '')),
    footer: [`${layers.length} post(s) in the JSON`],
    wrong: layers.length === 0 ? ['no post in the JSON'] : [],
  };
}

/** Posts that stand in the islands and not in the DOM. */
function onlyInIslands(opened: Opened, site: SiteId, known: Checked[]): Checked[] {
  const raw = opened.islands.flatMap((text) => {
    try {
      return [JSON.parse(text) as unknown];
    } catch {
      return [];
    }
  });
  const names = new Set(known.flatMap((each) => each.capture.identity?.aliases ?? []));
  return raw
    .flatMap((one) => mappers[site].mapRaw([one], 'island'))
    .filter((layer) => !layer.names.some((name) => names.has(name)) && layer.names.length > 0)
    .map((layer) => checkLayer(layer, site, opened.url));
}

async function checkPage(options: CheckOptions): Promise<Result> {
  const file = existsSync(options.target);
  const html = file ? readFileSync(options.target, 'utf8') : '';
  const from = options.url
    ? { url: options.url, by: '--url' }
    : file
      ? (savedFrom(html) ?? guessAddress(html, options.site))
      : { url: options.target, by: 'given' };
  const site = siteOf(from.url);
  const entries = await selectorEntries(site);
  const opened = file
    ? await openFile(html, from.url, entries)
    : await openLab(from.url, options.seed, options.scroll, entries);
  const checked = opened.found.map((seen, i) =>
    checkSeen(seen, opened.store[i] ?? [], site, opened, entries),
  );
  const islands = onlyInIslands(opened, site, checked);
  const posts = checked.filter((each) => each.kind === 'post').length;
  const comments = checked.length - posts;
  const wrong: string[] = [];
  if (opened.surface !== null && posts === 0 && islands.length === 0) wrong.push('no post found');
  if (options.posts !== undefined && posts !== options.posts)
    wrong.push(`${posts} post(s) found instead of ${options.posts}`);
  if (options.comments !== undefined && comments !== options.comments)
    wrong.push(`${comments} comment(s) found instead of ${options.comments}`);
  return {
    heading: [
      options.target,
      `address ${from.url} (${from.by}), surface ${opened.surface ?? 'none: Tanggap does nothing here'}`,
    ],
    checked: [...checked, ...(posts === 0 ? islands : [])],
    footer: [
      ...selectorLines(opened, entries),
      `${posts} post(s), ${comments} comment(s) in ${opened.ms.toFixed(0)} ms; ${islands.length} further post(s) in ${opened.islands.length} islands; ` +
        `${opened.requests} request(s) ${file ? 'wanted by the page, all refused' : 'made by the page'}`,
    ],
    wrong,
  };
}

function print(result: Result): void {
  const { heading, checked, footer } = result;
  console.log(heading.join('\n'));
  for (const [i, each] of checked.entries()) console.log(`\n${linesOf(each, i).join('\n')}`);
  console.log(`\n${footer.join('\n')}`);
}

const options = parseArgs(process.argv.slice(2));
if (options === null) console.log(HELP);
else if (typeof options === 'string') {
  console.error(`capture:check: ${options}\n\n${HELP}`);
  process.exitCode = 2;
} else if (
  !existsSync(options.target) &&
  !/^https:\/\/(www|web)\.(instagram|facebook)\.com\//.test(options.target)
) {
  console.error(`capture:check: no such file, and no address of the lab: ${options.target}`);
  process.exitCode = 2;
} else {
  const result = /\.json$/i.test(options.target)
    ? checkJson(readFileSync(options.target, 'utf8'), options)
    : await checkPage(options);
  const missing = [
    ...result.wrong,
    ...result.checked.flatMap((each, i) => each.missing.map((what) => `${each.kind} ${i + 1}: ${what}`)),
  ];
  if (options.json) console.log(JSON.stringify({ ...result, missing }, null, 2));
  else {
    print(result);
    console.log(missing.length === 0 ? 'nothing is missing' : `MISSING\n  ${missing.join('\n  ')}`);
  }
  process.exitCode = missing.length === 0 ? 0 : 1;
}

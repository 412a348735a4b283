import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the suites one after another and adds up what they counted. A step that is no test runner (lint, types,
 * build) counts as one test. Give names of steps to run only those: `npm test -- unit e2e`.
 */

interface Totals {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  command: string;
  args: string[];
  /** vitest's JSON report; without it the exit code decides. */
  report?: string;
}

const root = join(import.meta.dirname, '..', '..');
const reports = join(root, '.output', 'reports');

function vitest(name: string, config: string, filters: string[] = []): Step {
  const report = join(reports, `${name}.json`);
  const args = [
    'run',
    '--config',
    config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ];
  return { name, command: 'vitest', args, report };
}

const steps: Step[] = [
  { name: 'messages', command: 'npm', args: ['run', '-s', 'i18n'] },
  { name: 'lint', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'build', command: 'wxt', args: ['build', '-b', 'chrome'] },
  { name: 'build:firefox', command: 'wxt', args: ['build', '-b', 'firefox', '--mv3'] },
  vitest('unit', 'vitest.config.ts'),
  vitest('e2e', 'vitest.e2e.config.ts'),
];

function count(step: Step, status: number | null): Totals {
  if (!step.report) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!existsSync(step.report)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(step.report, 'utf8'));
  const failed = report.numFailedTests as number;
  // A suite that fails before its first test has no failed test, and yet must not pass.
  return { passed: report.numPassedTests, failed: status === 0 || failed > 0 ? failed : 1 };
}

// A log file is read by people without a terminal.
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };
const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name));
mkdirSync(reports, { recursive: true });
const totals: Totals = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const step of chosen) {
  if (step.report) rmSync(step.report, { force: true });
  console.log(`\n── ${step.name}`);
  const started = Date.now();
  const result = spawnSync(step.command, step.args, { cwd: root, stdio: 'inherit', env });
  const counted = count(step, result.status);
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  lines.push(`${step.name}: ${counted.passed} passed, ${counted.failed} failed, ${seconds} s`);
}
console.log(`\n${lines.join('\n')}`);
console.log(`tests: ${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

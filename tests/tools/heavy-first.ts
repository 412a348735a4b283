import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first, so that no long file is left alone at the end. */
const HEAVY = [
  'screens',
  'faults',
  'clock',
  'hostile',
  'agency-reply',
  'survive',
  'facebook-surfaces',
  'surfaces',
  'instagram-surfaces',
  'hostile-words',
  'calendar',
  'hostile-page',
  'firefox',
];

/** Order of the browser tests; what is not named comes last. */
export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = HEAVY.indexOf(basename(moduleId, '.test.ts'));
      return at < 0 ? HEAVY.length : at;
    };
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

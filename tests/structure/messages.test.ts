import { describe, expect, test } from 'vitest';
import { contract } from '../../protocol/contract.ts';
import { filesIn, isNode, parse, read, walk } from './tree.ts';

/** `'complaint.forward': …` in any object literal of the handlers. */
function handlerNames(): string[] {
  const names: string[] = [];
  for (const path of filesIn('entrypoints/background/handlers', '.ts')) {
    walk(parse(path), (node, parents) => {
      if (node.type !== 'Property' || !isNode(node.key) || parents.at(-1)?.type !== 'ObjectExpression')
        return;
      const { value } = node.key;
      if (typeof value === 'string' && /^[a-z]+\.[a-zA-Z]+$/.test(value)) names.push(value);
    });
  }
  return names;
}

const handled = handlerNames();
const tests = filesIn('tests', '.test.ts', '.test.tsx')
  .filter((path) => !path.startsWith('tests/structure/'))
  .map(read)
  .join('\n');

test('no handler stands without a place in the contract', () => {
  expect(handled.filter((name) => !(name in contract))).toEqual([]);
  expect(handled.length).toBeGreaterThan(10);
});

describe.each(Object.keys(contract))('message %s', (name) => {
  test('has exactly one handler', () => expect(handled.filter((each) => each === name)).toHaveLength(1));

  test('is named in a test', () => expect(tests.includes(`'${name}'`), `no test sends ${name}`).toBe(true));
});

test('what a page may send is no more than flagging and what it takes, answers under what is followed, states, figures, and what undoes or shows its own flag', () => {
  const fromPage = Object.entries(contract).filter(([, message]) => message.from === 'page');
  expect(fromPage.map(([name]) => name).sort()).toEqual([
    'page.acts',
    'page.flag',
    'page.health',
    'page.manual',
    'page.open',
    'page.recordReply',
    'page.replies',
    'page.see',
    'page.states',
    'page.undoFlag',
  ]);
});

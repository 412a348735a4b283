import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { channels } from '../../channels/registry.ts';
import { setLocale } from '../../i18n/index.ts';
import { filesIn, importsOf, read, readmeRow, root } from './tree.ts';

/** A file that declares a channel: it exports a constant of type Channel. */
const declared = filesIn('channels', '.ts').filter((path) =>
  /^export const \w+: Channel = /m.test(read(path)),
);

afterEach(() => setLocale('id'));

test('there are as many channels as files that declare one', () => {
  expect(declared.length).toBeGreaterThan(0);
  expect(channels).toHaveLength(declared.length);
  expect(new Set(channels.map((channel) => channel.id)).size).toBe(channels.length);
});

test.each(declared)('%s is registered', (path) => {
  expect(importsOf('channels/registry.ts').map((each) => each.path)).toContain(path);
});

describe.each(channels.map((channel) => [channel.id, channel] as const))('channel %s', (id, channel) => {
  test('is declared in the file of its name', () => expect(declared).toContain(`channels/${id}.ts`));

  test('has an id that the message contract takes', () => expect(id).toMatch(/^[a-z]{2,20}$/));

  test('is translated', () => {
    const words = ['id', 'en'].map((locale) => {
      setLocale(locale);
      return [channel.label(), channel.verb()];
    });
    expect(words.flat()).not.toContain('');
    expect(words[0]?.[1]).not.toBe(words[1]?.[1]);
  });

  test('is tested', () => expect(existsSync(join(root, `tests/unit/channels/${id}.test.ts`))).toBe(true));

  test('is documented', () => expect(readmeRow(id), `README has no row for the channel ${id}`).toBeDefined());
});

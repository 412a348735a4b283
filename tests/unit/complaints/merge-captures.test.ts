import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCaptures } from '../../../complaints/merge-captures.ts';
import { mergeContexts } from '../../../complaints/merge-contexts.ts';
import { type Capture, type Field, isReadable, type PostContext } from '../../../complaints/reading.ts';
import { isReworded, wordingsOf } from '../../../complaints/wordings.ts';
import { capture, photoUrl, T0 } from '../../storage/samples.ts';

const anyText: fc.Arbitrary<Field<string>> = fc.oneof(
  fc.constant<Field<string>>({ unreadable: 'only-partly' }),
  fc.constant<Field<string>>({ unreadable: 'not-on-page' }),
  fc.record({
    value: fc.constantFrom('', 'Satu.', 'satu', 'Dua kata', 'Dua kata lagi'),
    source: fc.constantFrom('dom' as const, 'store' as const),
  }),
);
const anyContext: fc.Arbitrary<PostContext> = fc.record(
  {
    names: fc.subarray(['facebook:11111', 'facebook:pfbidA', 'facebook:photo:9'], { minLength: 1 }),
    text: fc.constantFrom('Panjang sekali kalimatnya', 'Panjang'),
    textCut: fc.constant(true),
    permalink: fc.constant('https://www.facebook.com/11111'),
  },
  { requiredKeys: ['names'] },
);
const anyReading: fc.Arbitrary<Capture> = fc
  .record({
    text: anyText,
    place: anyText,
    photos: fc.array(fc.nat(4), { maxLength: 3 }),
    under: fc.option(anyContext, { nil: undefined }),
    readAt: fc.nat(1_000),
  })
  .map(({ text, place, photos, under, readAt }) =>
    capture('AbCdE12345', {
      text,
      place,
      photos: {
        value: photos.map((n) => ({
          url: photoUrl(`gambar-${n}0000`, `s${readAt}`),
          kind: 'photo' as const,
        })),
        source: 'dom',
      },
      ...(under ? { under } : {}),
      readAt: T0 + readAt,
    }),
  );
const anyReadings = fc.array(anyReading, { minLength: 1, maxLength: 6 }) as fc.Arbitrary<
  [Capture, ...Capture[]]
>;
const runs = { numRuns: 2_000 };

describe('several readings of one post', () => {
  it('a field is one of the readings, whole, and unreadable only when all were', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const merged = mergeCaptures(readings);
        for (const name of ['text', 'place', 'author'] as const) {
          expect(readings.map((r) => r[name])).toContainEqual(merged[name]);
          expect(isReadable<unknown>(merged[name])).toBe(readings.some((r) => isReadable<unknown>(r[name])));
        }
      }),
      runs,
    );
  });

  it('what was read whole stays, whatever partial reading comes later', () => {
    fc.assert(
      fc.property(anyReadings, anyReading, (readings, later) => {
        const before = mergeCaptures(readings);
        const after = mergeCaptures([...readings, later]);
        if (isReadable(before.text)) expect(after.text).toEqual(before.text);
        if (isReadable(before.photos) && isReadable(after.photos))
          expect(after.photos.value.length).toBeGreaterThanOrEqual(before.photos.value.length);
        if (before.under?.text !== undefined && !before.under.textCut) {
          expect(after.under?.text).toBe(before.under.text);
          expect(after.under?.textCut).toBeUndefined();
        }
      }),
      runs,
    );
  });

  it('the same reading again adds nothing', () => {
    fc.assert(
      fc.property(anyReadings, fc.nat(5), (readings, pick) => {
        const again = readings[pick % readings.length] as Capture;
        expect(mergeCaptures([...readings, again]).text).toEqual(mergeCaptures(readings).text);
        expect(mergeCaptures([...readings, again]).under).toEqual(mergeCaptures(readings).under);
        expect(wordingsOf([...readings, readings.at(-1) as Capture])).toEqual(wordingsOf(readings));
      }),
      runs,
    );
  });

  it('words selected by hand give way to the whole text, those of a note by hand do not', () => {
    const byUser = { value: 'sebagian', source: 'user' } as const;
    const whole = capture('AbCdE12345');
    const menu = capture('AbCdE12345', { surface: 'menu', text: byUser });
    expect(mergeCaptures([menu, whole]).text).toEqual(whole.text);
    expect(mergeCaptures([whole, menu]).text).toEqual(whole.text);
    expect(mergeCaptures([menu]).text).toEqual(byUser);
    const note = capture('AbCdE12345', { surface: 'manual', text: byUser });
    expect(mergeCaptures([note, whole]).text).toEqual(byUser);
  });

  it('contexts of different posts are never mixed', () => {
    fc.assert(
      fc.property(anyContext, anyContext, (a, b) => {
        const other = { ...b, names: ['facebook:22222', 'facebook:photo:9'] };
        expect(mergeContexts([a, other])).toEqual(a);
        // A name in common does not make one of two posts whose identities differ.
        const known = { ...a, names: ['facebook:11111', 'facebook:pfbidA'] };
        expect(mergeContexts([known, { ...b, names: ['facebook:22222', 'facebook:pfbidA'] }])).toEqual(known);
      }),
      runs,
    );
  });
});

describe('wordings of a post', () => {
  const read = (text: Field<string>, at: number) => capture('AbCdE12345', { text, readAt: T0 + at });
  it('tells an edit by letters and figures, with the time of each reading', () => {
    const first = read({ value: 'Lampu padam di Jl. Pelita 😡', source: 'dom' }, 0);
    const same = read({ value: 'Lampu  padam di\nJl. Pelita', source: 'store' }, 5);
    const edited = read({ value: 'Lampu padam di Jl. Pelita. UPDATE: sudah menyala', source: 'dom' }, 9);
    expect(wordingsOf([first, same])).toHaveLength(1);
    expect(wordingsOf([first, same, edited])).toEqual([
      { text: 'Lampu padam di Jl. Pelita 😡', readAt: T0 },
      { text: 'Lampu padam di Jl. Pelita. UPDATE: sudah menyala', readAt: T0 + 9 },
    ]);
    expect(isReworded(wordingsOf([first]), same)).toBe(false);
    expect(isReworded(wordingsOf([first]), edited)).toBe(true);
  });

  it('a cut or selected text is no wording', () => {
    const cut = read({ unreadable: 'only-partly' }, 1);
    const selected = read({ value: 'lain sama sekali', source: 'user' }, 2);
    expect(wordingsOf([read({ value: 'Penuh', source: 'dom' }, 0), cut, selected])).toHaveLength(1);
    expect(isReworded([], read({ value: 'Penuh', source: 'dom' }, 0))).toBe(false);
  });
});

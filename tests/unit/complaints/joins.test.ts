import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JoinNode, joinedEnd, survivorOf } from '../../../complaints/joins.ts';
import { nearlySameWords } from '../../../complaints/similar.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
/** Any joins at all: chains, cycles, into itself, into what is not there. */
const anyGraph = fc
  .array(
    fc.record({ into: fc.option(fc.constantFrom(...ids, 'gone'), { nil: null }), alive: fc.boolean() }),
    {
      minLength: 5,
      maxLength: 5,
    },
  )
  .map((nodes) => new Map<string, JoinNode>(nodes.map((node, i) => [ids[i] ?? '', node])));
const runs = { numRuns: 5_000 };

describe('which complaint goes on', () => {
  it('is always one that is there, when the joined one is', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom(...ids), (graph, id) => {
        const end = joinedEnd(id, graph);
        if (graph.get(id)?.alive) expect(graph.get(end)?.alive).toBe(true);
      }),
      runs,
    );
  });

  it('goes on as itself: no complaint is hidden behind one that is hidden', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom(...ids), (graph, id) => {
        const end = joinedEnd(id, graph);
        expect(joinedEnd(end, graph)).toBe(end);
      }),
      runs,
    );
  });

  it('two that were joined into each other leave the same one, asked from either side', () => {
    const graph = new Map([
      ['x', { into: 'y', alive: true }],
      ['y', { into: 'x', alive: true }],
      ['z', { into: 'y', alive: true }],
    ]);
    expect(['x', 'y', 'z'].map((id) => joinedEnd(id, graph))).toEqual(['x', 'x', 'x']);
  });

  it('is the one forwarded first, else the one flagged first, whichever was asked', () => {
    const a = { id: 'a', capturedAt: 9, forwardedAt: 20 };
    const b = { id: 'b', capturedAt: 1 };
    const c = { id: 'c', capturedAt: 5, forwardedAt: 10 };
    expect([survivorOf(a, b), survivorOf(b, a)]).toEqual([a, a]);
    expect([survivorOf(a, c), survivorOf(c, a)]).toEqual([c, c]);
    expect(survivorOf({ id: 'd', capturedAt: 5 }, b)).toEqual(b);
    expect(survivorOf({ id: 'manual:1', capturedAt: 0 }, b)).toEqual(b);
  });
});

describe('nearly the same words', () => {
  const words = 'Lampu jalan di Gang Kenanga Baamang sudah dua minggu mati total';
  it('whatever the order, case and marks, and a word or two more', () => {
    expect(nearlySameWords(words, `TOLONG!! ${words.toUpperCase()}`)).toBe(true);
    expect(nearlySameWords(words, words.split(' ').reverse().join(', '))).toBe(true);
  });
  it('not another street, and never a few words that everyone says', () => {
    expect(nearlySameWords(words, 'Lampu jalan di Jalan Pelita Ketapang mati sejak kemarin malam')).toBe(
      false,
    );
    expect(nearlySameWords('jalan rusak parah', 'jalan rusak parah')).toBe(false);
  });
});

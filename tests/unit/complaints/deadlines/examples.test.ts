import { describe, expect, it } from 'vitest';
import { type ComplaintClocks, clocksOf } from '../../../../complaints/deadlines/clocks.ts';
import { DAY } from '../../../../complaints/deadlines/day.ts';
import { BUILT_IN_POLICIES } from '../../../../complaints/deadlines/policies.ts';
import { liveEvents } from '../../../../complaints/live.ts';
import { type Example, readExamples, readMoment, readTerm } from './examples.ts';
import { Log, policyOf } from './log.ts';
import { walk } from './reference.ts';

const examples = readExamples();
const REASONS = {
  'menunggu data warga': 'citizen',
  'menunggu instansi luar': 'outside',
  bencana: 'disaster',
  lain: 'other',
} as const;

/** Plays an example into a log, as an official would. */
function play(example: Example): Log {
  const log = new Log([example.calendar]);
  const policy = policyOf({ [example.clock]: example.term });
  const { schedule } = example;
  let dinas = 1;
  let asked = '';
  log.forward({ policy, schedule, at: example.forwarded, agencyId: 'dinas-1' });
  for (const { at, words } of example.happenings) {
    const pause = /^dijeda sampai (.+) karena (.+)$/.exec(words);
    const more = /^minta tambahan (.+)$/.exec(words);
    const again = /^dihitung ulang dengan (.+)$/.exec(words);
    if (pause) log.pause(at, readMoment(pause[1] ?? '').ms, REASONS[pause[2] as keyof typeof REASONS]);
    else if (words === 'jeda diakhiri') log.resume(at);
    else if (words === 'dijawab (awal)') log.respond(at, 'initial');
    else if (words === 'dijawab (selesai, balasan baku)') log.respond(at, 'done', true);
    else if (words === 'ditandai selesai') log.resolve(at);
    else if (words === 'dibuka kembali') log.reopen(at);
    else if (words === 'bukan wewenang') log.notOurs(at);
    else if (words === 'diteruskan ke dinas lain') {
      dinas += 1;
      log.forward({ policy, schedule, at, agencyId: `dinas-${dinas}` });
    } else if (words === 'diteruskan ke instansi luar') {
      const outside = BUILT_IN_POLICIES.find((p) => p.id === 'outside');
      if (outside) log.forward({ policy: outside, at, agencyId: 'bpjn', outside: true });
    } else if (more) asked = log.ask(at, example.clock, readTerm(more[1] ?? ''));
    else if (words === 'tambahan dikabulkan') log.decide(at, asked, true);
    else if (words === 'tambahan ditolak') log.decide(at, asked, false);
    else if (again) {
      const first = log.events[0];
      if (first?.type !== 'forwarded' || !first.frozen) throw new Error('no forwarding');
      const terms = { ...first.frozen.terms, [example.clock]: readTerm(again[1] ?? '') };
      log.add({ type: 'recomputed', at, note: 'aturan keliru', frozen: { ...first.frozen, terms } });
    } else throw new Error(`event: ${words}`);
  }
  return log;
}

const MARKS: Record<string, (clocks: ComplaintClocks, example: Example) => boolean> = {
  'bola pingpong': (clocks) => clocks.pingPong,
  'jam pertama tak berlaku': (clocks, { clock }) => clocks.past[0]?.clocks[clock].state === 'notApplicable',
  'penyelesaian pertama tepat waktu': ({ current }) => current?.earlierSettlements[0]?.state === 'onTime',
  'kalender belum lengkap': ({ current }, { clock }) =>
    current?.clocks[clock].dependsOnIncompleteYear === 2027,
  'waktu janggal': (clocks) => clocks.anomalies.some((a) => a.code === 'before-forwarding'),
};

describe('docs/contoh-tenggat.md', () => {
  it('holds sixty examples, numbered in order', () => {
    expect(examples.map((e) => e.number)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(
      new Set(
        examples.map((e) => JSON.stringify([e.forwarded, e.term, e.happenings, e.schedule, e.calendar])),
      ).size,
    ).toBe(60);
  });

  it.each(examples.map((e) => [e.number, e.title, e] as const))('%i. %s', (_, __, example) => {
    const log = play(example);
    const now = Math.max(example.forwarded, ...example.happenings.map((h) => h.at));
    const at = (moment: number) => clocksOf(liveEvents(log.events), log.book, moment);
    const clocks = at(now);
    const clock = clocks.current?.clocks[example.clock];
    expect(clock?.due).toBe(example.due);
    expect(clock?.calendarMissing).toBe(false);
    for (const state of example.states) {
      const then = at(state.at).current?.clocks[example.clock];
      expect(then?.state).toBe(state.state);
      if (state.sign) expect(then?.left).toBe(state.sign === 'sisa' ? state.ms : -state.ms);
    }
    for (const mark of example.marks) expect(MARKS[mark]?.(clocks, example), mark).toBe(true);
    for (const [mark, holds] of Object.entries(MARKS))
      if (!example.marks.includes(mark) && mark !== 'jam pertama tak berlaku')
        expect(holds(clocks, example), `${mark} is not said`).toBe(false);
  });

  it('says the same as the walk minute by minute wherever only pauses and answers happened', () => {
    let compared = 0;
    for (const e of examples) {
      const plain = e.happenings.every(
        (h) => /^(dijeda|jeda|dijawab \(awal\))/.test(h.words) && h.at >= e.forwarded,
      );
      if (!plain) continue;
      const pauses = e.happenings.flatMap((h) => {
        const match = /^dijeda sampai (.+) karena/.exec(h.words);
        return match ? [{ from: h.at, to: readMoment(match[1] ?? '').ms }] : [];
      });
      for (const h of e.happenings)
        if (h.words === 'jeda diakhiri') for (const p of pauses) if (h.at < p.to) p.to = h.at;
      const { due } = walk({
        calendar: e.calendar,
        schedule: e.schedule,
        kind: e.term.kind,
        amount: e.term.kind === 'workingDays' ? e.term.days : e.term.ms / 60_000,
        start: e.forwarded,
        pauses,
        capMinutes: (30 * DAY) / 60_000,
        stop: e.happenings.find((h) => h.words === 'dijawab (awal)')?.at ?? null,
        now: e.forwarded,
      });
      expect(due, `${e.number}`).toBe(e.due);
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(45);
  });
});

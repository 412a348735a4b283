import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockHours, officeHours, type Term, workingDays } from '../../../../complaints/deadlines/term.ts';
import { nextStep } from '../../../../complaints/ladder/ladder.ts';
import { LADDER_STEPS, type LadderStep } from '../../../../complaints/ladder/steps.ts';
import { at, policyOf } from '../deadlines/log.ts';
import { log, type Steps } from './steps-log.ts';

const HOUR = 3_600_000;
const START = at('2026-03-02 08.00');

const anyTerm: fc.Arbitrary<Term | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 72 }).map(clockHours),
  fc.integer({ min: 1, max: 30 }).map(officeHours),
  fc.integer({ min: 1, max: 10 }).map(workingDays),
);
const anyPolicy = fc
  .record({ response: anyTerm, followUp: anyTerm, settlement: anyTerm })
  .map((terms) => policyOf(terms));

type Act = { kind: string; after: number; long: number; outside: boolean };
const anyActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'climb',
      'climb',
      'climb',
      'climb',
      'remind',
      'initial',
      'followUp',
      'done',
      'template',
      'pause',
      'resume',
      'notOurs',
      'forward',
      'resolve',
      'reopen',
      'dismiss',
    ),
    after: fc.integer({ min: 0, max: 200 * HOUR }),
    long: fc.integer({ min: HOUR, max: 100 * HOUR }),
    outside: fc.boolean(),
  }),
  { maxLength: 14 },
);

/** Plays the acts; `climb` takes whatever step is proposed then. Gives the moment of the last act. */
function play(steps: Steps, policy: ReturnType<typeof policyOf>, acts: readonly Act[]): number {
  let now = START;
  steps.captured(now);
  steps.forward({ policy, at: now });
  for (const { kind, after, long, outside } of acts) {
    now += after;
    const { proposed } = steps.ladder(now);
    if (kind === 'climb' && proposed === 'reminder') steps.remind(now);
    else if (kind === 'climb' && proposed && proposed !== 'reminder') steps.letter(proposed, now);
    else if (kind === 'remind') steps.remind(now);
    else if (kind === 'initial' || kind === 'followUp' || kind === 'done') steps.respond(now, kind);
    else if (kind === 'template') steps.respond(now, 'done', true);
    else if (kind === 'pause') steps.pause(now, now + long);
    else if (kind === 'resume') steps.resume(now);
    else if (kind === 'notOurs') steps.notOurs(now);
    else if (kind === 'forward')
      steps.forward({ agencyId: outside ? 'bpjn' : 'pu', outside, policy, at: now });
    else if (kind === 'resolve') steps.resolve(now);
    else if (kind === 'reopen') steps.reopen(now);
    else if (kind === 'dismiss') steps.add({ type: 'dismissed', at: now, note: '' });
  }
  return now;
}

const rank = (step: LadderStep | null) => (step === null ? 0 : LADDER_STEPS.indexOf(step) + 1);

const RUNS = { numRuns: 1_500 };

it('what is proposed is always the step above the highest taken: none is skipped, none comes twice', () => {
  let proposals = 0;
  fc.assert(
    fc.property(anyPolicy, anyActs, fc.nat(400 * HOUR), (policy, acts, later) => {
      const steps = log();
      const ladder = steps.ladder(play(steps, policy, acts) + later);
      if (ladder.proposed === null) return;
      proposals += 1;
      expect(ladder.proposed).toBe(nextStep(ladder.taken));
      const below = LADDER_STEPS.slice(0, LADDER_STEPS.indexOf(ladder.proposed));
      expect(new Set(ladder.taken.map(({ step }) => step))).toEqual(new Set(below));
    }),
    RUNS,
  );
  expect(proposals).toBeGreaterThan(100);
});

it('never while paused, declined, closed, or answered; an outside body gets no letter', () => {
  fc.assert(
    fc.property(anyPolicy, anyActs, fc.nat(400 * HOUR), (policy, acts, later) => {
      const steps = log();
      const now = play(steps, policy, acts) + later;
      const { proposed } = steps.ladder(now);
      if (proposed === null) return;
      const { current, live } = steps.clocks(now);
      expect(live).not.toBeNull();
      if (!current || !live) return;
      const clock = current.clocks[live];
      expect(clock.pausedUntil).toBeNull();
      expect(clock.stoppedAt).toBeNull();
      expect(['near', 'late']).toContain(clock.state);
      if (proposed !== 'reminder') expect(clock.state).toBe('late');
      if (current.outside) expect(proposed).toBe('reminder');
      const declined = steps.events.findLast((e) => e.type === 'notOurs' || e.type === 'forwarded');
      expect(declined?.type).toBe('forwarded');
      const closed = steps.events.findLast((e) =>
        ['resolved', 'dismissed', 'reopened', 'forwarded'].includes(e.type),
      );
      expect(['reopened', 'forwarded']).toContain(closed?.type);
    }),
    RUNS,
  );
});

it('without events in between it only rises, and it rises when it was said to', () => {
  let turns = 0;
  fc.assert(
    fc.property(anyPolicy, anyActs, fc.nat(300 * HOUR), fc.nat(300 * HOUR), (policy, acts, a, b) => {
      const steps = log();
      const end = play(steps, policy, acts);
      const early = steps.ladder(end + Math.min(a, b));
      const late = steps.ladder(end + Math.max(a, b));
      expect(rank(late.proposed)).toBeGreaterThanOrEqual(rank(early.proposed));
      if (early.proposed !== null || early.next === null) return;
      turns += 1;
      const { step, at: when } = early.next;
      expect(when).toBeGreaterThan(end + Math.min(a, b));
      expect(steps.ladder(when).proposed).toBe(step);
      expect(steps.ladder(when - 1).proposed).toBeNull();
    }),
    RUNS,
  );
  expect(turns).toBeGreaterThan(50);
});

it('the time that a letter gives is never shorter than to the end of the next working day, nor than a term', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 72 }), fc.nat(14 * 24), (hours, delay) => {
      const steps = log();
      steps.captured(START);
      steps.forward({ policy: policyOf({ response: clockHours(hours) }), at: START });
      steps.remind(START + hours * 0.8 * HOUR);
      const due = START + hours * HOUR;
      const moment = due + 1 + delay * HOUR;
      steps.letter('explanation', moment);
      const ladder = steps.ladder(moment + 1);
      const { next } = ladder;
      expect(next?.step).toBe('warning1');
      expect(next?.at).toBeGreaterThan(due + hours * HOUR);
      const nextDay = Math.floor((moment + 7 * HOUR) / (24 * HOUR)) + 1;
      expect(next?.at).toBeGreaterThan(nextDay * 24 * HOUR - 7 * HOUR + 15 * HOUR);
    }),
    { numRuns: 300 },
  );
});

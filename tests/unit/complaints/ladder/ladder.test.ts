import { describe, expect, it } from 'vitest';
import { clockHours, officeHours, workingDays } from '../../../../complaints/deadlines/term.ts';
import { at, policyOf } from '../deadlines/log.ts';
import { log } from './steps-log.ts';

const DAY_TERM = policyOf({
  response: clockHours(24),
  followUp: workingDays(5),
  settlement: workingDays(14),
});

const code = (reasons: readonly { code: string }[]) => reasons.map((reason) => reason.code);

describe('one agency that does not answer, 24 hours, forwarded Monday 3 August 2026 at 10.00', () => {
  const steps = log();
  steps.captured(at('2026-08-03 09.50'));
  steps.forward({ policy: DAY_TERM, at: at('2026-08-03 10.00') });

  it('proposes nothing for three quarters of the term, and says when', () => {
    expect(steps.ladder(at('2026-08-04 03.59'))).toMatchObject({
      proposed: null,
      rest: 'early',
      next: { step: 'reminder', at: at('2026-08-04 04.00') },
    });
  });

  it('then a reminder, and a reminder it stays until one was made, however late it is', () => {
    expect(steps.ladder(at('2026-08-04 04.00')).proposed).toBe('reminder');
    const late = steps.ladder(at('2026-08-10 12.00'));
    expect(late.proposed).toBe('reminder');
    expect(code(late.for)).toEqual(['late']);
  });

  it('reminded in time: Permintaan Penjelasan from the first millisecond after the due time', () => {
    steps.remind(at('2026-08-04 04.00'));
    expect(steps.ladder(at('2026-08-04 10.00'))).toMatchObject({
      proposed: null,
      next: { step: 'explanation', at: at('2026-08-04 10.00') + 1 },
    });
    const over = steps.ladder(at('2026-08-04 10.00') + 1);
    expect(over.proposed).toBe('explanation');
    expect(code(over.for)).toEqual(['late', 'reminded']);
    expect(over.against).toEqual([]);
  });

  it('Surat Teguran I when the time that the letter gave is over: one more term, and to the end of office of the next working day', () => {
    steps.letter('explanation', at('2026-08-04 10.30'));
    const waiting = steps.ladder(at('2026-08-05 10.31'));
    expect(waiting).toMatchObject({
      proposed: null,
      rest: 'early',
      next: { step: 'warning1', at: at('2026-08-05 16.00') + 1 },
    });
    expect(steps.ladder(at('2026-08-05 16.00') + 1).proposed).toBe('warning1');
  });

  it('Surat Teguran II one more term after the first, over a weekend to Monday; then nothing more', () => {
    steps.letter('warning1', at('2026-08-07 08.00'));
    expect(steps.ladder(at('2026-08-09 12.00')).next).toEqual({
      step: 'warning2',
      at: at('2026-08-10 16.00') + 1,
    });
    const second = steps.ladder(at('2026-08-10 16.01'));
    expect(second.proposed).toBe('warning2');
    expect(code(second.for)).toEqual(['late', 'reminded', 'letter', 'letter']);
    steps.letter('warning2', at('2026-08-10 16.05'));
    expect(steps.ladder(at('2026-09-01 12.00'))).toMatchObject({
      proposed: null,
      rest: 'complete',
      next: null,
    });
    expect(steps.ladder(at('2026-09-01 12.00')).taken.map((one) => one.step)).toEqual([
      'reminder',
      'explanation',
      'warning1',
      'warning2',
    ]);
  });
});

describe('terms in working time', () => {
  it('five working days: the request when the fifth end of office is over, the letter five working days later', () => {
    const steps = log();
    steps.captured(at('2026-08-03 09.00'));
    steps.forward({ policy: policyOf({ followUp: workingDays(5) }), at: at('2026-08-03 10.00') });
    steps.remind(at('2026-08-10 08.00'));
    expect(steps.ladder(at('2026-08-10 15.59')).proposed).toBeNull();
    steps.letter('explanation', at('2026-08-11 08.00'));
    // Monday 17 August is a holiday: the tenth working day is Tuesday 18.
    expect(steps.ladder(at('2026-08-12 08.00')).next).toEqual({
      step: 'warning1',
      at: at('2026-08-18 16.00') + 1,
    });
  });

  it('a late reminder gives a quarter of the term in office time before the request', () => {
    const steps = log();
    steps.captured(at('2026-08-03 09.00'));
    steps.forward({ policy: policyOf({ response: officeHours(8) }), at: at('2026-08-03 08.00') });
    steps.remind(at('2026-08-07 16.00'));
    // Two office hours: half an hour on Friday, one and a half from Monday 07.30.
    expect(steps.ladder(at('2026-08-10 08.59'))).toMatchObject({ rest: 'early' });
    expect(steps.ladder(at('2026-08-10 09.00')).proposed).toBe('explanation');
  });
});

describe('never for whom it would be unfair', () => {
  const overdue = () => {
    const steps = log();
    steps.captured(at('2026-08-03 09.50'));
    steps.forward({ policy: DAY_TERM, at: at('2026-08-03 10.00') });
    steps.remind(at('2026-08-04 05.00'));
    return steps;
  };
  const late = at('2026-08-06 10.00');

  it('paused: nothing, and the end of the pause said; afterwards the paused time is not counted', () => {
    const steps = overdue();
    steps.pause(at('2026-08-04 06.00'), at('2026-08-07 06.00'));
    expect(steps.ladder(late)).toMatchObject({
      proposed: null,
      rest: 'paused',
      next: { step: 'explanation', at: at('2026-08-07 10.00') + 1 },
    });
    const after = steps.ladder(at('2026-08-07 10.00') + 1);
    expect(after.proposed).toBe('explanation');
    expect(code(after.against)).toContain('resumed');
  });

  it('a pause within the time that a letter gives puts the next letter off by as much', () => {
    const steps = overdue();
    steps.letter('explanation', at('2026-08-04 10.30'));
    steps.pause(at('2026-08-05 09.00'), at('2026-08-06 09.00'));
    expect(steps.ladder(at('2026-08-06 12.00')).next).toEqual({
      step: 'warning1',
      at: at('2026-08-06 16.00') + 1,
    });
  });

  it('bukan wewenang: nothing for the first agency; the second one begins at the bottom', () => {
    const steps = overdue();
    steps.letter('explanation', at('2026-08-04 10.30'));
    steps.notOurs(at('2026-08-04 11.00'));
    expect(steps.ladder(late)).toMatchObject({ proposed: null, rest: 'declined' });
    steps.forward({ agencyId: 'pu', policy: DAY_TERM, at: at('2026-08-05 10.00') });
    const second = steps.ladder(at('2026-08-06 10.01'));
    expect(second).toMatchObject({ proposed: 'reminder', taken: [] });
    expect(second.earlier.map((one) => one.step)).toEqual(['reminder', 'explanation']);
    expect(code(second.against)).toContain('transfers');
  });

  it('joined, dismissed, settled, not forwarded: nothing', () => {
    const fresh = log();
    fresh.captured(at('2026-08-03 09.50'));
    expect(fresh.ladder(late).rest).toBe('not-forwarded');
    const joined = overdue();
    joined.add({ type: 'joined', at: at('2026-08-04 11.00'), into: 'instagram:Other00000', why: 'chosen' });
    expect(joined.ladder(late).proposed).toBeNull();
    const dismissed = overdue();
    dismissed.add({ type: 'dismissed', at: at('2026-08-04 11.00'), note: '' });
    expect(dismissed.ladder(late)).toMatchObject({ proposed: null, rest: 'closed' });
    const settled = overdue();
    settled.resolve(at('2026-08-04 11.00'));
    expect(settled.ladder(late)).toMatchObject({ proposed: null, rest: 'closed' });
    const said = overdue();
    said.respond(at('2026-08-04 11.00'), 'done');
    expect(said.ladder(late)).toMatchObject({ proposed: null, rest: 'answered' });
  });

  it('an outside body is reminded and no more', () => {
    const steps = log();
    steps.captured(at('2026-08-03 09.50'));
    steps.forward({ outside: true, policy: DAY_TERM, at: at('2026-08-03 10.00') });
    const first = steps.ladder(late);
    expect(first.proposed).toBe('reminder');
    expect(code(first.against)).toContain('outside');
    steps.remind(late);
    expect(steps.ladder(at('2026-09-01 10.00'))).toMatchObject({
      proposed: null,
      rest: 'outside',
      next: null,
    });
  });
});

describe('what an answer does', () => {
  it('the answer that stops a clock ends its ladder; the next clock begins with a reminder', () => {
    const steps = log();
    steps.captured(at('2026-08-03 09.50'));
    steps.forward({ policy: DAY_TERM, at: at('2026-08-03 10.00') });
    steps.remind(at('2026-08-04 05.00'));
    steps.letter('explanation', at('2026-08-04 10.30'));
    steps.respond(at('2026-08-05 09.00'), 'initial');
    const next = steps.ladder(at('2026-08-05 17.00'));
    expect(next).toMatchObject({ proposed: null, rest: 'early', taken: [] });
    expect(next.next?.step).toBe('reminder');
    expect(next.clock?.name).toBe('followUp');
    const late = steps.ladder(at('2026-08-12 10.00'));
    expect(late.proposed).toBe('reminder');
    expect(code(late.for)).toEqual(['late', 'earlier-late']);
  });

  it('an answer that stops none takes no rung back and gives a quarter of the term', () => {
    const steps = log();
    steps.captured(at('2026-08-03 09.00'));
    steps.forward({ policy: policyOf({ followUp: clockHours(24) }), at: at('2026-08-03 10.00') });
    steps.remind(at('2026-08-04 05.00'));
    steps.respond(at('2026-08-04 12.00'), 'initial');
    expect(steps.ladder(at('2026-08-04 17.59')).taken).toHaveLength(1);
    const waiting = steps.ladder(at('2026-08-04 17.59'));
    expect(waiting).toMatchObject({
      proposed: null,
      next: { step: 'explanation', at: at('2026-08-04 18.00') },
    });
    const then = steps.ladder(at('2026-08-04 18.00'));
    expect(then.proposed).toBe('explanation');
    expect(code(then.against)).toContain('answered');
  });

  it('opened again: a ladder of its own for the new settlement clock', () => {
    const steps = log();
    steps.captured(at('2026-08-03 09.50'));
    steps.forward({ policy: policyOf({ settlement: clockHours(24) }), at: at('2026-08-03 10.00') });
    steps.remind(at('2026-08-04 05.00'));
    steps.resolve(at('2026-08-04 09.00'));
    steps.reopen(at('2026-08-06 08.00'));
    const again = steps.ladder(at('2026-08-07 03.00'));
    expect(again).toMatchObject({ proposed: 'reminder', taken: [] });
    expect(code(again.against)).toContain('reopened');
  });
});

describe('what speaks against', () => {
  it('our own desk held it longer than the agency has had it', () => {
    const steps = log();
    steps.captured(at('2026-08-01 10.00'));
    steps.forward({ policy: policyOf({ response: clockHours(0.5) }), at: at('2026-08-03 10.00') });
    steps.remind(at('2026-08-03 10.25'));
    const { proposed, against } = steps.ladder(at('2026-08-03 10.40'));
    expect(proposed).toBe('explanation');
    expect(against).toContainEqual({ code: 'desk', withAgency: 40 * 60_000, desk: 48 * 3_600_000 });
    expect(code(against)).toContain('just-reminded');
  });

  it('an extension that was asked for and not decided, and a calendar that is not complete', () => {
    const steps = log();
    steps.captured(at('2026-12-28 09.00'));
    steps.forward({ policy: policyOf({ response: workingDays(5) }), at: at('2026-12-28 10.00') });
    steps.ask(at('2026-12-29 10.00'), 'response', workingDays(2));
    const { against } = steps.ladder(at('2027-01-04 12.00'));
    expect(against).toContainEqual({
      code: 'extension',
      clock: 'response',
      by: workingDays(2),
      reason: 'hujan',
    });
    expect(against).toContainEqual({ code: 'calendar', year: 2027 });
  });

  it('a letter on a day without office', () => {
    const steps = log();
    steps.captured(at('2026-08-06 09.00'));
    steps.forward({ policy: DAY_TERM, at: at('2026-08-06 10.00') });
    steps.remind(at('2026-08-07 06.00'));
    expect(code(steps.ladder(at('2026-08-08 10.00')).against)).toContain('office-closed');
    expect(code(steps.ladder(at('2026-08-10 10.00')).against)).not.toContain('office-closed');
  });
});

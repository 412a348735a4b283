import { describe, expect, it } from 'vitest';
import { pauseAt, replyState } from '../../../complaints/citizen-reply.ts';
import type { Complaint } from '../../../complaints/complaint.ts';
import { clockHours } from '../../../complaints/deadlines/term.ts';
import { foldComplaint } from '../../../complaints/fold.ts';
import { liveEvents } from '../../../complaints/live.ts';
import { at, policyOf } from './deadlines/log.ts';
import { log, type Steps } from './ladder/steps-log.ts';

const NOW = at('2026-08-04 10.00');
const policy = policyOf({ response: clockHours(24) });

function sent(outside = false): Steps {
  const steps = log();
  steps.captured(at('2026-08-03 09.00'));
  steps.forward({ policy, outside, at: at('2026-08-03 10.00') });
  return steps;
}
function stateOf(steps: Steps): string | null {
  const complaint = foldComplaint(steps.events, 'aaaa', steps.book) as Complaint;
  return replyState(complaint, pauseAt(liveEvents(steps.events), NOW));
}

describe('what a reply to the citizen would tell', () => {
  it('nothing before it was forwarded, nor of what is no complaint', () => {
    const fresh = log();
    fresh.captured(at('2026-08-03 09.00'));
    expect(stateOf(fresh)).toBeNull();
    const dismissed = sent();
    dismissed.add({ type: 'dismissed', at: NOW, note: '' });
    expect(stateOf(dismissed)).toBeNull();
  });

  it('forwarded, with an outside body, answered, said to be done, done', () => {
    expect(stateOf(sent())).toBe('forwarded');
    expect(stateOf(sent(true))).toBe('outside');
    const answered = sent();
    answered.respond(at('2026-08-03 12.00'), 'initial');
    expect(stateOf(answered)).toBe('working');
    answered.respond(at('2026-08-03 13.00'), 'done');
    expect(stateOf(answered)).toBe('said-done');
    answered.resolve(at('2026-08-03 14.00'));
    expect(stateOf(answered)).toBe('done');
  });

  it('a bare template is no answer, and neither is one that came before the forwarding', () => {
    const steps = sent();
    steps.respond(at('2026-08-03 12.00'), 'done', true);
    steps.respond(at('2026-08-03 09.30'), 'followUp');
    expect(stateOf(steps)).toBe('forwarded');
  });

  it('waiting for the citizen or for others while the pause lasts, and not after it', () => {
    const citizen = sent();
    citizen.pause(at('2026-08-03 12.00'), at('2026-08-05 12.00'), 'citizen');
    expect(stateOf(citizen)).toBe('waiting-citizen');
    citizen.resume(at('2026-08-04 09.00'));
    expect(stateOf(citizen)).toBe('forwarded');
    const others = sent();
    others.pause(at('2026-08-03 12.00'), at('2026-08-05 12.00'), 'disaster');
    expect(stateOf(others)).toBe('waiting');
  });

  it('bukan wewenang until another agency has got it', () => {
    const steps = sent();
    steps.notOurs(at('2026-08-03 12.00'));
    expect(stateOf(steps)).toBe('not-ours');
    steps.forward({ agencyId: 'pu', policy, at: at('2026-08-03 13.00') });
    expect(stateOf(steps)).toBe('forwarded');
  });
});

import { expect, it } from 'vitest';
import { matchAnswers } from '../../../../complaints/answers/match.ts';
import { readPaste } from '../../../../complaints/answers/paste.ts';
import { answerKey } from '../../../../complaints/answers/propose.ts';
import { readPasteFacts, readRecorded } from '../../../../components/paste/paste-facts.ts';
import { flag } from '../../../../storage/flag.ts';
import { forward } from '../../../../storage/forward.ts';
import { purge } from '../../../../storage/purge.ts';
import { respond } from '../../../../storage/respond.ts';
import { saveAgencies } from '../../../../storage/save-agencies.ts';
import { undo } from '../../../../storage/undo.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from '../../../storage/samples.ts';

const ID = 'instagram:AAAAA11111';

it('knows what waits, what was never forwarded and what was answered, and nothing of what was removed', async () => {
  const db = freshDb();
  const head = { name: 'Bpk. Rudi Hartawan', standing: 'definitive' as const, from: 0 };
  await saveAgencies(db, [agency('dishub', { heads: [head] })], T0);
  for (const code of ['AAAAA11111', 'BBBBB22222', 'CCCCC33333'])
    await flag(db, { capture: capture(code), via: 'button', now: T0 });
  await forward(db, forwardInput(ID), T0);
  await forward(db, forwardInput('instagram:CCCCC33333'), T0);
  await purge(db, { complaintId: 'instagram:CCCCC33333', reason: 'request' }, T0 + 1);

  const facts = await readPasteFacts(db, 'KTM');
  expect(facts.waiting).toMatchObject([{ id: ID, agencyId: 'dishub', forwardedAt: T0, closed: false }]);
  expect(facts.notForwarded).toHaveLength(1);
  expect(facts.partners).toMatchObject([{ id: 'dishub' }]);
  expect(facts.prefixes).toContain('KTM');

  const { answers } = matchAnswers({
    pasted: readPaste('[10.00, 25/1/2020] Pak Rudi Hartawan: siap', { now: T0, offsetMinutes: 420 }),
    ...facts,
    now: T0,
  });
  expect(answers).toMatchObject([{ senderId: 'dishub' }]);

  const at = T0 + HOUR;
  const input = { complaintId: ID, kind: 'initial', text: 'Siap', at, via: 'pasted' } as const;
  const { eventId } = await respond(db, input, T0 + 2 * HOUR);
  expect(await readRecorded(db, [ID, ''])).toEqual(new Set([answerKey(ID, at, 'Siap')]));
  await undo(db, { eventId }, T0 + 3 * HOUR);
  expect(await readRecorded(db, [ID])).toEqual(new Set());
});

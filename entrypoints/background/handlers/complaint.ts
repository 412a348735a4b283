import { correct } from '../../../storage/correct.ts';
import { database } from '../../../storage/database.ts';
import { dismiss } from '../../../storage/dismiss.ts';
import { flag } from '../../../storage/flag.ts';
import { forward } from '../../../storage/forward.ts';
import { dropInbox } from '../../../storage/inbox.ts';
import { join } from '../../../storage/join.ts';
import { markPostGone } from '../../../storage/post-gone.ts';
import { purge } from '../../../storage/purge.ts';
import { remind } from '../../../storage/remind.ts';
import { reopen } from '../../../storage/reopen.ts';
import { resolve } from '../../../storage/resolve.ts';
import { respond } from '../../../storage/respond.ts';
import { markSensitive } from '../../../storage/sensitive.ts';
import { undo } from '../../../storage/undo.ts';
import { type Addressed, addressed, handCapture } from '../addressed.ts';
import { openPanel, showInPanel } from '../panel.ts';
import { takePasted } from '../pasted.ts';
import { readPastedLink } from '../pasted-link.ts';
import { written } from '../refresh.ts';
import { handlers } from '../router.ts';

function linkCapture(post: Addressed, url: string, now: number) {
  return handCapture({ post, surface: 'manual', pageUrl: url, text: '', place: '', photos: [], now });
}

/** The official's decisions about one complaint; each is one function of the store. */
export const complaintHandlers = handlers({
  'complaint.create': async ({ url, text, place, inboxIds }, { now }) => {
    const photos = await takePasted(inboxIds, now);
    const capture = handCapture({
      post: addressed(url),
      surface: 'manual',
      pageUrl: url,
      text,
      place,
      photos: [],
      now,
    });
    const { row } = await written(flag(database, { capture, via: 'manual', photos, now }));
    await dropInbox(database, inboxIds);
    return { complaintId: row.id };
  },
  'complaint.fromLink': async ({ text }, { now }) => {
    const { url, post } = readPastedLink(text);
    const { row, fresh } = await written(
      flag(database, { capture: linkCapture(post, url, now), via: 'manual', now }),
    );
    return { complaintId: row.id, fresh };
  },
  'complaint.join': (input, { now }) => written(join(database, input, now)),
  'complaint.postGone': (input, { now }) => written(markPostGone(database, input, now)),
  'complaint.correct': (input, { now }) => written(correct(database, input, now)),
  'complaint.sensitive': (input, { now }) => written(markSensitive(database, input, now)),
  'complaint.forward': async (input, { now }) => {
    const { eventId, dueAt } = await written(forward(database, input, now));
    return { eventId, dueAt };
  },
  'complaint.remind': (input, { now }) => written(remind(database, input, now)),
  'complaint.respond': async ({ inboxIds, ...input }, { now }) =>
    written(respond(database, { ...input, photos: await takePasted(inboxIds, now), inboxIds }, now)),
  'complaint.resolve': async ({ inboxIds, ...input }, { now }) =>
    written(resolve(database, { ...input, photos: await takePasted(inboxIds, now), inboxIds }, now)),
  'complaint.dismiss': (input, { now }) => written(dismiss(database, input, now)),
  'complaint.reopen': (input, { now }) => written(reopen(database, input, now)),
  'complaint.undo': async (input, { now }) => {
    const { eventId } = await written(undo(database, input, now));
    return { eventId };
  },
  'complaint.purge': async (input, { now }) => {
    await written(purge(database, { ...input, reason: 'request' }, now));
    return null;
  },
  'complaint.show': async (input, { sender }) => {
    const opening = openPanel(sender.tab);
    await showInPanel(input);
    await opening;
    return null;
  },
});

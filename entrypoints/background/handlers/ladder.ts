import { database } from '../../../storage/database.ts';
import { escalate } from '../../../storage/escalate.ts';
import { remindAll } from '../../../storage/remind-all.ts';
import { undoAll } from '../../../storage/undo-all.ts';
import { written } from '../refresh.ts';
import { handlers } from '../router.ts';

/** Reminders and letters, for several complaints of one agency at once. */
export const ladderHandlers = handlers({
  'complaint.remindAll': (input, { now }) => written(remindAll(database, input, now)),
  'complaint.escalate': (input, { now }) => written(escalate(database, input, now)),
  'complaint.undoAll': (input, { now }) => written(undoAll(database, input, now)),
});

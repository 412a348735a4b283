import { askExtension } from '../../../storage/ask-extension.ts';
import { database } from '../../../storage/database.ts';
import { decideExtension } from '../../../storage/decide-extension.ts';
import { notOurs } from '../../../storage/not-ours.ts';
import { pause } from '../../../storage/pause.ts';
import { recompute } from '../../../storage/recompute.ts';
import { resume } from '../../../storage/resume.ts';
import { saveCalendar } from '../../../storage/save-calendar.ts';
import { saveRules } from '../../../storage/save-rules.ts';
import { written } from '../refresh.ts';
import { handlers } from '../router.ts';

/** Decisions about clocks, and what they are worked out with. */
export const clockHandlers = handlers({
  'complaint.pause': (input, { now }) => written(pause(database, input, now)),
  'complaint.resume': (input, { now }) => written(resume(database, input, now)),
  'complaint.askExtension': (input, { now }) => written(askExtension(database, input, now)),
  'complaint.decideExtension': (input, { now }) => written(decideExtension(database, input, now)),
  'complaint.notOurs': (input, { now }) => written(notOurs(database, input, now)),
  'complaint.recompute': (input, { now }) => written(recompute(database, input, now)),
  'clocks.saveCalendar': async ({ calendar, schedules }, { now }) => {
    await written(saveCalendar(database, calendar, now, schedules));
    return null;
  },
  'clocks.saveRules': async ({ rules }, { now }) => {
    await written(saveRules(database, rules, now));
    return null;
  },
});

import { setLocale } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { ensureProjection } from '../../storage/projection.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { awake } from './awake.ts';
import { createMenus } from './menus.ts';
import { openComplaints } from './open-page.ts';
import { resumePhotos } from './photos.ts';
import { afterWrite, refreshSoon, whenItRings } from './refresh.ts';
import { retentionIfDue } from './retention.ts';
import { pollIfDue } from './telegram/poll.ts';
import { makeThumbs } from './thumbs.ts';

/** Runs a step that nobody waits for: a failure is told to the developer, and the next step still runs. */
async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`Tanggap: ${name} failed`, error);
  }
}

/** At every start of the worker, whatever woke it: the outside is set right and unfinished work goes on. */
export async function onWorkerStart(): Promise<void> {
  whenItRings(onAlarm);
  // At once by the lists as they are: making them anew may take a minute in a store of many years.
  await refreshSoon();
  await step('lists', async () => {
    if (await awake(() => ensureProjection(database))) await afterWrite();
  });
  await step('retention', () => retentionIfDue());
  await step('photos', resumePhotos);
  await step('thumbnails', makeThumbs);
  await step('telegram', answers);
}

/** The one alarm has rung: the badge first, since Telegram may keep one waiting. */
export async function onAlarm(): Promise<void> {
  await refreshSoon();
  await step('retention', () => retentionIfDue());
  await step('telegram', answers);
  await refreshSoon();
}

/** Answers from Telegram, when it is time; what they changed is shown at once. */
async function answers(): Promise<void> {
  if (await pollIfDue(database, Date.now())) await afterWrite();
  else await refreshSoon();
}

/** At installation and update: what the browser keeps for us is made anew; a new office is shown the way. */
export async function onInstalled(reason: string): Promise<void> {
  if (reason === 'install') {
    await step('first run', async () => {
      if ((await readSettings(database)).setup === 'new') await openComplaints();
    });
  }
  await step('menus', async () => {
    setLocale((await readSettings(database)).language);
    await createMenus();
  });
  await refreshSoon();
}

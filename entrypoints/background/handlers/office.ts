import { setLocale } from '../../../i18n/index.ts';
import { TanggapError } from '../../../protocol/errors.ts';
import { database } from '../../../storage/database.ts';
import type { Progress } from '../../../storage/export.ts';
import { importBackup } from '../../../storage/import.ts';
import { dropInbox, readInbox } from '../../../storage/inbox.ts';
import { readSettings } from '../../../storage/read/settings.ts';
import { rebuild } from '../../../storage/rebuild.ts';
import { removeAgency } from '../../../storage/remove-agency.ts';
import { saveAgencies } from '../../../storage/save-agencies.ts';
import { saveSettings } from '../../../storage/save-settings.ts';
import { awake } from '../awake.ts';
import { createMenus } from '../menus.ts';
import { tellProgress } from '../progress.ts';
import { afterWrite, refreshSoon } from '../refresh.ts';
import { handlers } from '../router.ts';
import { makeThumbs, oweThumbs } from '../thumbs.ts';

/** Agencies, settings and the whole store. */
export const officeHandlers = handlers({
  'agency.save': async ({ agencies }, { now }) => {
    await saveAgencies(database, agencies, now);
    return null;
  },
  'agency.remove': (input, { now }) => removeAgency(database, input, now),
  'settings.save': async ({ settings }, { now }) => {
    await saveSettings(database, settings, now);
    setLocale(settings.language);
    await createMenus();
    void afterWrite();
    return null;
  },
  'backup.import': async ({ inboxId }, { now }) => {
    const [row] = await readInbox(database, [inboxId]);
    if (!row) throw new TanggapError('not-found', 'inbox');
    try {
      const tell = (progress: Progress) => tellProgress(inboxId, progress);
      const file = new Uint8Array(row.bytes);
      const summary = await awake(() => importBackup(database, file, now, oweThumbs, tell));
      // A backup may bring the office's settings along, and with them its language.
      setLocale((await readSettings(database)).language);
      await createMenus();
      return summary;
    } finally {
      await dropInbox(database, [inboxId]);
      void afterWrite();
      void makeThumbs();
    }
  },
  'outside.refresh': async () => {
    await refreshSoon();
    return null;
  },
  'store.rebuild': async () => {
    const result = await awake(() => rebuild(database));
    void afterWrite();
    return result;
  },
});

import { setLocale } from '../../../i18n/index.ts';
import { TanggapError } from '../../../protocol/errors.ts';
import { database } from '../../../storage/database.ts';
import { importBackup } from '../../../storage/import.ts';
import { dropInbox, readInbox } from '../../../storage/inbox.ts';
import { readSettings } from '../../../storage/read/settings.ts';
import { rebuild } from '../../../storage/rebuild.ts';
import { removeAgency } from '../../../storage/remove-agency.ts';
import { saveAgencies } from '../../../storage/save-agencies.ts';
import { saveSettings } from '../../../storage/save-settings.ts';
import { createMenus } from '../menus.ts';
import { afterWrite } from '../refresh.ts';
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
      const summary = await importBackup(database, new Uint8Array(row.bytes), now, oweThumbs);
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
  'store.rebuild': async () => {
    const result = await rebuild(database);
    void afterWrite();
    return result;
  },
});

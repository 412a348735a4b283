import { TanggapError } from '../../../protocol/errors.ts';
import { database } from '../../../storage/database.ts';
import { recordHealth } from '../../../storage/health.ts';
import { createRateLimit } from '../rate.ts';
import { handlers } from '../router.ts';

/** A page reports each of its few surfaces at most once a minute, and once more when it goes. */
const mayReport = createRateLimit(30, 60_000);

/** Which site it was says the browser, not the page. */
export const healthHandlers = handlers({
  'page.health': async (report, { sender, now }) => {
    if (!mayReport(sender.tab?.id ?? 0, now)) throw new TanggapError('rate');
    const { hostname } = new URL(sender.url ?? '');
    await recordHealth(database, report, hostname === 'www.instagram.com' ? 'instagram' : 'facebook', now);
    return null;
  },
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../lab/server.ts';
import type { Lab } from '../lab/types.ts';
import { launch, pageButtons, type Session, until } from './browser.ts';
import { mayMount, smallDisk } from './fault-disk.ts';
import { ask, buttonNow, buttonOn, complaint, expectWhole, inspectorOf, must } from './fault-kit.ts';
import { intoInbox } from './matrix-kit.ts';
import { seedJpeg } from './seed-photos.ts';
import { flag, openSite, sees } from './steps.ts';
import { readComplaintTable } from './store.ts';
import { t } from './words.ts';

/** The disk is full in the middle of the work: a lab and a browser of their own, on a small real file system. */

const NUMBERED = /^ADU-\d{4}/;
const AGAIN = new RegExp(`^${t('page_failed_name')}`);
const INSTAGRAM = 'https://www.instagram.com/';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ seed: 2 });
});
afterAll(async () => {
  await lab?.close();
});

test.skipIf(!mayMount())(
  'disk full: the flag is refused in one sentence, nothing is half; with room again the same press records it',
  async () => {
    const disk = smallDisk();
    let session: Session | undefined;
    try {
      session = await launch(lab, { profile: disk.profile });
      const feed = await openSite(session, INSTAGRAM);
      const inspector = await inspectorOf(session);
      const number = await flag(feed);
      await until(async () => (await readComplaintTable(inspector))[0]?.photoMissing === 0, 'its photos');
      const id = (await readComplaintTable(inspector))[0]?.id ?? '';
      const picture = new Uint8Array(seedJpeg('lamp', 'disk').bytes);
      const pasted = {
        complaintId: id,
        inboxIds: [await intoInbox(inspector, 'picture', picture, 'image/jpeg')],
      };
      const kept = (await complaint(inspector, id)).photoCount;
      disk.fill();
      // A photo that comes when there is no more room: refused as a whole, and there for a second try.
      expect(await ask(inspector, 'photo.add', pasted)).toMatchObject({ ok: false });
      const { button, post } = await buttonOn(lab, feed, 'instagram', () => true);
      await button.handle.click();
      const said = await until(
        async () => (await pageButtons(feed, AGAIN))[0]?.name,
        'the refusal on the button',
      );
      const popup = await session.extensionPage('popup.html');
      // The engine cannot open a database that it cannot write to; then the popup has to say so.
      const read = await Promise.any(
        [number, t('error_storage_full'), t('error_unexpected')].map((text) => sees(popup, text, 8_000)),
      ).then(
        () => true,
        () => false,
      );
      disk.free();
      await feed.bringToFront();
      await (await pageButtons(feed, AGAIN))[0]?.handle.click();
      const second = await until(
        async () => (await buttonNow(lab, feed, post, NUMBERED))?.name.slice(0, 8),
        'the number',
      );
      expect(second).toBe('ADU-0002');
      expect((await complaint(inspector, id)).photoCount).toBe(kept);
      expect(await must(inspector, 'photo.add', pasted)).toEqual({ stored: 1 });
      expect((await complaint(inspector, id)).photoCount).toBe(kept + 1);
      expect((await readComplaintTable(inspector)).map((row) => row.number).sort()).toEqual([number, second]);
      await expectWhole(inspector);
      expect(said).toContain(t('error_storage_full'));
      expect(read, 'the popup lists what is there, or says in a sentence why it cannot').toBe(true);
    } finally {
      await session?.close(true);
      disk.close();
    }
  },
);

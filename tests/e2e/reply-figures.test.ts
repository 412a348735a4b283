import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { comment, person } from '../lab/agency-answers.ts';
import { startLab } from '../lab/server.ts';
import type { LabPerson, LabPost, SiteId } from '../lab/types.ts';
import { launch, type Session, until } from './browser.ts';
import { eventsOf, inspectorOf, keyOf, must } from './fault-kit.ts';
import {
  ACCOUNTS,
  AGENCY,
  ALIKE,
  follow,
  OFFER,
  pressNow,
  roomy,
  saveAgency,
  told,
  visit,
} from './reply-kit.ts';

/** Figures over many worlds: `REPLY_SEEDS=10 vitest run -c vitest.e2e.config.ts tests/e2e/reply-figures.test.ts`. */

const SEEDS = Number(process.env.REPLY_SEEDS ?? 0);
type Told = 'own' | 'alike' | 'none';
const seconds = () => Math.floor(Date.now() / 1000);
const dishub = person(ACCOUNTS.instagram, 'Dishub Ketapi');
const WORDS = [
  'Terima kasih laporannya, petugas kami ke lokasi hari ini.',
  'Siap, kami tindak lanjuti.',
  'Sudah selesai kami perbaiki pagi tadi. Terima kasih.\nSalam tertib lalu lintas!',
];

interface Scene {
  what: string;
  authors: LabPerson[];
  /** Days before now; default: just now. */
  ago?: number;
  expected: Record<SiteId, Told>;
}
const both = (told: Told) => ({ instagram: told, facebook: told });
const SCENES: Scene[] = [
  { what: 'own account', authors: [dishub], expected: both('own') },
  {
    what: 'own account among look-alikes',
    authors: [person('dishub_ketapi', 'Dishub Ketapi'), dishub, person('warga.kita', 'Warga Kita')],
    expected: both('own'),
  },
  // Facebook takes no notice of dots in a handle; on Instagram that is somebody else.
  {
    what: 'the same without its dot',
    authors: [person('dishubketapi', 'Dishub')],
    expected: { instagram: 'alike', facebook: 'own' },
  },
  { what: 'underscore', authors: [person('dishub_ketapi', 'Dishub Ketapi')], expected: both('alike') },
  {
    what: 'a digit for a letter',
    authors: [person('d1shub.ketapi', 'Info Ketapi')],
    expected: both('alike'),
  },
  { what: 'with an ending', authors: [person('dishub.ketapi.ofc', 'Info')], expected: both('alike') },
  // Comments on Instagram show handles alone.
  {
    what: 'its full name by a citizen',
    authors: [person('budi.s77', 'Dinas Perhubungan Kabupaten Ketapi')],
    expected: { instagram: 'none', facebook: 'alike' },
  },
  { what: 'own account before the forwarding', authors: [dishub], ago: 3, expected: both('none') },
  { what: 'another agency', authors: [person('dlh.ketapi', 'DLH Ketapi')], expected: both('none') },
  { what: 'citizens', authors: [person('warga.kita', 'Warga Kita')], expected: both('none') },
];

/** Words and time of what was recorded, against the truth. */
async function recordedRight(inspector: Page, post: LabPost, id: string, words: string): Promise<string> {
  const event = await until(
    async () =>
      (await eventsOf(inspector, keyOf(post))).find((e): e is EventOf<'responded'> => e.type === 'responded'),
    'the answer',
  );
  const at = (post.replies.find((reply) => reply.id === id)?.createdAt ?? 0) * 1000;
  const wrong = [
    event.text !== words && `text ${JSON.stringify(event.text)}`,
    !event.source?.names.some((name) => name.endsWith(id)) && 'another comment',
    !event.source?.timeUnread && Math.abs(event.at - at) > 60_000 && `time off by ${event.at - at}`,
  ].filter(Boolean);
  return wrong.join('; ') || (event.source?.timeUnread ? 'without time' : 'with time');
}

describe.runIf(SEEDS > 0)('answers under posts, over seeds', () => {
  test.each(['instagram', 'facebook'] as const)(
    '%s',
    async (site) => {
      const tally: Record<string, number> = {};
      const wrong: string[] = [];
      const note = (key: string) => {
        tally[key] = (tally[key] ?? 0) + 1;
      };
      let session: Session | undefined;
      for (let seed = 1; seed <= SEEDS; seed++) {
        const lab = await startLab({ seed, now: seconds() });
        session = await launch(lab);
        const inspector = await inspectorOf(session);
        await saveAgency(inspector);
        const page = await session.browser.newPage();
        const posts = roomy(lab, site);
        for (const [at, post] of posts.slice(0, SCENES.length).entries()) {
          const scene = SCENES[(at + seed) % SCENES.length] as Scene;
          const words = WORDS[(at + seed) % WORDS.length] as string;
          await follow(page, inspector, post);
          const ids = scene.authors.map((author) =>
            comment(post, author, words, seconds() - (scene.ago ?? 0) * 86_400),
          );
          lab.clearRequests();
          await visit(page, post);
          const button = await told(page, scene.expected[site] === 'none' ? 2_500 : 6_000);
          const got: Told = !button
            ? 'none'
            : OFFER.test(button.name)
              ? 'own'
              : ALIKE.test(button.name)
                ? 'alike'
                : 'none';
          const caused = lab.requests().filter(({ cause }) => cause === 'extension' || cause === 'unknown');
          tally.uncaused = (tally.uncaused ?? 0) + caused.length;
          wrong.push(...caused.map(({ cause, path }) => `${seed} ${site} ${post.id} ${cause} ${path}`));
          if (got === scene.expected[site]) note(`right ${got}`);
          else {
            note('wrong');
            wrong.push(`${seed} ${site} ${post.id} ${scene.what}: ${got}, not ${scene.expected[site]}`);
          }
          if (got !== 'own' || !button) continue;
          await pressNow(page, OFFER);
          const own =
            ids[scene.authors.findIndex(({ handle }) => handle.replaceAll('.', '') === 'dishubketapi')];
          const result = await recordedRight(inspector, post, own ?? '', words);
          note(`recorded: ${result.startsWith('with') ? result : 'wrong'}`);
          if (!result.startsWith('with')) wrong.push(`${seed} ${site} ${post.id} recorded: ${result}`);
        }
        await must(inspector, 'store.rebuild', {});
        await session.close();
        await lab.close();
      }
      console.log(site, AGENCY, JSON.stringify(tally), wrong);
      expect(wrong).toEqual([]);
      expect(tally.uncaused).toBe(0);
    },
    1_800_000,
  );
});

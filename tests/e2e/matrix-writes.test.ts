import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInCalendar } from '../../complaints/deadlines/calendar.ts';
import { DEFAULT_RULES } from '../../complaints/deadlines/rules.ts';
import { DEFAULT_SETTINGS } from '../../complaints/settings.ts';
import { contract, type Input, type MessageName } from '../../protocol/contract.ts';
import { launch, type Session } from './browser.ts';
import { backupOf, HERE, mailAgency } from './fault-backup.ts';
import { ask, complaint, eventsOf, expectWhole, inspectorOf, must } from './fault-kit.ts';
import { badgeRight, badgeText, intoInbox, type Moment, merge, sabotage, storeText } from './matrix-kit.ts';
import { seedJpeg } from './seed-photos.ts';
import { readEventTable } from './store.ts';

/**
 * Every command that writes, with the worker killed before its first record, among its records and after its last one;
 * then pressed again in two windows at once. A command is in the list below or among those that write nothing.
 */

const HOUR = 3_600_000;
const MINE = 'instagram:MATRIX00001';
const TWIN = 'instagram:MATRIX00002';
const LATE = 'instagram:LEWAT00001';

let session: Session;
let inspector: Page;
let other: Page;
let kill: Awaited<ReturnType<typeof sabotage>>;
/** Longest that the badge was wrong, in ms. */
let slowest = 0;

beforeAll(async () => {
  session = await launch(null);
  inspector = await inspectorOf(session);
  other = await session.extensionPage('popup.html');
  kill = await sabotage(session, inspector);
  await must(inspector, 'agency.save', { agencies: [mailAgency(HERE, 'Dinas Lingkungan Hidup', 'DLH')] });
  const now = Date.now();
  await merge(
    inspector,
    [
      { code: 'LEWAT00001', forwardedAt: now - 30 * HOUR, termMs: 24 * HOUR },
      { code: 'LEWAT00002', forwardedAt: now - 40 * HOUR, termMs: 24 * HOUR, remindedAt: now - 14 * HOUR },
    ],
    'bbbb',
  );
});
afterAll(async () => {
  await session?.close();
});

interface Step {
  name: MessageName;
  input: () => unknown;
  /** What it writes is what was there. */
  same?: true;
}

const step = <N extends MessageName>(
  name: N,
  input: () => Input<N> | Promise<Input<N>>,
  same?: true,
): Step => ({
  name,
  input,
  ...(same ? { same } : {}),
});

const lastOf = async (id: string, type: string) =>
  (await eventsOf(inspector, id)).findLast((event) => event.type === type)?.id ?? '';
const forwarding = (agencyId: string) => ({
  complaintId: MINE,
  agencyId,
  channel: 'email',
  outcome: 'saved' as const,
  preset: 'normal' as const,
  termMs: null,
  photoHashes: [],
  message: 'Yth.',
});
const url = (id: string) => `https://www.instagram.com/p/${id.slice('instagram:'.length)}/`;
const mine = { complaintId: MINE, note: 'catatan' };

/** In an order in which each is allowed. */
const STEPS: readonly Step[] = [
  step('settings.save', () => ({ settings: { ...DEFAULT_SETTINGS, office: 'Kab. Contoh', updatedAt: 2 } })),
  step('agency.save', () => ({
    agencies: [mailAgency('hub', 'Dinas Perhubungan', 'Dishub'), mailAgency('pergi', 'Dinas Lama', 'Lama')],
  })),
  step('agency.remove', () => ({ agencyId: 'pergi' })),
  step('clocks.saveRules', () => ({ rules: { ...DEFAULT_RULES, schedules: { hub: 'always' } } })),
  step('clocks.saveCalendar', () => ({
    calendar: { ...builtInCalendar('WIB'), version: 'kantor-2', note: 'Libur daerah', madeAt: 5 } as never,
  })),
  step('complaint.create', () => ({
    url: url(MINE),
    text: 'Lampu padam di Pelita',
    place: '',
    inboxIds: [],
  })),
  step('complaint.fromLink', () => ({ text: url(TWIN) })),
  step('complaint.correct', () => ({ complaintId: MINE, field: 'place', value: 'Simpang Pelita' })),
  step('complaint.sensitive', () => ({ complaintId: MINE, sensitive: true })),
  step('photo.add', async () => {
    const bytes = new Uint8Array(seedJpeg('lamp', 'matrix').bytes);
    return { complaintId: MINE, inboxIds: [await intoInbox(inspector, 'picture', bytes, 'image/jpeg')] };
  }),
  step('complaint.forward', () => forwarding(HERE)),
  step('complaint.remind', () => ({
    complaintId: MINE,
    channel: 'email',
    outcome: 'saved',
    message: 'Mohon kabar',
  })),
  step('complaint.remindAll', () => ({
    channel: 'email',
    outcome: 'saved',
    items: ['instagram:LEWAT00002', LATE].map((complaintId) => ({ complaintId, message: 'Mohon kabar' })),
  })),
  step('complaint.undoAll', async () => ({ eventIds: [await lastOf('instagram:LEWAT00002', 'reminded')] })),
  step('complaint.escalate', () => ({
    step: 'explanation',
    answerBy: Date.now() + 48 * HOUR,
    channel: 'email',
    outcome: 'saved',
    items: [{ complaintId: 'instagram:LEWAT00002', message: 'Mohon penjelasan' }],
  })),
  step('complaint.pause', () => {
    const from = Date.now();
    return { complaintId: MINE, reason: 'citizen', from, until: from + 20 * HOUR, note: '' };
  }),
  step('complaint.resume', () => mine),
  step('complaint.askExtension', () => ({
    complaintId: MINE,
    clock: 'response',
    by: { kind: 'clockHours', ms: HOUR },
    reason: 'Alat dipesan',
    granted: null,
  })),
  step('complaint.decideExtension', async () => ({
    ...mine,
    target: await lastOf(MINE, 'extensionAsked'),
    granted: true,
  })),
  step('complaint.recompute', () => ({ ...mine, preset: 'busy', termMs: null })),
  step('complaint.notOurs', () => ({ ...mine, suggests: 'Dishub' })),
  step('complaint.respond', () => ({
    complaintId: LATE,
    kind: 'initial',
    text: 'Petugas di lokasi',
    at: Date.now(),
    inboxIds: [],
    via: 'hand',
  })),
  step('complaint.resolve', () => ({ complaintId: LATE, note: 'Selesai', inboxIds: [] })),
  step('complaint.reopen', () => ({ complaintId: LATE, note: 'Padam lagi' })),
  step('complaint.dismiss', () => mine),
  step('complaint.undo', async () => ({ eventId: await lastOf(MINE, 'dismissed') })),
  step('complaint.join', () => ({ complaintId: TWIN, withId: MINE, why: 'chosen' })),
  step('complaint.postGone', () => ({ complaintId: MINE })),
  step('complaint.purge', () => ({ complaintId: LATE })),
  step('store.rebuild', () => ({}), true),
  step('backup.import', async () => ({
    inboxId: await intoInbox(
      inspector,
      'file',
      await backupOf([{ code: 'LEWAT00003', forwardedAt: Date.now() - 50 * HOUR, termMs: HOUR }], 'cccc'),
      'application/zip',
    ),
  })),
];

/** Nothing is written, or only by what else is in the list; Telegram's have tests of their own. */
const WITHOUT: readonly MessageName[] = ['complaint.show', 'photo.retry', 'outside.refresh'];

test('the list holds every command of our own pages', () => {
  const names = (Object.keys(contract) as MessageName[]).filter(
    (name) => contract[name].from === 'extension' && !name.startsWith('telegram.') && !WITHOUT.includes(name),
  );
  expect(STEPS.map(({ name }) => name).sort()).toEqual(names.sort());
});

test.each(STEPS)(
  '$name: worker killed before, inside and after the write, then pressed again in two windows',
  async (one) => {
    const input = (await one.input()) as Input<MessageName>;
    const before = await storeText(inspector);
    for (const moment of ['before', 'inside'] satisfies Moment[]) {
      await kill.killAt(moment, one.name, input);
      expect(await storeText(inspector), `killed ${moment} the write`).toBe(before);
    }
    await kill.killAt('after', one.name, input);
    const after = await storeText(inspector);
    if (one.same) expect(after).toBe(before);
    else expect(after, 'killed after the write').not.toBe(before);
    const log = await readEventTable(inspector);
    const again = await Promise.all([inspector, other].map((page) => ask(page, one.name, input)));
    // A second time is the first one, or is refused: it is never a second event.
    for (const answer of again) if (!answer.ok) expect(answer.code).toMatch(/^(conflict|clock|not-found)$/);
    const now = await readEventTable(inspector);
    const added = now.filter((event) => !log.some(({ id }) => id === event.id));
    expect(added.map((event) => `${event.type} ${event.complaintId}`)).toEqual([]);
    slowest = Math.max(slowest, await badgeRight(inspector));
  },
);

test('after all of that the log is whole, the lists are what a rebuild gives, and the badge was right within the minute', async () => {
  await expectWhole(inspector);
  expect(await badgeText(inspector)).toBe('2');
  expect(slowest).toBeLessThan(60_000);
  expect((await complaint(inspector, TWIN)).joinedTo).toBe(MINE);
});

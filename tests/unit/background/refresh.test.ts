import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../complaints/settings.ts';
import { ALARM } from '../../../entrypoints/background/alarm.ts';
import { NOTIFICATION } from '../../../entrypoints/background/notify.ts';
import { refresh } from '../../../entrypoints/background/refresh.ts';
import { database } from '../../../storage/database.ts';
import { flag } from '../../../storage/flag.ts';
import { forward } from '../../../storage/forward.ts';
import { respond } from '../../../storage/respond.ts';
import { saveAgencies } from '../../../storage/save-agencies.ts';
import { saveSettings } from '../../../storage/save-settings.ts';
import { undo } from '../../../storage/undo.ts';
import { agency, capture, forwardInput, HOUR, T0 } from '../../storage/samples.ts';
import { resetBrowser } from './browser.ts';

const ID = 'instagram:AAAAA11111';
const DUE = T0 + 24 * HOUR;
const NEAR = DUE - 6 * HOUR;
const DAY = 24 * HOUR;

async function look() {
  const [text, color, title, alarm] = await Promise.all([
    browser.action.getBadgeText({}),
    browser.action.getBadgeBackgroundColor({}),
    browser.action.getTitle({}),
    browser.alarms.get(ALARM),
  ]);
  const hex = `#${[...(color as unknown as number[])]
    .slice(0, 3)
    .map((n) => n.toString(16).padStart(2, '0'))
    .join('')}`.toUpperCase();
  return { text, color: hex, title, when: alarm?.scheduledTime };
}
const notifications = () => Object.entries(fakeBrowser.notifications.getAllCreateOptions());

beforeEach(async () => {
  await resetBrowser();
  await saveAgencies(database, [agency('dishub'), agency('dlh')], T0);
  await flag(database, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
});

describe('badge and alarm', () => {
  it('say nothing, in words too, while nothing is due', async () => {
    await refresh(T0);
    expect(await look()).toMatchObject({ text: '', title: 'Tanggap: 1 aduan baru', when: T0 + DAY });
  });

  it('turn amber, then red, at the very ms, with one alarm at the next of them', async () => {
    // The refresh that a worker plans for itself would look at the real time in between.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await forward(database, forwardInput(ID), T0);
    await refresh(T0);
    expect(await look()).toMatchObject({
      text: '',
      title: 'Tanggap: tidak ada yang lewat tenggat',
      when: NEAR,
    });
    expect(await browser.alarms.getAll()).toHaveLength(1);
    await refresh(NEAR);
    expect(await look()).toMatchObject({
      text: '1',
      color: '#F2B544',
      title: 'Tanggap: 1 mendekati tenggat',
      when: DUE + 1,
    });
    await refresh(DUE);
    expect(await look()).toMatchObject({ text: '1', color: '#F2B544', when: DUE + 1 });
    await refresh(DUE + 1);
    expect(await look()).toMatchObject({ text: '1', color: '#B8231C', title: 'Tanggap: 1 lewat tenggat' });
    expect(await browser.alarms.getAll()).toHaveLength(1);
  });

  it('are right after a restart that lost them, after a sleep, and when the clock goes back', async () => {
    await forward(database, forwardInput(ID), T0);
    fakeBrowser.action.resetState();
    fakeBrowser.alarms.resetState();
    await refresh(DUE + 3 * DAY);
    expect(await look()).toMatchObject({ text: '1', color: '#B8231C' });
    await refresh(T0 + HOUR);
    expect(await look()).toMatchObject({ text: '', when: NEAR });
  });

  it('go with a response and come back with its undo', async () => {
    await forward(database, forwardInput(ID), T0);
    const { eventId } = await respond(
      database,
      { complaintId: ID, kind: 'initial', text: 'Siap', at: T0 + HOUR, via: 'hand' },
      DUE + HOUR,
    );
    await refresh(DUE + HOUR);
    expect((await look()).text).toBe('');
    await undo(database, { eventId }, DUE + HOUR);
    await refresh(DUE + HOUR);
    expect((await look()).text).toBe('1');
  });

  it('count overdue ones only once there are some', async () => {
    await flag(database, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
    await forward(database, forwardInput(ID, { preset: 'emergency' }), T0);
    await forward(
      database,
      forwardInput('instagram:BBBBB22222', { agencyId: 'dlh', preset: 'custom', termMs: 3 * HOUR }),
      T0,
    );
    await refresh(T0 + 2.5 * HOUR);
    expect(await look()).toMatchObject({
      text: '1',
      color: '#B8231C',
      title: 'Tanggap: 1 lewat tenggat, 1 mendekati tenggat',
    });
  });

  it('speak the language that is set', async () => {
    await saveSettings(database, { ...DEFAULT_SETTINGS, language: 'en' }, T0);
    await refresh(T0);
    expect((await look()).title).toBe('Tanggap: 1 new');
    await saveSettings(database, DEFAULT_SETTINGS, T0);
    await refresh(T0);
  });
});

describe('the notification', () => {
  // T0 is 09.00 WIB; quiet from 16.30 to 07.30 by default.
  const NIGHT = T0 + 14 * HOUR;
  const MORNING = T0 + 22.5 * HOUR;

  it('comes once, as one summary without a word of the citizen’s', async () => {
    await flag(database, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
    await forward(database, forwardInput(ID, { preset: 'emergency' }), T0);
    await forward(
      database,
      forwardInput('instagram:BBBBB22222', { agencyId: 'dlh', preset: 'emergency' }),
      T0,
    );
    await refresh(T0 + 2 * HOUR + 1);
    expect(notifications()).toEqual([
      [
        NOTIFICATION,
        expect.objectContaining({ title: '2 aduan lewat tenggat', message: 'Menunggu DISHUB, DLH' }),
      ],
    ]);
    expect(JSON.stringify(notifications())).not.toMatch(/Lampu|warga/);
    await browser.notifications.clear(NOTIFICATION);
    await refresh(T0 + 3 * HOUR);
    expect(notifications()).toEqual([]);
  });

  it('waits through quiet hours, by the same alarm', async () => {
    await forward(database, forwardInput(ID, { preset: 'custom', termMs: 14 * HOUR - 1 }), T0);
    await refresh(NIGHT);
    expect(notifications()).toEqual([]);
    expect(await look()).toMatchObject({ text: '1', when: MORNING });
    await refresh(MORNING);
    expect(notifications()).toHaveLength(1);
  });

  it('does not come when it is switched off, nor in a heap when it is switched on again', async () => {
    await saveSettings(database, { ...DEFAULT_SETTINGS, notifications: false }, T0);
    await forward(database, forwardInput(ID, { preset: 'emergency' }), T0);
    await refresh(T0 + 3 * HOUR);
    await saveSettings(database, DEFAULT_SETTINGS, T0);
    await refresh(T0 + 4 * HOUR);
    expect(notifications()).toEqual([]);
  });

  it('is taken away once nothing is overdue', async () => {
    await forward(database, forwardInput(ID, { preset: 'emergency' }), T0);
    await refresh(T0 + 3 * HOUR);
    expect(notifications()).toHaveLength(1);
    await respond(
      database,
      { complaintId: ID, kind: 'initial', text: 'Siap', at: T0 + 3 * HOUR, via: 'hand' },
      T0 + 3 * HOUR,
    );
    await refresh(T0 + 3 * HOUR);
    expect(notifications()).toEqual([]);
  });

  it('still comes after the clock was set back', async () => {
    await forward(database, forwardInput(ID, { preset: 'emergency' }), T0);
    await refresh(T0 + 30 * DAY + 3 * HOUR);
    await browser.notifications.clear(NOTIFICATION);
    await flag(database, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
    await forward(database, forwardInput('instagram:BBBBB22222', { preset: 'emergency' }), T0 + 2 * HOUR);
    await refresh(T0 + 3 * HOUR);
    await refresh(T0 + 5 * HOUR);
    expect(notifications()).toHaveLength(1);
  });
});

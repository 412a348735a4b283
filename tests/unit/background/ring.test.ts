import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ALARM, setAlarm } from '../../../entrypoints/background/alarm.ts';
import { resetBrowser } from './browser.ts';

beforeEach(async () => {
  await resetBrowser();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => vi.useRealTimers());

it('a worker that is awake does by itself what the alarm would do, at the very ms', async () => {
  const rang = vi.fn();
  const now = Date.now();
  await setAlarm(now + 20_000, now, rang);
  vi.advanceTimersByTime(19_999);
  expect(rang).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(rang).toHaveBeenCalledTimes(1);
});

it('what lies in the past is tried again after a second, not at once and for ever', async () => {
  let rang = 0;
  const again = async () => {
    rang += 1;
    // As a refresh does whose moment nobody has taken care of.
    await setAlarm(Date.now() - 5_000, Date.now(), () => void again());
  };
  await again();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(rang).toBeGreaterThan(5);
  expect(rang).toBeLessThanOrEqual(11);
  await setAlarm(null, Date.now(), () => undefined);
  expect(await browser.alarms.get(ALARM)).toBeFalsy();
});

it('only the last moment that was set counts', async () => {
  const first = vi.fn();
  const second = vi.fn();
  const now = Date.now();
  await setAlarm(now + 5_000, now, first);
  await setAlarm(now + 60_000, now, second);
  vi.advanceTimersByTime(30_000);
  expect(first).not.toHaveBeenCalled();
  expect(second).not.toHaveBeenCalled();
  expect((await browser.alarms.get(ALARM))?.scheduledTime).toBe(now + 60_000);
});

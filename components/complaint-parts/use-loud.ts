import { useEffect, useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { type Accounts, growthOf, type Loudness, loudness } from '../../complaints/loud.ts';
import { database } from '../../storage/database.ts';
import { readLoudMatters } from '../../storage/read/loud.ts';
import { useLive } from '../hooks/use-live.ts';

const HOUR = 3_600_000;
const NONE: ReadonlyMap<string, Accounts> = new Map();

/** Lists draw their rows first: comparing a fortnight's complaints with each other takes a moment, in ms. */
const AFTER = 300;

/** Which complaints several accounts brought forward, live; empty until it is known, so that no list waits for it. */
export function useLoudMatters(now: number): ReadonlyMap<string, Accounts> {
  const hour = Math.floor(now / HOUR);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true), AFTER);
    return () => clearTimeout(timer);
  }, []);
  return useLive(() => (drawn ? readLoudMatters(database, now) : NONE), [hour, drawn]) ?? NONE;
}

/** Whether one complaint is loud or urgent, and why; null until it is known. */
export function useLoudness(complaint: Complaint, now: number): Loudness | null {
  const hour = Math.floor(now / HOUR);
  const found = useLive(() => readLoudMatters(database, now), [hour]);
  if (!found) return null;
  const { sightings, text, gist } = complaint;
  const accounts = found.get(complaint.id) ?? null;
  return loudness({ growth: growthOf(sightings), accounts, text: text || gist });
}

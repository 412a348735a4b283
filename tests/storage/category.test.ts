import { describe, expect, it } from 'vitest';
import type { ComplaintCategory } from '../../complaints/category.ts';
import { DEFAULT_RULES } from '../../complaints/deadlines/rules.ts';
import type { PresetId } from '../../complaints/events.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { exportBackup } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { importBackup } from '../../storage/import.ts';
import { purge } from '../../storage/purge.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readRow } from '../../storage/read/row.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { recompute } from '../../storage/recompute.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { saveRules } from '../../storage/save-rules.ts';
import { beginSend, recordSend } from '../../storage/telegram-send.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const ID = 'instagram:AAAAA11111';
const DAY = 24 * HOUR;
/** Two working days from Tuesday 09.00 WIB: the end of office time on Thursday, 16.00. */
const THURSDAY = Date.UTC(2026, 10, 26, 9);

async function desk(): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('insp'), agency('bpjn', { outside: true })], T0);
  await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
  return db;
}

interface Given {
  agencyId?: string;
  preset?: PresetId;
  category?: ComplaintCategory;
}

/** Policy and due time of one forwarding at T0. */
async function given(db: TanggapDatabase, change: Given) {
  const { event, dueAt } = await forward(db, forwardInput(ID, change), T0);
  return { policy: event.frozen?.policyId, dueAt, category: event.category };
}

describe('a forwarding by its kind of complaint', () => {
  it('gives a matter of oversight two working days, a request for information one', async () => {
    const oversight = await given(await desk(), { category: 'oversight' });
    expect(oversight).toEqual({ policy: 'oversight', dueAt: THURSDAY, category: 'oversight' });
    const information = await given(await desk(), { category: 'information' });
    expect(information).toEqual({ policy: 'information', dueAt: THURSDAY - DAY, category: 'information' });
  });

  it('is the usual one where nothing is said, and nothing is written then', async () => {
    const db = await desk();
    expect(await given(db, {})).toEqual({ policy: 'normal', dueAt: T0 + DAY, category: undefined });
    const found = await readComplaint(db, ID);
    expect(found?.events.find((event) => event.type === 'forwarded')).not.toHaveProperty('category');
    expect((await given(await desk(), { category: 'service' })).dueAt).toBe(T0 + DAY);
  });

  it('goes by agency and kind before kind before agency; what was picked wins, outside bodies have their own', async () => {
    const rules = {
      ...DEFAULT_RULES,
      byAgency: { insp: 'sp4n', dishub: 'sp4n' },
      byAgencyAndCategory: { 'insp/oversight': 'sp4n-oversight' },
    };
    const policy = async (change: Given) => {
      const db = await desk();
      await saveRules(db, rules, T0);
      return (await given(db, change)).policy;
    };
    expect(await policy({ agencyId: 'insp', category: 'oversight' })).toBe('sp4n-oversight');
    expect(await policy({ agencyId: 'dishub', category: 'oversight' })).toBe('oversight');
    expect(await policy({ agencyId: 'dishub' })).toBe('sp4n');
    expect(await policy({ agencyId: 'insp', category: 'oversight', preset: 'emergency' })).toBe('emergency');
    expect(await policy({ agencyId: 'bpjn', category: 'oversight' })).toBe('outside');
  });

  it('does not change the rules that an office has saved', async () => {
    const db = await desk();
    await saveRules(db, { ...DEFAULT_RULES, byCategory: {} }, T0);
    expect(await given(db, { category: 'oversight' })).toMatchObject({ policy: 'normal', dueAt: T0 + DAY });
  });

  it('stays through a recomputation, for the usual terms as for picked ones', async () => {
    const db = await desk();
    await given(db, { category: 'oversight', preset: 'emergency' });
    const again = { complaintId: ID, termMs: null, note: 'salah pilih' };
    await recompute(db, { ...again, preset: 'normal' }, T0 + HOUR);
    expect((await readRow(db, ID))?.dueAt).toBe(THURSDAY);
    await saveRules(
      db,
      { ...DEFAULT_RULES, byCategory: { ...DEFAULT_RULES.byCategory, oversight: 'information' } },
      T0 + HOUR,
    );
    await recompute(db, { ...again, preset: 'normal', note: 'aturan baru' }, T0 + 2 * HOUR);
    expect((await readRow(db, ID))?.dueAt).toBe(THURSDAY - DAY);
  });

  it('goes along when the bot sends', async () => {
    const db = await desk();
    const { channel: _, outcome: __, ...facts } = forwardInput(ID, { category: 'oversight' as const });
    const chat = { agencyId: 'dishub', chatId: 7, kind: 'private' as const, title: 'Dishub', problem: null };
    const { send } = await beginSend(db, { facts, chat, again: false }, T0);
    const { dueAt } = await recordSend(db, send?.id ?? '', { ...facts, messageIds: [1] }, T0);
    expect(dueAt).toBe(THURSDAY);
    expect((await readComplaint(db, ID))?.complaint.forwarding?.category).toBe('oversight');
  });

  it('survives another desk, a rebuild and a purge', async () => {
    const db = await desk();
    await given(db, { category: 'oversight' });
    const file = new Uint8Array(await (await exportBackup(db, { now: T0 + DAY })).arrayBuffer());
    const other = freshDb();
    await importBackup(other, file);
    const [here, there] = [await readComplaint(db, ID), await readComplaint(other, ID)];
    expect(there?.complaint.forwarding).toEqual(here?.complaint.forwarding);
    expect(there?.complaint.forwarding?.category).toBe('oversight');
    const before = await readRow(other, ID);
    await rebuild(other);
    expect(await readRow(other, ID)).toEqual(before);
    expect(before?.dueAt).toBe(THURSDAY);
    await purge(other, { complaintId: ID, reason: 'request' }, T0 + DAY);
    expect((await readRow(other, ID))?.dueAt).toBe(THURSDAY);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS_ORDER } from '../../../complaints/status.ts';
import {
  formatFilter,
  formatRoute,
  isNarrowed,
  type ListFilter,
  parseFilter,
  parseRoute,
  SECTIONS,
  STEPS,
} from '../../../components/dashboard/route.ts';

const filters: fc.Arbitrary<ListFilter> = fc
  .record(
    {
      tab: fc.constantFrom('open', 'mine', 'agency', 'done'),
      status: fc.constantFrom(...STATUS_ORDER),
      agencyId: fc.stringMatching(/^[A-Za-z0-9-]{1,60}$/),
      site: fc.constantFrom('instagram', 'facebook', 'none'),
      query: fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }).filter((s) => s.trim() !== ''),
    },
    { requiredKeys: ['tab'] },
  )
  .map((filter) => filter as ListFilter);

describe('filter in the address', () => {
  it('comes back as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(formatFilter(filter))).toEqual(filter);
      }),
    );
  });

  it('leaves the plain list without a query', () => {
    expect(formatFilter({ tab: 'open' })).toBe('');
    expect(formatRoute({ page: 'list', filter: { tab: 'open' } })).toBe('#/aduan');
  });

  it('uses Indonesian words that can be read and shared', () => {
    const filter: ListFilter = {
      tab: 'mine',
      status: 'overdue',
      agencyId: 'hub',
      site: 'facebook',
      query: 'lampu jalan',
    };
    expect(formatFilter(filter)).toBe(
      'tab=perlu-saya&status=overdue&instansi=hub&situs=facebook&cari=lampu+jalan',
    );
  });

  it('leaves out what is not understood', () => {
    expect(parseFilter('tab=semua&status=void&situs=x&instansi=&cari=%20&lain=1')).toEqual({ tab: 'open' });
    expect(parseFilter(`cari=${'a'.repeat(500)}`).query).toHaveLength(200);
  });

  it('knows whether anything but the tab narrows the list', () => {
    expect(isNarrowed({ tab: 'done' })).toBe(false);
    expect(isNarrowed({ tab: 'open', site: 'none' })).toBe(true);
  });
});

describe('routes', () => {
  it('gives a complaint an address that keeps colons and hashes of its id', () => {
    const id = 'facebook:123456#789';
    const hash = formatRoute({ page: 'complaint', id, filter: { tab: 'mine' } });
    expect(hash).toBe('#/aduan/facebook%3A123456%23789?tab=perlu-saya');
    expect(parseRoute(hash)).toEqual({ page: 'complaint', id, filter: { tab: 'mine' } });
  });

  it('reads back every page', () => {
    for (const section of SECTIONS) {
      expect(parseRoute(formatRoute({ page: 'settings', section }))).toEqual({ page: 'settings', section });
    }
    for (const step of STEPS)
      expect(parseRoute(formatRoute({ page: 'setup', step }))).toEqual({ page: 'setup', step });
    for (const complaintId of ['', 'facebook:123456#789']) {
      const route = { page: 'paste', complaintId } as const;
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }
    expect(parseRoute('#/instansi')).toEqual({ page: 'agencies', agencyId: '' });
    expect(parseRoute('#/instansi/pdam')).toEqual({ page: 'agencies', agencyId: 'pdam' });
  });

  it('starts where no address is given, and lists where it is not understood', () => {
    expect(parseRoute('')).toEqual({ page: 'start' });
    expect(parseRoute('#/')).toEqual({ page: 'start' });
    expect(parseRoute('#/rapor')).toEqual({ page: 'list', filter: { tab: 'open' } });
    expect(parseRoute('#/aduan/%E0%A4%A')).toEqual({ page: 'list', filter: { tab: 'open' } });
    expect(parseRoute('#/pengaturan/lain')).toEqual({ page: 'settings', section: 'kantor' });
  });
});

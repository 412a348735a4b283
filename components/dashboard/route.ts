import type { ViewStatus } from '../../complaints/complaint.ts';
import type { SiteId } from '../../complaints/reading.ts';
import { STATUS_ORDER } from '../../complaints/status.ts';
import type { RowFilter, Tab } from '../../storage/read/rows.ts';

export const SECTIONS = [
  'kantor',
  'tenggat',
  'kalender',
  'templat',
  'telegram',
  'pemberitahuan',
  'tampilan',
  'privasi',
  'cadangan',
] as const;
export type Section = (typeof SECTIONS)[number];
export const STEPS = ['kantor', 'instansi', 'tenggat', 'coba'] as const;
export type Step = (typeof STEPS)[number];

/** The list's filter with its tab, as the address holds it. */
export type ListFilter = Omit<RowFilter, 'tab'> & { tab: Tab };

/** What the full tab shows. Everything that can be looked at has an address of its own. */
export type Route =
  | { page: 'start' }
  | { page: 'list'; filter: ListFilter }
  | { page: 'complaint'; id: string; filter: ListFilter }
  /** `agencyId`: an agency's id, `new` for one to be added, empty for the list. */
  | { page: 'agencies'; agencyId: string }
  /** `complaintId`: the complaint that the answers are pasted for, empty for any. */
  | { page: 'paste'; complaintId: string }
  | { page: 'settings'; section: Section }
  | { page: 'setup'; step: Step };

const TAB_WORD: Record<Tab, string> = {
  open: 'terbuka',
  mine: 'perlu-saya',
  agency: 'menunggu',
  done: 'selesai',
};
const SITES: readonly string[] = ['instagram', 'facebook', 'none'] satisfies (SiteId | 'none')[];

export const NO_FILTER: ListFilter = { tab: 'open' };

/** Whether anything but the tab narrows the list. */
export function isNarrowed(filter: ListFilter): boolean {
  return Boolean(filter.status || filter.agencyId || filter.site || filter.query);
}

/** The filter in a query string; whatever is not understood is left out. */
export function parseFilter(query: string): ListFilter {
  const params = new URLSearchParams(query);
  const tabs = Object.keys(TAB_WORD) as Tab[];
  const filter: ListFilter = { tab: tabs.find((t) => TAB_WORD[t] === params.get('tab')) ?? 'open' };
  const status = STATUS_ORDER.find((s: ViewStatus) => s === params.get('status'));
  if (status) filter.status = status;
  const agencyId = (params.get('instansi') ?? '').slice(0, 60);
  if (agencyId) filter.agencyId = agencyId;
  const site = params.get('situs') ?? '';
  if (SITES.includes(site)) filter.site = site as SiteId | 'none';
  const words = (params.get('cari') ?? '').slice(0, 200);
  if (words.trim()) filter.query = words;
  return filter;
}

/** The query string of a filter; empty for the plain list. `parseFilter` gives the same filter back. */
export function formatFilter(filter: ListFilter): string {
  const params = new URLSearchParams();
  if (filter.tab !== 'open') params.set('tab', TAB_WORD[filter.tab]);
  if (filter.status) params.set('status', filter.status);
  if (filter.agencyId) params.set('instansi', filter.agencyId);
  if (filter.site) params.set('situs', filter.site);
  if (filter.query?.trim()) params.set('cari', filter.query);
  return params.toString();
}

/** The route of an address's hash; the list for what is not understood, `start` when there is none. */
export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  if (text === '') return { page: 'start' };
  const mark = text.indexOf('?');
  const [head = '', tail = ''] = (mark < 0 ? text : text.slice(0, mark)).split('/');
  const query = mark < 0 ? '' : text.slice(mark + 1);
  const rest = decode(tail);
  if (head === 'aduan' && rest) return { page: 'complaint', id: rest, filter: parseFilter(query) };
  if (head === 'instansi') return { page: 'agencies', agencyId: rest };
  if (head === 'balasan') return { page: 'paste', complaintId: rest };
  if (head === 'pengaturan')
    return { page: 'settings', section: SECTIONS.find((s) => s === rest) ?? 'kantor' };
  if (head === 'mulai') return { page: 'setup', step: STEPS.find((s) => s === rest) ?? 'kantor' };
  return { page: 'list', filter: parseFilter(query) };
}

/** The hash of a route. A complaint's address keeps the filter, so that *next* means next in the same list. */
export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'start':
      return '';
    case 'list':
      return withQuery('#/aduan', route.filter);
    case 'complaint':
      return withQuery(`#/aduan/${encodeURIComponent(route.id)}`, route.filter);
    case 'agencies':
      return route.agencyId ? `#/instansi/${encodeURIComponent(route.agencyId)}` : '#/instansi';
    case 'paste':
      return route.complaintId ? `#/balasan/${encodeURIComponent(route.complaintId)}` : '#/balasan';
    case 'settings':
      return `#/pengaturan/${route.section}`;
    case 'setup':
      return route.step === 'kantor' ? '#/mulai' : `#/mulai/${route.step}`;
  }
}

function withQuery(path: string, filter: ListFilter): string {
  const query = formatFilter(filter);
  return query ? `${path}?${query}` : path;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

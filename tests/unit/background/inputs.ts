import { DEFAULT_SETTINGS } from '../../../complaints/settings.ts';
import type { Input, MessageName } from '../../../protocol/contract.ts';
import { agency, T0 } from '../../storage/samples.ts';

const complaintId = 'instagram:AAAAA11111';

/** One sound input for every message of the contract. */
export const INPUTS: { [N in MessageName]: Input<N> } = {
  'page.flag': {
    reading: {
      site: 'instagram',
      surface: 'feed',
      pageUrl: 'https://www.instagram.com/',
      readAt: T0,
      dom: { source: 'dom', names: [complaintId] },
      raw: [],
      marker: 'data-abcdef12',
    },
  },
  'page.states': { names: [complaintId] },
  'page.acts': {},
  'page.open': { complaintId },
  'page.manual': { pageUrl: 'https://www.instagram.com/explore/' },
  'page.undoFlag': { token: 'none' },
  'complaint.create': { url: '', text: 'Got mampet', place: '', inboxIds: [] },
  'complaint.correct': { complaintId, field: 'place', value: 'Baamang' },
  'complaint.sensitive': { complaintId, sensitive: true },
  'complaint.forward': {
    complaintId,
    agencyId: 'dishub',
    channel: 'whatsapp',
    outcome: 'opened',
    preset: 'normal',
    termMs: null,
    photoHashes: [],
    message: 'Yth.',
  },
  'complaint.remind': { complaintId, channel: 'whatsapp', outcome: 'opened', message: 'Mohon' },
  'complaint.respond': { complaintId, kind: 'initial', text: 'Siap', at: T0, inboxIds: [], via: 'hand' },
  'complaint.resolve': { complaintId, note: '', inboxIds: [] },
  'complaint.dismiss': { complaintId, note: '' },
  'complaint.reopen': { complaintId, note: '' },
  'complaint.undo': { eventId: 'none' },
  'complaint.purge': { complaintId },
  'complaint.show': { complaintId },
  'photo.retry': { complaintId },
  'photo.add': { complaintId, inboxIds: [] },
  'agency.save': { agencies: [agency('dishub')] },
  'agency.remove': { agencyId: 'dishub' },
  'settings.save': { settings: DEFAULT_SETTINGS },
  'backup.import': { inboxId: 'none' },
  'store.rebuild': {},
};

import { agenciesOf } from '../../complaints/agencies/index.ts';
import type { Agency } from '../../complaints/agency.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../complaints/settings.ts';

/** A regency office that has set everything up; people and numbers are invented. */
export const seedSettings: Settings = {
  ...DEFAULT_SETTINGS,
  office: 'Kabupaten Kotawaringin Timur',
  signatory: 'Bupati Kotawaringin Timur',
  prefix: 'KTM',
  setup: 'done',
};

const HEADS: Record<string, { name: string; phone: string; standing?: 'plt' }> = {
  hub: { name: 'Bpk. Rahmadi Surya Atmaja', phone: '6281255500142' },
  dlh: { name: 'Ibu Noorhalisa Wardhani', phone: '6281255500198' },
  pdam: { name: 'Bpk. Mahyuni Effendi', phone: '6281255500177' },
  pu: { name: 'Bpk. Hendrawan Kusuma Ningrat Poerwokusumo', phone: '6281255500133', standing: 'plt' },
  bpbd: { name: 'Bpk. Yansen Dibyo', phone: '6281255500121' },
  duk: { name: 'Ibu Siti Raudah', phone: '' },
};

/** The regency's list with some heads filled in, one without a number and one that was closed. */
export function seedAgencies(now: number): Agency[] {
  return agenciesOf('kotim', now).map((agency) => {
    const head = HEADS[agency.id];
    if (head) {
      agency.heads = [{ name: head.name, standing: head.standing ?? 'definitive', from: 0 }];
      agency.phone = head.phone;
    }
    if (agency.id === 'hub') {
      agency.email = 'aduan@dishub.contoh.go.id';
      agency.accounts = [{ site: 'instagram', account: 'dishub.contoh' }];
    }
    if (agency.id === 'par') agency.retiredAt = now - 40 * 86_400_000;
    return agency;
  });
}

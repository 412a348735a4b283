import { type Agency, headAt, nameAt } from '../complaints/agency.ts';
import { oneLine } from './safe-text.ts';

/** How an office's name turns into its head's title; the first that matches. Own list of ordinary titles. */
const TITLES: readonly [RegExp, string][] = [
  [/^Kecamatan$/i, 'Camat'],
  [/^Kecamatan (.+)$/i, 'Camat $1'],
  [/^Kelurahan (.+)$/i, 'Lurah $1'],
  [/^(Desa .+)$/i, 'Kepala $1'],
  [/^Inspektorat(.*)$/i, 'Inspektur$1'],
  [/^Sekretariat Daerah (Bagian .+)$/i, 'Kepala $1'],
  [/^Sekretariat (Daerah|DPRD)(.*)$/i, 'Sekretaris $1$2'],
  [/^(RSUD|Rumah Sakit|Perumda|Perusahaan Umum|PDAM|PT|BUMD)(.*)$/, 'Direktur $1$2'],
  [/^(PLN|Pertamina|Operator)(.*)$/, 'Pimpinan $1$2'],
  [
    /^(Dinas|Badan|Satuan|Kantor|Bagian|Balai|Kepolisian|Kejaksaan|BPJS|Puskesmas|Unit|UPTD?|Kesyahbandaran)(.*)$/i,
    'Kepala $1$2',
  ],
];

/**
 * The head of the agency as a letter addresses him: `Plt. Kepala Dinas Perhubungan`. By office, not by name,
 * for heads change more often than the directory.
 * @param now epoch ms that decides which name and standing hold.
 */
export function addressee(agency: Agency, now: number): string {
  // A directory may have been made elsewhere.
  const name = oneLine(nameAt(agency, now).name);
  const found = TITLES.find(([pattern]) => pattern.test(name));
  const title = found ? name.replace(found[0], found[1]) : `Pimpinan ${name}`;
  const standing = headAt(agency, now)?.standing;
  const prefix = standing === 'plt' ? 'Plt. ' : standing === 'plh' ? 'Plh. ' : '';
  return prefix + title;
}

import type { Agency } from '../agency.ts';
import { generalAgencies, generalOutside } from './general.ts';
import { kotimAgencies, kotimOutside } from './kotim.ts';
import { type AgencyTemplate, agencyFromSeed } from './template.ts';

export type { AgencySeed, AgencyTemplate } from './template.ts';
export { agencyFromSeed } from './template.ts';

/** Complained about most in regencies' published figures: roads, rubbish, lights, papers, water, health. */
const frequent = ['dlh', 'hub', 'pu', 'duk', 'pdam', 'kes'] as const;

export const agencyTemplates: readonly AgencyTemplate[] = [
  { id: 'kotim', agencies: [...kotimAgencies, ...kotimOutside], frequent },
  { id: 'general', agencies: [...generalAgencies, ...generalOutside], frequent },
];

/** Records of one template, ready to be stored. `now` is epoch ms. */
export function agenciesOf(template: AgencyTemplate['id'], now: number): Agency[] {
  return agencyTemplates
    .filter((t) => t.id === template)
    .flatMap((t) => t.agencies.map((seed) => agencyFromSeed(seed, now)));
}

/** Ids of a template's six most frequent agencies, in the order of the first run. */
export function frequentOf(template: AgencyTemplate['id']): readonly string[] {
  return agencyTemplates.find((t) => t.id === template)?.frequent ?? [];
}

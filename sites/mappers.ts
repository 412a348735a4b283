import type { SiteId } from '../complaints/reading.ts';
import { facebookMapper } from './facebook/mapper.ts';
import { instagramMapper } from './instagram/mapper.ts';
import type { SiteMapper } from './site.ts';

export const mappers: Record<SiteId, SiteMapper> = { instagram: instagramMapper, facebook: facebookMapper };

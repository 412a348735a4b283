import type { DraftContext } from '../../channels/channel.ts';
import { agencyFromSeed, agencyTemplates } from '../../complaints/agencies/index.ts';
import type { Agency } from '../../complaints/agency.ts';
import { numberLabel } from '../../complaints/number.ts';
import type { Settings } from '../../complaints/settings.ts';
import { m } from '../../i18n/index.ts';

const HOUR = 3_600_000;

/** An invented complaint for previews of the very message that a head will get. Messages are Indonesian always. */
export function sampleContext(
  settings: Settings,
  agency: Agency | null,
  now: number,
  kind: DraftContext['kind'] = 'forward',
): DraftContext {
  const indonesian = { locale: 'id' } as const;
  const text = m.set_sample_text({}, indonesian);
  return {
    kind,
    complaint: {
      number: numberLabel({ prefix: settings.prefix, seq: 1, desk: '' }),
      gist: text,
      text,
      place: m.set_sample_place({}, indonesian),
      site: 'facebook',
      postedAt: now - 5 * HOUR,
      permalink: 'https://www.facebook.com/1000640021',
      presetLabel: '',
      dueAt: kind === 'forward' ? now + settings.terms.normal : now + 3 * HOUR,
      sensitive: false,
      author: null,
    },
    agency: agency ?? sampleAgency(now),
    settings,
    now,
    photos: [],
  };
}

function sampleAgency(now: number): Agency {
  const [template] = agencyTemplates;
  const seed = template?.agencies.find((s) => s.id === template.frequent[0]) ?? template?.agencies[0];
  if (!seed) throw new Error('no agency template');
  return agencyFromSeed(seed, now);
}

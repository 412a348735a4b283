import type { Island } from '../routes.ts';
import type { Json } from './attachments.ts';
import type { Doc } from './feed.ts';
import { digits, hash32, token } from './seeded.ts';

const island = (json: unknown): Island => ({ json });

const scheduled = (box: Json): Json => ({
  require: [['ScheduledServerJS', 'handle', null, [{ __bbox: box }]]],
});

/** A definition that the app reads at its start. */
export function definition(name: string, value: unknown): Island {
  return island(scheduled({ define: [[name, [], value, hash32(name) % 9000]] }));
}

/** One streamed part of a query that the server ran ahead. */
export function prefetched(query: string, doc: Doc, key: string): Island {
  const preloader = `adp_${query}RelayPreloader_${token(`preloader:${query}:${key}`, 24).replace(/[_-]/g, 'a')}`;
  const result = { ...doc, extensions: { ...doc.extensions, fulfilled_payloads: [] } };
  return island(
    scheduled({
      require: [
        [
          'RelayPrefetchedStreamCache',
          'next',
          [],
          [
            preloader,
            { __bbox: { complete: doc.extensions?.is_final === true, result, sequence_number: 0 } },
          ],
        ],
      ],
    }),
  );
}

/** Islands that every document has and that say nothing of any post. */
export function bystanders(key: string): Island[] {
  return [
    island(
      scheduled({
        require: [
          ['HasteSupportData', 'handle', null, [{ gkxData: { [digits(key, 5)]: { result: true } } }]],
        ],
      }),
    ),
    island(
      scheduled({ require: [['qplTimingsServerJS', null, null, [digits(`qpl:${key}`, 19), 'tierThree']]] }),
    ),
    island(
      scheduled({ require: [['CometPlatformRootClient', 'init', [], [{ locale: 'id_ID', dir: 'ltr' }]]] }),
    ),
    island({ require: [['bumpVultureJSHash', null, null, []]] }),
    prefetched(
      'CometNotificationsBadge',
      { data: { viewer: { notifications_unseen_count: hash32(key) % 12 } }, extensions: { is_final: true } },
      key,
    ),
    prefetched(
      'CometStoriesTray',
      { data: { viewer: { stories_tray_kind: 'unified' } }, extensions: { is_final: true } },
      key,
    ),
  ];
}

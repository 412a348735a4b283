import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instagramMapper as mapper } from '../../../sites/instagram/mapper.ts';
import { media, slides, versions } from '../../fixtures/instagram/media.ts';
import { CDN } from '../../fixtures/instagram/parts.ts';

const one = (raw: unknown) => {
  const layers = mapper.mapRaw([raw], 'island');
  expect(layers).toHaveLength(1);
  return layers[0];
};

describe('media object', () => {
  it('becomes a layer, with the largest size that is not cropped', () => {
    expect(one(media('DAbc_dE1-x'))).toEqual({
      source: 'island',
      names: ['instagram:DAbc_dE1-x', 'instagram:pk:3760000000000000001'],
      permalink: 'https://www.instagram.com/p/DAbc_dE1-x/',
      author: { handle: 'warga.teluk', id: '8001', name: 'Warga Teluk' },
      text: 'Jalan berlubang di depan pasar\nsudah sebulan #jalan dan belum diperbaiki.',
      postedAt: 1_763_600_000_000,
      place: 'Taman Kota Teluk',
      counts: { likes: 1234, comments: 34 },
      photos: [
        {
          url: `${CDN}/111_222_333_n.jpg?stp=dst-jpg_e35_tt6&oh=1440&oe=692C0DB1`,
          width: 1440,
          height: 1800,
          kind: 'photo',
        },
      ],
      paidPartnership: false,
    });
  });

  it('is found under any wrapper', () => {
    expect(mapper.mapRaw([{ a: [{ b: { node: { media: media('DDeep1') } } }] }], 'store')).toMatchObject([
      { source: 'store', names: ['instagram:DDeep1', 'instagram:pk:3760000000000000001'] },
    ]);
  });

  it('gives every slide of a carousel, and says when there are more', () => {
    const all = one(media('DCar01', { media_type: 8, carousel_media: slides(['1_1', '2_2', '3_3']) }));
    expect(all?.photos?.map((photo) => photo.width)).toEqual([1440, 1440, 1440]);
    expect(all?.photoTotal).toBeUndefined();
    const some = one(
      media('DCar01', { media_type: 8, carousel_media: slides(['1_1']), carousel_media_count: 5 }),
    );
    expect([some?.photos?.length, some?.photoTotal]).toEqual([1, 5]);
  });

  it('tells a video cover from a photo', () => {
    expect(one(media('DVid01', { media_type: 2 }))?.photos?.[0]?.kind).toBe('video-cover');
    const bare = { media_type: 2, image_versions2: null, display_uri: `${CDN}/9_n.jpg?a=1` };
    expect(one(media('DVid01', bare))?.photos).toEqual([{ url: `${CDN}/9_n.jpg?a=1`, kind: 'video-cover' }]);
  });

  it('tells nothing written from not told', () => {
    const empty = one(media('DEmpty1', { caption: null, location: null }));
    expect([empty?.text, empty?.place]).toEqual(['', '']);
    const { caption: _, location: __, ...less } = media('DLess01');
    expect(one(less)).not.toHaveProperty('text');
    expect(one(less)).not.toHaveProperty('place');
  });

  it('does not take hidden likes for figures', () => {
    const layer = one(media('DHid01', { like_and_view_counts_disabled: true, like_count: 3 }));
    expect(layer).toMatchObject({ countsHidden: true, counts: { comments: 34 } });
    expect(layer?.counts).not.toHaveProperty('likes');
  });

  it('takes the author from the owner when the user is no one', () => {
    const layer = one(media('DOwn01', { user: null, owner: { pk: '7', username: 'pemilik' } }));
    expect(layer?.author).toEqual({ handle: 'pemilik', id: '7' });
  });

  it.each([
    'http://scontent.cdninstagram.com/v/1_n.jpg',
    'https://scontent.cdninstagram.com.evil.example/v/1_n.jpg',
    'https://evil.example/scontent.cdninstagram.com/1_n.jpg',
    'https://user@scontent.cdninstagram.com/v/1_n.jpg',
    'https://scontent.cdninstagram.com:8443/v/1_n.jpg',
    'https://scontent.cdninstagram.com/v/t51.2885-19/1_n.jpg',
    'https://static.cdninstagram.com/rsrc/1.png',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
  ])('offers no photo from %s', (url) => {
    expect(
      one(media('DBad01', { image_versions2: { candidates: [{ url, width: 9, height: 9 }] } }))?.photos,
    ).toBeUndefined();
  });

  it('loses only the field that is wrong', () => {
    const layer = one(
      media('DWrong1', {
        taken_at: '1763600000',
        like_count: -4,
        caption: 'x',
        user: [],
        location: 5,
        image_versions2: 'no',
      }),
    );
    expect(layer).toEqual({
      source: 'island',
      names: ['instagram:DWrong1', 'instagram:pk:3760000000000000001'],
      permalink: 'https://www.instagram.com/p/DWrong1/',
      author: { id: '8001' },
      counts: { comments: 34 },
      paidPartnership: false,
    });
  });

  it('keeps any text verbatim', () => {
    const text = '\u202Eابحث\u200B <script>=cmd()</script> \uD800 🚧';
    expect(one(media('DText01', { caption: { text } }))?.text).toBe(text);
  });
});

describe('hostile input', () => {
  it('never throws, and a layer always names what it claims', () => {
    const shaped = fc.record({
      code: fc.oneof(fc.string(), fc.constant('DAbc_dE1-x'), fc.anything()),
      pk: fc.anything(),
      taken_at: fc.anything(),
      caption: fc.oneof(fc.anything(), fc.record({ text: fc.anything() })),
      user: fc.anything(),
      carousel_media: fc.oneof(fc.anything(), fc.array(fc.anything())),
      image_versions2: fc.oneof(fc.anything(), fc.record({ candidates: fc.array(fc.anything()) })),
      location: fc.anything(),
      like_count: fc.anything(),
      original_width: fc.anything(),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), shaped), { maxLength: 4 }), (raw) => {
        for (const layer of mapper.mapRaw(raw, 'store')) {
          expect(layer.names[0]).toMatch(/^instagram:[\w-]{5,64}$/);
          for (const photo of layer.photos ?? []) expect(photo.url).toMatch(/^https:/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is bounded in depth, breadth and time', () => {
    let deep: unknown = media('DDeep99');
    for (let i = 0; i < 50_000; i++) deep = { deep };
    const wide = Array.from({ length: 200_000 }, (_, i) => ({ i }));
    const started = performance.now();
    expect(mapper.mapRaw([deep], 'island')).toEqual([]);
    expect(mapper.mapRaw([wide], 'island')).toEqual([]);
    expect(
      mapper.mapRaw(
        Array.from({ length: 500 }, () => media('DMany01')),
        'island',
      ),
    ).toHaveLength(16);
    const images = { candidates: Array.from({ length: 5000 }, () => versions('1').candidates[0]) };
    mapper.mapRaw([media('DHuge01', { image_versions2: images })], 'island');
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('survives objects that answer with errors', () => {
    const trap = Object.defineProperty({}, 'code', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(mapper.mapRaw([trap, media('DGood01')], 'store')).toHaveLength(1);
    expect(mapper.mapRaw(null as unknown as unknown[], 'store')).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['https://www.instagram.com/p/DAbc_dE1-x/', 'DAbc_dE1-x'],
    ['https://www.instagram.com/warga/reel/DAbc12/?igsh=x', 'DAbc12'],
    ['https://instagram.com/tv/DAbc12', 'DAbc12'],
    ['https://www.instagram.com/reels/DAbc12/', 'DAbc12'],
  ])('%s is %s', (address, code) => {
    expect(mapper.fromUrl(new URL(address))).toEqual({
      key: `instagram:${code}`,
      aliases: [`instagram:${code}`],
      permalink: `https://www.instagram.com/p/${code}/`,
    });
  });

  it.each([
    'https://www.instagram.com/',
    'https://www.instagram.com/warga/',
    'https://www.instagram.com/reels/audio/123456/',
    'https://evil.example/p/DAbc12/',
    'https://www.instagram.com/p/ab/',
  ])('%s is no post', (address) => expect(mapper.fromUrl(new URL(address))).toBeNull());
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentity } from '../../../complaints/identity.ts';
import { facebookMapper as mapper } from '../../../sites/facebook/mapper.ts';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/facebook/${name}`, `file://${__dirname}/`), 'utf8'));

describe('stories', () => {
  it('reads an album whatever the wrapper', () => {
    const story = fixture('story-album.json');
    const [layer, ...rest] = mapper.mapRaw([story], 'island');
    expect(rest).toEqual([]);
    expect(layer).toEqual({
      source: 'island',
      names: [
        'facebook:700100200300',
        'facebook:pfbid0RahmatTumbang1a2b3c',
        'facebook:photo:5550001',
        'facebook:photo:5550002',
      ],
      permalink: 'https://www.facebook.com/rahmat.tumbang/posts/pfbid0RahmatTumbang1a2b3c/',
      author: { handle: 'rahmat.tumbang', id: '100000000000011', name: 'Rahmat Tumbang' },
      text: 'Jembatan kayu di Sungai Ketapi patah lagi 🙏\nSudah tiga minggu.\n\nLihat tautan ini. Anak sekolah terpaksa memutar tujuh kilometer.',
      postedAt: 1_790_000_123_000,
      counts: { likes: 1187, comments: 87, shares: 1034 },
      audience: 'public',
      place: 'Desa Ketapi',
      photos: [
        expect.objectContaining({
          kind: 'photo',
          width: 2048,
          url: expect.stringContaining('s2048x2048_tt6&oh=00_C'),
        }),
        expect.objectContaining({ kind: 'photo', width: 590, url: expect.stringContaining('44_55_66_n') }),
      ],
      photoTotal: 6,
    });
    expect(mapper.mapRaw([{ a: [{ b: { c: story } }] }], 'store')[0]?.names).toEqual(layer?.names);
  });

  it('stops at the shared post', () => {
    const layers = mapper.mapRaw([fixture('story-reshare.json')], 'island');
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({
      names: ['facebook:700100200800', 'facebook:pfbid0LinaPuspaAbc123'],
      author: { handle: 'lina.puspa' },
      text: 'Tolong dibantu sebarkan.',
      postedAt: 1_790_100_000_000,
    });
    expect(layers[0]?.photos).toBeUndefined();
    expect(layers[0]?.counts).toBeUndefined();
  });

  it('reads the store: keys with arguments, anonymous member, words kept back, video, rounded count', () => {
    const [layer] = mapper.mapRaw([fixture('story-store.json')], 'store');
    expect(layer).toEqual({
      source: 'store',
      names: ['facebook:700100200500', 'facebook:video:434343434343'],
      permalink: 'https://www.facebook.com/groups/888000888/posts/700100200500/',
      author: { name: 'Anggota anonim' },
      text: 'Air PDAM keruh sejak Senin. Sudah kami laporkan dua kali ke kantor',
      textCut: true,
      postedAt: 1_790_200_000_000,
      counts: { likes: 10_000, comments: 4, approximate: true },
      audience: 'group',
      photos: [expect.objectContaining({ kind: 'video-cover', width: 960 })],
    });
  });

  it('maps each streamed part by itself', () => {
    const part = {
      id: 'UzpfSone',
      comet_sections: {
        metadata: [
          {
            story: { creation_time: 1_790_000_123, url: 'https://www.facebook.com/a.b.c/posts/700100200300' },
          },
        ],
      },
    };
    expect(
      mapper.mapRaw(
        [{ __typename: 'Story', id: 'UzpfSone', post_id: '700100200300', message: null, actors: [] }, part],
        'island',
      ),
    ).toMatchObject([
      { names: ['facebook:700100200300'], text: '' },
      { names: ['facebook:700100200300'], postedAt: 1_790_000_123_000 },
    ]);
  });

  it('knows a part by the inner id that it shares with the story', () => {
    const whole = { __typename: 'Story', id: 'UzpfSone', post_id: '700100200300' };
    const part = {
      id: 'UzpfSone',
      comet_sections: { metadata: [{ story: { privacy_scope: { description: 'Publik' } } }] },
    };
    expect(mapper.mapRaw([part, whole], 'island')).toMatchObject([
      { names: ['facebook:700100200300'], audience: 'public' },
      {},
    ]);
    expect(mapper.mapRaw([part], 'island')).toEqual([]);
    expect(mapper.mapRaw([{ ...part, id: 'UzpfStwo' }, whole], 'island')).toHaveLength(1);
  });

  it('takes the number from feedback or the older inner id', () => {
    const by = (extra: object): string[] | undefined =>
      mapper.mapRaw([{ __typename: 'Story', actors: [{ id: '100000000000011' }], ...extra }], 'island')[0]
        ?.names;
    expect(by({ feedback: { id: btoa('feedback:700100200300') } })).toEqual(['facebook:700100200300']);
    expect(by({ id: btoa('S:_I100000000000011:700100200300:700100200300') })).toEqual([
      'facebook:700100200300',
    ]);
    expect(by({ feedback: { id: btoa('feedback:700100200300_55') } })).toEqual([]);
    expect(by({ post_id: '700100200300', feedback: { id: btoa('feedback:999999999') } })).toEqual([
      'facebook:700100200300',
    ]);
  });

  it('counts nothing that belongs to another feedback', () => {
    const [layer] = mapper.mapRaw(
      [
        {
          __typename: 'Story',
          post_id: '700100200300',
          feedback: { id: btoa('feedback:999999999'), reaction_count: { count: 5 } },
        },
      ],
      'island',
    );
    expect(layer?.counts).toBeUndefined();
  });

  it('keeps a text of 63,000 characters, direction marks and all; mends half characters', () => {
    const words = `\u202e<script>=cmd()\u200b🙏${'a'.repeat(63_000)}`;
    const story = { __typename: 'Story', post_id: '700100200300', message: { text: words } };
    expect(mapper.mapRaw([story], 'island')[0]?.text).toBe(words);
    story.message.text = 'x\ud83d';
    expect(mapper.mapRaw([story], 'island')[0]?.text).toBe('x\ufffd');
  });

  it('offers pictures of the CDN only', () => {
    const media = (uri: string) => ({
      __typename: 'Photo',
      id: '5550001',
      image: { uri, width: 10, height: 10 },
    });
    const layer = mapper.mapRaw(
      [
        {
          __typename: 'Story',
          post_id: '700100200300',
          attachments: [
            'javascript:alert(1)',
            'https://evil.example/v/t39.30808-6/1_n.jpg',
            'https://scontent.fbcdn.net.evil.example/v/1_n.jpg',
            'http://scontent.xx.fbcdn.net/v/t39.30808-6/1_n.jpg',
            'https://scontent.xx.fbcdn.net/v/t39.30808-1/avatar_n.jpg',
            'https://static.xx.fbcdn.net/rsrc.php/x.png',
          ].map((uri) => ({ media: media(uri) })),
        },
      ],
      'store',
    )[0];
    expect(layer?.photos).toBeUndefined();
  });
});

describe('hostile input', () => {
  it('never throws and names only well-formed posts', () => {
    const key = fc.constantFrom(
      '__typename',
      'post_id',
      'id',
      'feedback',
      'story',
      'comet_sections',
      'message',
      'text',
      'actors',
      'attachments',
      'media',
      'image',
      'uri',
      'creation_time',
      'url',
      'permalink_url',
      'reaction_count',
      'count',
      'all_subattachments',
      'privacy_scope',
      'description',
      'title',
      'ranges',
      'attached_story',
      'url(site:"www")',
    );
    const leaf = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom(
        'Story',
        'Photo',
        'Video',
        'Comment',
        '700100200300',
        'https://www.facebook.com/a.b.c/posts/5',
      ),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 8 }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), (raw) => {
        for (const layer of mapper.mapRaw(raw, 'store')) {
          for (const name of layer.names)
            expect(name).toMatch(/^facebook:(?:\d{5,25}|pfbid\w+|(?:photo|video|share):[\w.-]+)$/);
          if (layer.postedAt !== undefined) expect(Number.isInteger(layer.postedAt)).toBe(true);
          for (const photo of layer.photos ?? [])
            expect(photo.url).toMatch(/^https:\/\/[\w.-]+\.fbcdn\.net\//);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('survives cycles, depth and size', () => {
    const cyclic: Record<string, unknown> = {
      __typename: 'Story',
      post_id: '700100200300',
      message: { text: 'a' },
    };
    cyclic.story = cyclic;
    cyclic.comet_sections = { content: { story: cyclic }, list: [cyclic] };
    expect(mapper.mapRaw([cyclic, cyclic], 'store')).toMatchObject([
      { names: ['facebook:700100200300'], text: 'a' },
    ]);
    let deep: unknown = { __typename: 'Story', post_id: '700100200300' };
    for (let i = 0; i < 100_000; i++) deep = { story: deep };
    expect(() => mapper.mapRaw([deep], 'island')).not.toThrow();
    let inside: unknown = {};
    for (let i = 0; i < 100_000; i++) inside = { story: inside };
    expect(
      mapper.mapRaw([{ __typename: 'Story', post_id: '700100200300', x: inside }], 'island'),
    ).toHaveLength(1);
    const wide = Array.from({ length: 300_000 }, (_, i) => ({ i }));
    expect(() =>
      mapper.mapRaw([wide, { __typename: 'Story', post_id: '700100200300', wide }], 'island'),
    ).not.toThrow();
    expect(
      mapper.mapRaw(
        Array.from({ length: 500 }, (_, i) => ({ __typename: 'Story', post_id: String(100000 + i) })),
        'store',
      ).length,
    ).toBeLessThanOrEqual(24);
  });
});

describe('addresses', () => {
  const N = '700100200300';
  const P = 'pfbid02abcDEFghiJKLmnopQRSTuvwxyz';
  const F = 'https://www.facebook.com';
  it.each([
    [`${F}/rahmat.tumbang/posts/${N}`, `facebook:${N}`, [`facebook:${N}`], `${F}/rahmat.tumbang/posts/${N}/`],
    [
      `${F}/rahmat.tumbang/posts/jembatan-patah/${N}/?__cft__[0]=AZ&__tn__=x`,
      `facebook:${N}`,
      [`facebook:${N}`],
      `${F}/rahmat.tumbang/posts/${N}/`,
    ],
    [
      // A link to a comment names the comment alone.
      `${F}/rahmat.tumbang/posts/${P}?comment_id=1&fbclid=z`,
      null,
      ['facebook:comment:1'],
      `${F}/rahmat.tumbang/posts/${P}/?comment_id=1`,
    ],
    [
      `${F}/groups/888/posts/${N}/?comment_id=810001&reply_comment_id=810002&__cft__[0]=A`,
      `facebook:${N}#810002`,
      [`facebook:${N}#810002`, 'facebook:comment:810002'],
      `${F}/groups/888/posts/${N}/?comment_id=810001&reply_comment_id=810002`,
    ],
    [
      `https://l.facebook.com/l.php?u=${encodeURIComponent(`${F}/a.b.c/posts/${N}`)}&h=AT0`,
      `facebook:${N}`,
      [`facebook:${N}`],
      `${F}/a.b.c/posts/${N}/`,
    ],
    [
      `https://mbasic.facebook.com/groups/888?view=permalink&id=${N}`,
      `facebook:${N}`,
      [`facebook:${N}`],
      `${F}/groups/888/posts/${N}/`,
    ],
    [
      `${F}/rahmat.tumbang/posts/jembatan-patah/${P}`,
      null,
      [`facebook:${P}`],
      `${F}/rahmat.tumbang/posts/${P}/`,
    ],
    [
      `${F}/permalink.php?story_fbid=${P}&id=100000000000041&mibextid=q`,
      null,
      [`facebook:${P}`],
      `${F}/permalink.php?story_fbid=${P}&id=100000000000041`,
    ],
    [
      `https://m.facebook.com/story.php?story_fbid=${N}&id=100000000000041&_rdr`,
      `facebook:${N}`,
      [`facebook:${N}`],
      `${F}/permalink.php?story_fbid=${N}&id=100000000000041`,
    ],
    [
      `https://web.facebook.com/groups/888/posts/${N}/?_rdc=1&_rdr`,
      `facebook:${N}`,
      [`facebook:${N}`],
      `${F}/groups/888/posts/${N}/`,
    ],
    [
      `${F}/groups/info.warga/permalink/${N}/`,
      `facebook:${N}`,
      [`facebook:${N}`],
      `${F}/groups/info.warga/posts/${N}/`,
    ],
    [
      `${F}/groups/888/?multi_permalinks=${N}&notif_id=1&ref=notif`,
      `facebook:${N}`,
      [`facebook:${N}`],
      `${F}/groups/888/posts/${N}/`,
    ],
    [
      `${F}/photo/?fbid=5550001&set=pcb.${N}&__cft__[0]=AZ`,
      `facebook:${N}`,
      [`facebook:${N}`, 'facebook:photo:5550001'],
      `${F}/photo/?fbid=5550001&set=pcb.${N}`,
    ],
    [
      `${F}/photo.php?fbid=5550001&set=a.99&type=3`,
      null,
      ['facebook:photo:5550001'],
      `${F}/photo/?fbid=5550001&set=a.99`,
    ],
    [`${F}/photo?fbid=5550001`, null, ['facebook:photo:5550001'], `${F}/photo/?fbid=5550001`],
    [
      `${F}/rahmat.tumbang/photos/pcb.${N}/5550001/`,
      `facebook:${N}`,
      [`facebook:${N}`, 'facebook:photo:5550001'],
      `${F}/photo/?fbid=5550001&set=pcb.${N}`,
    ],
    [`${F}/rahmat.tumbang/photos/5550001`, null, ['facebook:photo:5550001'], `${F}/photo/?fbid=5550001`],
    [
      `${F}/warta/videos/banjir-besar/434343434343/`,
      null,
      ['facebook:video:434343434343'],
      `${F}/warta/videos/434343434343/`,
    ],
    [
      `${F}/watch/?v=434343434343&ref=sharing`,
      null,
      ['facebook:video:434343434343'],
      `${F}/watch/?v=434343434343`,
    ],
    [`${F}/watch/live/?v=434343434343`, null, ['facebook:video:434343434343'], `${F}/watch/?v=434343434343`],
    [`${F}/reel/434343434343/?s=x`, null, ['facebook:video:434343434343'], `${F}/reel/434343434343/`],
    [`${F}/share/p/18abcXYZ/?mibextid=w`, null, ['facebook:share:18abcXYZ'], `${F}/share/p/18abcXYZ/`],
    [`${F}/share/18abcXYZ`, null, ['facebook:share:18abcXYZ'], `${F}/share/18abcXYZ/`],
    ['https://fb.watch/abcDEF12/', null, ['facebook:share:abcDEF12'], 'https://fb.watch/abcDEF12/'],
  ])('%s', (address, key, aliases, permalink) => {
    expect(mapper.fromUrl(new URL(address))).toEqual({ key, aliases, permalink });
    expect(key === null || isIdentity(key)).toBe(true);
  });

  it.each([
    `${F}/`,
    `${F}/desa.ulak`,
    `${F}/groups/888/`,
    `${F}/groups/888/posts/`,
    `${F}/groups/888/posts/abc/`,
    `${F}/reel/`,
    `${F}/permalink.php?id=5`,
    `${F}/photo/`,
    `${F}/events/5550001`,
    `https://evil.example/a.b.c/posts/${N}`,
    `https://www.facebook.com.evil.example/a.b.c/posts/${N}`,
    `javascript:https://www.facebook.com/a.b.c/posts/${N}`,
    `ftp://www.facebook.com/a.b.c/posts/${N}`,
    `${F}/l.php?u=https%3A%2F%2Fwww.example.org%2Fa%2Fposts%2F${N}`,
  ])('%s is no post', (address) => {
    expect(mapper.fromUrl(new URL(address))).toBeNull();
  });

  it('shows the best permalink there is', () => {
    const key = `facebook:${N}`;
    const layer = (permalink?: string, id?: string) => ({
      source: 'dom' as const,
      names: [],
      ...(permalink && { permalink }),
      ...(id && { author: { id } }),
    });
    expect(
      mapper.permalinkOf(key, [layer(`${F}/a.b.c/posts/${P}/`), layer(`${F}/groups/888/posts/${N}/`)]),
    ).toBe(`${F}/groups/888/posts/${N}/`);
    expect(
      mapper.permalinkOf(key, [layer(`${F}/photo/?fbid=1&set=pcb.${N}`), layer(`${F}/a.b.c/posts/${P}/`)]),
    ).toBe(`${F}/a.b.c/posts/${P}/`);
    expect(mapper.permalinkOf(key, [layer(undefined, '100000000000041')])).toBe(
      `${F}/100000000000041/posts/${N}/`,
    );
    expect(mapper.permalinkOf(key, [])).toBe(`${F}/${N}`);
  });
});

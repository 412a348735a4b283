import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftComplaint } from '../../../channels/channel.ts';
import { messageText, publicReplyText, recordOf, subjectText } from '../../../channels/message.ts';
import { anonymousLink } from '../../../channels/permalink.ts';
import { withoutQuotes } from '../../../channels/quotes.ts';
import { setLocale } from '../../../i18n/index.ts';
import { context } from './context.ts';

beforeEach(() => setLocale('id'));

describe('a comment', () => {
  const comment = { comment: true, permalink: 'https://www.instagram.com/p/DAbc_12-xY/c/17900000000000011/' };
  test('is called one, and its link leads to it', () => {
    const text = messageText(context({}, comment));
    expect(text).toMatch(/^Sumber: komentar di unggahan Instagram, 2 Ag[tu]\w* 2026 19\.40 WIB$/m);
    expect(text).toContain('\nhttps://www.instagram.com/p/DAbc_12-xY/c/17900000000000011/\n');
    expect(messageText(context({}, { ...comment, postedAt: null }))).toMatch(
      /^Sumber: komentar di unggahan Instagram$/m,
    );
  });

  test.each([
    [
      'https://www.instagram.com/warga.x/p/DAbc_12/c/17900000000000011/r/17900000000000022/?hl=id',
      'https://www.instagram.com/p/DAbc_12/c/17900000000000011/r/17900000000000022/',
    ],
    ['https://www.instagram.com/p/DAbc_12/liked_by/', 'https://www.instagram.com/p/DAbc_12/'],
    [
      'https://www.facebook.com/groups/1180042/posts/998877665/?comment_id=123456789&reply_comment_id=223456789&__cft__=x',
      'https://www.facebook.com/groups/1180042/posts/998877665/?comment_id=123456789&reply_comment_id=223456789',
    ],
    [
      'https://www.facebook.com/permalink.php?story_fbid=998877665&id=100064&comment_id=123456789',
      'https://www.facebook.com/permalink.php?story_fbid=998877665&id=100064&comment_id=123456789',
    ],
    [
      'https://www.facebook.com/groups/1180042/posts/998877665/?comment_id=siti.rahmah',
      'https://www.facebook.com/groups/1180042/posts/998877665/',
    ],
  ])('%s', (link, safe) => expect(anonymousLink(link)).toBe(safe));
});

describe('a share', () => {
  const shared = {
    text: 'Banjir lagi di Jalan Anggur, kata @rahmah.sampit',
    author: { handle: 'rahmah.sampit' },
  };
  test('both are in the message, told apart, and neither person is', () => {
    const text = messageText(context({}, { text: 'Ini depan rumah kami juga', shared }));
    expect(text).toContain(
      'Ini depan rumah kami juga\n(Warga membagikan unggahan lain, yang berbunyi: "Banjir lagi di Jalan Anggur, kata warga")',
    );
    expect(recordOf(context({}, { shared })).text).not.toContain('rahmah');
  });
  test('without own words the original alone', () => {
    const text = messageText(context({}, { text: '', gist: '', shared }));
    expect(text).toContain('\nWarga membagikan unggahan lain, yang berbunyi: "Banjir');
    expect(text).not.toContain('(Warga');
  });
});

describe('a post that is not public', () => {
  const original =
    'Air ledeng di perumahan kami keruh dan berbau sejak hari Minggu, tanya saja Bu Siti Rahmah';
  const hidden = (change: Partial<DraftComplaint> = {}) =>
    context(
      {},
      {
        notPublic: true,
        original,
        text: original,
        gist: original,
        shared: { text: original, author: null },
        ...change,
      },
    );

  test('is neither quoted nor named nor linked, in message, reminder, subject, reply and file', () => {
    const all = [
      messageText(hidden()),
      messageText({ ...hidden(), kind: 'remind' }),
      subjectText(hidden()),
      publicReplyText(hidden()),
      JSON.stringify(recordOf(hidden())),
    ].join('\n');
    expect(all).not.toMatch(/ledeng|keruh|perumahan kami|Siti|https?:/);
    expect(all).toContain('tidak publik');
    expect(messageText(hidden())).toMatch(/^Sumber: unggahan Instagram, .*\(tidak publik, tidak dikutip\)$/m);
  });

  test('the official’s own summary is said', () => {
    const own = 'Pelanggan melaporkan gangguan mutu air PDAM di kawasan perumahan';
    expect(messageText(hidden({ text: own }))).toContain(`\n${own}\n`);
    expect(subjectText(hidden({ gist: own }))).toContain('gangguan mutu air');
  });

  test('own words with a quotation in them lose it, in the field and in the message typed over', () => {
    const mixed = `Warga menulis: ${original}. Mohon dicek.`;
    for (const text of [messageText(hidden({ text: mixed })), messageText({ ...hidden(), text: mixed })]) {
      expect(text).toMatch(/Warga menulis: … ?\. Mohon dicek\./);
      expect(text).not.toContain('keruh');
    }
  });

  test('no run of five words of the original comes through, however they are mixed', () => {
    const word = fc.constantFrom('air', 'keruh', 'dan', 'bau', 'jalan', 'Pelita', 'malam', 'kami');
    const words = fc.array(word, { maxLength: 14 });
    fc.assert(
      fc.property(words, words, fc.nat(14), (theirs, ours, at) => {
        const own = [...ours.slice(0, at), ...theirs, ...ours.slice(at)].join(' ');
        const kept = withoutQuotes(own, theirs.join(', ')).toLowerCase();
        for (let i = 0; i + 5 <= theirs.length; i++)
          expect(kept).not.toContain(
            theirs
              .slice(i, i + 5)
              .join(' ')
              .toLowerCase(),
          );
        expect(withoutQuotes(ours.join(' '), '')).toBe(ours.join(' '));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a short original is a quotation as a whole only', () => {
    expect(withoutQuotes('Jalan rusak!', 'jalan rusak')).toBe('');
    expect(withoutQuotes('Ada jalan rusak di Pelita', 'jalan rusak')).toBe('Ada jalan rusak di Pelita');
  });
});

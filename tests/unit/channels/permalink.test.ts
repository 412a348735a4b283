import { describe, expect, test } from 'vitest';
import { anonymousLink } from '../../../channels/permalink.ts';

const fb = 'https://www.facebook.com';
const PFBID = 'pfbid02aBcDeFgHiJkLmNoPq';

describe('Instagram', () => {
  test.each([
    [
      'https://www.instagram.com/warga.baamang/p/DAbc_12-xY/?igsh=1',
      'https://www.instagram.com/p/DAbc_12-xY/',
    ],
    ['https://instagram.com/p/DAbc_12-xY/?img_index=2#x', 'https://www.instagram.com/p/DAbc_12-xY/'],
    ['https://www.instagram.com/warga/reel/DAbc_12-xY/', 'https://www.instagram.com/reel/DAbc_12-xY/'],
    ['https://www.instagram.com/p/DAbc_12-xY/c/1789/', 'https://www.instagram.com/p/DAbc_12-xY/'],
    ['https://www.instagram.com/warga.baamang/', null],
    ['https://www.instagram.com/stories/warga.baamang/123456/', null],
  ])('%s', (link, expected) => expect(anonymousLink(link)).toBe(expected));
});

describe('Facebook', () => {
  test.each([
    [`${fb}/siti.rahmah/posts/1234567890`, '', `${fb}/1234567890`],
    [`${fb}/siti.rahmah/posts/judul-unggahan/1234567890/?__cft__[0]=x`, '', `${fb}/1234567890`],
    [
      `${fb}/siti.rahmah/posts/1234567890`,
      '100012345',
      `${fb}/permalink.php?story_fbid=1234567890&id=100012345`,
    ],
    [`${fb}/siti.rahmah/posts/${PFBID}`, '100012345', `${fb}/permalink.php?story_fbid=${PFBID}&id=100012345`],
    [`${fb}/siti.rahmah/posts/${PFBID}`, '', null],
    [`${fb}/100012345/posts/1234567890`, '', `${fb}/permalink.php?story_fbid=1234567890&id=100012345`],
    [
      `${fb}/permalink.php?story_fbid=${PFBID}&id=100012345&__tn__=x`,
      '',
      `${fb}/permalink.php?story_fbid=${PFBID}&id=100012345`,
    ],
    [`${fb}/permalink.php?story_fbid=${PFBID}&id=siti.rahmah`, '', null],
    [`${fb}/groups/infosampit/posts/998877665/?comment_id=1`, '', `${fb}/groups/infosampit/posts/998877665/`],
    [`${fb}/groups/445566778/permalink/998877665`, '', `${fb}/groups/445566778/posts/998877665/`],
    [`${fb}/groups/445566778?multi_permalinks=998877665`, '', `${fb}/groups/445566778/posts/998877665/`],
    [`${fb}/siti.rahmah/photos/a.11/998877665`, '', `${fb}/photo/?fbid=998877665`],
    [`${fb}/photo/?fbid=998877665&set=pcb.1`, '', `${fb}/photo/?fbid=998877665`],
    [`${fb}/siti.rahmah/videos/judul/998877665`, '', `${fb}/watch/?v=998877665`],
    [`${fb}/reel/998877665?s=x`, '', `${fb}/reel/998877665/`],
    [`${fb}/share/p/1AbCdEfG/`, '', `${fb}/share/p/1AbCdEfG/`],
    [`https://web.facebook.com/siti.rahmah/posts/1234567890?_rdc=1`, '', `${fb}/1234567890`],
    [`${fb}/siti.rahmah`, '', null],
  ])('%s (%s)', (link, actor, expected) => expect(anonymousLink(link, actor)).toBe(expected));
});

describe('others', () => {
  test.each([
    ['https://user:pw@contoh.go.id/a?b=1#c', 'https://contoh.go.id/a?b=1'],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['bukan tautan', ''],
    ['https://www.instagram.com/', ''],
    ['https://www.instagram.com/explore/', ''],
    [`${fb}/`, ''],
    [`${fb}/home.php?ref=x`, ''],
    [`${fb}/groups/infosampit/`, `${fb}/groups/infosampit/`],
    [`${fb}/groups/infosampit/user/100012345/`, null],
    ['https://facebook.com.jahat.id/siti/posts/1', 'https://facebook.com.jahat.id/siti/posts/1'],
    [`${fb}/share/p/%E0%A4%A/`, null],
  ])('%s', (link, expected) => expect(anonymousLink(link)).toBe(expected));
});

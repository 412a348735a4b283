import type { Page } from 'puppeteer-core';
import type { Agency } from '../../complaints/agency.ts';
import { accountOf } from '../../components/settings/agency-draft.ts';
import type { Lab, LabPost, SiteId } from '../lab/types.ts';
import { type PageButton, pageButtons, until } from './browser.ts';
import { complaint, keyOf, must, pause } from './fault-kit.ts';
import { flag } from './steps.ts';

/** An agency with its own accounts, a post that was forwarded to it, and what stands under that post then. */

export const AGENCY = 'dishub';
export const ACCOUNTS = { instagram: 'dishub.ketapi', facebook: 'dishub.ketapi' };
/** Every name of a button on a post that has a number. */
export const NUMBERED = /ADU-\d{4}/;
export const OFFER = /^Ada tanggapan Dishub/;
export const ALIKE = /^Mirip akun Dishub/;

export function agencyWithAccounts(): Agency {
  const accounts = (['instagram', 'facebook'] as const).map((site) => ({
    site,
    account: accountOf(`https://www.${site}.com/${ACCOUNTS[site]}`) ?? '',
  }));
  return {
    id: AGENCY,
    names: [{ name: 'Dinas Perhubungan Kabupaten Ketapi', short: 'Dishub', from: 0 }],
    aliases: [],
    topics: [],
    outside: false,
    heads: [],
    phone: '628125550142',
    email: '',
    accounts,
    channel: '',
    retiredAt: null,
    lastUsedAt: 0,
    updatedAt: 0,
  };
}

export async function saveAgency(inspector: Page): Promise<void> {
  await must(inspector, 'agency.save', { agencies: [agencyWithAccounts()] });
}

export const forwarding = (post: LabPost) => ({
  complaintId: keyOf(post),
  agencyId: AGENCY,
  channel: 'whatsapp',
  outcome: 'opened' as const,
  preset: 'normal' as const,
  termMs: null,
  photoHashes: [],
  message: 'Mohon ditindaklanjuti',
});

/** Posts of a site that stand on a page of their own with few comments, so that all of them are on the screen. */
export function roomy(lab: Lab, site: SiteId): LabPost[] {
  const posts = lab.world[site].feed.flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []));
  return [...new Set(posts)].filter(
    (post) =>
      post.replies.length <= 4 &&
      !post.commentsOff &&
      !post.group &&
      (post.coAuthors ?? []).length === 0 &&
      post.author.handle !== '' &&
      !post.video,
  );
}

export const pageOf = (post: LabPost): string =>
  post.site === 'instagram'
    ? `https://www.instagram.com/p/${post.id}/`
    : `https://www.facebook.com/${post.author.handle}/posts/${post.pfbid}`;

/** Open the post's own page. */
export async function visit(page: Page, post: LabPost): Promise<void> {
  await page.goto(pageOf(post));
  await page.bringToFront();
}

/** Flag the post on its own page and forward it; gives its number. */
export async function follow(page: Page, inspector: Page, post: LabPost): Promise<string> {
  await visit(page, post);
  await until(async () => (await pageButtons(page)).length > 0, `a button on ${pageOf(post)}`);
  const number = await flag(page);
  await must(inspector, 'complaint.forward', forwarding(post));
  // The photos of the flag are fetched: whatever is asked for from here on has another cause.
  await until(async () => (await complaint(inspector, keyOf(post))).photoMissing === 0, 'the photos');
  return number;
}

/** What the post's button says once the page has been looked at: an answer, one that is alike, or only its state. */
export async function told(page: Page, wait = 4_000): Promise<PageButton | null> {
  const button = await until(
    async () => (await pageButtons(page, NUMBERED))[0],
    `a numbered button on ${page.url()}`,
  );
  // Under a post of many pages the comments are on the screen only where its end is.
  await button.handle.scrollIntoView().catch(() => undefined);
  const end = Date.now() + wait;
  while (Date.now() < end) {
    const [button] = [...(await pageButtons(page, OFFER)), ...(await pageButtons(page, ALIKE))];
    if (button) return button;
    await pause(150);
  }
  return null;
}

/** Press the button of that name; once more where the page builds its row anew between the look and the click. */
export async function pressNow(page: Page, pattern: RegExp): Promise<void> {
  await until(async () => {
    const [button] = await pageButtons(page, pattern);
    await button?.handle.scrollIntoView();
    await button?.handle.click();
    return button !== undefined;
  }, `a press on ${pattern}`);
}

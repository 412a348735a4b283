import { nameAt } from '../../../complaints/agency.ts';
import {
  type AgencyReplies,
  agencyReplies,
  recordedReply,
  replyingAgency,
} from '../../../complaints/answers/agency-reply.ts';
import { isComment, postOfComment } from '../../../complaints/identity.ts';
import { type Capture, isReadable, type Layer } from '../../../complaints/reading.ts';
import { TanggapError } from '../../../protocol/errors.ts';
import { parentOf } from '../../../sites/thread.ts';
import { database } from '../../../storage/database.ts';
import { findByNames } from '../../../storage/read/by-names.ts';
import { readComplaint } from '../../../storage/read/complaint.ts';
import { recordReply } from '../../../storage/record-reply.ts';
import { isFollowed } from '../bring-replies.ts';
import { readPost } from '../read-post.ts';
import { afterWrite } from '../refresh.ts';
import { handlers } from '../router.ts';
import { isSite } from '../site-scripts.ts';
import { issueToken } from '../undo-tokens.ts';
import { mayFlag, sameOrigin, tabOf } from './page.ts';

const MINUTE = 60_000;

/**
 * Answers of agencies under a followed post. Accounts of comments come in, and are compared with the one agency that
 * has the complaint; what is no agency's is neither kept nor told of. The page is not believed at the click either.
 */
export const replyHandlers = handlers({
  'page.replies': async ({ complaintId, post, comments }, { now }) => {
    const followed = await follow(complaintId, post);
    if (!followed) return { agency: '', replies: [] };
    const { agency, since, responses } = followed;
    const places = comments.flatMap(({ notAfter }, at) =>
      notAfter === undefined || notAfter >= since ? [at] : [],
    );
    const layers = places.flatMap((at): Layer[] => {
      const comment = comments[at];
      return comment ? [{ source: 'dom', ...comment, under: { names: post } }] : [];
    });
    const { found, similar } = compare(layers, followed, post);
    const placeOf = (names: readonly string[]) =>
      comments.findIndex((comment) => comment.names.some((name) => names.includes(name)));
    const tell = (own: boolean, replies: AgencyReplies['found']) =>
      replies
        .filter(({ names }) => !recordedReply(responses, names))
        .map(({ account, names }) => ({ at: placeOf(names), own, account }));
    return {
      agency: nameAt(agency, now).short,
      replies: [...tell(true, found), ...tell(false, similar)],
    };
  },

  'page.recordReply': async ({ complaintId, post, reading }, { sender, now }) => {
    const { tabId, pageUrl } = tabOf(sender);
    if (!mayFlag(tabId, now)) throw new TanggapError('rate');
    if (!isSite(reading.site, pageUrl)) throw new TanggapError('invalid', 'another site');
    const followed = await follow(complaintId, post);
    if (!followed) throw new TanggapError('not-found', complaintId);
    const capture = await readPost(reading, tabId, sameOrigin(reading.pageUrl, pageUrl));
    const layer = placed(layerOf(capture, reading.dom), reading.dom.permalink, followed.names);
    const told = isReadable(capture.postedAt) ? capture.postedAt.value : null;
    if (told !== null && told < followed.since) throw new TanggapError('before-forwarding');
    // Compared under the complaint's own names: no page moves an agency's words to another post.
    const [reply] = layer ? compare([layer], followed, followed.names).found : [];
    if (!reply) throw new TanggapError('conflict', 'not the agency');
    const { eventId, fresh, row } = await recordReply(database, { complaintId, reply }, now);
    const undoToken = fresh ? await issueToken(eventId, tabId, now) : null;
    if (fresh) void afterWrite();
    return { number: row.number, fresh, undoToken, timeUnread: reply.at === null };
  },
});

type Followed = NonNullable<Awaited<ReturnType<typeof follow>>>;

/** The complaint if it is followed and known under one of the post's names, with the agency that has it. */
async function follow(complaintId: string, post: readonly string[]) {
  const row = (await findByNames(database, [...post])).find(({ id }) => id === complaintId);
  if (!row || !isFollowed(row)) return null;
  const [found, agency] = await Promise.all([
    readComplaint(database, complaintId),
    database.agencies.get(row.agencyId),
  ]);
  const { forwarding, responses } = found?.complaint ?? {};
  if (!forwarding || !responses || !agency) return null;
  // Times are compared to the minute, as everywhere where an answer is recorded.
  const since = Math.floor(forwarding.at / MINUTE) * MINUTE;
  return { agency, since, responses, names: row.aliases };
}

function compare(layers: readonly Layer[], { agency, since }: Followed, post: readonly string[]) {
  return agencyReplies(layers, [replyingAgency(agency)], post, since);
}

/** The comment as it was read now; null where it is none, or nobody can be named as its author. */
function layerOf({ identity, author, text, postedAt, under }: Capture, shown: Layer): Layer | null {
  if (!isReadable(author) || !under) return null;
  return {
    source: 'dom',
    names: [...new Set([...(identity?.aliases ?? []), ...shown.names])].slice(0, 60),
    author: author.value,
    under,
    // A text that the page cuts is kept as far as it goes.
    text: isReadable(text) ? text.value : `${shown.text ?? ''}${shown.textCut ? '…' : ''}`,
    ...(isReadable(postedAt) ? { postedAt: postedAt.value } : {}),
  };
}

/** Where the complaint is a comment, its answer is a reply to it; any other comment under that post is not. */
function placed(layer: Layer | null, permalink: string | undefined, names: readonly string[]): Layer | null {
  const own = names.filter(isComment);
  if (!layer || own.length === 0) return layer;
  const parent = parentOf(permalink);
  const posts = layer.names.map(postOfComment).filter((post) => post !== null);
  return own.some((name) => posts.some((post) => name === `${post}#${parent}`))
    ? { ...layer, under: { names: [...names] } }
    : null;
}

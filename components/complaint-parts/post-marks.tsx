import { EyeOff, MessageCircle, Pencil, Repeat2, Trash2 } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { isComment } from '../../complaints/identity.ts';
import { isNotPublic } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { Tag } from '../ui/tag.tsx';

/** What has to be known of the post at a glance. */
export interface PostFacts {
  comment: boolean;
  /** One line of the post above a comment; empty when unknown. */
  underGist: string;
  notPublic: boolean;
  edited: boolean;
  gone: boolean;
  /** It carries on another post. */
  share: boolean;
}

/** Remarks on the post as small grey tags; with `short` the pictures alone, their words as names, but for a comment. */
export function PostMarks({ facts, short }: { facts: PostFacts; short?: boolean }) {
  const tag = (icon: typeof EyeOff, words: string) =>
    short ? (
      <Tag key={words} icon={icon} label={words} />
    ) : (
      <Tag key={words} icon={icon}>
        {words}
      </Tag>
    );
  return (
    <>
      {facts.comment && (
        <span title={facts.underGist ? m.ui_comment_on({ post: facts.underGist }) : undefined}>
          <Tag icon={MessageCircle}>{m.ui_mark_comment()}</Tag>
        </span>
      )}
      {facts.share && tag(Repeat2, m.ui_mark_share())}
      {facts.notPublic && tag(EyeOff, m.ui_mark_not_public())}
      {facts.edited && tag(Pencil, m.ui_mark_edited())}
      {facts.gone && tag(Trash2, m.ui_mark_gone())}
    </>
  );
}

export function rowFacts(row: ComplaintRow): PostFacts {
  return {
    comment: row.comment === 1,
    underGist: row.underGist ?? '',
    notPublic: row.notPublic === 1,
    edited: row.edited === 1,
    gone: row.postGone === 1,
    share: row.share === 1,
  };
}

export function complaintFacts(complaint: Complaint): PostFacts {
  return {
    comment: isComment(complaint.id) || complaint.capture.under !== undefined,
    underGist: '',
    notPublic: isNotPublic(complaint.capture.audience),
    edited: complaint.wordings.length > 1,
    gone: complaint.postGone !== null,
    share: complaint.capture.shared !== undefined,
  };
}

export function hasFacts(facts: PostFacts): boolean {
  return facts.comment || facts.notPublic || facts.edited || facts.gone || facts.share;
}

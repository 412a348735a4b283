import { ArrowUpRight, MessageCircle, Repeat2 } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { isComment } from '../../complaints/identity.ts';
import type { PostContext as Context } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import styles from './post-context.module.css';

/** Beyond this the text of the other post is cut: it gives sense, it is not the complaint. */
const LONGEST = 220;

/** The post that a comment stands under, and the original of a share: kept apart from the citizen's own words. */
export function PostContext({ complaint }: { complaint: Complaint }) {
  const { under, shared } = complaint.capture;
  if (complaint.purged) return null;
  return (
    <>
      {(under || isComment(complaint.id)) && (
        <Other
          icon={MessageCircle}
          title={
            nameOf(under) ? m.ui_comment_under_of({ name: nameOf(under) }) : m.ui_comment_under_unknown()
          }
          context={under}
        />
      )}
      {shared && (
        <Other
          icon={Repeat2}
          title={nameOf(shared) ? m.ui_shared_of({ name: nameOf(shared) }) : m.ui_shared_unknown()}
          context={shared}
        />
      )}
    </>
  );
}

function Other({
  icon: Icon,
  title,
  context,
}: {
  icon: typeof Repeat2;
  title: string;
  context: Context | undefined;
}) {
  const text = (context?.text ?? '').trim();
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed().trimEnd()}…` : text;
  const link = linkOf(context);
  return (
    <aside className={styles.other} aria-label={title}>
      <p className={styles.title}>
        <Icon size={14} aria-hidden />
        <bdi className="u-cut">{title}</bdi>
        <span className="u-grow" />
        {link && (
          <a href={link} target="_blank" rel="noreferrer noopener" className={styles.link}>
            {m.ui_open_that_post()} <ArrowUpRight size={12} aria-hidden />
          </a>
        )}
      </p>
      {short && (
        <blockquote className={styles.text} lang="" dir="auto">
          {short}
          {context?.textCut && !short.endsWith('…') ? '…' : ''}
        </blockquote>
      )}
    </aside>
  );
}

function nameOf(context: Context | undefined): string {
  const author = context?.author;
  return author?.handle ? `@${author.handle}` : (author?.name ?? '');
}

/** The post's own address; where the page gave none, the one that its identity makes. */
function linkOf(context: Context | undefined): string {
  if (context?.permalink && /^https:\/\//.test(context.permalink)) return context.permalink;
  for (const name of context?.names ?? []) {
    const [, site, id] = /^(instagram|facebook):([\w-]+)$/.exec(name) ?? [];
    if (site === 'instagram') return `https://www.instagram.com/p/${id}/`;
    if (site === 'facebook' && /^\d+$/.test(id ?? '')) return `https://www.facebook.com/${id}`;
  }
  return '';
}

import { type Address, ORIGIN, PHOTO_PATH, POST_PATH, VIDEO_PATH } from './urls.ts';

/** An address without the tracking, on www.facebook.com. */
export function permalinkOf({ url, names, actor }: Address): string {
  const { pathname, searchParams } = url;
  const last = names[names.length - 1] ?? '';
  const id = last.slice(last.lastIndexOf(':') + 1);
  const [found, within = '', user = ''] = POST_PATH.exec(pathname) ?? [];
  const group = within || /^\/(groups\/[^/]+)/.exec(pathname)?.[1];
  if (found || group) return `${ORIGIN}/${(group || user).replace(/\/$/, '')}/posts/${id}/`;
  if (/:photo:/.test(last)) {
    const set = searchParams.get('set') || PHOTO_PATH.exec(pathname)?.[2] || '';
    return `${ORIGIN}/photo/?fbid=${id}${/^[\w.]{2,80}$/.test(set) ? `&set=${set}` : ''}`;
  }
  if (/:video:/.test(last)) {
    const [, reel, page, film] = VIDEO_PATH.exec(pathname) ?? [];
    return ORIGIN + (reel ? `/reel/${id}/` : film ? `/${page}/videos/${id}/` : `/watch/?v=${id}`);
  }
  return `${ORIGIN}/permalink.php?story_fbid=${id}${actor && `&id=${encodeURIComponent(actor)}`}`;
}

/** Names as a layer has them, with the permalink of the post's own address where one was found. */
export function named({ names, at }: { names: string[]; at?: Address | undefined }): {
  names: string[];
  permalink?: string;
} {
  return { names, ...(at && { permalink: permalinkOf(at) }) };
}

/** A post's permalink, led on to a comment or, with `parent`, to a reply. */
export function toComment(permalink: string, id: string, parent?: string): string {
  const reply = parent ? `${parent}&reply_comment_id=${id}` : id;
  return `${permalink}${permalink.includes('?') ? '&' : '?'}comment_id=${reply}`;
}

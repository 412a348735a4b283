import type { SiteId } from './reading.ts';

/**
 * A complaint's identity: `instagram:CODE`, `facebook:POST_ID`, with `#COMMENT_ID` for a comment; else
 * `manual:UUID`. Facebook's `pfbid…` changes with the viewer and is therefore an alias, never an identity.
 */
export function postKey(site: SiteId, id: string): string {
  return `${site}:${id}`;
}

export function manualKey(uuid: string): string {
  return `manual:${uuid}`;
}

/** Whether a name may serve as the identity of a complaint. */
export function isIdentity(name: string): boolean {
  return (
    /^instagram:[A-Za-z0-9_-]{5,}(?:#\d{5,})?$/.test(name) ||
    /^facebook:\d{5,}(?:#\d{5,})?$/.test(name) ||
    /^manual:[0-9a-f-]{36}$/.test(name)
  );
}

export function commentKey(site: SiteId, postId: string, commentId: string): string {
  return `${site}:${postId}#${commentId}`;
}

/** Whether an identity is that of a comment. */
export function isComment(key: string): boolean {
  return key.includes('#');
}

/** The post under which a comment stands: `facebook:POST` of `facebook:POST#ID`; null for what is no comment. */
export function postOfComment(key: string): string | null {
  const mark = key.indexOf('#');
  return mark < 0 ? null : key.slice(0, mark);
}

/** Names of a photo or film, which may stand in several posts. */
export function isMedia(name: string): boolean {
  return /:(?:photo|video):/.test(name);
}

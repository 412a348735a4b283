/** The number of the comment to which a reply's permalink says that it replies; '' for anything else. */
export function parentOf(permalink = ''): string {
  const [, instagram, facebook] =
    /\/c\/(\d+)\/r\/\d|[?&]comment_id=(\d+)&reply_comment_id=\d/.exec(permalink) ?? [];
  return instagram ?? facebook ?? '';
}

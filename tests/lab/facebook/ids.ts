import { token } from './seeded.ts';

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** The opaque store id of a post. It does not spell the post's number. */
export const storyId = (postId: string): string =>
  `UzpfS${token(`story:${postId}`, 64).replace(/[_-]/g, 'x')}`;
export const feedbackId = (postId: string): string => base64(`feedback:${postId}`);

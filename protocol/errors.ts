/** Codes of expected refusals; each has a sentence in the catalogue (`error_<code>`). */
export type ErrorCode =
  | 'unidentified'
  | 'layout-changed'
  /** A pasted link that leads to no post. */
  | 'link-none'
  | 'link-foreign'
  | 'link-share'
  | 'link-not-a-post'
  | 'rate'
  | 'refused'
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'before-forwarding'
  | 'in-future'
  /** A change to a clock is refused: the detail is the code of its reason. */
  | 'clock'
  | 'storage-full'
  | 'newer-version'
  | 'file-damaged'
  | 'file-foreign'
  | 'file-newer'
  | 'file-too-large'
  | 'context-invalidated'
  | 'unexpected';

/** An expected failure that the official is told about in one sentence. */
export class TanggapError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail = '') {
    super(detail || code);
    this.name = 'TanggapError';
    this.code = code;
  }
}

export type Answer<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; detail: string };

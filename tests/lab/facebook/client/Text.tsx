import { Fragment, type ReactNode } from 'react';
import { tail, x } from './look.ts';

const PIECE =
  /(https?:\/\/[^\s]+)|(#[\p{L}\p{N}_]+)|(\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*)/gu;

function Emoji(props: { letter: string }) {
  const code = Array.from(props.letter)
    .filter((c) => c !== '\uFE0F')
    .map((c) => c.codePointAt(0)?.toString(16))
    .join('_');
  return (
    <span>
      <img
        alt={props.letter}
        className={x('emoji')}
        height={16}
        width={16}
        referrerPolicy="origin-when-cross-origin"
        src={`https://static.xx.fbcdn.net/images/emoji.php/v9/t4c/1/16/${code}.png`}
      />
    </span>
  );
}

/** A line's words, with links, hashtags and emoji as the site sets them. */
export function Line(props: { text: string; from: string; part?: 'textLink' | 'posterLink' }) {
  const link = x(props.part ?? 'textLink');
  const out: ReactNode[] = [];
  let end = 0;
  for (const match of props.text.matchAll(PIECE)) {
    if (match.index > end) out.push(props.text.slice(end, match.index));
    const [piece, url, tag] = match;
    if (url) {
      out.push(
        <a
          className={link}
          href={`https://l.facebook.com/l.php?u=${encodeURIComponent(url)}&h=AT2${tail(props.from, '-UK-R', 60)}`}
          key={match.index}
          rel="nofollow noreferrer"
          role="link"
          tabIndex={0}
          target="_blank"
        >
          {url}
        </a>,
      );
    } else if (tag) {
      out.push(
        <a
          className={link}
          href={`https://www.facebook.com/hashtag/${encodeURIComponent(tag.slice(1).toLowerCase())}?__eep__=6&${tail(props.from, '*NK-R')}`}
          key={match.index}
          role="link"
          tabIndex={0}
        >
          {tag}
        </a>,
      );
    } else out.push(<Emoji key={match.index} letter={piece} />);
    end = match.index + piece.length;
  }
  out.push(props.text.slice(end));
  return <Fragment>{out}</Fragment>;
}

/** Paragraphs are blocks, and the lines of a paragraph are blocks in it. `last` goes into the last line. */
export function Paragraphs(props: { text: string; from: string; last?: ReactNode }) {
  const paragraphs = props.text.split('\n\n');
  return (
    <>
      {paragraphs.map((paragraph, p) => {
        const lines = paragraph.split('\n');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text of a post is one piece
          <div className={x('paragraph')} key={p}>
            {lines.map((line, l) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text of a post is one piece
              <div dir="auto" key={l} style={{ textAlign: 'start' }}>
                <Line from={props.from} text={line} />
                {p === paragraphs.length - 1 && l === lines.length - 1 ? props.last : null}
              </div>
            ))}
          </div>
        );
      })}
    </>
  );
}

import { Fragment, useState } from 'react';
import { cutCaption } from '../format.ts';
import { Link } from './router.tsx';
import { x } from './session.ts';

const PARTS = /(@[A-Za-z0-9_.]*[A-Za-z0-9_]|#[\p{L}\p{N}_]+|\n)/gu;

/** The text in pieces, each with its place: a break, a mention, a tag or plain text. */
function pieces(text: string): { at: number; part: string }[] {
  let at = 0;
  return text.split(PARTS).map((part) => {
    const piece = { at, part };
    at += part.length;
    return piece;
  });
}

/** Text with its line breaks, and its mentions and tags linked. */
export function RichText({ text }: { text: string }) {
  return pieces(text).map(({ at, part }) => {
    if (part === '\n') return <br key={`break ${at}`} />;
    const tag = part.startsWith('#') && part.length > 1;
    if (!tag && !/^@[A-Za-z0-9_.]+$/.test(part)) return <Fragment key={`text ${at}`}>{part}</Fragment>;
    const to = tag
      ? `/explore/tags/${encodeURIComponent(part.slice(1).toLowerCase())}/`
      : `/${part.slice(1)}/`;
    return (
      <Link key={`link ${at}`} to={to} className={x('link')}>
        {part}
      </Link>
    );
  });
}

/** A caption, cut until its reader asks for more. */
export function CutText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const head = whole ? null : cutCaption(text);
  return (
    <span dir="auto" className={x('caption')}>
      <RichText text={head ?? text} />
      {head !== null && (
        <span>
          …{' '}
          <span role="button" tabIndex={0} className={x('more')} onClick={() => setWhole(true)}>
            lainnya
          </span>
        </span>
      )}
    </span>
  );
}

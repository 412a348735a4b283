import { useState } from 'react';
import { cutText } from '../traits.ts';
import { type FragmentRef, useEnvironment, useNode } from './environment.tsx';
import { w, x } from './look.ts';
import { loadWholeText } from './queries.ts';
import { Line, Paragraphs } from './Text.tsx';

const POSTERS = ['poster0', 'poster1', 'poster2', 'poster3'] as const;

/** The citizen's words, cut where they are long. */
export function CometFeedStoryMessage(props: { story: FragmentRef; id: string; whole: boolean }) {
  const environment = useEnvironment();
  const story = useNode(props.story.__id);
  // The node may be handed to another post: what was opened is remembered with the post's key.
  const [opened, setOpened] = useState('');
  const message = story?.to('message');
  if (!story || !message) return null;
  const text = message.text('text');
  if (!text) return null;
  const format = story.to('text_format_metadata');
  if (format) {
    return (
      <div className={x('poster', POSTERS[format.number('style')] ?? 'poster0')} id={props.id}>
        <div dir="auto" style={{ textAlign: 'center' }}>
          <Line from={story.id} part="posterLink" text={text} />
        </div>
      </div>
    );
  }
  const strategy = story.to('comet_sections', 'message')?.type ?? '';
  // The rest of these words is still with the server.
  const kept = strategy.includes('Truncated');
  const cut = props.whole || opened === story.id ? null : kept ? text.replace(/…$/, '') : cutText(text);
  const open = (): void => {
    setOpened(story.id);
    if (kept) void loadWholeText(environment, story.id);
  };
  const more = (
    <>
      {'… '}
      <div
        className={x('more')}
        onClick={(event) => {
          event.stopPropagation();
          open();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') open();
        }}
        role="button"
        tabIndex={0}
      >
        {w('seeMore')}
      </div>
    </>
  );
  return (
    <div className={x('message')} data-ad-rendering-role="story_message" dir="auto">
      <div data-ad-comet-preview="message" data-ad-preview="message" id={props.id}>
        <span dir="auto" lang="id-ID">
          <Paragraphs from={story.id} last={cut === null ? null : more} text={cut ?? text} />
        </span>
      </div>
    </div>
  );
}

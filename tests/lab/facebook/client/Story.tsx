import { type ReactNode, useId } from 'react';
import { hash32 } from '../seeded.ts';
import { CometUFISummaryAndActions } from './Actions.tsx';
import { CometFeedStoryAttachments } from './Attachments.tsx';
import { CometUFICommentList } from './Comments.tsx';
import { type FragmentRef, refOf, useNode } from './environment.tsx';
import { CometFeedStoryHeader } from './Header.tsx';
import { current, w, x } from './look.ts';
import { CometFeedStoryMessage } from './Message.tsx';
import { useShown } from './shown.ts';

/** A shared post within the sharing one: its own header, words and photos, no actions. */
function AttachedStory(props: { story: FragmentRef }) {
  const ids = { heading: useId(), subtitle: useId(), message: useId(), attachment: useId() };
  const story = useNode(props.story.__id);
  const ref = useShown('original', story?.text('post_id') ?? '');
  const inner = (
    <>
      <CometFeedStoryAttachments id={ids.attachment} story={props.story} />
      <CometFeedStoryHeader
        headingId={ids.heading}
        level="h4"
        story={props.story}
        subtitleId={ids.subtitle}
      />
      <CometFeedStoryMessage id={ids.message} story={props.story} whole={false} />
    </>
  );
  return current().variant === 'article' ? (
    <div className={x('nested')} ref={ref} role="article">
      {inner}
    </div>
  ) : (
    <div className={x('nested')} ref={ref}>
      {inner}
    </div>
  );
}

/** Stands where a shared post stood that its author has taken away or hidden. */
function GoneStory() {
  return (
    <div className={x('nested')}>
      <div className={x('people')}>
        <span dir="auto">{w('gone')}</span>
        <div className={x('sub')}>{w('goneWhy')}</div>
      </div>
    </div>
  );
}

interface StoryProps {
  story: FragmentRef;
  /** Opened by itself: all comments. */
  whole: boolean;
  level: 'h2' | 'h3' | 'h4';
  /** The box around the parts, which names them. */
  frame: (labels: { 'aria-labelledby': string; 'aria-describedby': string }, parts: ReactNode) => ReactNode;
  /** Throw the parts away when the box gets another story. */
  remount?: boolean;
}

/** The parts of a post, and the names by which its box refers to them. */
export function CometFeedStory(props: StoryProps) {
  const story = useNode(props.story.__id);
  const ids = {
    heading: useId(),
    subtitle: useId(),
    message: useId(),
    attachment: useId(),
    comments: useId(),
    reactions: useId(),
  };
  const ad = story?.to('sponsored_data') != null;
  const ref = useShown(ad ? 'ad' : 'post', story?.text('post_id') ?? '');
  if (!story) return null;
  const shared = story.to('attached_story');
  const suggested = !story.to('sponsored_data') && hash32(`suggested:${story.id}`) % 9 === 0 && !props.whole;
  const labels = {
    'aria-labelledby': ids.heading,
    'aria-describedby': `${ids.subtitle} ${ids.message} ${ids.attachment} ${ids.reactions} ${ids.comments}`,
  };
  return props.frame(
    labels,
    <div key={props.remount ? story.id : 'story'} ref={ref}>
      <div>
        {suggested ? (
          <div className={x('suggested')}>
            <span dir="auto">{w('suggested')}</span>
          </div>
        ) : null}
        <CometFeedStoryHeader
          headingId={ids.heading}
          level={props.level}
          story={props.story}
          subtitleId={ids.subtitle}
        />
        <CometFeedStoryMessage id={ids.message} story={props.story} whole={props.whole} />
        <CometFeedStoryAttachments id={ids.attachment} story={props.story} />
        {shared ? <AttachedStory story={refOf(shared.id, 'CometFeedStoryAttachedStory_story')} /> : null}
        {story.value('attached_story_gone') === true ? <GoneStory /> : null}
        <div>
          <CometUFISummaryAndActions reactionsId={ids.reactions} story={props.story} />
          <CometUFICommentList id={ids.comments} story={props.story} whole={props.whole} />
        </div>
      </div>
    </div>,
  );
}

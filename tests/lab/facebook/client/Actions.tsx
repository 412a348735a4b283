import { useState } from 'react';
import { type FragmentRef, type Node, useEnvironment, useNode } from './environment.tsx';
import { shortCount, w, x } from './look.ts';
import { useNavigation } from './navigation.tsx';
import { react } from './queries.ts';
import { ShareSheet } from './ShareSheet.tsx';

function Counts(props: { feedback: Node; comments: number; reactionsId: string; onComments: () => void }) {
  const total = props.feedback.to('reaction_count')?.number('count') ?? 0;
  const shares = props.feedback.to('share_count')?.number('count') ?? 0;
  const types = props.feedback.to('top_reactions')?.all('edges') ?? [];
  return (
    <div className={x('counts')}>
      {total > 0 ? (
        <>
          <span aria-label={w('reactionsWho')} className={x('reactions')} role="toolbar">
            <span className={x('reactions')} id={props.reactionsId}>
              {types.map((edge) => {
                const name = edge.to('node')?.text('localized_name') ?? '';
                return (
                  <div
                    aria-label={w('reaction', { name, n: edge.number('reaction_count') })}
                    key={edge.id}
                    role="button"
                    tabIndex={0}
                  >
                    <span className={name === w('love') ? x('reaction', 'reactionLove') : x('reaction')}>
                      {name === w('love') ? '♥' : '👍'}
                    </span>
                  </div>
                );
              })}
            </span>
          </span>
          <div>
            <div className={x('hiddenHeading')}>{w('reactionsAll')}</div>
            <span aria-hidden="true">
              <span>
                <span>{shortCount(total)}</span>
              </span>
            </span>
          </div>
        </>
      ) : null}
      <span className={x('grow')} />
      {props.comments > 0 ? (
        <div
          className={x('count')}
          onClick={props.onComments}
          onKeyDown={props.onComments}
          role="button"
          tabIndex={0}
        >
          <span dir="auto">{w('nComments', { n: shortCount(props.comments) })}</span>
        </div>
      ) : null}
      {shares > 0 ? (
        <div className={x('count')} role="button" tabIndex={0}>
          <span dir="auto">{w('nShares', { n: shortCount(shares) })}</span>
        </div>
      ) : null}
    </div>
  );
}

const ICONS = {
  like: 'M2 9h3v9H2zM7 18V9l4-7c2 0 2 2 1 5h5c2 0 2 2 1 4l-2 6c0 1-1 1-2 1z',
  comment: 'M10 2c5 0 8 3 8 7s-3 7-8 7c-1 0-2 0-3-.4L3 18v-4c-1-1-1.300-3-1.300-5 0-4 3.300-7 8.300-7z',
  share: 'M11 3l7 6-7 6v-4c-4 0-7 1-9 5 0-6 4-9 9-9z',
};

function Action(props: {
  label: string;
  word: string;
  role: 'like' | 'comment' | 'share';
  onPress?: () => void;
}) {
  return (
    <div
      aria-label={props.label}
      className={x('action')}
      onClick={props.onPress}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onPress?.();
      }}
      role="button"
      tabIndex={0}
    >
      <div className={x('actionInner')} data-ad-rendering-role={`${props.role}_button`}>
        <svg aria-hidden="true" className={x('icon')} viewBox="0 0 20 20">
          <path d={ICONS[props.role]} />
        </svg>
        <span>{props.word}</span>
      </div>
    </div>
  );
}

/** Counts and the three things one can do with a post. */
export function CometUFISummaryAndActions(props: { story: FragmentRef; reactionsId: string }) {
  const environment = useEnvironment();
  const navigation = useNavigation();
  const story = useNode(props.story.__id);
  const [liked, setLiked] = useState('');
  const [sharing, setSharing] = useState('');
  const feedback = story?.to('feedback');
  if (!story || !feedback) return null;
  const comments = feedback.to('comment_rendering_instance', 'comments')?.number('total_count') ?? 0;
  const url = story.text('url') || story.text('url(site:"www")');
  const open = (): void => navigation.open(url);
  const like = (): void => {
    setLiked(liked === story.id ? '' : story.id);
    void react(environment, feedback.id);
  };
  return (
    <div data-visualcompletion="ignore-dynamic">
      <Counts comments={comments} feedback={feedback} onComments={open} reactionsId={props.reactionsId} />
      <div className={x('actions')}>
        <Action
          label={w(liked === story.id ? 'unlike' : 'like')}
          onPress={like}
          role="like"
          word={w('like')}
        />
        {feedback.value('can_viewer_comment') === false ? null : (
          <Action label={w('leaveComment')} onPress={open} role="comment" word={w('comment')} />
        )}
        <Action label={w('shareLabel')} onPress={() => setSharing(story.id)} role="share" word={w('share')} />
      </div>
      {sharing === story.id ? <ShareSheet onClose={() => setSharing('')} story={story} /> : null}
    </div>
  );
}

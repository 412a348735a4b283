import { useEffect, useId } from 'react';
import { refOf, useEnvironment, useNode } from './environment.tsx';
import { current, w, x } from './look.ts';
import { useNavigation } from './navigation.tsx';
import { loadPost, postField } from './queries.ts';
import { Skeleton } from './Skeleton.tsx';
import { CometFeedStory } from './Story.tsx';

function useOpenedPost(story: string): string | null {
  const environment = useEnvironment();
  const root = useNode('client:root');
  const found = root?.to(postField(story))?.id ?? null;
  useEffect(() => {
    if (found === null) void loadPost(environment, story);
  }, [environment, found, story]);
  return found;
}

/** A post opened over the page on which its time was clicked. */
export function CometSinglePostDialog(props: { story: string }) {
  const navigation = useNavigation();
  const heading = useId();
  const found = useOpenedPost(props.story);
  const post = useNode(found ?? '');
  const [author] = post?.all('actors') ?? [];
  return (
    <div className={x('veil')}>
      <div aria-labelledby={heading} className={x('dialog')} role="dialog">
        <h2 className={x('dialogTitle')} dir="auto" id={heading}>
          {author ? w('postOf', { name: author.text('name') }) : w('post')}
        </h2>
        <div
          aria-label={w('close')}
          className={x('dialogClose')}
          onClick={navigation.close}
          onKeyDown={(event) => {
            if (event.key === 'Enter') navigation.close();
          }}
          role="button"
          tabIndex={0}
        >
          ×
        </div>
        {found ? (
          <CometFeedStory
            frame={(labels, parts) => <div aria-labelledby={labels['aria-labelledby']}>{parts}</div>}
            level="h3"
            story={refOf(found, 'CometSinglePostDialogContent_story')}
            whole
          />
        ) : (
          <Skeleton />
        )}
      </div>
    </div>
  );
}

/** A post as a page of its own. */
export function CometSinglePostPage(props: { story: string; group: boolean }) {
  const found = useOpenedPost(props.story);
  if (!found) return <Skeleton />;
  const bare = current().variant === 'posinset';
  const post = (
    <CometFeedStory
      frame={(labels, parts) => (
        <div className={x('card')} {...labels} {...(bare ? {} : { role: 'article' })}>
          {parts}
        </div>
      )}
      key={found}
      level="h2"
      story={refOf(found, 'CometSinglePostContent_story')}
      whole
    />
  );
  return props.group ? (
    <div role="feed">
      <div role="presentation">{post}</div>
    </div>
  ) : (
    post
  );
}

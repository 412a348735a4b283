import { Component, type ReactNode } from 'react';
import { token } from '../seeded.ts';
import type { Word } from '../words.ts';
import { type FragmentRef, refOf, useNode } from './environment.tsx';
import { current, here, w, x } from './look.ts';
import { Skeleton } from './Skeleton.tsx';
import { CometFeedStory } from './Story.tsx';
import { useShown } from './shown.ts';

/** Stands around each unit, so that a broken one does not take the feed along. */
class CometFeedUnitErrorBoundary extends Component<
  { feedUnit: FragmentRef; children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

function People(props: { unit: FragmentRef }) {
  const unit = useNode(props.unit.__id);
  const ref = useShown('other', 'people');
  return (
    <div className={x('card')} ref={ref}>
      <div className={x('people')}>
        <h3 className={x('sort')} dir="auto">
          {w('people')}
        </h3>
        <div className={x('tray')}>
          {(unit?.all('people') ?? []).map((person) => (
            <div className={x('personCard')} key={person.id}>
              <div className={x('dot')} />
              <a className={x('link')} href={here(`/profile.php?id=${person.id}`)} role="link" tabIndex={0}>
                <span>{person.text('name')}</span>
              </a>
              <div className={x('sub')}>{w('mutual', { n: person.number('mutual') })}</div>
              <div aria-label={w('addFriend')} className={x('addButton')} role="button" tabIndex={0}>
                {w('addFriend')}
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

const UNITS: Record<string, { title: Word; path: string; label?: Word; button?: Word }> = {
  ReelsTrayFeedUnit: { title: 'reels', path: '/reel/?s=fb_shorts_tab&t=', label: 'reel' },
  StoriesTrayFeedUnit: { title: 'stories', path: '/stories/1002003/?source=', label: 'storyOf' },
  GroupsYouShouldJoinFeedUnit: { title: 'suggestedGroups', path: '/groups/sg', button: 'join' },
  PagesYouMayLikeFeedUnit: { title: 'suggestedPages', path: '/laman.', button: 'follow' },
  MarketplaceFeedUnit: { title: 'market', path: '/marketplace/item/', button: 'share' },
  GoodwillThrowbackFeedUnit: { title: 'memories', path: '/onthisday/?', button: 'share' },
};

/** A strip of small things between the posts. */
function Tray(props: { id: string; type: string }) {
  const ref = useShown('other', props.type);
  const unit = useNode(props.id);
  const kind = UNITS[props.type];
  if (!kind) return null;
  const names = (unit?.value('names') as string[] | undefined) ?? [
    'Pasar pagi',
    'Resep ikan',
    'Latihan tari',
  ];
  return (
    <div
      className={x('card')}
      ref={ref}
      role={props.type === 'GoodwillThrowbackFeedUnit' ? 'article' : undefined}
    >
      <div className={x('people')}>
        <h3 className={x('sort')} dir="auto">
          {w(kind.title)}
        </h3>
        <div aria-label={w(kind.title)} className={x('tray')} role="region">
          {names.map((name) => (
            <div key={name}>
              <a
                aria-label={kind.label ? w(kind.label, { name }) : undefined}
                className={x('tile')}
                href={here(`${kind.path}${token(name, 12)}`)}
                role="link"
                tabIndex={0}
              >
                {name}
              </a>
              {kind.button ? (
                <div aria-label={w(kind.button)} className={x('addButton')} role="button" tabIndex={0}>
                  {w(kind.button)}
                </div>
              ) : null}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function FeedStory(props: { story: FragmentRef; index: number; remount: boolean }) {
  const { variant } = current();
  const level = variant === 'posinset' ? 'h4' : 'h3';
  return (
    <CometFeedStory
      frame={(labels, parts) =>
        variant === 'posinset' ? (
          <div {...labels} aria-posinset={props.index + 1} className={x('card')}>
            {parts}
          </div>
        ) : (
          <div aria-labelledby={labels['aria-labelledby']} className={x('card')} role="article">
            {parts}
          </div>
        )
      }
      level={level}
      remount={props.remount}
      story={props.story}
      whole={false}
    />
  );
}

/** One unit of a feed: a story, or one of the other things that stand between stories. */
export function FeedUnit(props: { id: string; index: number; remount: boolean }) {
  const unit = useNode(props.id);
  let content: ReactNode = <Skeleton />;
  if (unit?.type === 'Story') {
    content = (
      <FeedStory
        index={props.index}
        remount={props.remount}
        story={refOf(props.id, 'CometFeedStory_story')}
      />
    );
  } else if (unit?.type === 'PaginatedPeopleYouMayKnowFeedUnit') {
    content = <People unit={refOf(props.id, 'CometPeopleYouMayKnow_unit')} />;
  } else if (unit && unit.type in UNITS) {
    content = <Tray id={props.id} type={unit.type} />;
  }
  return (
    <CometFeedUnitErrorBoundary feedUnit={refOf(props.id, 'CometFeedUnitErrorBoundary_feedUnit')}>
      {content}
    </CometFeedUnitErrorBoundary>
  );
}

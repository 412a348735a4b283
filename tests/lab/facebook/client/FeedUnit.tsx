import { Component, type ReactNode } from 'react';
import { token } from '../seeded.ts';
import { type FragmentRef, refOf, useNode } from './environment.tsx';
import { current, x } from './look.ts';
import { Skeleton } from './Skeleton.tsx';
import { CometFeedStory } from './Story.tsx';

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
  return (
    <div className={x('card')}>
      <div className={x('people')}>
        <h3 className={x('sort')} dir="auto">
          Orang yang Mungkin Anda Kenal
        </h3>
        <div className={x('tray')}>
          {(unit?.all('people') ?? []).map((person) => (
            <div className={x('personCard')} key={person.id}>
              <div className={x('dot')} />
              <a
                className={x('link')}
                href={`https://www.facebook.com/profile.php?id=${person.id}`}
                role="link"
                tabIndex={0}
              >
                <span>{person.text('name')}</span>
              </a>
              <div className={x('sub')}>{`${person.number('mutual')} teman yang sama`}</div>
              <div aria-label="Tambah Teman" className={x('addButton')} role="button" tabIndex={0}>
                Tambah Teman
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

const REELS = ['Pasar pagi', 'Resep ikan', 'Latihan tari', 'Sungai sore', 'Bengkel'];

function Reels() {
  return (
    <div className={x('card')}>
      <div className={x('people')}>
        <h3 className={x('sort')} dir="auto">
          Reels dan video pendek
        </h3>
        <div aria-label="Reel" className={x('tray')} role="region">
          {REELS.map((name) => (
            <a
              aria-label={`Pratinjau Reel ${name}`}
              className={x('tile')}
              href={`https://www.facebook.com/reel/?s=fb_shorts_tab&t=${token(name, 12)}`}
              key={name}
              role="link"
              tabIndex={0}
            >
              {name}
            </a>
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
  } else if (unit?.type === 'ReelsTrayFeedUnit') {
    content = <Reels />;
  }
  return (
    <CometFeedUnitErrorBoundary feedUnit={refOf(props.id, 'CometFeedUnitErrorBoundary_feedUnit')}>
      {content}
    </CometFeedUnitErrorBoundary>
  );
}

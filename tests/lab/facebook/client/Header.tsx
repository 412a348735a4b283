import { Children, type ReactNode } from 'react';
import type { LabelNode } from '../clock.ts';
import { Avatar } from './Avatar.tsx';
import { type FragmentRef, type Node, useNode } from './environment.tsx';
import { tail, tracked, w, x } from './look.ts';
import { Label, TimeLink } from './TimeLink.tsx';

function Globe(props: { audience: string }) {
  return (
    <span>
      <svg className={x('glyph')} role="img" viewBox="0 0 16 16">
        <title>{w('sharedWith', { audience: props.audience })}</title>
        <path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 1.5c1.6 1.4 2.4 3.6 2.4 6.5S9.600 13.100 8 14.500C6.400 13.100 5.600 10.900 5.600 8S6.400 2.900 8 1.500Z" />
      </svg>
    </span>
  );
}

function Sponsor(props: { strategy: Node; from: string }) {
  const story = props.strategy.record;
  const label = story.story ? props.strategy.to('story') : null;
  const about = label?.text('about_url');
  if (about) {
    return (
      <a aria-label={w('sponsored')} className={x('quietLink')} href={about} role="link" tabIndex={0}>
        <span>{label?.text('sponsor_label')}</span>
      </a>
    );
  }
  if (label?.value('sponsor_svg') === true) {
    return (
      <a
        className={x('quietLink')}
        href={`/?${tail(props.from, ',O,P-R', 120)}#?jak`}
        role="link"
        tabIndex={0}
      >
        <svg height="14" style={{ width: 78 }}>
          <use xlinkHref="#SvgTSponsor" />
        </svg>
      </a>
    );
  }
  if (label?.text('sponsor_label')) {
    return (
      <a
        className={x('quietLink')}
        href={`/?${tail(props.from, ',O,P-R', 120)}#?jak`}
        role="link"
        tabIndex={0}
      >
        <span>{label.text('sponsor_label')}</span>
      </a>
    );
  }
  const tree = label?.value('ghl_label') as LabelNode | undefined;
  return tree ? (
    <a className={x('quietLink')} href={`/?${tail(props.from, ',O,P-R', 330)}#?jak`} role="link" tabIndex={0}>
      <Label tree={tree} />
    </a>
  ) : null;
}

/** Its parts in a row with dots between. */
function Dotted(props: { children: ReactNode }) {
  return Children.toArray(props.children).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never move
    <span className={x('row')} key={i}>
      {i > 0 ? <span aria-hidden="true">{'\u00a0·\u00a0'}</span> : null}
      {part}
    </span>
  ));
}

interface HeaderProps {
  story: FragmentRef;
  level: 'h2' | 'h3' | 'h4';
  headingId: string;
  subtitleId: string;
}

/** Who, where, when, and for whose eyes. */
export function CometFeedStoryHeader(props: HeaderProps) {
  const story = useNode(props.story.__id);
  const [author] = story?.all('actors') ?? [];
  if (!story || !author) return null;
  const sections = story.to('comet_sections');
  const ad = story.to('sponsored_data') !== null;
  const short = story.text('ad_sign');
  const length = ad && (!short || short === 'long-link' || short === 'silent') ? 340 : 120;
  const group = story.to('to');
  const named = author.type !== 'GroupAnonAuthorProfile';
  const authorUrl = group && named ? `${group.text('url')}user/${author.id}/` : author.text('url');
  const href = authorUrl ? tracked(authorUrl, story.id, '-UC,P-R', length) : null;
  const source =
    ad && !story.text('ad_sign')
      ? {
          attributionsrc: `https://www.facebook.com/privacy_sandbox/comet/register/source/?xt=AZ${tail(story.id, 'x', 40)}`,
        }
      : {};
  const Heading = group ? 'h4' : props.level;
  const name = (
    <>
      {href ? (
        <a className={x('link')} href={href} role="link" tabIndex={0} {...source}>
          <strong>
            <span>{author.text('name')}</span>
          </strong>
        </a>
      ) : (
        <span>{author.text('name')}</span>
      )}
      {author.value('is_verified') === true ? (
        <svg aria-label="Akun terverifikasi" className={x('glyph')} role="img" viewBox="0 0 16 16">
          <path d="M8 0l2 2 3-.5.5 3L16 8l-2.500 3.500-.5 3-3-.5-2 2-2-2-3 .5-.5-3L0 8l2.500-3.500.5-3 3 .5Z" />
        </svg>
      ) : null}
    </>
  );
  const title = sections?.to('title')?.to('story', 'title');
  const place = title?.all('ranges')[0]?.to('entity');
  const metadata = sections?.all('metadata') ?? [];
  const stamp = metadata.find((m) => m.type === 'CometFeedStoryMinimizedTimestampStrategy')?.to('story');
  const sponsor = metadata.find((m) => m.type === 'CometStorySponsoredLabelStrategy');
  const implicit = metadata
    .find((m) => m.type === 'CometFeedStoryLocationStrategy')
    ?.to('story', 'implicit_place');
  const audience = story.to('privacy_scope')?.text('description') ?? w('public');
  const placeLink = place ? (
    <>
      {w('isAt')}
      <a className={x('link')} href={tracked(place.text('url'), story.id, '-UK-R')} role="link" tabIndex={0}>
        <span>{place.text('name')}</span>
      </a>
      .
    </>
  ) : null;
  return (
    <div className={x('header')}>
      <Avatar href={href} part="avatar" person={author} />
      <div className={x('headerText')}>
        <div data-ad-rendering-role="profile_name">
          <Heading className={x('name')} id={props.headingId}>
            {group ? (
              <span>
                <a
                  className={x('link')}
                  href={tracked(group.text('url'), story.id, '-UC,P-R')}
                  role="link"
                  tabIndex={0}
                >
                  <span>{group.text('name')}</span>
                </a>
              </span>
            ) : (
              <span>
                {name}
                {placeLink}
              </span>
            )}
          </Heading>
        </div>
        <div className={x('sub')}>
          <span className={x('row')} id={props.subtitleId}>
            <Dotted>
              {group ? (
                <span>
                  {name}
                  {placeLink}
                </span>
              ) : null}
              {story.text('branded_content_label') ? (
                <span>{story.text('branded_content_label')}</span>
              ) : null}
              {sponsor ? <Sponsor from={story.id} strategy={sponsor} /> : null}
              {stamp && !ad ? (
                <TimeLink
                  from={story.id}
                  tree={stamp.value('ghl_label') as LabelNode}
                  url={stamp.text('url')}
                />
              ) : null}
              {implicit ? (
                <a
                  className={x('quietLink')}
                  href={tracked(implicit.text('url'), story.id, '-UK-R')}
                  role="link"
                  tabIndex={0}
                >
                  {implicit.text('contextual_name')}
                </a>
              ) : null}
              <Globe audience={audience} />
            </Dotted>
          </span>
        </div>
      </div>
      <div
        aria-expanded="false"
        aria-haspopup="menu"
        aria-label={w('menu')}
        className={x('round')}
        role="button"
        tabIndex={0}
      >
        <svg aria-hidden="true" className={x('icon')} viewBox="0 0 20 20">
          <circle cx="4" cy="10" r="2" />
          <circle cx="10" cy="10" r="2" />
          <circle cx="16" cy="10" r="2" />
        </svg>
      </div>
    </div>
  );
}

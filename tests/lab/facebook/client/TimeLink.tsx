import { useState } from 'react';
import { type LabelNode, unscrambled } from '../clock.ts';
import { current, tail, tracked, x } from './look.ts';
import { isPlainClick, useNavigation } from './navigation.tsx';

/** Letters in shuffled order among decoys; the style sheet sets them right. */
export function Label(props: { tree: LabelNode }) {
  return (
    <span className={x('label')} style={{ display: 'flex' }}>
      {props.tree.children.map((leaf, i) => (
        <span
          className={leaf.attributes.length > 0 ? x('away') : undefined}
          // biome-ignore lint/suspicious/noArrayIndexKey: the leaves of a label never move
          key={i}
          style={Object.fromEntries(leaf.styles.map((s) => [s.name, s.val]))}
        >
          {leaf.text}
        </span>
      ))}
    </span>
  );
}

/** The link of the time: its true address is written when a pointer or the focus comes to it. */
export function TimeLink(props: { url: string; from: string; tree: LabelNode }) {
  const navigation = useNavigation();
  const [reached, setReached] = useState('');
  const hidden = `/?${tail(props.from, ',O,P-R')}#?jak`;
  const shown = tracked(props.url, props.from, ',O,P-R');
  if (current().guest) {
    const age = unscrambled(props.tree);
    return (
      <a aria-label={age} className={x('quietLink')} href={shown} role="link" tabIndex={0}>
        {age}
      </a>
    );
  }
  const reach = (): void => setReached(props.url);
  return (
    <a
      className={x('quietLink')}
      href={reached === props.url ? shown : hidden}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        navigation.open(props.url);
      }}
      onFocus={reach}
      onMouseOver={reach}
      role="link"
      tabIndex={0}
    >
      <Label tree={props.tree} />
    </a>
  );
}

import { useId } from 'react';
import type { Node } from './environment.tsx';
import { x } from './look.ts';

/** A round picture: an `image` in an `svg`, so that no `img` stands there. */
export function Avatar(props: { person: Node; href: string | null; part: 'avatar' | 'commentAvatar' }) {
  const uri = props.person.to('profile_picture(height:40,scale:1,width:40)')?.text('uri') ?? '';
  const size = props.part === 'avatar' ? 40 : 32;
  const mask = useId();
  const picture = (
    <svg
      aria-hidden="true"
      className={x(props.part)}
      data-visualcompletion="ignore-dynamic"
      role="none"
      style={{ height: size, width: size }}
    >
      <mask id={mask}>
        <circle cx={size / 2} cy={size / 2} fill="white" r={size / 2} />
      </mask>
      <g mask={`url(#${mask})`}>
        <image height={size} preserveAspectRatio="xMidYMid slice" width={size} x="0" xlinkHref={uri} y="0" />
      </g>
    </svg>
  );
  if (!props.href) return <div>{picture}</div>;
  return (
    <a aria-hidden="true" href={props.href} role="link" tabIndex={-1}>
      {picture}
    </a>
  );
}

import { w, x } from './look.ts';

/** What stands where a post is still to come. */
export function Skeleton() {
  return (
    <div className={x('card')} role="article">
      <div
        aria-label={w('loading')}
        aria-valuetext={w('loading')}
        className={x('skeleton')}
        data-visualcompletion="loading-state"
        role="progressbar"
      >
        <div className={x('bone', 'boneName')} />
        <div className={x('bone', 'boneTime')} />
        <div className={x('bone', 'boneBody')} />
      </div>
    </div>
  );
}

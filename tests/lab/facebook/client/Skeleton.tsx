import { x } from './look.ts';

/** What stands where a post is still to come. */
export function Skeleton() {
  return (
    <div className={x('card')} role="article">
      <div
        aria-label="Memuat..."
        aria-valuetext="Memuat..."
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

import type { Node } from './environment.tsx';
import { w, x } from './look.ts';

const FRIENDS = ['Sari Wulandari', 'Bayu Kencana', 'Tuti Alawiyah'];

/** The sheet from which a post is sent on. It repeats whose post it is, and is none itself. */
export function ShareSheet(props: { story: Node; onClose: () => void }) {
  const [author] = props.story.all('actors');
  return (
    <div className={x('veil')}>
      <div aria-label={w('share')} className={x('dialog')} role="dialog">
        <h2 className={x('dialogTitle')} dir="auto">
          {w('share')}
        </h2>
        <div
          aria-label={w('close')}
          className={x('dialogClose')}
          onClick={props.onClose}
          role="button"
          tabIndex={0}
        >
          ×
        </div>
        <div className={x('people')}>
          <div aria-label={w('composer', { name: '' })} className={x('composerField')} role="textbox" />
          <div className={x('nested')}>
            <div className={x('people')}>
              <a className={x('link')} href={author?.text('url') || '#'} role="link" tabIndex={0}>
                <span>{author?.text('name')}</span>
              </a>
              <div dir="auto">{props.story.to('message')?.text('text').slice(0, 80)}</div>
            </div>
          </div>
          {FRIENDS.map((name) => (
            <div aria-label={name} className={x('sideLink')} key={name} role="button" tabIndex={0}>
              <div className={x('dot')} />
              <span>{name}</span>
            </div>
          ))}
          <div aria-label={w('copyLink')} className={x('addButton')} role="button" tabIndex={0}>
            {w('copyLink')}
          </div>
        </div>
      </div>
    </div>
  );
}

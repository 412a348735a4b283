import { createElement, type ReactElement } from 'react';
import { classOf, type Part } from './styles.ts';
import { type Lang, word } from './words.ts';

/** What the server sends and the app takes over: a bar and three grey posts, until the posts come. */
export function Shell(props: { salt: string; lang?: Lang }): ReactElement {
  const c = (...parts: Part[]): string => classOf(props.salt, ...parts);
  const bone = (...parts: Part[]): ReactElement => createElement('div', { className: c('bone', ...parts) });
  const grey = (key: number): ReactElement =>
    createElement(
      'div',
      { className: c('card'), role: 'article', key },
      createElement(
        'div',
        {
          className: c('skeleton'),
          role: 'progressbar',
          'aria-label': word(props.lang ?? 'id', 'loading'),
          'aria-valuetext': word(props.lang ?? 'id', 'loading'),
          'data-visualcompletion': 'loading-state',
        },
        bone('boneName'),
        bone('boneTime'),
        bone('boneBody'),
      ),
    );
  return createElement(
    'div',
    null,
    createElement(
      'div',
      { className: c('bar'), role: 'banner' },
      createElement('a', { className: c('logo'), href: '/' }, 'f'),
    ),
    createElement(
      'div',
      { className: c('columns') },
      createElement('div', { className: c('side'), role: 'navigation' }),
      createElement('div', { className: c('main'), role: 'main' }, grey(0), grey(1), grey(2)),
      createElement('div', { className: c('side'), role: 'complementary' }),
    ),
  );
}

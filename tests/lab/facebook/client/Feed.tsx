import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useEnvironment, useNode } from './environment.tsx';
import { FeedUnit } from './FeedUnit.tsx';
import { current, x } from './look.ts';
import { type List, loadMore, unitOf } from './queries.ts';
import { Skeleton } from './Skeleton.tsx';
import { heightsOf, type Span, spanOf, withSlots } from './window.ts';

const FAR = 1500;

type DrawUnit = (id: string, index: number, remount: boolean) => ReactNode;

const drawUnit: DrawUnit = (id, index, remount) => <FeedUnit id={id} index={index} remount={remount} />;

/** One place of the list. Its node serves another unit when the list moves on. */
function Slot(props: {
  id: string;
  index: number;
  live: boolean;
  height: number;
  remount: boolean;
  onHeight: (id: string, px: number) => void;
  unit: DrawUnit;
}) {
  const node = useRef<HTMLDivElement>(null);
  const { id, live, onHeight } = props;
  const aside =
    current().contain === 'auto'
      ? ({ contentVisibility: 'auto', containIntrinsicSize: 'auto 600px' } as const)
      : {};
  useLayoutEffect(() => {
    const element = node.current;
    if (!element || !live) return;
    const measure = (): void => onHeight(id, element.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, live, onHeight]);
  return (
    <div className={x('unit')} ref={node} style={live ? aside : { height: props.height }}>
      {live ? props.unit(id, props.index, props.remount) : null}
    </div>
  );
}

/** A list of units of which only those near the view are in the document. `frame` wraps the rows. */
export function CometVirtualFeed(props: {
  list: List;
  frame: (rows: ReactNode) => ReactNode;
  /** Draws a unit; the feed's own way unless told. */
  unit?: DrawUnit;
}) {
  const environment = useEnvironment();
  const { list } = props;
  const connection = useNode(list.connection);
  const top = useRef<HTMLDivElement>(null);
  const [heights] = useState(() => new Map<string, number>());
  const [span, setSpan] = useState<Span>({
    first: 0,
    liveFirst: 0,
    liveLast: -1,
    last: -1,
    slots: new Map(),
  });
  const ids = (connection?.all('edges') ?? []).flatMap((edge) => unitOf(edge) ?? []);
  const idsRef = useRef(ids);
  idsRef.current = ids;
  const more = connection ? connection.value('has_next_page') === true : true;

  const look = useCallback((): void => {
    const start = top.current;
    if (!start) return;
    const offset = start.getBoundingClientRect().top;
    setSpan((old) => withSlots(old, spanOf(idsRef.current, heights, -offset, innerHeight)));
  }, [heights]);

  useEffect(() => {
    let waiting = 0;
    const onScroll = (): void => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(look);
    };
    addEventListener('scroll', onScroll, { passive: true });
    addEventListener('resize', onScroll);
    look();
    return () => {
      cancelAnimationFrame(waiting);
      removeEventListener('scroll', onScroll);
      removeEventListener('resize', onScroll);
    };
  }, [look]);

  const onHeight = useCallback(
    (id: string, px: number): void => {
      if (px === 0 || heights.get(id) === px) return;
      heights.set(id, px);
      look();
    },
    [heights, look],
  );

  const [pages, setPages] = useState(0);
  const count = ids.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: more units are a reason to look again
  useEffect(look, [count]);

  const below = heightsOf(ids, heights, span.last + 1, count);
  const near = below < FAR && span.last >= count - 4;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that has come is a reason to look further
  useEffect(() => {
    if (!more || !(near || count === 0)) return;
    // A page without an answer is asked for again when the list next moves.
    loadMore(environment, list).then(
      () => setPages((n) => n + 1),
      () => {},
    );
  }, [more, near, count, pages, environment, list]);

  const rows: ReactNode[] = [];
  for (let i = span.first; i <= Math.min(span.last, count - 1); i++) {
    const id = ids[i];
    const slot = span.slots.get(i);
    if (id === undefined || slot === undefined) continue;
    rows.push(
      <Slot
        height={heights.get(id) ?? 600}
        id={id}
        index={i}
        key={`slot${slot}`}
        // Half of the boxes are emptied out of sight; the others keep their nodes and hand them to another unit.
        live={slot % 2 === 1 || (i >= span.liveFirst && i <= span.liveLast)}
        onHeight={onHeight}
        remount={slot % 4 === 3}
        unit={props.unit ?? drawUnit}
      />,
    );
  }
  return props.frame(
    <>
      <div ref={top} style={{ height: heightsOf(ids, heights, 0, span.first) }} />
      {rows}
      <div style={{ height: below }} />
      {more ? <Skeleton /> : null}
    </>,
  );
}

import type { SiteId } from '../complaints/reading.ts';

export interface StoreRequest {
  site: SiteId;
  /** Temporary attribute on the post's element. */
  marker: string;
  /** Names of the post, or of the comment, as the DOM gave them. */
  names: string[];
  /** Names of the post above, when it is a comment that was marked. */
  under?: string[];
  /** Time after which the look gives up with what it has, in ms. */
  boxMs: number;
}

/**
 * One read-only look into the page's own Relay store, for one click. Runs in the page's MAIN world by
 * `chrome.scripting.executeScript({ world: 'MAIN', func: lookIntoStore, args: [request] })`, which sends its
 * source text alone: it may refer to nothing outside itself. Nothing is patched, written or requested.
 *
 * From the marked element it climbs React's fibers to the Relay environment and to references to records, and
 * returns the records of that one post as plain JSON: references resolved, arguments of fields stripped beside
 * the full key (`url(site:"www")` also as `url`), bounded in time, depth, number and size. Empty on any failure.
 */
export function lookIntoStore(request: StoreRequest): unknown[] {
  type Dict = Record<string, unknown>;
  const end = Date.now() + Math.min(Math.max(request.boxMs, 5), 1000);
  const late = () => Date.now() > end;
  const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null;
  const MAX_CHARS = 280_000;
  const MAX_STRING = 100_000;
  const idOf = (name: string) => name.slice(name.indexOf(':') + 1);
  const ids = (request.under ?? request.names).map(idOf);
  const commentIds = request.under ? request.names.map((name) => name.replace(/^.*[:#]/, '')) : [];
  const instagram = request.site === 'instagram';

  /** By its shape, not by the name of its key, which may change. */
  const fiberOf = (element: Element): Dict | null => {
    for (const key of Object.keys(element).slice(0, 30)) {
      const fiber = (element as unknown as Dict)[key];
      if (isDict(fiber) && 'memoizedProps' in fiber && 'return' in fiber) return fiber;
    }
    return null;
  };

  /** The store's record source behind anything that looks like a Relay environment. */
  const sourceIn = (value: unknown): Dict | null => {
    if (!isDict(value)) return null;
    for (const candidate of [value, value.environment, value.relayEnvironment]) {
      if (!isDict(candidate) || typeof candidate.getStore !== 'function') continue;
      const store: unknown = candidate.getStore();
      const source: unknown =
        isDict(store) && typeof store.getSource === 'function' ? store.getSource() : null;
      if (isDict(source) && typeof source.get === 'function') return source;
    }
    return null;
  };

  const sourceAt = (fiber: Dict): Dict | null => {
    const props = fiber.memoizedProps;
    let found = sourceIn(props) ?? (isDict(props) ? sourceIn(props.value) : null);
    let context: unknown = isDict(fiber.dependencies) ? fiber.dependencies.firstContext : null;
    for (let i = 0; !found && isDict(context) && i < 20; i++, context = context.next)
      found = sourceIn(context.memoizedValue);
    let hook: unknown = fiber.memoizedState;
    for (let i = 0; !found && isDict(hook) && i < 30; i++, hook = hook.next) {
      const state = hook.memoizedState;
      found = sourceIn(state) ?? (isDict(state) ? sourceIn(state.current) : null);
      if (!found && Array.isArray(state)) found = sourceIn(state[0]);
    }
    return found;
  };

  /** Record ids to which a component's props refer, shallowly; lists are left out (they hold other posts too). */
  const refsAt = (fiber: Dict): string[] => {
    const refs: string[] = [];
    const look = (value: unknown, depth: number) => {
      if (!isDict(value) || Array.isArray(value) || depth > 2 || value instanceof Node) return;
      if (typeof value.__id === 'string') refs.push(value.__id);
      for (const key of Object.keys(value).slice(0, 40)) {
        if (key !== 'children' && key !== '_owner' && !key.startsWith('__')) look(value[key], depth + 1);
      }
    };
    look(fiber.memoizedProps, 0);
    return refs;
  };

  const opened = (id: unknown): string => {
    try {
      return typeof id === 'string' && id.length < 200 ? atob(id) : '';
    } catch {
      return '';
    }
  };

  try {
    const post = document.querySelector(`[${request.marker}]`);
    if (!post) return [];
    let source: Dict | null = null;
    const refs: string[] = [];
    const start = [post, ...Array.from(post.querySelectorAll('*')).slice(0, 60)]
      .map(fiberOf)
      .find((fiber) => fiber);
    let fiber: unknown = start;
    for (let i = 0; isDict(fiber) && i < 400 && !late(); i++, fiber = fiber.return) {
      // Far above the post, props speak of the whole list. A node keeps the fiber it was made with, which may be
      // one rendering old; its alternate then holds what is shown.
      if (i < 40) {
        refs.push(...refsAt(fiber));
        if (isDict(fiber.alternate)) refs.push(...refsAt(fiber.alternate));
      }
      source ??= sourceAt(fiber);
    }
    for (const element of Array.from(post.querySelectorAll('*')).slice(0, 400)) {
      if (late()) break;
      let inner: unknown = fiberOf(element);
      for (let i = 0; isDict(inner) && inner !== start && i < 6; i++, inner = inner.return) {
        if (refs.length < 300) refs.push(...refsAt(inner));
        source ??= sourceAt(inner);
      }
    }
    const records = source as { get(id: string): unknown; getRecordIDs?(): string[] } | null;
    if (!records) return [];

    const get = (id: unknown): Dict | null => {
      const record = typeof id === 'string' ? records.get(id) : null;
      return isDict(record) ? record : null;
    };
    const isPost = (record: Dict | null): record is Dict => {
      if (!record) return false;
      if (instagram) return typeof record.code === 'string' && ids.includes(record.code);
      return typeof record.post_id === 'string' && ids.includes(record.post_id);
    };
    /** A comment by its own number; Facebook's opaque id holds it too. */
    const isComment = (record: Dict | null): record is Dict => {
      if (!record) return false;
      if (instagram) return commentIds.includes(String(record.pk)) && typeof record.text === 'string';
      if (record.__typename !== 'Comment') return false;
      const known = [record.legacy_fbid, opened(record.id).replace(/^.*_/, '')];
      return known.some((id) => typeof id === 'string' && commentIds.includes(id));
    };
    const isStory = (record: Dict | null): record is Dict => {
      if (!record) return false;
      if (instagram)
        return typeof record.code === 'string' && ('taken_at' in record || 'image_versions2' in record);
      return record.__typename === 'Story' || (typeof record.post_id === 'string' && '__id' in record);
    };

    /** The record itself or one close behind it: feed units and edges point at the post. */
    const near = (id: string, test: (record: Dict | null) => boolean): Dict | null => {
      const queue: { id: unknown; depth: number }[] = [{ id, depth: 0 }];
      for (const step of queue) {
        const record = get(step.id);
        if (test(record)) return record;
        if (!record || step.depth > 1) continue;
        for (const key of ['node', 'media', 'story', 'feed_unit', 'feedUnit', 'post', 'item', 'comment']) {
          const link = record[key];
          if (isDict(link) && '__ref' in link) queue.push({ id: link.__ref, depth: step.depth + 1 });
        }
      }
      return null;
    };

    const chosen = new Set<Dict>();
    const wanted = (record: Dict | null): record is Dict => isComment(record) || isPost(record);
    for (const ref of refs) {
      const record = near(ref, wanted);
      if (record) chosen.add(record);
    }
    if (chosen.size < (request.under ? 2 : 1) && typeof records.getRecordIDs === 'function') {
      for (const id of records.getRecordIDs()) {
        if (late() || chosen.size >= 2) break;
        const record = get(id);
        if (wanted(record)) chosen.add(record);
      }
    }
    if (!request.under && (!instagram || ids.length === 0)) {
      // The nearest posts around the element; the worker compares them with what the DOM shows.
      for (const ref of refs) {
        const record = near(ref, isStory);
        if (record) chosen.add(record);
        if (chosen.size >= 3) break;
      }
    }

    const UNWANTED =
      /^(?:__(?!typename$|id$)|.*(?:_connection|dash_manifest|video_versions|tracking|encrypted|friendship|logging|facepile|_ufi|adp_))/;
    let chars = 0;
    type Step = { record: Dict; target: Dict; path: Dict[]; depth: number };
    const plain = (root: Dict): Dict => {
      const out: Dict = {};
      const queue: Step[] = [{ record: root, target: out, path: [root], depth: 0 }];
      let nodes = 0;
      const follow = (id: unknown, step: Step): unknown => {
        const record = get(id);
        if (!record) return null;
        const target: Dict = {};
        const leaf = /^(?:Comment|XDTCommentDict|Group)$/.test(String(record.__typename));
        if (leaf || step.path.includes(record) || step.depth >= 20) {
          // A caption is a comment too: of such records only what stands in them, of the others who they are.
          for (const key of leaf ? Object.keys(record) : ['__typename', 'id', 'post_id']) {
            const field = record[key];
            if (typeof field !== 'string' && typeof field !== 'number') continue;
            if (chars < MAX_CHARS) target[key] = field;
            chars += String(field).length + key.length;
          }
          return target;
        }
        queue.push({ record, target, path: [...step.path, record], depth: step.depth + 1 });
        return target;
      };
      const value = (raw: unknown, step: Step, depth: number): unknown => {
        if (typeof raw === 'string') {
          if (raw.length > MAX_STRING) return null;
          chars += raw.length;
          return raw;
        }
        if (raw === null || typeof raw === 'number' || typeof raw === 'boolean') return raw;
        if (!isDict(raw) || depth > 6) return null;
        if ('__ref' in raw) return follow(raw.__ref, step);
        if (Array.isArray(raw.__refs)) return raw.__refs.slice(0, 60).map((id) => follow(id, step));
        if (Array.isArray(raw)) return raw.slice(0, 100).map((item) => value(item, step, depth + 1));
        const copy: Dict = {};
        for (const key of Object.keys(raw).slice(0, 100)) copy[key] = value(raw[key], step, depth + 1);
        return copy;
      };
      for (const step of queue) {
        if (late() || nodes++ > 3000 || chars > MAX_CHARS) break;
        for (const key of Object.keys(step.record)) {
          if (UNWANTED.test(key) || chars > MAX_CHARS) continue;
          const read = value(step.record[key], step, 0);
          chars += key.length + 8;
          step.target[key] = read;
          const bare = key.replace(/\(.*$/s, '');
          if (bare !== key && !(bare in step.record) && !(bare in step.target)) step.target[bare] = read;
        }
      }
      return out;
    };
    const results: unknown[] = [];
    for (const record of chosen) {
      if (results.length >= 3) break;
      chars = 0;
      const text = JSON.stringify(plain(record));
      if (text.length <= 300_000) results.push(JSON.parse(text));
    }
    return results;
  } catch {
    return [];
  }
}

export type Dict = Record<string, unknown>;

const MAX_NODES = 60_000;

/** JSON, or null for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Walks through parsed JSON, which may be of any shape, size and depth. `visit` sees each object and answers true
 * to stay out of it; some answers are wrapped as JSON inside a string, which `unwrap` may let in.
 */
export function walk(
  root: unknown,
  visit: (value: Dict) => boolean | undefined,
  unwrap?: (text: string) => boolean,
): void {
  const stack: unknown[] = [root];
  for (let nodes = 0; stack.length > 0 && nodes < MAX_NODES; nodes++) {
    const value = stack.pop();
    if (typeof value === 'string') stack.push(parseJson(value));
    else if (value && typeof value === 'object' && !(!Array.isArray(value) && visit(value as Dict))) {
      for (const child of Object.values(value)) {
        const wrapped = typeof child === 'string' && child.startsWith('{') && unwrap?.(child);
        if (wrapped || (child && typeof child === 'object')) stack.push(child);
      }
    }
  }
}

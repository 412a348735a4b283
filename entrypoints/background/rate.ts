/** A limit per tab on what a page may cause: `limit` within `windowMs`. Synchronous, so that it stands before everything. */
export function createRateLimit(limit: number, windowMs: number): (tabId: number, now: number) => boolean {
  const times = new Map<number, number[]>();
  return (tabId, now) => {
    const recent = (times.get(tabId) ?? []).filter((at) => at > now - windowMs && at <= now);
    const allowed = recent.length < limit;
    if (allowed) recent.push(now);
    times.set(tabId, recent);
    return allowed;
  };
}

/** Lets `limit` clicks pass within `spanMs`, counted over all buttons of the page. */
export function rateLimit(limit: number, spanMs: number): (now: number) => boolean {
  let passed: number[] = [];
  return (now) => {
    passed = passed.filter((at) => now - at < spanMs);
    if (passed.length >= limit) return false;
    passed.push(now);
    return true;
  };
}

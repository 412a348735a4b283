import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser whose whole clock is moved, and one that sleeps: without touching the computer's own. */

const SHIM = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
static long moved(void) {
  const char *by = getenv("MOVED_CLOCK");
  return by ? atol(by) : 0;
}
int clock_gettime(clockid_t id, struct timespec *at) {
  static int (*real)(clockid_t, struct timespec *);
  static long by;
  if (!real) { by = moved(); real = dlsym(RTLD_NEXT, "clock_gettime"); }
  int result = real(id, at);
  if (result == 0 && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) at->tv_sec += by;
  return result;
}
int gettimeofday(struct timeval *at, void *zone) {
  static int (*real)(struct timeval *, void *);
  static long by;
  if (!real) { by = moved(); real = dlsym(RTLD_NEXT, "gettimeofday"); }
  int result = real(at, zone);
  if (result == 0) at->tv_sec += by;
  return result;
}
`;

export interface Mover {
  /** Environment of a browser whose clock is moved by so many seconds. */
  env(seconds: number): Record<string, string>;
  close(): void;
}

/** Null where there is no C compiler or no Linux: the tests that need it say that they were left out. */
export function clockMover(): Mover | null {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-clock-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    const [source, library] = [join(folder, 'clock.c'), join(folder, 'clock.so')];
    writeFileSync(source, SHIM);
    execFileSync('gcc', ['-w', '-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], {
      stdio: 'ignore',
    });
    return { env: (seconds) => ({ LD_PRELOAD: library, MOVED_CLOCK: String(seconds) }), close };
  } catch {
    close();
    return null;
  }
}

/** A process and all that it started, as the kernel tells it. */
function family(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Gone meanwhile.
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}

/** Whether processes can be told from each other here, as `sleep` needs it. */
export const maySleep = process.platform === 'linux';

/** Stops a browser with all of its processes for so many ms, as a computer that sleeps does. */
export async function sleepFor(pid: number, ms: number): Promise<void> {
  const all = family(pid);
  for (const one of all) process.kill(one, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, ms));
  for (const one of all) process.kill(one, 'SIGCONT');
}

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine lets us mount a small disk. */
export function mayMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'tanggap-mount-'));
  try {
    mount(at, '1m');
    execFileSync('umount', ['-l', at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}

function mount(at: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at], { stdio: 'ignore' });
}

export interface SmallDisk {
  /** A profile for the browser, on the small disk. */
  profile: string;
  /** Takes all room. */
  fill(): void;
  free(): void;
  close(): void;
}

/**
 * A real file system without room. The databases lie on a disk of their own that is filled to the last byte; the
 * rest of the profile keeps 2 MB, because Chromium itself does not outlive a memory-mapped file that cannot grow.
 */
export function smallDisk(): SmallDisk {
  const disk = mkdtempSync(join(tmpdir(), 'tanggap-disk-'));
  mount(disk, '300m');
  const databases = join(disk, 'profile', 'Default', 'IndexedDB');
  mkdirSync(databases, { recursive: true });
  mount(databases, '12m');
  const ballasts = [
    { path: join(databases, 'ballast'), keep: 0 },
    { path: join(disk, 'ballast'), keep: 2_000_000 },
  ];
  return {
    profile: join(disk, 'profile'),
    fill() {
      for (const { path, keep } of ballasts) {
        const file = openSync(path, 'w');
        const block = Buffer.alloc(4096, 1);
        try {
          for (;;) {
            const { bavail, bsize } = statfsSync(disk === join(path, '..') ? disk : databases);
            if (bavail * bsize <= keep) break;
            writeSync(file, block);
          }
        } catch {
          // Full to the last byte, which is what it is for.
        } finally {
          closeSync(file);
        }
      }
    },
    free() {
      for (const { path } of ballasts) rmSync(path, { force: true });
    },
    close() {
      for (const at of [databases, disk]) execFileSync('umount', ['-l', at], { stdio: 'ignore' });
      rmSync(disk, { recursive: true, force: true });
    },
  };
}

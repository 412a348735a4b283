/**
 * Ms of processor time that this thread has used: a bound on work that holds however busy the machine is. For
 * guards against work without end; how fast something is, the bench shows.
 */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

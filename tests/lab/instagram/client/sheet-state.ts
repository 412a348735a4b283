/** Which post is being passed on; null when no sheet is open. */
let open: string | null = null;
const listeners = new Set<() => void>();

export function shareSheet(code: string | null): void {
  open = code;
  for (const listener of [...listeners]) listener();
}

export const sharing = (): string | null => open;

export function onSharing(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Removes every node that this page did not draw, as often as one comes, and whenever it is looked for. Never ends. */
export function sweep(mount: Element): void {
  const keyOf = (element: Element): string | undefined =>
    Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
  const clean = (): void => {
    const [own] = [...mount.querySelectorAll('[role=banner]')].flatMap((e) => keyOf(e) ?? []);
    if (!own) return;
    for (const element of mount.querySelectorAll('*')) if (!(own in element)) element.remove();
    for (const element of document.body.children)
      if (element !== mount && element.tagName !== 'SCRIPT') element.remove();
  };
  new MutationObserver(() => queueMicrotask(clean)).observe(mount, { childList: true, subtree: true });
  setInterval(clean, 200);
}

const ownedByReact = (node: Element): boolean =>
  Object.keys(node).some((key) => key.startsWith('__reactFiber$')) || node.closest('svg') !== null;

/** Takes every element out of the page that the app did not make: at once, and every quarter of a second. */
export function sweepForeign(mount: Element): void {
  const sweep = (root: ParentNode): void => {
    for (const node of root.querySelectorAll('*')) if (node.isConnected && !ownedByReact(node)) node.remove();
  };
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element && node.isConnected && !ownedByReact(node)) node.remove();
  });
  observer.observe(mount, { childList: true, subtree: true });
  setInterval(() => sweep(mount), 250);
}

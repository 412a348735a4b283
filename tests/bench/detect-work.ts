/** The page's own life, the same for every technique; each function runs in the page and refers to nothing outside. */

/** A post as Instagram's home feed draws it, with the heart, the linked time and a photo without address. */
export function installMaker(): void {
  let made = 0;
  const post = () => {
    made += 1;
    const code = `DBench${made}x`;
    const article = document.createElement('article');
    article.className = `c${made % 7}`;
    article.innerHTML = `<div><div><a href="/warga.${made}/"><span>warga.${made}</span></a><a href="/p/${code}/"><time datetime="2026-11-20T08:00:00.000Z">3 j</time></a></div><div><img alt="" width="300" height="300"></div><section><div role="button"><svg height="24" viewBox="0 0 24 24"><path d="M16.792 3.904A4.989 4.989 0 0 1 21.5 9.122"></path></svg></div><div role="button"><svg height="24"><polygon points="20 21 12 13.44 4 21 4 3 20 3 20 21"></polygon></svg></div></section><div><span>warga.${made}</span><span>Lampu jalan ${made} padam.</span></div></div>`;
    article.setAttribute('data-born', String(performance.now()));
    return article;
  };
  const fill = (nodes: number) => {
    const still = document.createElement('div');
    still.style.display = 'none';
    for (let i = 0; i < nodes; i += 1) still.append(document.createElement('span'));
    document.body.append(still);
  };
  Object.assign(globalThis, { makePost: post, fillPage: fill });
}

/**
 * Three hundred rounds, bound by work and not by time: 25 changes of text and class, a notice that comes and goes,
 * and five posts every ten rounds, of which sixty are kept. Ms for all, observers' microtasks included.
 */
export async function sumRun(): Promise<number> {
  const { makePost } = globalThis as unknown as { makePost(): Element };
  const feed = document.querySelector('main') as HTMLElement;
  const texts = Array.from({ length: 25 }, () => feed.appendChild(document.createElement('p')));
  const start = performance.now();
  for (let round = 0; round < 300; round += 1) {
    for (const [at, text] of texts.entries()) {
      text.textContent = `${round} ${at}`;
      text.className = `t${round % 5}`;
    }
    const notice = document.body.appendChild(document.createElement('aside'));
    notice.innerHTML = '<b>baru</b> <i>dilihat</i>';
    notice.remove();
    if (round % 10 === 0) {
      for (let i = 0; i < 5; i += 1) feed.append(makePost());
      while (feed.querySelectorAll('article').length > 60) feed.querySelector('article')?.remove();
    }
    await Promise.resolve();
  }
  return performance.now() - start;
}

/** One post a frame for a hundred frames, each into view: how long until it is found, and how even the frames are. */
export async function frameRun(): Promise<number> {
  const { makePost } = globalThis as unknown as { makePost(): Element };
  const feed = document.querySelector('main') as HTMLElement;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const start = performance.now();
  for (let i = 0; i < 100; i += 1) {
    feed.prepend(makePost());
    while (feed.children.length > 3) feed.lastElementChild?.remove();
    await frame();
    await frame();
  }
  await new Promise((done) => setTimeout(done, 1500));
  return performance.now() - start;
}

/** Cases that a technique may miss; each puts its posts into view. Callbacks per case, `[expected, seen]`. */
export async function gateRun(): Promise<Record<string, [number, number]>> {
  const { makePost } = globalThis as unknown as { makePost(): HTMLElement };
  const feed = document.querySelector('main') as HTMLElement;
  // A look once a second needs more than a second; the others a little more than their own pause.
  const pause = location.hash.includes('interval') ? 1200 : 800;
  const settle = () => new Promise((done) => setTimeout(done, pause));
  const count = (posts: Element[]) =>
    posts.reduce((sum, post) => sum + Number(post.getAttribute('data-found') ?? 0), 0);
  const result: Record<string, [number, number]> = {};
  const run = async (name: string, posts: HTMLElement[], act: () => void | Promise<void>) => {
    await act();
    await settle();
    result[name] = [posts.length, count(posts)];
    for (const post of posts) post.remove();
    feed.replaceChildren();
    await settle();
  };
  const [a, b, c, d, e, f, g, h, i, j, k] = Array.from({ length: 11 }, makePost) as HTMLElement[];
  const one = (post: HTMLElement | undefined) => (post ? [post] : []);
  const put = (post: HTMLElement | undefined) => void (post && feed.append(post));
  await run('plain insert', one(a), () => put(a));
  await run('fragment of three', [b, c, d].flatMap(one), () => {
    const fragment = new DocumentFragment();
    fragment.append(...[b, c, d].flatMap(one));
    feed.append(fragment);
  });
  await run('hidden, then shown', one(e), async () => {
    if (e) e.style.display = 'none';
    put(e);
    await settle();
    if (e) e.style.display = '';
  });
  await run('filled after insertion', one(f), async () => {
    const inner = [...(f?.childNodes ?? [])];
    f?.replaceChildren();
    put(f);
    await settle();
    f?.append(...inner);
  });
  await run('class rewritten', one(g), async () => {
    put(g);
    await settle();
    if (g) g.className = 'other';
  });
  await run('removed and put back', one(h), async () => {
    put(h);
    await settle();
    h?.remove();
    put(h);
  });
  await run('page without animations', one(i), () => {
    const style = document.createElement('style');
    style.textContent = '*{animation:none!important}';
    document.head.append(style);
    put(i);
  });
  await run('content-visibility: auto', one(j), () => {
    if (j) j.style.contentVisibility = 'auto';
    put(j);
  });
  await run('page animates the post', one(k), () => {
    if (k) k.style.animation = 'none';
    put(k);
  });
  return result;
}

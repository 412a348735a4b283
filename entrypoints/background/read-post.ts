import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { Capture, Layer } from '../../complaints/reading.ts';
import type { PageFlagInput } from '../../protocol/contract.ts';
import { mappers } from '../../sites/mappers.ts';
import { mergeLayers } from '../../sites/merge.ts';
import { lookIntoStore } from '../../sites/store-look.ts';
import { layerSchema } from '../../storage/schemas.ts';

/** The page's store gets this long, in ms; then the reading goes on without it. */
const LOOK_MS = 800;
/** Of that, how long the look itself may hold the page up, in ms: the store of a long evening is large. */
const BOX_MS = 300;
/** Largest answer of the page's world that is looked at, in characters of JSON. */
const MAX_ANSWER = 1_000_000;
/** No more layers than this are compared. */
const MAX_LAYERS = 24;

const layers = z.array(layerSchema).max(200);

/**
 * One post from everything one click can tell: the DOM as the content script read it, the islands it found, and
 * one look into the page's own store. What comes from the page's world is taken for hostile.
 * @param pageUrl Address of the tab as the browser gives it.
 */
export async function readPost(
  reading: PageFlagInput['reading'],
  tabId: number,
  pageUrl: string,
): Promise<Capture> {
  const mapper = mappers[reading.site];
  const raw = reading.marker ? await lookOnce(reading, reading.marker, tabId) : [];
  const others = [...sound(mapper.mapRaw(raw, 'store')), ...sound(mapper.mapRaw(reading.raw, 'island'))];
  return mergeLayers(reading.dom, others.slice(0, MAX_LAYERS), {
    site: reading.site,
    surface: reading.surface,
    pageUrl,
    readAt: reading.readAt,
    permalinkOf: (key, accepted) => mapper.permalinkOf(key, accepted),
  });
}

function sound(mapped: Layer[]): Layer[] {
  const parsed = layers.safeParse(mapped.slice(0, 200));
  return parsed.success ? parsed.data : mapped.filter((layer) => layerSchema.safeParse(layer).success);
}

async function lookOnce(
  { site, dom }: PageFlagInput['reading'],
  marker: string,
  tabId: number,
): Promise<unknown[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LOOK_MS);
  });
  try {
    const looked = browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      world: 'MAIN',
      func: lookIntoStore,
      args: [
        { site, marker, names: dom.names, ...(dom.under ? { under: dom.under.names } : {}), boxMs: BOX_MS },
      ],
    });
    const answer = await Promise.race([looked, timeout]);
    const result: unknown = answer?.[0]?.result;
    if (!Array.isArray(result) || JSON.stringify(result).length > MAX_ANSWER) return [];
    return result.slice(0, 16);
  } catch (error) {
    console.warn('Tanggap: no look into the store', String(error));
    return [];
  } finally {
    clearTimeout(timer);
  }
}

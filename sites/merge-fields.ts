import type { Capture, Counts, FieldSource, Layer, PhotoOffer } from '../complaints/reading.ts';

/** Fields in which one layer may be richer than another; `layers` are of one post, most trusted first. */

/** File name of a photo without size, signature and ending: the same for every size of one photo. */
export function photoFile(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,5}$/, '');
}

/**
 * The whole text; a cut one only tells that there is more. The live store is newer than the islands (an edited
 * caption), but two answers of one kind that differ cannot both be this post's.
 */
export function mergeText(layers: Layer[]): Capture['text'] {
  const whole = layers.filter((layer) => layer.text !== undefined && !layer.textCut);
  const [best] = whole;
  if (best?.text === undefined) {
    return { unreadable: layers.some((layer) => layer.text !== undefined) ? 'only-partly' : 'not-on-page' };
  }
  if (whole.some((layer) => layer.source === best.source && layer.text !== best.text))
    return { unreadable: 'contradiction' };
  return { value: best.text, source: best.source };
}

/** Exact figures before rounded ones, each figure from the most trusted layer that has it. */
export function mergeCounts(layers: Layer[]): Capture['counts'] {
  if (layers.some((layer) => layer.countsHidden)) return { unreadable: 'hidden' };
  const counts: Counts = {};
  let source: FieldSource | null = null;
  let approximate = false;
  for (const rounded of [false, true]) {
    for (const layer of layers) {
      if (!layer.counts || !!layer.counts.approximate !== rounded) continue;
      for (const key of ['likes', 'comments', 'shares'] as const) {
        const figure = layer.counts[key];
        if (figure === undefined || counts[key] !== undefined) continue;
        counts[key] = figure;
        source ??= layer.source;
        if (rounded) approximate = true;
      }
    }
  }
  if (!source) return { unreadable: 'not-on-page' };
  return { value: approximate ? { ...counts, approximate } : counts, source };
}

/**
 * The list of the layer that has most photos, each in the largest size that any layer offers of the same file.
 * What only the DOM shows beside a JSON list is not added: the list is complete, the DOM may have caught more.
 */
export function mergePhotos(layers: Layer[]): { field: Capture['photos']; total?: number } {
  const told = layers.filter((layer) => layer.photos !== undefined);
  const base = told.reduce<Layer | undefined>(
    (best, layer) => (count(layer) > count(best) ? layer : best),
    told[0],
  );
  if (!base?.photos) return { field: { unreadable: 'not-on-page' }, ...totalOf(layers, 0) };
  const value = base.photos.map((photo) => {
    const file = photoFile(photo.url);
    let best = photo;
    for (const layer of told) {
      for (const offer of layer.photos ?? []) {
        if (photoFile(offer.url) === file && area(offer) > area(best)) best = { ...offer, kind: photo.kind };
      }
    }
    return best;
  });
  return { field: { value, source: base.source }, ...totalOf(layers, value.length) };
}

function count(layer: Layer | undefined): number {
  return layer?.photos?.length ?? 0;
}

function area(photo: PhotoOffer): number {
  return (photo.width ?? 0) * (photo.height ?? photo.width ?? 0);
}

function totalOf(layers: Layer[], offered: number): { total?: number } {
  const total = Math.max(0, ...layers.map((layer) => layer.photoTotal ?? 0));
  return total > offered ? { total } : {};
}

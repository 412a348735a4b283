/**
 * What stays the same of a photo's address when the site signs it anew or offers another size: the file name.
 * The whole address when there is none.
 */
export function photoKey(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length >= 8 ? name : url;
}

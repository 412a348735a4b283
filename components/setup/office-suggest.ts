import { isPrefix } from '../../complaints/number.ts';

/** The place in an office's name: `Pemerintah Kabupaten Sukamaju` → `Sukamaju`. */
function placeOf(office: string): string {
  return office
    .replace(
      /^\s*(pemerintah(an)?\s+)?(pemkab|pemkot|pemprov|kabupaten|kab\.?|kota(madya)?|provinsi|prov\.?)\s+(?=\S)/i,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Letters for the numbers, from the office's name: three consonants of one word, the initial and two consonants of
 * the second of two words, the initials of more. Empty when the name yields none. A suggestion; it can be changed.
 */
export function suggestPrefix(office: string): string {
  const words = placeOf(office)
    .normalize('NFD')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(Boolean);
  const [first = '', second = ''] = words;
  const consonants = (word: string) => word[0] + word.slice(1).replace(/[AEIOU]/g, '');
  let letters = '';
  if (words.length === 1) letters = consonants(first).slice(0, 3);
  else if (words.length === 2) letters = `${first[0]}${consonants(second).slice(0, 2)}`;
  else
    letters = words
      .map((word) => word[0])
      .join('')
      .slice(0, 5);
  if (letters.length < 2) letters = first.slice(0, 3);
  return isPrefix(letters) ? letters : '';
}

/** Who signs: `Bupati X` for a regency, `Wali Kota X` for a city, `Gubernur X` for a province; else empty. */
export function suggestSignatory(office: string): string {
  const place = placeOf(office);
  if (place === '' || place === office.trim()) return '';
  if (/\b(kota(madya)?|pemkot)\b/i.test(office.slice(0, office.length - place.length)))
    return `Wali Kota ${place}`;
  if (/\bprov/i.test(office) || /pemprov/i.test(office)) return `Gubernur ${place}`;
  return `Bupati ${place}`;
}

/** Minutes since midnight as one writes them: `07.30` in Indonesian, `07:30` in English. */
export function timeOfMinutes(minutes: number, locale: 'id' | 'en'): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}${locale === 'id' ? '.' : ':'}${two(minutes % 60)}`;
}

/** What was typed (`7.30`, `07:30`) → minutes since midnight; null when it is no time of day. */
export function minutesOfTime(text: string): number | null {
  const parts = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text.trim());
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}

/** As `minutesOfTime`, and `24.00` for the end of a day, `0730` and `7` as they are typed in a hurry. */
export function minutesOfFrame(text: string): number | null {
  const time = text.trim();
  if (/^24[.:]?00$/.test(time) || time === '24') return 1_440;
  if (/^\d{1,2}$/.test(time)) return minutesOfTime(`${time}.00`);
  return minutesOfTime(time.replace(/^(\d{1,2})(\d\d)$/, '$1.$2'));
}

/** A citizen's line as a part of our own sentence: "laporan tentang *lubang dalam di Jl. Pelita* sudah kami …". */

/** Longest clause, in UTF-16 units. */
const LONGEST = 60;
/** Fewer words are a call or a greeting, when another sentence follows: "Pak, tolong. Lampu jalan padam." */
const FEWEST_WORDS = 3;

/** Shortened words whose dot ends no sentence. */
const SHORTENED =
  /(?:^|[\s(])(?:jl|jln|jend|gg|no|nmr|kec|kel|kab|kp|ds|dsn|komp|perum|blok|rt|rw|km|tgl|dr|drg|ir|h|hj|st|bpk|sdr|sdri|yth|pt|cv|tbk|dll|dsb|dst|a\.n|s\.d)$/i;

/** Words that lead on to something: at the end of a cut line they hang in the air. */
const LEADING_ON =
  /\s+(?:di|ke|dari|yang|yg|dan|atau|dengan|dgn|untuk|utk|pada|karena|krn|sampai|sejak|oleh|serta|tapi|agar|supaya|kalau|jika|hingga|para|tidak|tdk|sudah|sdh|sangat|dekat|depan)$/i;

/** Whom it is called out to, and mere emphasis, after the matter itself: "gelap sekali pak ai". */
const CALL = /(?:,?\s+(?:pak|bu|kak|min|admin|ai|dong|deh|nih|sih|ya))+$/i;

/**
 * One short clause of a line: its first sentence that says something, at most 60 characters and cut at a word, without
 * the dots, marks and emoji around it. It begins with a small letter unless its first word is written in capitals
 * (`PJU`, `SDN`); a proper name cannot be told from any other first word.
 */
export function clause(line: string): string {
  const all = sentences(line).map(bare).filter(Boolean);
  const first = all.find((each) => each.split(' ').length >= FEWEST_WORDS) ?? all[0] ?? '';
  return small(bare(cut(first).replace(CALL, '')));
}

/** The clause at the beginning of a sentence. */
export function capitalized(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function sentences(line: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of line.matchAll(/(?:[!?…]+|\.+)[.!?…]*(?=\s|$)/gu)) {
    if (mark === '.' && SHORTENED.test(line.slice(from, index))) continue;
    parts.push(line.slice(from, index));
    from = index + mark.length;
  }
  return [...parts, line.slice(from)];
}

/** Without what is neither letter nor figure at both ends; brackets, quotes and % may close it. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}("“]+/u, '').replace(/[^\p{L}\p{M}\p{N})"”%]+$/u, '');
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST + 1);
  const comma = head.lastIndexOf(', ');
  const space = head.lastIndexOf(' ');
  const end = comma >= LONGEST / 2 ? comma : space > 0 ? space : LONGEST;
  let kept = bare(
    text
      .slice(0, end)
      .toWellFormed()
      .replace(/\uFFFD$/, ''),
  );
  while (LEADING_ON.test(kept)) kept = bare(kept.replace(LEADING_ON, ''));
  return kept;
}

function small(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

import type { Alarm } from './loud.ts';

/**
 * Words that tell of danger, in the plain spelling of `normalize.ts`. Sources: the office's list of urgent matters
 * and complaints as citizens write them; an editable default, not a rule.
 */
export const DANGER_WORDS: Record<Alarm, readonly string[]> = {
  emergency: [
    'kebakaran',
    'terbakar',
    'roboh',
    'tumbang',
    'kesetrum',
    'tersetrum',
    'putus',
    'tenggelam',
    'hanyut',
    'terjebak',
    'kritis',
    'sekarat',
    'pingsan',
    'dievakuasi',
    'buaya',
    'parang',
  ],
  busy: ['jatuh', 'kecelakaan', 'korban', 'begal', 'dbd', 'keracunan', 'ikan mati', 'viralkan'],
};

/** A word after one of these tells of something that has not happened, or of another kind of fire. */
export const NOT_DANGER = ['bukan', 'tidak', 'tanpa', 'rawan', 'takut', 'jangan'];

/** Before one of these `putus` is a matter of other offices, or of none. */
export const NOT_DANGER_BEFORE = ['asa', 'sekolah', 'kontrak', 'kuliah', 'obat', 'hubungan'];

import { describe, expect, it } from 'vitest';
import { readChoice } from '../../../../components/panel/use-kept-choice.ts';
import { readTarget } from '../../../../components/panel/use-target.ts';

const JUNK = [undefined, null, 1, 'x', {}, [], { complaintId: 5 }, { complaintId: '' }];

describe('values from the session storage', () => {
  it('gives a target only for a complaint', () => {
    expect(readTarget({ complaintId: 'instagram:ABCDE', more: 1 })).toEqual({
      complaintId: 'instagram:ABCDE',
    });
    for (const value of JUNK) expect(readTarget(value)).toBeNull();
  });

  it('gives a kept choice only when it is whole', () => {
    const kept = { agencyId: 'dlh', deadline: { preset: 'custom', hours: '48' }, category: 'oversight' };
    expect(readChoice(kept)).toEqual(kept);
    expect(readChoice({ ...kept, agencyId: null })).toEqual({ ...kept, agencyId: null });
    expect(readChoice({ ...kept, deadline: null })).toEqual({ ...kept, deadline: null });
    // Left by a Tanggap that knew no kinds, or by one that knows more of them.
    const { category: _, ...older } = kept;
    expect(readChoice(older)).toEqual({ ...kept, category: null });
    expect(readChoice({ ...kept, category: 'praise' })).toEqual({ ...kept, category: null });
    for (const value of [
      ...JUNK,
      { ...kept, agencyId: 3 },
      { ...kept, deadline: { preset: 'soon', hours: '1' } },
      { ...kept, deadline: 5 },
    ]) {
      expect(readChoice(value)).toBeNull();
    }
  });
});

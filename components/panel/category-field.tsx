import { COMPLAINT_CATEGORIES } from '../../complaints/category.ts';
import { m } from '../../i18n/index.ts';
import { categoryWord } from '../complaint-parts/words.ts';
import { Select } from '../ui/field.tsx';
import type { CategoryChoice } from './use-category-choice.ts';

/** *Jenis aduan*: by it the terms differ. What the words speak for stands below, with the words. */
export function CategoryField({ choice }: { choice: CategoryChoice }) {
  const { value, hint, choose } = choice;
  const standing = hint?.category === value;
  return (
    <Select
      label={m.ui_category()}
      {...(hint ? { source: { kind: standing ? ('suggested' as const) : ('edited' as const) } } : {})}
      value={value}
      onChange={(event) => {
        const picked = COMPLAINT_CATEGORIES.find((each) => each === event.target.value);
        if (picked) choose(picked);
      }}
      options={COMPLAINT_CATEGORIES.map((each) => ({ value: each, label: categoryWord(each) }))}
      hint={
        hint && (
          <span dir="auto">
            {standing
              ? m.panel_category_because({ word: hint.word })
              : m.panel_category_instead({ kind: categoryWord(hint.category), word: hint.word })}
          </span>
        )
      }
    />
  );
}

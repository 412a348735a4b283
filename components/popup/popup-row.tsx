import { ClipboardPaste, Ellipsis, ExternalLink, Lock, PanelRight } from 'lucide-react';
import { type Ref, useState } from 'react';
import type { Accounts } from '../../complaints/loud.ts';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { rowClock } from '../complaint-parts/clock-view.ts';
import { UrgencyTags } from '../complaint-parts/loud-tag.tsx';
import { rowGrowth } from '../complaint-parts/loud-words.ts';
import { PhotoThumb } from '../complaint-parts/photo-thumb.tsx';
import { PostMarks, rowFacts } from '../complaint-parts/post-marks.tsx';
import { AgeBar } from '../ui/age-bar.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './popup-row.module.css';
import type { RowActions } from './use-row-actions.ts';

/** One complaint, 52 px: what, who, how late. With the pointer or the focus on it, what can be done. */
export function PopupRow({
  row,
  accounts,
  now,
  active,
  onSelect,
  onOpen,
  onRespond,
  actions,
  openRef,
}: {
  row: ComplaintRow;
  /** Several accounts stand behind it. */
  accounts: Accounts | null;
  now: number;
  active: boolean;
  onSelect: () => void;
  onOpen: () => void;
  onRespond: () => void;
  actions: RowActions;
  openRef?: Ref<HTMLButtonElement>;
}) {
  const [menu, setMenu] = useState(false);
  const clock = rowClock(row, now);
  const sent = row.status !== 'new';
  const items: MenuItem[] = [
    ...(sent ? [{ label: m.popup_record(), icon: ClipboardPaste, keys: 'T', onSelect: onRespond }] : []),
    ...(row.permalink.startsWith('https://')
      ? [{ label: m.popup_open_post(), icon: ExternalLink, onSelect: () => actions.openPost(row) }]
      : []),
    { label: m.popup_open_complaint(), icon: PanelRight, keys: 'Enter', onSelect: onOpen },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only marks the row that keys would act on
    <div
      className={cx(styles.row, styles[clock.state], active && styles.active, menu && styles.held)}
      data-row={row.id}
      onFocus={onSelect}
      onMouseMove={(event) => {
        // A list that scrolls under a resting pointer chooses nothing.
        if (!active && (event.movementX !== 0 || event.movementY !== 0)) onSelect();
      }}
    >
      <PhotoThumb hash={row.photoHash} sensitive={row.sensitive === 1} />
      <div className={styles.words}>
        <h3>
          <button
            type="button"
            ref={openRef}
            className={styles.open}
            onClick={onOpen}
            title={row.gist}
            aria-label={[row.gist || m.popup_without_text(), row.agencyShort, row.number, clock.spoken]
              .filter(Boolean)
              .join(', ')}
          >
            <span dir="auto">{row.gist || m.popup_without_text()}</span>
          </button>
        </h3>
        <p>
          {row.agencyShort && (
            <>
              <span className="u-cut">{row.agencyShort}</span>
              <span aria-hidden>·</span>
            </>
          )}
          <span className={styles.number}>{row.number}</span>
          <UrgencyTags preset={row.preset} growth={rowGrowth(row)} accounts={accounts} short />
          {row.sensitive === 1 && <Tag icon={Lock} label={m.popup_sensitive()} />}
          <PostMarks facts={rowFacts(row)} short />
          <span className={styles.time}>
            {clock.state !== 'none' && (
              <span className={styles.bar}>
                <AgeBar used={clock.used} state={clock.state} label={clock.spoken} />
              </span>
            )}
            <span className={styles.left} aria-hidden>
              {clock.words}
            </span>
          </span>
        </p>
      </div>
      <div className={styles.actions}>
        {sent && (
          <Button size="s" onClick={() => actions.remind(row)}>
            {m.popup_remind()}
          </Button>
        )}
        <Menu
          open={menu}
          onOpenChange={setMenu}
          trigger={<IconButton icon={Ellipsis} size="s" variant="outline" label={m.popup_more()} />}
          items={items}
        />
      </div>
    </div>
  );
}

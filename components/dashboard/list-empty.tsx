import { CircleCheck, Inbox, Search } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/notes.tsx';
import styles from './list.module.css';
import { isNarrowed, type ListFilter } from './route.ts';
import { replaceRoute } from './use-route.ts';

/** Nothing to list: because nothing was flagged yet, nothing was found, or nothing is left in this tab. */
export function ListEmpty({
  filter,
  flagged,
  onByHand,
}: {
  filter: ListFilter;
  flagged: number;
  onByHand: () => void;
}) {
  return (
    <div className={styles.empty}>
      {isNarrowed(filter) ? (
        <EmptyState
          icon={Search}
          title={m.dash_not_found()}
          action={
            <Button size="s" onClick={() => replaceRoute({ page: 'list', filter: { tab: filter.tab } })}>
              {m.dash_clear_filter()}
            </Button>
          }
        >
          {m.dash_not_found_hint()}
        </EmptyState>
      ) : flagged === 0 ? (
        <EmptyState
          icon={Inbox}
          title={m.dash_empty()}
          action={
            <Button size="s" onClick={onByHand}>
              {m.dash_by_hand()}
            </Button>
          }
        >
          {m.dash_empty_hint()}
        </EmptyState>
      ) : (
        <EmptyState icon={CircleCheck} title={m.dash_tab_empty()}>
          {m.dash_tab_empty_hint()}
        </EmptyState>
      )}
    </div>
  );
}

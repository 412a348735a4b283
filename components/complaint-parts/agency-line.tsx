import { Check, CornerUpRight } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { cx } from '../ui/cx.ts';
import styles from './agency-picker.module.css';
import { type AgencyOption, markMatches } from './agency-search.ts';

/** One agency in the list: its name, what it is known for or why it is suggested, and how much of it is open. */
export function AgencyLine({
  option,
  query,
  chosen,
  open,
}: {
  option: AgencyOption;
  query: string;
  chosen: boolean;
  open: number;
}) {
  const { agency, name, short, because } = option;
  const Icon = chosen ? Check : agency.outside ? CornerUpRight : null;
  // What was searched for comes first: one line has to be enough.
  const hits = agency.topics.filter((topic) => markMatches(topic, query).some((part) => part.hit));
  const topics = [...hits, ...agency.topics.filter((topic) => !hits.includes(topic))].slice(0, 4).join(', ');
  const parts = [
    short === name ? '' : short,
    agency.phone === '' ? m.ui_agency_no_number() : '',
    topics,
  ].filter(Boolean);
  return (
    <>
      {Icon ? <Icon size={16} aria-hidden /> : <span />}
      <span className={styles.words}>
        <span className={cx(styles.name, 'u-two')}>
          <Marked text={name} query={query} />
        </span>
        {because && because.length > 0 ? (
          <span className={styles.detail}>
            {m.ui_agency_because()} <b className={styles.because}>{because.join(', ')}</b>
            {agency.phone === '' && ` · ${m.ui_agency_no_number()}`}
          </span>
        ) : (
          <span className={cx(styles.detail, 'u-cut')}>
            <Marked text={parts.join(' · ')} query={query} />
          </span>
        )}
      </span>
      {open > 0 && <span className={styles.count}>{m.ui_agency_open({ n: open })}</span>}
    </>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  return markMatches(text, query).map((part, at) =>
    part.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in order
      <mark key={at}>{part.text}</mark>
    ) : (
      part.text
    ),
  );
}

import { RefreshCw, Send, Unlink } from 'lucide-react';
import { useState } from 'react';
import { problemSentence } from '../../channels/telegram/problem.ts';
import { nameAt } from '../../complaints/agency.ts';
import type { TelegramCandidate, TelegramChatKind } from '../../complaints/answers/telegram.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readAgencies } from '../../storage/read/agencies.ts';
import type { TelegramChatRow, TelegramStateRow } from '../../storage/telegram.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './settings.module.css';

const KIND: Record<TelegramChatKind, () => string> = {
  private: m.telegram_chat_private,
  group: m.telegram_chat_group,
  supergroup: m.telegram_chat_group,
};

/** Which agency answers in which chat: those paired, with a test message each, and those that greeted the bot. */
export function TelegramChats({ state }: { state: TelegramStateRow }) {
  const agencies = useLive(() => readAgencies(database), []) ?? [];
  const chats = useLive(() => database.telegramChats.toArray(), []) ?? [];
  const find = useCommand('telegram.poll');
  const [searched, setSearched] = useState(false);
  const names = new Map(agencies.map((agency) => [agency.id, nameAt(agency, Date.now()).short]));
  const free = agencies.filter(
    ({ id, retiredAt }) => retiredAt === null && !chats.some((c) => c.agencyId === id),
  );
  // A chat that has its agency is no longer looked for.
  const candidates = state.candidates.filter((each) => !chats.some((chat) => chat.chatId === each.chatId));
  return (
    <section className={styles.card} aria-labelledby="telegram-chats">
      <h3 id="telegram-chats">{m.telegram_chats()}</h3>
      <p className="u-small u-text3">{m.telegram_chats_how({ name: state.botName })}</p>
      <ul className={styles.chats}>
        {chats.map((chat) => (
          <Paired key={chat.agencyId} chat={chat} agency={names.get(chat.agencyId) ?? chat.agencyId} />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button
          size="s"
          icon={RefreshCw}
          busy={find.pending}
          onClick={async () => {
            await find.run({});
            setSearched(true);
          }}
        >
          {m.telegram_find()}
        </Button>
      </div>
      {find.error && <ErrorNote>{find.error}</ErrorNote>}
      {searched && candidates.length === 0 && state.problem === null && (
        <p role="status">{m.telegram_found_none()}</p>
      )}
      {candidates.length > 0 && <p className="u-small u-text3">{m.telegram_check_name()}</p>}
      <ul className={styles.chats}>
        {candidates.map((candidate) => (
          <Candidate
            key={candidate.chatId}
            candidate={candidate}
            agencies={free.map(({ id }) => ({ id, name: names.get(id) ?? id }))}
          />
        ))}
      </ul>
    </section>
  );
}

function Paired({ chat, agency }: { chat: TelegramChatRow; agency: string }) {
  const test = useCommand('telegram.test');
  const unpair = useCommand('telegram.unpair');
  const [said, setSaid] = useState('');
  const problem = said ? null : chat.problem;
  return (
    <li className={styles.chat}>
      <div>
        <strong>{agency}</strong> · {chat.title} · {KIND[chat.kind]()}
      </div>
      <div className={styles.actions}>
        <Button
          size="s"
          icon={Send}
          busy={test.pending}
          onClick={async () => {
            const done = await test.run({ agencyId: chat.agencyId });
            if (!done) return;
            setSaid(done.problem ? problemSentence(done.problem, done.seconds) : m.telegram_test_sent());
          }}
        >
          {m.telegram_test()}
        </Button>
        <Button
          size="s"
          variant="plain"
          icon={Unlink}
          onClick={() => void unpair.send({ agencyId: chat.agencyId })}
        >
          {m.telegram_unpair()}
        </Button>
      </div>
      <p role="status" className="u-small">
        {said}
      </p>
      {problem && <ErrorNote tone="warn">{problemSentence(problem)}</ErrorNote>}
      {test.error && <ErrorNote>{test.error}</ErrorNote>}
    </li>
  );
}

function Candidate({
  candidate,
  agencies,
}: {
  candidate: TelegramCandidate;
  agencies: { id: string; name: string }[];
}) {
  const pair = useCommand('telegram.pair');
  const [agencyId, setAgencyId] = useState('');
  return (
    <li className={styles.chat}>
      <div>
        <strong>{candidate.title}</strong> · {KIND[candidate.kind]()}
      </div>
      <div className={styles.pairing}>
        <Select
          label={m.telegram_for_agency({ chat: candidate.title })}
          value={agencyId}
          onChange={(e) => setAgencyId(e.target.value)}
          options={[
            { value: '', label: m.telegram_choose_agency() },
            ...agencies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button
          disabled={agencyId === ''}
          busy={pair.pending}
          onClick={async () => {
            if (await pair.send({ agencyId, chatId: candidate.chatId })) setAgencyId('');
          }}
        >
          {m.telegram_pair()}
        </Button>
      </div>
      {pair.error && <ErrorNote>{pair.error}</ErrorNote>}
    </li>
  );
}

import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { problemSentence } from '../../channels/telegram/problem.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { database } from '../../storage/database.ts';
import { telegramState } from '../../storage/telegram.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { Switch } from '../ui/switch.tsx';
import styles from './settings.module.css';
import { TelegramChats } from './telegram-chats.tsx';
import { TelegramStanding } from './telegram-standing.tsx';

const ORIGINS = { origins: ['https://api.telegram.org/*'] };

/** The office's bot in three steps: permission and token, chats, and which desk reads the answers. */
export function TelegramSection() {
  const [status, setStatus] = useState<{ connected: boolean; reader: boolean } | null>(null);
  const state = useLive(() => telegramState(database), []);
  const reload = async () => setStatus(await call('telegram.status', {}));
  useEffect(() => {
    void call('telegram.status', {}).then(setStatus);
  }, []);
  const reader = useCommand('telegram.reader');
  const disconnect = useCommand('telegram.disconnect');
  if (!status || !state) return null;
  return (
    <>
      <p className="u-text2">{m.telegram_lead()}</p>
      {status.connected ? (
        <>
          <section className={styles.card} aria-labelledby="telegram-bot">
            <h3 id="telegram-bot">{m.telegram_bot({ name: state.botName })}</h3>
            <p className="u-small u-text3">{m.telegram_token_kept()}</p>
            <div className={styles.actions}>
              <Button
                size="s"
                busy={disconnect.pending}
                onClick={async () => {
                  if (!(await disconnect.send({}))) return;
                  await browser.permissions.remove(ORIGINS).catch(() => false);
                  await reload();
                }}
              >
                {m.telegram_disconnect()}
              </Button>
            </div>
          </section>
          <TelegramChats state={state} />
          <Switch
            label={m.telegram_reader()}
            detail={m.telegram_reader_detail()}
            checked={status.reader}
            onChange={async (on) => {
              if (await reader.send({ on })) await reload();
            }}
          />
          <TelegramStanding state={state} />
        </>
      ) : (
        <Connect onConnected={() => void reload()} />
      )}
    </>
  );
}

/** Asking the browser comes first, in the click itself; then Telegram is asked whose token it is. */
function Connect({ onConnected }: { onConnected: () => void }) {
  const [token, setToken] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const connect = useCommand('telegram.connect');
  const wellFormed = /^\d{5,15}:[A-Za-z0-9_-]{30,60}$/.test(token.trim());
  const submit = async () => {
    setFault(null);
    if (!wellFormed) return setFault(m.telegram_token_form());
    const allowed = await browser.permissions.request(ORIGINS).catch(() => false);
    const done = await connect.run({ token: token.trim() });
    if (!done) return;
    if (done.problem === 'not-allowed' && !allowed) return setFault(m.telegram_problem_not_allowed());
    if (done.problem) return setFault(problemSentence(done.problem, done.seconds));
    setToken('');
    onConnected();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ol className={styles.steps}>
        <li>{m.telegram_step_botfather()}</li>
        <li>{m.telegram_step_token()}</li>
        <li>{m.telegram_step_allow()}</li>
      </ol>
      <TextField
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        label={m.telegram_token()}
        hint={m.telegram_token_hint()}
        value={token}
        onChange={(e) => setToken(e.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={connect.pending}>
          {m.telegram_connect()}
        </Button>
      </div>
      {(fault ?? connect.error) && <ErrorNote tone="warn">{fault ?? connect.error}</ErrorNote>}
    </form>
  );
}

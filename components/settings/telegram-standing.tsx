import { problemSentence } from '../../channels/telegram/problem.ts';
import { m } from '../../i18n/index.ts';
import type { TelegramStateRow } from '../../storage/telegram.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';

/** What is wrong at present, with the way to try again; and what came that was no answer of ours. */
export function TelegramStanding({ state }: { state: TelegramStateRow }) {
  const again = useCommand('telegram.poll');
  const { forged, foreign, unknown, old, repeated } = state.ignored;
  const ignored = forged + foreign + unknown + old + repeated;
  const seconds = Math.max(1, Math.ceil((state.holdUntil - Date.now()) / 1_000));
  return (
    <>
      {state.problem && (
        <ErrorNote
          tone="warn"
          title={m.telegram_not_read()}
          actions={
            <Button size="s" busy={again.pending} onClick={() => void again.run({})}>
              {m.panel_retry()}
            </Button>
          }
        >
          {state.problem === 'unsure' ? m.telegram_no_answer() : problemSentence(state.problem, seconds)}
        </ErrorNote>
      )}
      {ignored > 0 && (
        <p className="u-small u-text3">
          {m.telegram_ignored({ count: ignored, foreign, unknown, old, repeated, forged })}
        </p>
      )}
    </>
  );
}

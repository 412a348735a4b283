import styles from './message-bubble.module.css';

/** A message as WhatsApp shows it: `*…*` stands bold, everything else as written. */
export function MessageBubble({ text }: { text: string }) {
  return (
    <p className={styles.bubble} lang="id" dir="auto">
      {text.split(/(\*[^*\n]+\*)/).map((part, at) =>
        /^\*[^*\n]+\*$/.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in order
          <strong key={at}>{part.slice(1, -1)}</strong>
        ) : (
          part
        ),
      )}
    </p>
  );
}

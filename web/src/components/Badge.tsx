import styles from './Badge.module.css';

// How things stand, in a word.
export function Badge({ tone, text }: { tone: 'plain' | 'good' | 'warm'; text: string }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {text}
    </span>
  );
}

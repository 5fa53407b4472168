import styles from './Waiting.module.css';

export function Waiting({ text }: { text: string }) {
  return (
    <div className={styles.waiting} role="status">
      {text}
    </div>
  );
}

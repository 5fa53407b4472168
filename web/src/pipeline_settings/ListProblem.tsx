import styles from './pipeline_settings.module.css';

// What is wrong with a list as a whole.
export function ListProblem({ text }: { text: string | undefined }) {
  return (
    text && (
      <p className={styles.problem} role="alert">
        {text}
      </p>
    )
  );
}

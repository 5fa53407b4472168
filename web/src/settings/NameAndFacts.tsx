import styles from './NameAndFacts.module.css';

interface NameAndFactsProps {
  name: string;
  // Those that are not so are left out.
  facts: (string | false)[];
}

// What a row of settings is called, and what it says besides.
export function NameAndFacts({ name, facts }: NameAndFactsProps) {
  return (
    <span className={styles.both}>
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

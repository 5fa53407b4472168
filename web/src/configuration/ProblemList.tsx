import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ConfigurationProblem } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import styles from './configuration.module.css';

interface ProblemListProps {
  problems: ConfigurationProblem[];
  jump?: (line: number) => void;
  // Somebody has written it, who knows the names in it.
  hasText: boolean;
}

interface WhatProps {
  problem: ConfigurationProblem;
  hasText: boolean;
}

function What({ problem: { line, column, path, text }, hasText }: WhatProps) {
  return (
    <>
      {line > 0 && <span className={styles.place}>{`${line}:${column}`}</span>}
      <span className={styles.problemText}>
        <span>{text}</span>
        {hasText && path && <code className={styles.path}>{path}</code>}
      </span>
    </>
  );
}

function Row({ problem, hasText, jump }: WhatProps & Pick<ProblemListProps, 'jump'>) {
  const { t } = useTranslation();
  if (!jump || !problem.line) {
    return (
      <div className={styles.problem}>
        <What problem={problem} hasText={hasText} />
      </div>
    );
  }
  return (
    <UnstyledButton
      className={styles.problem}
      title={t('configuration.toLine', { line: problem.line })}
      onClick={() => jump(problem.line)}
    >
      <What problem={problem} hasText={hasText} />
    </UnstyledButton>
  );
}

// What is nowhere in particular comes last.
function inOrder(problems: ConfigurationProblem[]): ConfigurationProblem[] {
  const lineOf = ({ line }: ConfigurationProblem) => line || Infinity;
  return [...problems].sort((one, other) => lineOf(one) - lineOf(other) || one.column - other.column);
}

// Why a configuration cannot be applied: all of it at once.
export function ProblemList({ problems, jump, hasText }: ProblemListProps) {
  const { t } = useTranslation();
  if (!problems.length) return null;
  return (
    <section className={styles.problems} role="alert">
      <h3 className={styles.problemsTitle}>
        <IconAlertTriangle size={17} aria-hidden="true" />
        <span>{t('configuration.problems', { count: problems.length })}</span>
      </h3>
      <ul className={styles.list}>
        {inOrder(problems).map((problem, at) => (
          <li key={at} data-problem={problem.reason}>
            <Row problem={problem} hasText={hasText} jump={jump} />
          </li>
        ))}
      </ul>
    </section>
  );
}

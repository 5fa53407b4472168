import type { Violation } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { askedBy } from './asked';
import { askedWords } from './asked_words';
import styles from './DragHint.module.css';
import { useNamedFields } from './use_named_fields';

// What a column says to the card over it: why it refuses, or what it will ask for.
export function DragHint({ violations }: { violations: Violation[] }) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  const { forbidden } = askedBy(violations);
  const list = askedWords(violations, fields, t).join(', ');
  const text = forbidden.join(' ') || (list && t('stageInfo.asks', { list }));
  return text && <p className={styles.hint}>{text}</p>;
}

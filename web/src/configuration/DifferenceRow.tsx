import { IconArrowRight, IconArrowsSort, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import {
  ConfigurationDifference_Kind as Kind,
  type ConfigurationDifference,
} from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import styles from './difference.module.css';
import { differenceWords } from './difference_words';
import { shownSides, type ShownValue } from './shown_value';

const looks = {
  [Kind.UNSPECIFIED]: { Icon: IconPencil, name: 'changed' },
  [Kind.ADDED]: { Icon: IconPlus, name: 'added' },
  [Kind.REMOVED]: { Icon: IconMinus, name: 'removed' },
  [Kind.CHANGED]: { Icon: IconPencil, name: 'changed' },
  [Kind.REORDERED]: { Icon: IconArrowsSort, name: 'reordered' },
  [Kind.DEALS_MOVED]: { Icon: IconArrowRight, name: 'moved' },
};

interface Values {
  before?: ShownValue;
  after?: ShownValue;
}

function Folded({ before, after, sentence }: Values & { sentence: string }) {
  const { t } = useTranslation();
  const sides = [
    { title: t('configuration.before'), value: before },
    { title: t('configuration.after'), value: after },
  ];
  return (
    <details className={styles.folded}>
      <summary className={styles.sentence}>{sentence}</summary>
      <div className={styles.sides}>
        {sides.map(
          ({ title, value }) =>
            value && (
              <figure key={title} className={styles.side}>
                {before && after && <figcaption className={styles.sideTitle}>{title}</figcaption>}
                <pre
                  className={styles.text}
                  data-code={value.isCode || undefined}
                  tabIndex={0}
                  role="group"
                  aria-label={title}
                >
                  {value.text}
                </pre>
              </figure>
            ),
        )}
      </div>
    </details>
  );
}

// «Новая → Новая заявка».
function Short({ before, after }: Values) {
  return (
    <p className={styles.values}>
      {before && (
        <del className={styles.old} data-blank={before.isBlank}>
          {before.text}
        </del>
      )}
      {before && after && <span aria-hidden="true">→</span>}
      {after && <ins className={styles.new}>{after.text}</ins>}
    </p>
  );
}

// One difference: what it is in a sentence, and the values.
export function DifferenceRow({ difference }: { difference: ConfigurationDifference }) {
  const { t } = useTranslation();
  const sentence = differenceWords(difference, t);
  const { Icon, name } = looks[difference.kind];
  const { before, after } = shownSides(difference, t);
  const isLong = before?.isLong || after?.isLong;
  return (
    <li className={styles.difference} data-kind={name} data-path={difference.path}>
      <Icon size={16} className={styles.mark} aria-hidden="true" />
      <div className={styles.told}>
        {isLong ? (
          <Folded before={before} after={after} sentence={sentence} />
        ) : (
          <>
            <p className={styles.sentence}>{sentence}</p>
            {(before ?? after) && <Short before={before} after={after} />}
          </>
        )}
      </div>
    </li>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { timestampText } from '../calendar/date_text';
import { Remark_State, type Remark } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import { useName } from '../people/people';
import { AnswerForm, type Version } from './AnswerForm';
import { RemarkText } from './RemarkText';
import styles from './remarks.module.css';

function Answer({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  const name = useName(remark.answerUserId);
  return (
    <div className={styles.answer}>
      <p className={styles.facts}>
        <bdi>{name || t('remarks.somebody')}</bdi> · <time>{timestampText(remark.answerTime)}</time>
        {remark.answerVersion !== 0n && <> · {t('remarks.byVersion', { version: String(remark.answerVersion) })}</>}
      </p>
      <p className={styles.text}>{remark.answer}</p>
    </div>
  );
}

export function RemarkRow({ remark, versions }: { remark: Remark; versions: Version[] }) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState(false);
  const isOpen = remark.state === Remark_State.OPEN;
  return (
    <li className={styles.row} data-remark={String(remark.id)}>
      <RemarkText remark={remark} />
      {!isOpen && <Answer remark={remark} />}
      {isOpen && !answers && (
        <Button size="xs" variant="default" className={styles.reply} onClick={() => setAnswers(true)}>
          {t('remarks.reply')}
        </Button>
      )}
      {isOpen && answers && <AnswerForm remark={remark} versions={versions} close={() => setAnswers(false)} />}
    </li>
  );
}

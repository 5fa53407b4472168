import { Button } from '@mantine/core';
import { useState } from 'react';
import { Remark_State, type Remark } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import { AnswerForm, type Version } from './AnswerForm';
import { RemarkAnswer } from './RemarkAnswer';
import { RemarkText } from './RemarkText';
import styles from './remarks.module.css';

export function RemarkRow({ remark, versions }: { remark: Remark; versions: Version[] }) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState(false);
  const isOpen = remark.state === Remark_State.OPEN;
  return (
    <li className={styles.row} data-remark={String(remark.id)}>
      <RemarkText remark={remark} />
      {!isOpen && <RemarkAnswer remark={remark} />}
      {isOpen && !answers && (
        <Button size="xs" variant="default" className={styles.reply} onClick={() => setAnswers(true)}>
          {t('remarks.reply')}
        </Button>
      )}
      {isOpen && answers && <AnswerForm remark={remark} versions={versions} close={() => setAnswers(false)} />}
    </li>
  );
}

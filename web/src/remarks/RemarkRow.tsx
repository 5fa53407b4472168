import { Button } from '@mantine/core';
import { useFocusPassedOn, useInPlace } from '../components/focus';
import { Remark_State, type Remark } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import { AnswerForm, type Version } from './AnswerForm';
import { RemarkAnswer } from './RemarkAnswer';
import { RemarkText } from './RemarkText';
import styles from './remarks.module.css';

export function RemarkRow({ remark, versions }: { remark: Remark; versions: Version[] }) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const form = useInPlace();
  const isOpen = remark.state === Remark_State.OPEN;
  return (
    <li ref={row} className={styles.row} data-remark={String(remark.id)}>
      <RemarkText remark={remark} />
      {!isOpen && <RemarkAnswer remark={remark} />}
      {isOpen && !form.isOpen && (
        <Button size="xs" variant="default" className={styles.reply} onClick={form.open} autoFocus={form.returns}>
          {t('remarks.reply')}
        </Button>
      )}
      {isOpen && form.isOpen && <AnswerForm remark={remark} versions={versions} close={form.close} />}
    </li>
  );
}

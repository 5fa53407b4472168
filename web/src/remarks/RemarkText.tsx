import { UnstyledButton } from '@mantine/core';
import { timestampText } from '../calendar/date_text';
import type { Remark } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import { openDeal } from '../navigation/deal_route';
import { useName } from '../people/people';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import { fullLabel } from '../rules/named_fields';
import { useNamedFields } from '../rules/use_named_fields';
import styles from './remarks.module.css';

// «Воронка продаж», «Новый лид», «Требования»: as they are called now.
function useSubject({ pipeline: key, stage: stageKey, field }: Remark): string[] {
  const pipeline = usePipeline(key);
  const fields = useNamedFields();
  const stage = stageOf(pipeline, stageKey);
  return [pipeline?.name ?? key, stage?.name ?? stageKey, field && fullLabel(fields, field)].filter(Boolean);
}

// Who said what about what, and when.
export function RemarkText({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  const author = useName(remark.authorUserId);
  const subject = useSubject(remark);
  return (
    <>
      <p className={styles.facts}>
        <bdi>{author || t('remarks.somebody')}</bdi> · <time>{timestampText(remark.createTime)}</time>
        {remark.dealId !== 0n && (
          <>
            {' · '}
            <UnstyledButton className={styles.deal} onClick={() => openDeal(remark.dealId)}>
              {t('remarks.deal', { id: String(remark.dealId) })}
            </UnstyledButton>
          </>
        )}
      </p>
      <p className={styles.subject}>{subject.join(' → ')}</p>
      <p className={styles.text}>{remark.text}</p>
    </>
  );
}

import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { ConditionEditor } from './ConditionEditor';
import type { DraftStage } from './draft';
import type { DraftVerdict } from './draft_questionnaire';
import { OrderedRow } from './OrderedRow';
import styles from './pipeline_settings.module.css';
import { verdictPlace } from './problems';
import type { Working } from './use_work';

interface VerdictEditorProps {
  working: Working;
  stage: DraftStage;
  verdicts: DraftVerdict[];
  verdict: DraftVerdict;
  isAdded: boolean;
  // `place`: of what is changed. Empty: it is the list.
  change: (verdicts: DraftVerdict[], place: string) => void;
}

export function VerdictEditor({ working, stage, verdicts, verdict, isAdded, change }: VerdictEditorProps) {
  const { t } = useTranslation();
  const [isOpen] = useState(verdict.text !== '' || verdict.condition !== undefined);
  const number = { number: verdicts.indexOf(verdict) + 1 };
  const name = { name: verdict.name || t('pipelineSettings.verdictName', number) };
  const place = verdictPlace(stage.key, verdict.key);
  const put = (part: Partial<DraftVerdict>) =>
    change(
      verdicts.map((other) => (other === verdict ? { ...verdict, ...part } : other)),
      place,
    );
  return (
    <OrderedRow
      list={`verdicts/${stage.key}`}
      items={verdicts}
      item={verdict}
      words={{
        text: t('pipelineSettings.verdictName', number),
        up: t('pipelineSettings.verdictUp', name),
        down: t('pipelineSettings.verdictDown', name),
        remove: t('pipelineSettings.removeVerdict', name),
      }}
      text={verdict.name}
      maxLength={100}
      problem={working.problems[`${place}name`]}
      isAdded={isAdded}
      setText={(text) => put({ name: text })}
      reorder={(changed) => change(changed, '')}
      remove={() =>
        change(
          verdicts.filter((other) => other !== verdict),
          '',
        )
      }
      mark="data-asked"
    >
      <details className={styles.more} open={isOpen || undefined}>
        <summary>{t(verdict.condition ? 'pipelineSettings.sometimes' : 'pipelineSettings.always')}</summary>
        <Textarea
          label={t('pipelineSettings.verdictText')}
          value={verdict.text}
          onChange={(event) => put({ text: event.currentTarget.value })}
          error={working.problems[`${place}text`]}
          maxLength={1000}
          rows={2}
        />
        <ConditionEditor
          working={working}
          legend={t('pipelineSettings.verdictCondition')}
          condition={verdict.condition}
          place={place}
          change={(condition) => put({ condition })}
        />
      </details>
    </OrderedRow>
  );
}

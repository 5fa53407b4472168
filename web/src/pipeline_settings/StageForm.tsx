import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import form from '../style/form.module.css';
import { withChangedStage, withoutStage } from './arrange';
import { ChecklistEditor } from './ChecklistEditor';
import { ColorChoice } from './ColorChoice';
import type { DraftStage } from './draft';
import styles from './pipeline_settings.module.css';
import { stagePlace } from './problems';
import { QuestionnaireEditor } from './QuestionnaireEditor';
import { RuleList } from './RuleList';
import { stageKinds } from './stage_kinds';
import type { Working } from './use_work';

interface StageFormProps {
  working: Working;
  stage: DraftStage;
}

interface PartProps extends StageFormProps {
  change: (part: Partial<DraftStage>) => void;
}

function KindSelect({ working, stage, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('pipelineSettings.kind')}
      value={String(stage.kind)}
      onChange={(event) => {
        const chosen = stageKinds.find(({ kind }) => String(kind) === event.currentTarget.value);
        if (chosen) change({ kind: chosen.kind });
      }}
      error={working.problems[`${stagePlace(stage.key)}kind`]}
      data={stageKinds.map(({ kind, name }) => ({ value: String(kind), label: t(name) }))}
    />
  );
}

function LossReasonSelect({ working, stage, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('pipelineSettings.lossReason')}
      description={t('pipelineSettings.lossReasonHint')}
      value={stage.lossReason}
      onChange={(event) => change({ lossReason: event.currentTarget.value })}
      error={working.problems[`${stagePlace(stage.key)}loss_reason`]}
      data={[
        { value: '', label: t('pipelineSettings.noLossReason') },
        ...working.work.typed.reasons.map(({ key, name }) => ({ value: key, label: name })),
      ]}
    />
  );
}

function ProbabilityInput({ working, stage, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('pipelineSettings.probability')}
      description={t('pipelineSettings.probabilityHint')}
      value={stage.probability}
      onChange={(value) => change({ probability: String(value) })}
      error={working.problems[`${stagePlace(stage.key)}probability`]}
      min={0}
      max={100}
      allowDecimal={false}
      suffix=" %"
      hideControls
    />
  );
}

function SortMinutesInput({ working, stage, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('pipelineSettings.sortMinutes')}
      description={t('pipelineSettings.sortMinutesHint')}
      value={stage.sortMinutes ?? ''}
      onChange={(value) => change({ sortMinutes: String(value) })}
      error={working.problems[`${stagePlace(stage.key)}sort_minutes`]}
      min={0}
      max={43_200}
      allowDecimal={false}
      hideControls
    />
  );
}

export function StageForm({ working, stage }: StageFormProps) {
  const { t } = useTranslation();
  const { work, problems } = working;
  const place = stagePlace(stage.key);
  const change = (part: Partial<DraftStage>) => {
    const [changed = ''] = Object.keys(part);
    working.change(withChangedStage(work.typed, { ...stage, ...part }), place + changed);
  };
  const part = { working, stage, change };
  return (
    <div className={`${form.form} ${styles.stageForm}`}>
      <TextInput
        label={t('pipelineSettings.stageName')}
        value={stage.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={problems[`${place}name`] ?? problems[`${place}key`]}
        maxLength={100}
        autoComplete="off"
        autoFocus={stage.isNew}
      />
      <KindSelect {...part} />
      {stage.kind === Stage_Kind.OPEN && (
        <Checkbox
          label={t('pipelineSettings.parking')}
          checked={stage.parking}
          onChange={(event) => change({ parking: event.currentTarget.checked })}
          error={problems[`${place}parking`]}
        />
      )}
      {stage.kind === Stage_Kind.LOST && <LossReasonSelect {...part} />}
      {stage.kind === Stage_Kind.OPEN && <ProbabilityInput {...part} />}
      {stage.kind === Stage_Kind.INCOMING && <SortMinutesInput {...part} />}
      <ColorChoice stage={stage} choose={(color) => change({ color })} />
      <Textarea
        label={t('pipelineSettings.instruction')}
        description={t('pipelineSettings.instructionHint')}
        value={stage.instruction}
        onChange={(event) => change({ instruction: event.currentTarget.value })}
        error={problems[`${place}instruction`]}
        maxLength={4000}
        rows={Math.min(10, Math.max(3, stage.instruction.split('\n').length))}
      />
      {stage.kind === Stage_Kind.OPEN && <ChecklistEditor working={working} stage={stage} />}
      <QuestionnaireEditor working={working} stage={stage} />
      <RuleList working={working} stage={stage} />
      <div className={styles.formEnd}>
        <p className={styles.note}>{t('pipelineSettings.removeStageHint')}</p>
        <Button
          variant="default"
          className={styles.remove}
          onClick={() => working.change(withoutStage(work.typed, stage.key), place)}
        >
          {t('pipelineSettings.removeStage')}
        </Button>
      </div>
    </div>
  );
}

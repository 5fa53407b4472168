import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { roleName } from '../people/roles';
import { approvers, timeUnits, usualApproval, type DraftApproval } from './draft_work';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import type { RulePartProps } from './RuleForm';

interface TimeProps {
  approval: DraftApproval;
  put: (part: Partial<DraftApproval>) => void;
  problem: string | undefined;
}

// How long whoever is asked has before others are asked as well.
function Time({ approval, put, problem }: TimeProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.sentenceParts}>
      <NumberInput
        label={t('pipelineSettings.approvalTime')}
        description={t('pipelineSettings.approvalTimeHint')}
        value={approval.time}
        onChange={(value) => put({ time: String(value) })}
        error={problem}
        min={0}
        hideControls
      />
      <NativeSelect
        className={styles.unit}
        aria-label={t('pipelineSettings.timeUnit')}
        value={approval.unit}
        onChange={(event) => {
          const unit = timeUnits.find((one) => one === event.currentTarget.value);
          if (unit) put({ unit });
        }}
        data={timeUnits.map((unit) => ({ value: unit, label: t(`pipelineSettings.timeUnits.${unit}`) }))}
      />
    </div>
  );
}

// Whose approval it takes.
export function ApprovalPart({ working, stage, rule, change }: RulePartProps) {
  const { t } = useTranslation();
  const approval = rule.approval ?? usualApproval;
  const place = rulePlace(stage.key, rule.key);
  const put = (part: Partial<DraftApproval>) => change({ approval: { ...approval, ...part } });
  return (
    <>
      <NativeSelect
        label={t('pipelineSettings.approver')}
        value={String(approval.role)}
        onChange={(event) => {
          const role = approvers.find((one) => String(one) === event.currentTarget.value);
          if (role !== undefined) put({ role });
        }}
        error={working.problems[`${place}role`]}
        data={approvers.map((role) => ({ value: String(role), label: t(roleName(role)) }))}
      />
      <Time approval={approval} put={put} problem={working.problems[`${place}timeout`]} />
    </>
  );
}

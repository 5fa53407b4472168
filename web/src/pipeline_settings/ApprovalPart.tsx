import { NativeSelect } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { roleName } from '../people/roles';
import { approvers, usualApproval, type DraftApproval } from './draft_work';
import { rulePlace } from './problems';
import type { RulePartProps } from './RuleForm';
import { TimeFields } from './TimeFields';

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
      <TimeFields
        label={t('pipelineSettings.approvalTime')}
        hint={t('pipelineSettings.approvalTimeHint')}
        time={approval}
        put={put}
        problem={working.problems[`${place}timeout`]}
      />
    </>
  );
}

import { StageRule_Binding } from '../gen/voronka/crm/v1/stage_rule_pb';
import { useTranslation } from '../i18n/translation';
import { roles } from '../people/roles';
import { ApprovalPart } from './ApprovalPart';
import { AttemptsPart } from './AttemptsPart';
import { CheckGroup } from './CheckGroup';
import { FieldPicker } from './FieldPicker';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import type { RulePartProps } from './RuleForm';
import { otherStages } from './stage_options';

function StagesPart({ working, stage, rule, change }: RulePartProps) {
  const { t } = useTranslation();
  const leaves = rule.binding === StageRule_Binding.LEAVE;
  return (
    <CheckGroup
      label={t(leaves ? 'pipelineSettings.toStages' : 'pipelineSettings.fromStages')}
      options={otherStages(working.work.typed.stages, stage.key, t('pipelineSettings.newStage'))}
      chosen={rule.stages}
      change={(stages) => change({ stages })}
      problem={working.problems[`${rulePlace(stage.key, rule.key)}stages`]}
    />
  );
}

// What belongs to what is asked: fields, how often, whose approval, roles, stages.
export function AskParts(part: RulePartProps) {
  const { t } = useTranslation();
  const { working, stage, rule, change } = part;
  const place = rulePlace(stage.key, rule.key);
  switch (rule.ask) {
    case 'fields':
      return (
        <FieldPicker
          working={working}
          names={rule.fields}
          change={(fields) => change({ fields })}
          problem={working.problems[`${place}fields`]}
        />
      );
    case 'roles':
      return (
        <CheckGroup
          label={t('pipelineSettings.roles')}
          options={roles.map(({ role, name }) => ({ value: role, label: t(name) }))}
          chosen={rule.roles}
          change={(chosen) => change({ roles: chosen })}
          problem={working.problems[`${place}roles`]}
        />
      );
    case 'stages':
      return <StagesPart {...part} />;
    case 'attempts':
      return <AttemptsPart {...part} />;
    case 'approval':
      return <ApprovalPart {...part} />;
    case 'checklist':
      return <p className={styles.note}>{t('pipelineSettings.checklistAsked')}</p>;
    case 'questionnaire':
      return <p className={styles.note}>{t('pipelineSettings.questionnaireAsked')}</p>;
    default:
      return null;
  }
}

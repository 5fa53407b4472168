import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { ConditionEditor } from './ConditionEditor';
import type { DraftStage } from './draft';
import type { DraftQuestion } from './draft_questionnaire';
import { answerFields } from './field_options';
import { OrderedRow } from './OrderedRow';
import styles from './pipeline_settings.module.css';
import { questionPlace } from './problems';
import type { Working } from './use_work';

interface QuestionEditorProps {
  working: Working;
  stage: DraftStage;
  questions: DraftQuestion[];
  question: DraftQuestion;
  isAdded: boolean;
  // `place`: of what is changed. Empty: it is the list.
  change: (questions: DraftQuestion[], place: string) => void;
}

interface PartProps extends Pick<QuestionEditorProps, 'working' | 'question'> {
  place: string;
  put: (part: Partial<DraftQuestion>) => void;
}

// Where the answer goes.
function FieldSelect({ working, question, place, put }: PartProps) {
  const { t } = useTranslation();
  const options = answerFields(working.fields, working.work.typed.key, question.field);
  return (
    <NativeSelect
      className={styles.answerField}
      label={t('pipelineSettings.answerField')}
      value={question.field}
      onChange={(event) => put({ field: event.currentTarget.value })}
      error={working.problems[`${place}field`]}
      data={[
        ...(question.field ? [] : [{ value: '', label: t('pipelineSettings.chooseField') }]),
        ...options.map(({ value, name }) => ({ value, label: name })),
      ]}
    />
  );
}

// What most questions have none of.
function More({ working, question, place, put }: PartProps) {
  const { t } = useTranslation();
  const { hint, condition } = question;
  const [isOpen] = useState(hint !== '' || condition !== undefined);
  return (
    <details className={styles.more} open={isOpen || undefined}>
      <summary>{t(condition ? 'pipelineSettings.someDeals' : 'pipelineSettings.allDeals')}</summary>
      <TextInput
        label={t('pipelineSettings.questionHint')}
        value={hint}
        onChange={(event) => put({ hint: event.currentTarget.value })}
        error={working.problems[`${place}hint`]}
        maxLength={500}
        autoComplete="off"
      />
      <ConditionEditor
        working={working}
        legend={t('pipelineSettings.questionCondition')}
        condition={condition}
        place={place}
        change={(changed) => put({ condition: changed })}
      />
    </details>
  );
}

export function QuestionEditor({ working, stage, questions, question, isAdded, change }: QuestionEditorProps) {
  const { t } = useTranslation();
  const number = { number: questions.indexOf(question) + 1 };
  const name = { name: question.text || t('pipelineSettings.questionText', number) };
  const place = questionPlace(stage.key, question.key);
  const put = (part: Partial<DraftQuestion>) =>
    change(
      questions.map((other) => (other === question ? { ...question, ...part } : other)),
      place,
    );
  const part = { working, question, place, put };
  return (
    <OrderedRow
      list={`questions/${stage.key}`}
      items={questions}
      item={question}
      words={{
        text: t('pipelineSettings.questionText', number),
        up: t('pipelineSettings.questionUp', name),
        down: t('pipelineSettings.questionDown', name),
        remove: t('pipelineSettings.removeQuestion', name),
      }}
      text={question.text}
      maxLength={500}
      problem={working.problems[`${place}text`]}
      isAdded={isAdded}
      setText={(text) => put({ text })}
      reorder={(changed) => change(changed, '')}
      remove={() =>
        change(
          questions.filter((other) => other !== question),
          '',
        )
      }
      mark="data-asked"
    >
      <div className={styles.asked}>
        <FieldSelect {...part} />
        <Checkbox
          label={t('pipelineSettings.questionRequired')}
          checked={question.required}
          onChange={(event) => put({ required: event.currentTarget.checked })}
        />
      </div>
      <More {...part} />
    </OrderedRow>
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { AddButton } from './AddButton';
import { newQuestion, newVerdict, withChangedStage } from './arrange';
import type { DraftStage } from './draft';
import { noQuestionnaire, type DraftQuestionnaire } from './draft_questionnaire';
import { ListProblem } from './ListProblem';
import styles from './pipeline_settings.module.css';
import { questionPlace, stagePlace, verdictPlace } from './problems';
import { QuestionEditor } from './QuestionEditor';
import type { Working } from './use_work';
import { VerdictEditor } from './VerdictEditor';

interface EditorProps {
  working: Working;
  stage: DraftStage;
}

interface ListProps extends EditorProps {
  questionnaire: DraftQuestionnaire;
  // `place`: of what is changed.
  change: (part: Partial<DraftQuestionnaire>, place: string) => void;
}

function Questions({ working, stage, questionnaire: { questions }, change }: ListProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState('');
  const list = `${stagePlace(stage.key)}questionnaire.questions`;
  const add = () => {
    const question = newQuestion();
    setAdded(question.key);
    change({ questions: [...questions, question] }, questionPlace(stage.key, question.key));
  };
  return (
    <>
      <ul className={styles.list}>
        {questions.map((question) => (
          <QuestionEditor
            key={question.key}
            working={working}
            stage={stage}
            questions={questions}
            question={question}
            isAdded={question.key === added}
            change={(changed, place) => change({ questions: changed }, place || list)}
          />
        ))}
      </ul>
      <ListProblem text={working.problems[list]} />
      <AddButton text={t('pipelineSettings.addQuestion')} add={add} />
    </>
  );
}

function Verdicts({ working, stage, questionnaire: { verdicts }, change }: ListProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState('');
  const list = `${stagePlace(stage.key)}questionnaire.verdicts`;
  const add = () => {
    const verdict = newVerdict();
    setAdded(verdict.key);
    change({ verdicts: [...verdicts, verdict] }, verdictPlace(stage.key, verdict.key));
  };
  return (
    <section className={styles.verdicts} aria-label={t('pipelineSettings.verdicts')}>
      <h4 className={styles.subtitle}>{t('pipelineSettings.verdicts')}</h4>
      <p className={styles.note}>{t('pipelineSettings.verdictsHint')}</p>
      <ul className={styles.list}>
        {verdicts.map((verdict) => (
          <VerdictEditor
            key={verdict.key}
            working={working}
            stage={stage}
            verdicts={verdicts}
            verdict={verdict}
            isAdded={verdict.key === added}
            change={(changed, place) => change({ verdicts: changed }, place || list)}
          />
        ))}
      </ul>
      <ListProblem text={working.problems[list]} />
      <AddButton text={t('pipelineSettings.addVerdict')} add={add} />
    </section>
  );
}

// What the stage asks about a deal, question by question, and what the answers mean.
export function QuestionnaireEditor({ working, stage }: EditorProps) {
  const { t } = useTranslation();
  const { questionnaire = noQuestionnaire } = stage;
  const place = stagePlace(stage.key);
  const isAny = questionnaire.questions.length > 0 || questionnaire.verdicts.length > 0;
  const change: ListProps['change'] = (part, changed) =>
    working.change(
      withChangedStage(working.work.typed, { ...stage, questionnaire: { ...questionnaire, ...part } }),
      changed,
    );
  const parts = { working, stage, questionnaire, change };
  return (
    <section aria-label={t('pipelineSettings.questionnaire')}>
      <h3 className={styles.subtitle}>{t('pipelineSettings.questionnaire')}</h3>
      {isAny ? (
        <TextInput
          label={t('pipelineSettings.questionnaireTitle')}
          placeholder={t('questionnaire.title')}
          value={questionnaire.title}
          onChange={(event) => change({ title: event.currentTarget.value }, `${place}questionnaire.title`)}
          error={working.problems[`${place}questionnaire.title`]}
          maxLength={100}
          autoComplete="off"
        />
      ) : (
        <p className={styles.note}>{t('pipelineSettings.noQuestions')}</p>
      )}
      <Questions {...parts} />
      {isAny && <Verdicts {...parts} />}
    </section>
  );
}

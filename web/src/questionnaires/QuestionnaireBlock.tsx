import { Section } from '../components/Section';
import { Rows } from '../fields/Row';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Verdict } from '../gen/voronka/crm/v1/questionnaire_pb';
import { useTranslation } from '../i18n/translation';
import { useNamedFields } from '../rules/use_named_fields';
import { questionsOf, verdictOf } from './questionnaire';
import styles from './Questionnaire.module.css';
import { QuestionRow } from './QuestionRow';
import { useQuestionnaire } from './use_questionnaire';

// What the answers mean so far, and what to do then.
function Meaning({ verdict: { name, text } }: { verdict: Verdict }) {
  return (
    <div className={styles.verdict} role="status">
      <strong>{name}</strong>
      {text && <p>{text}</p>}
    </div>
  );
}

// What the stage wants to know about the deal, question by question: each answer is saved into its field, and may open
// further questions. Nothing if the stage asks nothing.
export function QuestionnaireBlock({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const asking = useQuestionnaire(deal);
  const fields = useNamedFields();
  if (!asking || !fields) return null;
  const { questionnaire, facts } = asking;
  // Only those that the user has fields for.
  const questions = questionsOf(questionnaire, facts).flatMap((asked) => {
    const named = fields.get(asked.question.field);
    return named ? [{ ...asked, named }] : [];
  });
  const verdict = verdictOf(questionnaire, facts);
  if (!questions.length && !verdict) return null;
  const done = questions.filter(({ isAnswered }) => isAnswered).length;
  const progress = (
    <span className={styles.progress} data-whole={done === questions.length || undefined}>
      {t('questionnaire.progress', { done, all: questions.length })}
    </span>
  );
  return (
    <Section title={questionnaire.title || t('questionnaire.title')} action={progress}>
      <Rows>
        {questions.map((asked) => (
          <QuestionRow key={asked.question.key} {...asked} facts={facts} />
        ))}
      </Rows>
      {verdict && <Meaning verdict={verdict} />}
    </Section>
  );
}

import { useRequestId } from '../api/request_id';
import { EditsOf } from '../fields/edits';
import { kinds } from '../fields/kinds';
import { OwnField } from '../fields/OwnField';
import { Row } from '../fields/Row';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { mayChangeClient, mayChangeDeal } from '../people/rights';
import { ownerOf, valuesIn, type KnownFacts } from '../rules/field_values';
import type { NamedField } from '../rules/named_fields';
import { answerIn, type AskedQuestion } from './questionnaire';
import { saveAnswer } from './save_answer';

interface QuestionRowProps extends AskedQuestion {
  facts: KnownFacts;
  // The field of the answer, with the label that it has elsewhere.
  named: NamedField;
}

// The client who would have the answer is not there yet, or is not loaded.
function Nobody({ text, facts, named }: { text: string; facts: KnownFacts; named: NamedField }) {
  const { t } = useTranslation();
  const { contactId, companyId } = facts.deal;
  const isContact = named.entity === Entity.CONTACT;
  const isLoading = (isContact ? contactId : companyId) !== 0n;
  return <Row label={text}>{!isLoading && t(isContact ? 'questionnaire.noClient' : 'questionnaire.noCompany')}</Row>;
}

// Several phones or emails are edited with their client, where each has a line.
function Several({ text, texts }: { text: string; texts: string[] }) {
  return <Row label={text}>{texts.join(', ')}</Row>;
}

// A question with the editor of its field.
export function QuestionRow({ question, isAnswered, facts, named }: QuestionRowProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const requestId = useRequestId();
  const { deal } = facts;
  const { text, required, hint } = question;
  const owner = ownerOf(named.name, facts);
  if (!owner) return <Nobody text={text} facts={facts} named={named} />;
  const field = { ...named.field, label: text, hint: hint || named.field.hint };
  const values = valuesIn(owner, named.name);
  const form = kinds[field.kind]?.form;
  if (field.system && form && values.length > 1) {
    const known = { field, nameOf: (userId: bigint) => people.get(userId)?.displayName ?? '' };
    return <Several text={text} texts={values.map((value) => form.text(value, known))} />;
  }
  const mayChange = named.entity === Entity.DEAL ? mayChangeDeal(deal) : mayChangeClient(owner);
  return (
    <EditsOf name={`question-${deal.id}-${deal.pipeline}-${deal.stage}-${question.key}`}>
      <OwnField
        field={field}
        value={answerIn(owner, named)}
        readOnly={!mayChange}
        changedBy=""
        note={required && !isAnswered ? t('questionnaire.required') : ''}
        save={(value) =>
          saveAnswer(facts, { named, value, requestId: requestId([named.name, value?.value, owner.etag]) })
        }
      />
    </EditsOf>
  );
}

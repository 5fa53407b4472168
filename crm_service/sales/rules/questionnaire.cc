#include "crm_service/sales/rules/questionnaire.h"

#include "crm_service/sales/rules/condition.h"

namespace voronka::crm {
namespace {

bool IsAsked(const v1::Question& question, const Facts& facts) {
  return !question.has_condition() || IsTrue(question.condition(), facts);
}

bool IsAnswered(const v1::Question& question, const Facts& facts) {
  return !ValuesOf(facts, FieldName::Parse(question.field())).empty();
}

}  // namespace

std::vector<const v1::Question*> Unanswered(const v1::Questionnaire& questionnaire, const Facts& facts) {
  std::vector<const v1::Question*> unanswered;
  for (const auto& question : questionnaire.questions()) {
    if (question.required() && IsAsked(question, facts) && !IsAnswered(question, facts)) {
      unanswered.push_back(&question);
    }
  }
  return unanswered;
}

}  // namespace voronka::crm

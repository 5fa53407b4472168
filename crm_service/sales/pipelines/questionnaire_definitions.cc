#include "crm_service/sales/pipelines/questionnaire_definitions.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "crm_service/sales/pipelines/condition_definitions.h"
#include "foundation/rpc/requests/formatted_texts.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Field;
using v1::Question;
using v1::Questionnaire;

// Whether the amount is confirmed has an answer before anybody asks.
bool MayBeAnAnswer(const Field& field) {
  const bool is_client = field.kind() == Field::KIND_CONTACT || field.kind() == Field::KIND_COMPANY;
  return !is_client && !(field.system() && field.kind() == Field::KIND_YES_NO);
}

// By field, the number of the first question that asks for it.
std::map<std::string, int> FirstAsked(const Questionnaire& questionnaire) {
  std::map<std::string, int> first;
  for (int i = 0; i < questionnaire.questions_size(); ++i) first.emplace(questionnaire.questions(i).field(), i);
  return first;
}

class QuestionnaireCheck {
 public:
  QuestionnaireCheck(const Questionnaire& questionnaire, const std::string& path, const v1::Pipeline& pipeline,
                     const FieldSetsByEntity& field_sets, Violations& violations)
      : questionnaire_(questionnaire),
        path_(path),
        pipeline_(pipeline),
        field_sets_(field_sets),
        violations_(violations),
        first_asked_(FirstAsked(questionnaire)) {}

  void Run() {
    CheckEach(questionnaire_.questions(), "questions");
    CheckEach(questionnaire_.verdicts(), "verdicts");
    for (int i = 0; i < questionnaire_.questions_size(); ++i) {
      CheckQuestion(i, fmt::format("{}.questions[{}]", path_, i));
    }
  }

 private:
  // The keys and the conditions of a list.
  template <class Items>
  void CheckEach(const Items& items, const char* list) {
    std::set<std::string> keys;
    for (int i = 0; i < items.size(); ++i) {
      const auto where = fmt::format("{}.{}[{}]", path_, list, i);
      violations_.AddUnless(keys.insert(items[i].key()).second, "DUPLICATE_KEY", where + ".key",
                            {"The key is used twice.", "Ключ повторяется."});
      if (items[i].has_condition()) {
        CheckCondition(items[i].condition(), where + ".condition", pipeline_, field_sets_, violations_);
      }
    }
  }

  void CheckQuestion(int index, const std::string& where) {
    const auto& question = questionnaire_.questions(index);
    const auto* field = RequireField(question.field(), where + ".field", pipeline_, field_sets_, violations_);
    violations_.AddUnless(
        field == nullptr || MayBeAnAnswer(*field), "NOT_FOR_QUESTIONS", where + ".field",
        {"This is no answer: clients are chosen on the deal's card, and whether an amount is confirmed "
         "is always known.",
         "Это не ответ: клиента и компанию выбирают в карточке, а подтверждена ли сумма, известно "
         "всегда."});
    violations_.AddUnless(!ReadsWhatIsAskedLater(question, index), "ASKED_LATER", where + ".condition",
                          {"The condition reads an answer that is asked for here or below: move the question down.",
                           "Условие читает ответ, о котором спрашивают здесь или ниже: переставьте вопрос ниже."});
  }

  bool ReadsWhatIsAskedLater(const Question& question, int index) const {
    bool reads = false;
    rpc::ForEachTextOf(options::v1::FORMAT_FIELD, question.condition(), [&](const std::string& field) {
      const auto asked = first_asked_.find(field);
      reads = reads || (asked != first_asked_.end() && asked->second >= index);
    });
    return reads;
  }

  const Questionnaire& questionnaire_;
  const std::string& path_;
  const v1::Pipeline& pipeline_;
  const FieldSetsByEntity& field_sets_;
  Violations& violations_;
  const std::map<std::string, int> first_asked_;
};

}  // namespace

void CheckQuestionnaire(const Questionnaire& questionnaire, const std::string& path, const v1::Pipeline& pipeline,
                        const FieldSetsByEntity& field_sets, Violations& violations) {
  QuestionnaireCheck(questionnaire, path, pipeline, field_sets, violations).Run();
}

}  // namespace voronka::crm

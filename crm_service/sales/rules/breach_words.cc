#include "crm_service/sales/rules/breach_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "crm_service/fields/rights/field_rights.h"

namespace voronka::crm {
namespace {

using rpc::Text;
using v1::StageRule;

// As it is said of whom one asks.
Text RoleName(options::v1::Role role) {
  switch (role) {
    case options::v1::ROLE_DIRECTOR:
      return {"the director", "директор"};
    case options::v1::ROLE_ADMIN:
      return {"the admin", "администратор"};
    default:
      return {"the head of sales", "РОП"};
  }
}

struct Words {
  const char* reason;
  std::string field;
  Text text;
};

// In the longest unit that it is whole in.
Text LengthOf(int64_t seconds) {
  constexpr int64_t kSecondsOfHour = 3'600;
  constexpr int64_t kSecondsOfDay = 24 * kSecondsOfHour;
  if (seconds % kSecondsOfDay == 0) {
    return {fmt::format("{} d", seconds / kSecondsOfDay), fmt::format("{} д", seconds / kSecondsOfDay)};
  }
  if (seconds % kSecondsOfHour == 0) {
    return {fmt::format("{} h", seconds / kSecondsOfHour), fmt::format("{} ч", seconds / kSecondsOfHour)};
  }
  return {fmt::format("{} min", seconds / 60), fmt::format("{} мин", seconds / 60)};
}

// Why those that were noted may not all count.
Text ApartWords(const v1::AttemptsAsk& ask) {
  if (!ask.has_least_interval()) return {"", ""};
  const auto apart = LengthOf(ask.least_interval().seconds());
  return {" They count if they are " + apart.en + " apart.",
          " Между попытками должно пройти не меньше " + apart.ru + "."};
}

Words WordsForAttempts(const Breach& breach) {
  const auto& ask = breach.broken.rule->attempts();
  const auto apart = ApartWords(ask);
  return {"ATTEMPTS_REQUIRED",
          "stage",
          {fmt::format("Try to reach the client first: {} of {} attempts.", breach.attempts, ask.at_least()) + apart.en,
           fmt::format("Сначала попробуйте связаться с клиентом: попыток {} из {}.", breach.attempts, ask.at_least()) +
               apart.ru}};
}

Words WordsForApproval(const Breach& breach) {
  const auto role = RoleName(breach.broken.rule->approval().role());
  switch (breach.approval) {
    case v1::Approval::STATE_ASKED:
      return {"APPROVAL_AWAITED",
              "stage",
              {"The approval of " + role.en + " is awaited.", "Ждём согласования: " + role.ru + "."}};
    case v1::Approval::STATE_REFUSED:
      return {"APPROVAL_REFUSED", "stage", {"Refused by " + role.en + ".", "Не согласовано: " + role.ru + "."}};
    default:
      if (breach.has_outdated_approval) {
        return {"APPROVAL_REQUIRED",
                "stage",
                {"The terms have changed. Ask for the approval of " + role.en + " again.",
                 "Условия изменились. Запросите согласование снова: " + role.ru + "."}};
      }
      return {"APPROVAL_REQUIRED",
              "stage",
              {"Ask for the approval of " + role.en + ".", "Запросите согласование: " + role.ru + "."}};
  }
}

Words WordsForItem(const Breach& breach) {
  const auto& items = breach.broken.stage->checklist();
  const auto item = std::ranges::find(items, breach.field, &v1::ChecklistItem::key);
  const std::string text = item == items.end() ? breach.field : item->text();
  return {"CHECKLIST_UNFINISHED",
          PathOfValue("deal.checklist_ticks", breach.field),
          {"Not ticked yet: “" + text + "”.", "Не отмечено: «" + text + "»."}};
}

bool IsHidden(const FieldSetsByEntity& field_sets, const FieldName& name, const Mover& mover) {
  const auto* field = FindField(field_sets, name);
  return field != nullptr && !SeesField(mover.role, *field);
}

// Which one it is, is for those who see it to know.
Words WordsForHiddenField() {
  return {"HIDDEN_FIELD_REQUIRED",
          "stage",
          {"A field that you do not see must be filled in: ask whoever leads sales.",
           "Нужно заполнить поле, которого вы не видите: обратитесь к руководителю."}};
}

// The answer is a field like any other, to whoever fills in what is missing.
Words WordsForQuestion(const Breach& breach) {
  const auto& questions = breach.broken.stage->questionnaire().questions();
  const auto question = std::ranges::find(questions, breach.question, &v1::Question::key);
  const std::string text = question == questions.end() ? breach.question : question->text();
  return {"FIELD_REQUIRED",
          FieldName::Parse(breach.field).Path(),
          {"Answer the question “" + text + "”.", "Ответьте на вопрос «" + text + "»."}};
}

Words WordsFor(const Breach& breach, const FieldSetsByEntity& field_sets, const Mover& mover) {
  const auto& stage = breach.broken.stage->name();
  switch (breach.broken.rule->ask_case()) {
    case StageRule::kFields: {
      const auto name = FieldName::Parse(breach.field);
      if (IsHidden(field_sets, name, mover)) return WordsForHiddenField();
      const auto label = LabelOf(field_sets, name);
      return {"FIELD_REQUIRED", name.Path(), {"Fill in “" + label.en + "”.", "Заполните «" + label.ru + "»."}};
    }
    case StageRule::kComment:
      return {"COMMENT_REQUIRED", mover.comment_field, {"Write a comment.", "Напишите комментарий."}};
    case StageRule::kRoles:
      return {"ROLE_NOT_ALLOWED",
              "stage",
              {"Your role may not make this move (the stage “" + stage + "”).",
               "Вашей роли такой переход недоступен (этап «" + stage + "»)."}};
    case StageRule::kStages:
      return {"TRANSITION_NOT_ALLOWED",
              "stage",
              {"There is no way between these stages (the stage “" + stage + "”).",
               "Между этими этапами нет перехода (этап «" + stage + "»)."}};
    case StageRule::kTask:
      return {"TASK_REQUIRED", "deal_id", {"Plan a task for the deal.", "Запланируйте задачу по сделке."}};
    case StageRule::kAttempts:
      return WordsForAttempts(breach);
    case StageRule::kApproval:
      return WordsForApproval(breach);
    case StageRule::kChecklist:
      return WordsForItem(breach);
    case StageRule::kQuestionnaire:
      if (IsHidden(field_sets, FieldName::Parse(breach.field), mover)) return WordsForHiddenField();
      return WordsForQuestion(breach);
    default:
      return {"NOT_FOR_THIS_DEAL",
              "stage",
              {"The stage “" + stage + "” is not for this deal.", "Этап «" + stage + "» не для этой сделки."}};
  }
}

// Of two approvals, or counts of attempts, one does not stand for the other, as a field stands for whoever asks for it.
bool IsSaid(const rpc::Violations& violations, const Words& words) {
  const bool is_each_said =
      std::string_view(words.reason) == "ATTEMPTS_REQUIRED" || std::string_view(words.reason).starts_with("APPROVAL_");
  return std::ranges::any_of(violations.all(), [&](const rpc::Violation& known) {
    return known.reason == words.reason && known.field == words.field &&
           (!is_each_said || known.text.ru == words.text.ru);
  });
}

// How far one has got is told besides.
void SayInOwnWords(const Breach& breach, Text& text) {
  const auto& rule = *breach.broken.rule;
  const auto& own = rule.text();
  if (own.empty()) return;
  const bool goes_on = rule.has_attempts() || rule.has_approval();
  text = goes_on ? Text{own + " " + text.en, own + " " + text.ru} : Text{own, own};
}

}  // namespace

void AddBreaches(std::span<const Breach> breaches, const FieldSetsByEntity& field_sets, const Mover& mover,
                 rpc::Violations& violations) {
  for (const auto& breach : breaches) {
    auto words = WordsFor(breach, field_sets, mover);
    SayInOwnWords(breach, words.text);
    if (!IsSaid(violations, words)) violations.Add(words.reason, std::move(words.field), std::move(words.text));
  }
}

}  // namespace voronka::crm

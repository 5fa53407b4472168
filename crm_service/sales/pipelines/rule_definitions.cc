#include "crm_service/sales/pipelines/rule_definitions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "crm_service/sales/approvals/approval_rules.h"
#include "crm_service/sales/pipelines/condition_definitions.h"
#include "crm_service/sales/pipelines/questionnaire_definitions.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Field;
using v1::Pipeline;
using v1::Stage;
using v1::StageRule;

// The rule at one place of a pipeline.
class RuleCheck {
 public:
  RuleCheck(const Pipeline& pipeline, const Stage& stage, const StageRule& rule, std::string path,
            const FieldSetsByEntity& field_sets, Violations& violations)
      : pipeline_(pipeline),
        stage_(stage),
        rule_(rule),
        path_(std::move(path)),
        field_sets_(field_sets),
        violations_(violations) {}

  void Run() {
    Unless(rule_.ask_case() != StageRule::ASK_NOT_SET, "ASK_REQUIRED", "",
           {"Say what the rule asks for.", "Скажите, что требует правило."});
    Unless(rule_.binding() == StageRule::BINDING_LEAVE || &stage_ != &pipeline_.stages(0), "ENTRY_RULE_ON_FIRST_STAGE",
           ".binding",
           {"The first stage turns nobody away.", "Первый этап принимает всех: правил на вход у него нет."});
    Unless(!rule_.has_never() || rule_.has_condition(), "CONDITION_REQUIRED", ".condition",
           {"Say which deals the stage is not for.", "Скажите, каким сделкам этап недоступен."});
    for (int i = 0; i < rule_.fields().fields_size(); ++i) {
      RequireAskable(rule_.fields().fields(i), fmt::format(".fields.fields[{}]", i));
    }
    RequireStages(rule_.stages().stages(), ".stages.stages");
    RequireStages(rule_.except_stages(), ".except_stages");
    RequireStages(rule_.only_stages(), ".only_stages");
    CheckAsk();
    if (rule_.has_condition()) {
      CheckCondition(rule_.condition(), path_ + ".condition", pipeline_, field_sets_, violations_);
    }
  }

 private:
  void Unless(bool holds, const char* reason, const std::string& where, rpc::Text text) {
    violations_.AddUnless(holds, reason, path_ + where, std::move(text));
  }

  void CheckAsk() {
    Unless(
        rule_.only_stages().empty() || rule_.binding() != StageRule::BINDING_FROM_HERE_ON, "NOT_OF_THIS_BINDING",
        ".only_stages",
        {"A rule that holds from here on binds every move.", "Правило «начиная отсюда» действует при любом переходе."});
    Unless(!rule_.has_approval() || GivesApprovals(rule_.approval().role()), "ROLE_GIVES_NO_APPROVAL", ".approval.role",
           {"A head of sales, a director or an admin gives approvals.",
            "Согласует руководитель отдела продаж, директор или администратор."});
    Unless(!rule_.has_questionnaire() || stage_.has_questionnaire(), "NO_QUESTIONNAIRE", ".questionnaire",
           {"The stage has no questionnaire.", "У этапа нет анкеты."});
    if (!rule_.has_checklist()) return;
    Unless(rule_.binding() == StageRule::BINDING_LEAVE, "BINDING_NOT_LEAVE", ".binding",
           {"A checklist is asked for on leaving its stage.", "Чек-лист проверяют при выходе с этапа."});
    Unless(!stage_.checklist().empty(), "NO_CHECKLIST", ".checklist",
           {"The stage has no checklist.", "У этапа нет чек-листа."});
  }

  void RequireStages(const google::protobuf::RepeatedPtrField<std::string>& stages, const std::string& where) {
    for (int i = 0; i < stages.size(); ++i) {
      const bool is_known =
          std::ranges::any_of(pipeline_.stages(), [&](const Stage& stage) { return stage.key() == stages[i]; });
      Unless(is_known, "UNKNOWN_STAGE", fmt::format("{}[{}]", where, i),
             {"The pipeline has no such stage.", "В воронке нет такого этапа."});
    }
  }

  // Whether the client agrees to the amount is said of every deal: such a rule would never turn one away.
  void RequireAskable(const std::string& name, const std::string& where) {
    const auto* field = RequireField(name, path_ + where, pipeline_, field_sets_, violations_);
    const bool is_always_filled = field != nullptr && field->system() && field->kind() == Field::KIND_YES_NO;
    Unless(!is_always_filled, "ALWAYS_FILLED", where,
           {"This field always has an answer, as “no” is one: forbid the move by a condition instead.",
            "Ответ здесь есть всегда, «нет» — тоже ответ. Вместо этого запретите переход по условию."});
  }

  const Pipeline& pipeline_;
  const Stage& stage_;
  const StageRule& rule_;
  const std::string path_;
  const FieldSetsByEntity& field_sets_;
  Violations& violations_;
};

void CheckChecklist(const Pipeline& pipeline, const Stage& stage, const std::string& path,
                    const FieldSetsByEntity& field_sets, Violations& violations) {
  violations.AddUnless(stage.checklist().empty() || stage.kind() == Stage::KIND_OPEN, "CHECKLIST_NOT_OPEN",
                       path + ".checklist",
                       {"Only an open stage has a checklist.", "Чек-лист бывает только у открытого этапа."});
  std::set<std::string> keys;
  for (int i = 0; i < stage.checklist_size(); ++i) {
    const auto& item = stage.checklist(i);
    const auto where = fmt::format("{}.checklist[{}]", path, i);
    violations.AddUnless(keys.insert(item.key()).second, "DUPLICATE_KEY", where + ".key",
                         {"The key is used twice.", "Ключ повторяется."});
    if (item.has_condition()) CheckCondition(item.condition(), where + ".condition", pipeline, field_sets, violations);
  }
}

bool AsksAboutCompany(const Pipeline& pipeline) {
  return std::ranges::any_of(pipeline.quick_add_fields(), [](const std::string& field) {
    return FieldName::Parse(field).entity == v1::ENTITY_COMPANY;
  });
}

// A new deal names its client or has one typed, not both.
void CheckAsksOnce(const Pipeline& pipeline, const std::string& field, const std::string& path,
                   Violations& violations) {
  violations.AddUnless(field != "deal.contact_id", "NOT_FOR_QUICK_ADD", path,
                       {"A contact is not picked here: ask for its name, phone or email.",
                        "Контакт здесь не выбирают: спрашивайте имя, телефон или почту."});
  violations.AddUnless(field != "deal.company_id" || !AsksAboutCompany(pipeline), "GIVEN_TWICE", path,
                       {"A company is either picked or typed: leave it or the fields of the company out.",
                        "Компанию либо выбирают, либо вводят: уберите её саму или поля компании."});
}

void CheckQuickAdd(const Pipeline& pipeline, const FieldSetsByEntity& field_sets, Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < pipeline.quick_add_fields_size(); ++i) {
    const auto path = fmt::format("pipeline.quick_add_fields[{}]", i);
    RequireField(pipeline.quick_add_fields(i), path, pipeline, field_sets, violations);
    violations.AddUnless(seen.insert(pipeline.quick_add_fields(i)).second, "DUPLICATE_KEY", path,
                         {"The field is named twice.", "Поле названо дважды."});
    CheckAsksOnce(pipeline, pipeline.quick_add_fields(i), path, violations);
  }
}

}  // namespace

void CheckRules(const Pipeline& pipeline, const FieldSetsByEntity& field_sets, Violations& violations) {
  for (int i = 0; i < pipeline.stages_size(); ++i) {
    const auto& stage = pipeline.stages(i);
    const auto place = fmt::format("pipeline.stages[{}]", i);
    CheckChecklist(pipeline, stage, place, field_sets, violations);
    if (stage.has_questionnaire()) {
      CheckQuestionnaire(stage.questionnaire(), place + ".questionnaire", pipeline, field_sets, violations);
    }
    std::set<std::string> keys;
    for (int j = 0; j < stage.rules_size(); ++j) {
      const auto path = fmt::format("{}.rules[{}]", place, j);
      violations.AddUnless(keys.insert(stage.rules(j).key()).second, "DUPLICATE_KEY", path + ".key",
                           {"The key is used twice.", "Ключ повторяется."});
      RuleCheck(pipeline, stage, stage.rules(j), path, field_sets, violations).Run();
    }
  }
  CheckQuickAdd(pipeline, field_sets, violations);
}

}  // namespace voronka::crm

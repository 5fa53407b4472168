#include "tests/crm_service/sales/properties/random_pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace voronka::properties {
namespace {

using namespace crm::v1;

constexpr int kFields = 7;
constexpr int kMostStages = 8;

bool HasValues(Field::Kind kind) { return kind != Field::KIND_CONTACT && kind != Field::KIND_COMPANY; }

bool IsOrdered(Field::Kind kind) {
  return kind == Field::KIND_NUMBER || kind == Field::KIND_MONEY || kind == Field::KIND_DATE ||
         kind == Field::KIND_TIME;
}

bool IsText(Field::Kind kind) { return kind == Field::KIND_TEXT || kind == Field::KIND_MULTILINE_TEXT; }

std::vector<Comparison::Operator> OperatorsOf(Field::Kind kind) {
  std::vector<Comparison::Operator> all = {Comparison::OPERATOR_FILLED, Comparison::OPERATOR_BLANK};
  const auto add = [&](std::initializer_list<Comparison::Operator> more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  if (HasValues(kind)) add({Comparison::OPERATOR_ONE_OF, Comparison::OPERATOR_NONE_OF});
  if (IsOrdered(kind)) add({Comparison::OPERATOR_LESS, Comparison::OPERATOR_MORE});
  if (IsText(kind)) add({Comparison::OPERATOR_CONTAINS});
  return all;
}

FieldValue ComparedValue(Dice& dice, Field::Kind kind, int64_t user_id) {
  return RandomValue(dice, kind == Field::KIND_CHOICES ? Field::KIND_CHOICE : kind, user_id);
}

Comparison RandomComparison(Dice& dice, const Palette& palette) {
  const auto& field = OneOf(dice, palette.fields);
  Comparison comparison;
  comparison.set_field(field.Name());
  comparison.set_operator_(OneOf(dice, OperatorsOf(field.kind)));
  switch (comparison.operator_()) {
    case Comparison::OPERATOR_FILLED:
    case Comparison::OPERATOR_BLANK:
      break;
    case Comparison::OPERATOR_CONTAINS:
      comparison.add_values()->set_text(dice.Once(2) ? "CHAIRS" : "tab");
      break;
    case Comparison::OPERATOR_LESS:
    case Comparison::OPERATOR_MORE:
      *comparison.add_values() = ComparedValue(dice, field.kind, palette.user_id);
      break;
    default:
      for (int i = dice.Throw(2); i >= 0; --i) {
        *comparison.add_values() = ComparedValue(dice, field.kind, palette.user_id);
      }
  }
  return comparison;
}

Condition RandomCondition(Dice& dice, const Palette& palette, int depth) {
  Condition condition;
  const int form = depth == 0 ? 0 : dice.Throw(6);
  if (form == 3) {
    for (int i = 0; i < 2; ++i) {
      *condition.mutable_all()->add_conditions() = RandomCondition(dice, palette, depth - 1);
    }
  } else if (form == 4) {
    for (int i = 0; i < 2; ++i) {
      *condition.mutable_any()->add_conditions() = RandomCondition(dice, palette, depth - 1);
    }
  } else if (form == 5) {
    *condition.mutable_negation() = RandomCondition(dice, palette, depth - 1);
  } else {
    *condition.mutable_comparison() = RandomComparison(dice, palette);
  }
  return condition;
}

std::string AnyStage(Dice& dice, const Pipeline& pipeline) {
  return pipeline.stages(dice.Throw(pipeline.stages_size())).key();
}

void AskForFields(Dice& dice, const Palette& palette, StageRule& rule) {
  for (int i = dice.Throw(2); i >= 0; --i) rule.mutable_fields()->add_fields(OneOf(dice, palette.fields).Name());
}

void AskForRoles(Dice& dice, StageRule& rule) {
  rule.mutable_roles()->add_roles(options::v1::ROLE_ADMIN);
  if (dice.Once(2)) rule.mutable_roles()->add_roles(options::v1::ROLE_MANAGER);
  if (dice.Once(2)) rule.mutable_roles()->add_roles(options::v1::ROLE_SERVICE);
}

// What a stage of a checklist and of one way only may ask for besides.
void AskOnLeaving(Dice& dice, const Pipeline& pipeline, const Stage& stage, StageRule& rule) {
  if (dice.Once(2) && stage.checklist_size() > 0) {
    rule.mutable_checklist();
    return;
  }
  for (int i = 0; i < 3; ++i) rule.mutable_stages()->add_stages(AnyStage(dice, pipeline));
}

void AskForSomething(Dice& dice, const Pipeline& pipeline, const Stage& stage, const Palette& palette,
                     StageRule& rule) {
  const int ask = dice.Throw(12);
  if (ask == 0) {
    rule.mutable_comment();
  } else if (ask == 1) {
    AskForRoles(dice, rule);
  } else if (ask == 2) {
    rule.mutable_task();
  } else if (ask == 3) {
    rule.mutable_never();
    *rule.mutable_condition() = RandomCondition(dice, palette, 2);
  } else if (ask == 4) {
    rule.mutable_attempts()->set_at_least(1 + dice.Throw(2));
    rule.mutable_attempts()->set_in_all(dice.Once(2));
  } else if (ask == 5) {
    rule.mutable_approval()->set_role(options::v1::ROLE_HEAD_OF_SALES);
  } else if (ask <= 7 && rule.binding() == StageRule::BINDING_LEAVE) {
    AskOnLeaving(dice, pipeline, stage, rule);
  } else if (ask == 6 && rule.binding() == StageRule::BINDING_ENTER) {
    for (int i = 0; i < 3; ++i) rule.mutable_stages()->add_stages(AnyStage(dice, pipeline));
  } else if (ask <= 9 && stage.has_questionnaire()) {
    rule.mutable_questionnaire();
  } else {
    AskForFields(dice, palette, rule);
  }
}

void LimitMoves(Dice& dice, const Pipeline& pipeline, StageRule& rule) {
  rule.set_except_lost(dice.Once(3));
  rule.set_except_won(dice.Once(5));
  if (dice.Once(4)) rule.add_except_stages(AnyStage(dice, pipeline));
  if (rule.binding() != StageRule::BINDING_FROM_HERE_ON && dice.Once(4)) {
    rule.add_only_stages(AnyStage(dice, pipeline));
    rule.add_only_stages(AnyStage(dice, pipeline));
  }
}

StageRule RandomRule(Dice& dice, const Pipeline& pipeline, const Stage& stage, const Palette& palette) {
  StageRule rule;
  const bool is_first = &stage == &pipeline.stages(0);
  const auto binding = is_first ? StageRule::BINDING_LEAVE
                                : OneOf<StageRule::Binding>(dice, {StageRule::BINDING_ENTER, StageRule::BINDING_LEAVE,
                                                                   StageRule::BINDING_FROM_HERE_ON});
  rule.set_binding(binding);
  AskForSomething(dice, pipeline, stage, palette, rule);
  if (!rule.has_condition() && dice.Once(2)) *rule.mutable_condition() = RandomCondition(dice, palette, 2);
  LimitMoves(dice, pipeline, rule);
  return rule;
}

void MakeChecklist(Dice& dice, const Palette& palette, Stage& stage) {
  stage.clear_checklist();
  if (stage.kind() != Stage::KIND_OPEN || !dice.Once(2)) return;
  for (int i = dice.Throw(2); i >= 0; --i) {
    auto& item = *stage.add_checklist();
    item.set_key(fmt::format("item{}", i));
    item.set_text(fmt::format("Сделать {}", i));
    if (dice.Once(2)) *item.mutable_condition() = RandomCondition(dice, palette, 1);
  }
}

bool AskFor(const std::string& field, const Questionnaire& questionnaire, int begin, int end) {
  return std::any_of(questionnaire.questions().begin() + begin, questionnaire.questions().begin() + end,
                     [&](const Question& question) { return question.field() == field; });
}

// A branch reads what is asked before it, or by no question.
void BranchAt(Dice& dice, const Palette& palette, Questionnaire& questionnaire, int index) {
  const auto comparison = RandomComparison(dice, palette);
  const bool is_asked_before = AskFor(comparison.field(), questionnaire, 0, index);
  if (!is_asked_before && AskFor(comparison.field(), questionnaire, index, questionnaire.questions_size())) return;
  *questionnaire.mutable_questions(index)->mutable_condition()->mutable_comparison() = comparison;
}

void MakeQuestionnaire(Dice& dice, const Palette& palette, Stage& stage) {
  Questionnaire questionnaire;
  for (int i = 0; i < 3; ++i) {
    const auto& field = OneOf(dice, palette.fields);
    if (!HasValues(field.kind)) continue;
    auto& question = *questionnaire.add_questions();
    question.set_key(fmt::format("question{}", i));
    question.set_text(fmt::format("Вопрос {}?", i));
    question.set_field(field.Name());
    question.set_required(!dice.Once(3));
  }
  for (int i = 0; i < questionnaire.questions_size(); ++i) {
    if (dice.Once(2)) BranchAt(dice, palette, questionnaire, i);
  }
  stage.clear_questionnaire();
  if (dice.Once(2) && questionnaire.questions_size() > 0) *stage.mutable_questionnaire() = questionnaire;
}

void MakeRules(Dice& dice, const Palette& palette, Pipeline& pipeline) {
  for (auto& stage : *pipeline.mutable_stages()) {
    MakeChecklist(dice, palette, stage);
    MakeQuestionnaire(dice, palette, stage);
    stage.clear_rules();
    for (int i = dice.Throw(3); i > 0; --i) {
      auto rule = RandomRule(dice, pipeline, stage, palette);
      rule.set_key(fmt::format("rule{}", i));
      *stage.add_rules() = std::move(rule);
    }
  }
}

Stage StageOf(const std::string& key, Stage::Kind kind) {
  Stage stage;
  stage.set_key(key);
  stage.set_name("Этап " + key);
  stage.set_kind(kind);
  return stage;
}

// A stage of this number, before those that close.
void InsertStage(Pipeline& pipeline, Stage stage) {
  auto& stages = *pipeline.mutable_stages();
  const auto closing = std::ranges::find(stages, Stage::KIND_WON, &Stage::kind) - stages.begin();
  *stages.Add() = std::move(stage);
  std::rotate(stages.begin() + closing, stages.end() - 1, stages.end());
}

}  // namespace

Palette RandomPalette(Dice& dice, int64_t user_id) {
  Palette palette{{}, user_id};
  for (int i = 0; i < kFields; ++i) palette.fields.push_back(OneOf(dice, AskedFields()));
  return palette;
}

Pipeline BarePipeline(const std::string& key, int open_stages) {
  Pipeline pipeline;
  pipeline.set_key(key);
  pipeline.set_name("Воронка " + key);
  for (int i = 0; i < open_stages; ++i) {
    *pipeline.add_stages() = StageOf(fmt::format("stage{}", i), Stage::KIND_OPEN);
  }
  *pipeline.add_stages() = StageOf("won", Stage::KIND_WON);
  *pipeline.add_stages() = StageOf("lost", Stage::KIND_LOST);
  *pipeline.add_stages() = StageOf("spam", Stage::KIND_LOST);
  pipeline.mutable_stages()->rbegin()->set_loss_reason("spam");
  for (const char* reason : {"price", "spam"}) {
    pipeline.add_loss_reasons()->set_key(reason);
    pipeline.mutable_loss_reasons()->rbegin()->set_name(reason);
  }
  return pipeline;
}

Pipeline RandomPipeline(Dice& dice, const std::string& key, const Palette& palette) {
  auto pipeline = BarePipeline(key, 3 + dice.Throw(3));
  if (dice.Once(4)) pipeline.mutable_stages(0)->set_kind(Stage::KIND_INCOMING);
  for (int i = 1; pipeline.stages(i).kind() == Stage::KIND_OPEN; ++i) {
    pipeline.mutable_stages(i)->set_parking(dice.Once(4));
  }
  pipeline.set_reopen_days(dice.Once(2) ? 30 : 0);
  MakeRules(dice, palette, pipeline);
  return pipeline;
}

Pipeline Changed(Dice& dice, Pipeline pipeline, const Palette& palette) {
  if (dice.Once(3) && pipeline.stages_size() < kMostStages) {
    InsertStage(pipeline, StageOf(fmt::format("more{}", dice.Throw(1'000'000)), Stage::KIND_OPEN));
  } else if (dice.Once(3) && pipeline.stages(2).kind() == Stage::KIND_OPEN) {
    pipeline.mutable_stages()->DeleteSubrange(1 + dice.Throw(2), 1);
  }
  MakeRules(dice, palette, pipeline);
  return pipeline;
}

}  // namespace voronka::properties

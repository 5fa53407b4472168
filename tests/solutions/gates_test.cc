#include "tests/solutions/gates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/breach_words.h"
#include "crm_service/sales/rules/rule_check.h"
#include "tests/solutions/solutions.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::v1::Stage;
using crm::v1::StageRule;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::TestParamInfo;
using ::testing::TestWithParam;

// `deal.fields["goal"]` is no name of a test.
std::string Tidied(std::string text) {
  std::ranges::replace_if(
      text, [](unsigned char c) { return !std::isalnum(c); }, '_');
  return text;
}

std::string NameOf(const std::string& pipeline, const Stage& stage, const StageRule& rule) {
  return pipeline + "/" + stage.key() + "/" + rule.key();
}

std::vector<crm::v1::Approval> ApprovalsOf(const Gate& move, const std::string& pipeline) {
  if (!move.approved) return {};
  crm::v1::Approval approval;
  approval.set_pipeline(pipeline);
  approval.set_stage(move.to);
  approval.set_role(options::v1::ROLE_HEAD_OF_SALES);
  approval.set_state(crm::v1::Approval::STATE_GIVEN);
  return {approval};
}

// What refuses a move: the rule, why, and where.
std::vector<std::string> Refusals(const Gate& move) {
  const auto solution = ReadSolution(move.solution);
  const auto& pipeline = *FindPipeline(solution, move.rule.substr(0, move.rule.find('/')));
  auto deal = Parsed<crm::v1::Deal>(move.deal);
  deal.set_pipeline(pipeline.key());
  const auto contact = Parsed<crm::v1::Contact>(move.contact);
  const crm::Way way{&crm::GetStage(pipeline, move.from), pipeline.key(), pipeline, crm::GetStage(pipeline, move.to)};
  const crm::Mover mover{options::v1::ROLE_MANAGER, move.comment, "comment"};
  const auto approvals = ApprovalsOf(move, pipeline.key());
  const crm::Facts facts{
      .deal = deal,
      .contact = &contact,
      .has_open_task = move.has_open_task,
      .attempts = {.in_stage = std::vector<int64_t>(move.attempts), .in_all = std::vector<int64_t>(2 * move.attempts)},
      .approvals = approvals};
  const auto breaches = crm::BreachesOf(crm::RulesOf(way), facts, way, mover);
  std::vector<std::string> refusals;
  for (const auto& breach : breaches) {
    rpc::Violations violations;
    crm::AddBreaches({&breach, 1}, FieldSetsOf(solution), mover, violations);
    const auto& told = violations.all().front();
    const auto rule = NameOf(pipeline.key(), *breach.broken.stage, *breach.broken.rule);
    refusals.push_back(rule + ": " + told.reason + " at " + told.field);
  }
  return refusals;
}

class Gates : public TestWithParam<Gate> {};

TEST_P(Gates, AreClosedByOneRule) {
  const auto& gate = GetParam();
  EXPECT_THAT(Refusals(gate), ElementsAre(gate.rule + ": " + gate.reason + " at " + gate.field));
}

std::string NameOfGate(const TestParamInfo<Gate>& info) {
  const auto& gate = info.param;
  return Tidied(gate.solution + "/" + gate.rule + "/" + gate.from + "/to/" + gate.to + "/" + gate.field);
}

INSTANTIATE_TEST_SUITE_P(Solutions, Gates, ::testing::ValuesIn(EveryGate()), NameOfGate);

class FreeMoves : public TestWithParam<FreeMove> {};

TEST_P(FreeMoves, AreRefusedByNoRule) {
  const auto& [solution, pipeline, from, to, deal, attempts, approved] = GetParam();
  EXPECT_THAT(Refusals({.solution = solution,
                        .rule = pipeline,
                        .from = from,
                        .to = to,
                        .deal = deal,
                        .contact = "",
                        .reason = "",
                        .field = "",
                        .comment = "",
                        .has_open_task = false,
                        .attempts = attempts,
                        .approved = approved}),
              IsEmpty());
}

std::string NameOfMove(const TestParamInfo<FreeMove>& info) {
  const auto& move = info.param;
  return Tidied(move.solution + "/" + move.pipeline + "/" + move.from + "/to/" + move.to);
}

INSTANTIATE_TEST_SUITE_P(Solutions, FreeMoves, ::testing::ValuesIn(EveryFreeMove()), NameOfMove);

// What a rule asks for, one by one: three fields, the answers to questions, the items of the checklist. Nothing: it
// asks for one thing.
std::vector<std::string> PartsOf(const Stage& stage, const StageRule& rule) {
  std::vector<std::string> parts;
  for (const auto& field : rule.fields().fields()) parts.push_back(crm::FieldName::Parse(field).Path());
  for (const auto& question : stage.questionnaire().questions()) {
    const bool is_asked_for = rule.has_questionnaire() && question.required();
    if (is_asked_for) parts.push_back(crm::FieldName::Parse(question.field()).Path());
  }
  if (!rule.has_checklist()) return parts;
  for (const auto& item : stage.checklist()) parts.push_back(crm::PathOfValue("deal.checklist_ticks", item.key()));
  return parts;
}

// Each rule with each part of what it asks for.
std::set<std::string> DemandsOf(const std::string& solution) {
  std::set<std::string> demands;
  const auto file = ReadSolution(solution);
  for (const auto& pipeline : file.pipelines()) {
    for (const auto& stage : pipeline.stages()) {
      for (const auto& rule : stage.rules()) {
        const auto name = NameOf(pipeline.key(), stage, rule);
        const auto parts = PartsOf(stage, rule);
        if (parts.empty()) demands.insert(name);
        for (const auto& part : parts) demands.insert(name + " " + part);
      }
    }
  }
  return demands;
}

class Rules : public TestWithParam<std::string> {};

TEST_P(Rules, HaveAGateEach) {
  std::set<std::string> shown;
  for (const auto& gate : EveryGate()) {
    if (gate.solution != GetParam()) continue;
    const bool is_part = gate.reason == kMissing || gate.reason == kUnticked;
    shown.insert(is_part ? gate.rule + " " + gate.field : gate.rule);
  }
  EXPECT_EQ(shown, DemandsOf(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Solutions, Rules, ::testing::ValuesIn(EverySolution()), NameOfSolution);

}  // namespace
}  // namespace voronka::testing

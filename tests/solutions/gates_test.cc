#include "tests/solutions/gates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/binding_rules.h"
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

// What refuses a move: the rule, why, and where.
std::vector<std::string> Refusals(const Gate& move) {
  const auto solution = ReadSolution(move.solution);
  const auto& pipeline = *FindPipeline(solution, move.rule.substr(0, move.rule.find('/')));
  const auto deal = Parsed<crm::v1::Deal>(move.deal);
  const auto contact = Parsed<crm::v1::Contact>(move.contact);
  const crm::Way way{&crm::GetStage(pipeline, move.from), pipeline.key(), pipeline, crm::GetStage(pipeline, move.to)};
  const crm::Mover mover{options::v1::ROLE_MANAGER, move.comment, "comment"};
  const auto breaches = crm::BreachesOf(
      crm::RulesOf(way), {.deal = deal, .contact = &contact, .has_open_task = move.has_open_task}, way, mover);
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
  const auto& [solution, pipeline, from, to, deal] = GetParam();
  EXPECT_THAT(Refusals({.solution = solution,
                        .rule = pipeline,
                        .from = from,
                        .to = to,
                        .deal = deal,
                        .contact = "",
                        .reason = "",
                        .field = "",
                        .comment = "",
                        .has_open_task = false}),
              IsEmpty());
}

std::string NameOfMove(const TestParamInfo<FreeMove>& info) {
  const auto& move = info.param;
  return Tidied(move.solution + "/" + move.pipeline + "/" + move.from + "/to/" + move.to);
}

INSTANTIATE_TEST_SUITE_P(Solutions, FreeMoves, ::testing::ValuesIn(EveryFreeMove()), NameOfMove);

// Each with what it asks for: a rule that asks for three fields has three.
std::set<std::string> DemandsOf(const std::string& solution) {
  std::set<std::string> demands;
  const auto file = ReadSolution(solution);
  for (const auto& pipeline : file.pipelines()) {
    for (const auto& stage : pipeline.stages()) {
      for (const auto& rule : stage.rules()) {
        const auto name = NameOf(pipeline.key(), stage, rule);
        if (!rule.has_fields()) demands.insert(name);
        for (const auto& field : rule.fields().fields()) {
          demands.insert(name + " " + crm::FieldName::Parse(field).Path());
        }
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
    shown.insert(gate.reason == kMissing ? gate.rule + " " + gate.field : gate.rule);
  }
  EXPECT_EQ(shown, DemandsOf(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Solutions, Rules, ::testing::ValuesIn(EverySolution()), NameOfSolution);

}  // namespace
}  // namespace voronka::testing

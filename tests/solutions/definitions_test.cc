#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/rule_definitions.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/validation.h"
#include "tests/solutions/solutions.h"

namespace voronka::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

std::vector<std::string> Told(const rpc::Violations& violations) {
  std::vector<std::string> told;
  for (const auto& each : violations.all()) told.push_back(each.reason + " at " + each.field);
  return told;
}

// What an account would say to each part of a solution that is installed.
class Definitions : public ::testing::TestWithParam<std::string> {
 protected:
  bool HasPipeline(const std::string& key) const { return FindPipeline(solution_, key) != nullptr; }

  const crm::v1::Configuration solution_ = ReadSolution(GetParam());
};

TEST_P(Definitions, OfPipelinesAreSound) {
  const auto field_sets = FieldSetsOf(solution_);
  for (const auto& pipeline : solution_.pipelines()) {
    SCOPED_TRACE(pipeline.key());
    rpc::Violations violations;
    rpc::Validate(pipeline, violations);
    crm::CheckPipeline(pipeline, violations);
    crm::CheckRules(pipeline, field_sets, violations);
    EXPECT_THAT(Told(violations), IsEmpty());
    EXPECT_TRUE(pipeline.repeat_pipeline().empty() || HasPipeline(pipeline.repeat_pipeline()));
  }
}

TEST_P(Definitions, OfPipelinesHaveKeysOfTheirOwn) {
  std::set<std::string> keys;
  for (const auto& pipeline : solution_.pipelines()) {
    EXPECT_TRUE(keys.insert(pipeline.key()).second) << pipeline.key();
  }
  EXPECT_LE(std::ranges::count_if(solution_.pipelines(), &crm::v1::Pipeline::default_for_inquiries), 1);
}

TEST_P(Definitions, OfFieldsAreSound) {
  std::set<crm::v1::Entity> entities;
  for (const auto& set : solution_.field_sets()) {
    SCOPED_TRACE(crm::v1::Entity_Name(set.entity()));
    EXPECT_TRUE(entities.insert(set.entity()).second);
    rpc::Violations violations;
    rpc::Validate(set, violations);
    crm::CheckFieldSet(set, violations);
    EXPECT_THAT(Told(violations), IsEmpty());
    for (const auto& field : set.fields()) {
      for (const auto& pipeline : field.pipelines()) EXPECT_TRUE(HasPipeline(pipeline)) << field.key();
    }
  }
}

TEST_P(Definitions, OfFormsAreSound) {
  for (const auto& form : solution_.forms()) {
    rpc::Violations violations;
    rpc::Validate(form, violations);
    EXPECT_THAT(Told(violations), IsEmpty()) << form.name();
    EXPECT_TRUE(form.pipeline().empty() || HasPipeline(form.pipeline())) << form.name();
  }
}

TEST_P(Definitions, OfQueuesNameStagesWhereDealsWait) {
  for (const auto& queue : solution_.queues()) {
    rpc::Violations violations;
    rpc::Validate(queue, violations);
    EXPECT_THAT(Told(violations), IsEmpty()) << queue.pipeline();
    ASSERT_TRUE(HasPipeline(queue.pipeline())) << queue.pipeline();
    const auto& pipeline = *FindPipeline(solution_, queue.pipeline());
    const auto* stage = queue.stage().empty() ? &pipeline.stages(0) : crm::FindStage(pipeline, queue.stage());
    ASSERT_NE(stage, nullptr) << queue.stage();
    EXPECT_FALSE(crm::IsClosing(*stage)) << queue.stage();
  }
}

INSTANTIATE_TEST_SUITE_P(Solutions, Definitions, ::testing::ValuesIn(EverySolution()), NameOfSolution);

TEST(Purposes, AreOfPipelinesThatSellNothing) {
  std::map<std::string, std::string> purposes;
  for (const auto& name : EverySolution()) {
    const auto solution = ReadSolution(name);
    for (const auto& pipeline : solution.pipelines()) {
      if (pipeline.purpose() == crm::v1::Pipeline::PURPOSE_UNSPECIFIED) continue;
      purposes[name + "/" + pipeline.key()] = crm::v1::Pipeline::Purpose_Name(pipeline.purpose());
    }
  }
  EXPECT_THAT(purposes, UnorderedElementsAre(
                            Pair("wholesale/claims", "PURPOSE_CLAIMS"), Pair("dealers/todo", "PURPOSE_ERRANDS"),
                            Pair("school/warming_up", "PURPOSE_WARMING"), Pair("osiris/leads", "PURPOSE_LEADS")));
}

std::vector<std::string> LinesOf(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  std::istringstream text(process::ReadFile(file));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

// What stands between ```textproto and ```.
std::vector<std::string> Quoted(const std::vector<std::string>& lines) {
  std::vector<std::string> quoted;
  bool is_quoted = false;
  for (const auto& line : lines) {
    if (line.starts_with("```")) {
      is_quoted = line == "```textproto";
    } else if (is_quoted) {
      quoted.push_back(line);
    }
  }
  return quoted;
}

TEST(TheReadme, ExplainsEveryLineOfTheExample) {
  const std::filesystem::path folder = VORONKA_SOLUTIONS;
  auto example = LinesOf(folder / "small.textproto");
  std::erase_if(example, [](const auto& line) { return line.empty() || line.starts_with("# A workshop"); });
  EXPECT_EQ(Quoted(LinesOf(folder / "README.md")), example);
}

}  // namespace
}  // namespace voronka::testing

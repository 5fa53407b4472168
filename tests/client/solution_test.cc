#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "client/command_line/run.h"
#include "client/command_line/session_file.h"
#include "foundation/process/clock.h"
#include "tests/client/test_server.h"
#include "voronka/crm/v1/configuration.grpc.pb.h"

namespace voronka::command_line {
namespace {

namespace fs = std::filesystem;
using namespace crm::v1;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

struct FakeConfigurations final : ConfigurationService::Service {
  grpc::Status PlanConfiguration(grpc::ServerContext*, const PlanConfigurationRequest* request,
                                 ConfigurationPlan* response) override {
    planned.push_back(*request);
    *response = plan;
    return grpc::Status::OK;
  }
  grpc::Status ApplyConfiguration(grpc::ServerContext*, const ApplyConfigurationRequest* request,
                                  ConfigurationPlan* response) override {
    applied.push_back(*request);
    response->set_version(plan.version() + 1);
    return grpc::Status::OK;
  }
  grpc::Status GetConfiguration(grpc::ServerContext*, const GetConfigurationRequest* request,
                                GetConfigurationResponse* response) override {
    response->set_file(request->has_version() ? "# as it was\n" : "# as it is\n");
    return grpc::Status::OK;
  }

  grpc::Status ListSolutions(grpc::ServerContext*, const ListSolutionsRequest*,
                             ListSolutionsResponse* response) override {
    *response = solutions;
    return grpc::Status::OK;
  }

  ConfigurationPlan plan;
  ListSolutionsResponse solutions;
  std::vector<PlanConfigurationRequest> planned;
  std::vector<ApplyConfigurationRequest> applied;
};

class SolutionCommand : public testing::Test {
 protected:
  SolutionCommand() {
    fs::create_directories(folder_);
    setenv("XDG_STATE_HOME", folder_.c_str(), 1);
    options_.endpoints = server_.endpoints();
    LoginResponse tokens;
    tokens.set_access_token("access");
    tokens.mutable_access_expire_time()->set_seconds(process::SystemClock().NowMicros() / 1'000'000 + 900);
    SessionFile(StateDirectory(), options_.profile).Save(tokens);
    configurations_.plan.set_version(4);
  }
  ~SolutionCommand() override { fs::remove_all(folder_); }

  ExitStatus Do(std::vector<std::string> words) {
    words.insert(words.begin(), "solution");
    options_.words = std::move(words);
    return command_line::Run(options_, {.out = out_, .err = err_});
  }

  std::string File(const std::string& text) {
    const auto file = folder_ / "company.textproto";
    std::ofstream(file) << text;
    return file;
  }

  void PlanARename() {
    auto& difference = *configurations_.plan.add_differences();
    difference.set_kind(ConfigurationDifference::KIND_CHANGED);
    difference.set_path("pipelines[\"sales\"].name");
    difference.add_names("Опт");
    difference.set_before("Продажи");
    difference.set_after("Опт");
  }

  const fs::path folder_ = fs::path(testing::TempDir()) / "voronka-solution";
  FakeConfigurations configurations_;
  client::TestServer server_{&configurations_};
  Options options_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(SolutionCommand, PlansASolutionByItsKeyAndAFileByItsPath) {
  EXPECT_EQ(Do({"plan", "trade_b24"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(Do({"plan", File("forms { }")}), ExitStatus::kDone) << err_.str();
  ASSERT_EQ(configurations_.planned.size(), 2);
  EXPECT_EQ(configurations_.planned[0].solution(), "trade_b24");
  EXPECT_EQ(configurations_.planned[1].file(), "forms { }");
  EXPECT_THAT(out_.str(), HasSubstr("Nothing to change."));
}

TEST_F(SolutionCommand, AppliesWhatWasPlanned) {
  PlanARename();
  options_.comment = "Осень";
  EXPECT_EQ(Do({"apply", "small"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(out_.str(), "  ~ pipelines[\"sales\"].name  (Опт)\n      - Продажи\n      + Опт\n");
  ASSERT_EQ(configurations_.applied.size(), 1);
  EXPECT_EQ(configurations_.applied[0].etag(), 4);
  EXPECT_EQ(configurations_.applied[0].comment(), "Осень");
  EXPECT_THAT(err_.str(), HasSubstr("Applied as version 5."));
}

TEST_F(SolutionCommand, AppliesNothingWhereNothingDiffers) {
  EXPECT_EQ(Do({"apply", "small"}), ExitStatus::kDone) << err_.str();
  EXPECT_THAT(configurations_.applied, IsEmpty());
}

TEST_F(SolutionCommand, TellsProblemsByLineAndAppliesNothing) {
  PlanARename();
  auto& problem = *configurations_.plan.add_problems();
  problem.set_line(9);
  problem.set_column(3);
  problem.set_path("pipelines[0].key");
  problem.set_reason("DUPLICATE_KEY");
  problem.set_text("Ключ повторяется.");
  const auto file = File("pipelines { }");
  EXPECT_EQ(Do({"apply", file}), ExitStatus::kFailed);
  EXPECT_THAT(out_.str(), HasSubstr(file + ":9:3: pipelines[0].key: Ключ повторяется. (DUPLICATE_KEY)\n"));
  EXPECT_THAT(configurations_.applied, IsEmpty());
}

TEST_F(SolutionCommand, ReturnsToAVersion) {
  PlanARename();
  EXPECT_EQ(Do({"rollback", "2"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(configurations_.planned.at(0).restored_version(), 2);
  EXPECT_EQ(configurations_.applied.at(0).restored_version(), 2);
}

TEST_F(SolutionCommand, ExportsTheFile) {
  EXPECT_EQ(Do({"export"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(Do({"export", "3"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(out_.str(), "# as it is\n# as it was\n");
}

TEST_F(SolutionCommand, RefusesMistakes) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {}, {"install"}, {"plan"}, {"plan", "a", "b"}, {"rollback", "two"}, {"plan", "nowhere/file"}}) {
    EXPECT_EQ(Do(words), ExitStatus::kWrongUsage) << testing::PrintToString(words);
  }
  EXPECT_THAT(configurations_.planned, IsEmpty());
}

}  // namespace
}  // namespace voronka::command_line

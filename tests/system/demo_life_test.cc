#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "demo/account/known_solutions.h"
#include "demo/life/invented_person.h"
#include "demo/people/demo_account.h"
#include "tests/support/demo.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::testing {
namespace {

using ::testing::EndsWith;
using ::testing::IsEmpty;

// One system for all of them: each solution has an account of its own.
class DemoLife : public ::testing::TestWithParam<std::string> {
 protected:
  static void SetUpTestSuite() { system_ = std::make_unique<System>(); }
  static void TearDownTestSuite() { system_.reset(); }

  std::unique_ptr<client::Client> Anna() const {
    const std::string login = demo::DemoAccount(GetParam()).LoginOf(demo::kManagers[0]);
    return system_->User(login, std::string(demo::kPassword));
  }

  // `sales/new`, of every stage in which there is no deal.
  static std::vector<std::string> EmptyStages(client::Client& reader) {
    std::vector<std::string> empty;
    const auto all = reader.Call<crm::v1::ListPipelinesResponse>(crm::v1::ListPipelinesRequest());
    for (const auto& pipeline : all.pipelines()) {
      auto deals = DealsIn(reader, pipeline.key());
      for (const auto& stage : pipeline.stages()) {
        if (deals[stage.key()] == 0) empty.push_back(pipeline.key() + "/" + stage.key());
      }
    }
    return empty;
  }

  static std::map<std::string, int64_t> DealsIn(client::Client& reader, const std::string& pipeline) {
    crm::v1::ListStageTotalsRequest request;
    request.set_pipeline(pipeline);
    std::map<std::string, int64_t> deals;
    const auto answer = reader.Call<crm::v1::ListStageTotalsResponse>(request);
    for (const auto& total : answer.totals()) deals[total.stage()] += total.deals();
    return deals;
  }

  static std::unique_ptr<System> system_;
};

std::unique_ptr<System> DemoLife::system_;

TEST_P(DemoLife, IsInEveryStageAndTheStoryPlays) {
  Demo demo(*system_);
  ASSERT_EQ(demo.MakeAccount(GetParam()), 0) << demo.Output();
  const auto anna = Anna();
  // As if it had been broken off before.
  crm::v1::CreateContactRequest first_client;
  first_client.mutable_contact()->add_phones(demo::InventedPhone(0));
  anna->Call<crm::v1::Contact>(first_client);
  const std::vector<std::string> life = {"life", "--solution", GetParam(), "--seed", "7", "--deals", "1"};
  ASSERT_EQ(demo.Run(life), 0) << demo.Output();
  EXPECT_THAT(EmptyStages(*anna), IsEmpty());
  EXPECT_EQ(demo.Run(life), 0) << demo.Output();
  EXPECT_THAT(demo.Output(), EndsWith("уже есть жизнь\n"));
  EXPECT_EQ(demo.Run({"story", "--solution", GetParam()}), 0) << demo.Output();
}

INSTANTIATE_TEST_SUITE_P(Solutions, DemoLife, ::testing::ValuesIn(demo::KnownSolutions()),
                         [](const auto& solution) { return solution.param; });

}  // namespace
}  // namespace voronka::testing

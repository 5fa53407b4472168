#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>

#include "tests/crm_service/configuration/configuration_test.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class QueuesInFiles : public ConfigurationTest {
 protected:
  std::vector<Queue> Queues() {
    const auto listed = olga().Call<ListQueuesResponse>(ListQueuesRequest());
    return {listed.queues().begin(), listed.queues().end()};
  }
  static std::string QueueText(const std::string& more = "") {
    return "queues { pipeline: \"sales\" stage: \"new\" take_within { seconds: 60 } " + more + "}\n";
  }
};

TEST_F(QueuesInFiles, AreMadeWithTheUsualPeople) {
  const auto plan = Apply(olga(), ApplyingFile(QueueText()));
  EXPECT_THAT(Paths(plan), ElementsAre("+ queues[\"sales/new\"]"));
  const auto queues = Queues();
  ASSERT_EQ(queues.size(), 1);
  EXPECT_THAT(queues[0].member_user_ids(), ElementsAre(office_.anna_id(), office_.boris_id()));
  EXPECT_THAT(queues[0].escalate_to_user_ids(), ElementsAre(office_.galina_id()));
  EXPECT_EQ(queues[0].take_within().seconds(), 60);
  EXPECT_THAT(Paths(Apply(olga(), ApplyingFile(QueueText()))), IsEmpty());
}

TEST_F(QueuesInFiles, NamePeopleByLogin) {
  Apply(olga(), ApplyingFile(QueueText("members: \"" + office_.boris_user.login() + "\"")));
  EXPECT_THAT(Queues().at(0).member_user_ids(), ElementsAre(office_.boris_id()));
  const auto plan = PlanOfFile(olga(), QueueText("members: \"nobody@nowhere\""));
  EXPECT_THAT(ProblemsOf(plan), ElementsAre("1 queues[0].members[0] UNKNOWN_USER"));
}

TEST_F(QueuesInFiles, AreExportedWithoutPeopleWhoStay) {
  Apply(olga(), ApplyingFile(QueueText("members: \"" + office_.boris_user.login() + "\"")));
  const auto file = Exported(olga()).file();
  EXPECT_THAT(file, HasSubstr("queues"));
  EXPECT_THAT(file, Not(HasSubstr(office_.boris_user.login())));
  EXPECT_THAT(Paths(PlanOfFile(olga(), file, true)), IsEmpty());
}

TEST_F(QueuesInFiles, MayLeaveOutTheFirstStage) {
  Apply(olga(), ApplyingFile("queues { pipeline: \"sales\" }\n"));
  EXPECT_EQ(Queues().at(0).stage(), "new");
  const auto twice =
      PlanOfFile(olga(), "queues { pipeline: \"sales\" }\nqueues { pipeline: \"sales\" stage: \"new\" }\n");
  EXPECT_THAT(ProblemsOf(twice), ElementsAre("2 queues[1].stage DUPLICATE_KEY"));
}

TEST_F(QueuesInFiles, NameOpenStages) {
  const auto plan = PlanOfFile(olga(),
                               "queues { pipeline: \"nowhere\" }\n"
                               "queues { pipeline: \"sales\" stage: \"gone\" }\n"
                               "queues { pipeline: \"sales\" stage: \"won\" }\n");
  EXPECT_THAT(ProblemsOf(plan), ElementsAre("1 queues[0].pipeline UNKNOWN_PIPELINE", "2 queues[1].stage UNKNOWN_STAGE",
                                            "3 queues[2].stage STAGE_NOT_OPEN"));
}

TEST_F(QueuesInFiles, StayUnlessOthersGo) {
  Apply(olga(), ApplyingFile(QueueText()));
  EXPECT_THAT(Paths(PlanOfFile(olga(), "queues { pipeline: \"sales\" stage: \"talks\" }\n")),
              ElementsAre("+ queues[\"sales/talks\"]"));
  Apply(olga(), ApplyingFile(PipelineText("b", "default_for_inquiries: true\n"), true));
  EXPECT_THAT(Queues(), IsEmpty());
}

TEST_F(QueuesInFiles, GoWithTheirStage) {
  Apply(olga(), ApplyingFile("queues { pipeline: \"sales\" stage: \"talks\" }\n"));
  Apply(olga(), ApplyingFile(PipelineText("sales", "default_for_inquiries: true\n")));
  EXPECT_THAT(Queues(), IsEmpty());
}

TEST_F(QueuesInFiles, ComeBackWithTheirPeopleWhenAVersionIsReturnedTo) {
  Apply(olga(), ApplyingFile(QueueText("members: \"" + office_.boris_user.login() + "\"")));
  const auto version = Exported(olga()).version();
  DeleteQueueRequest request;
  request.set_queue_id(Queues().at(0).id());
  olga().Call<google::protobuf::Empty>(request);
  Apply(olga(), RollingBackTo(version));
  ASSERT_EQ(Queues().size(), 1);
  EXPECT_THAT(Queues()[0].member_user_ids(), ElementsAre(office_.boris_id()));
  Apply(olga(), RollingBackTo(version - 1));
  EXPECT_THAT(Queues(), IsEmpty());
}

TEST_F(QueuesInFiles, TellInAVersionWhoseTurnsWereChanged) {
  Apply(olga(), ApplyingFile(QueueText()));
  UpdateQueueRequest request;
  request.set_queue_id(Queues().at(0).id());
  *request.mutable_queue() = Queues()[0];
  request.mutable_queue()->clear_member_user_ids();
  request.mutable_queue()->add_member_user_ids(office_.anna_id());
  olga().Call<Queue>(request);
  const auto version = olga().Call<GetConfigurationVersionResponse>(GetConfigurationVersionRequest());
  ASSERT_EQ(version.differences_size(), 1);
  EXPECT_EQ(version.differences(0).path(), "queues[\"sales/new\"].members");
  EXPECT_THAT(version.differences(0).before(), HasSubstr(office_.boris_user.login()));
  EXPECT_THAT(version.differences(0).after(), Not(HasSubstr(office_.boris_user.login())));
}

// With nobody but its admin, who gets what comes until there are managers.
TEST(AQueueOfASolution, DistributesInAnAccountWithoutManagers) {
  auto created = Crm().NewAccount();
  auto admin = Crm().User(created.admin().login());
  Apply(admin, ApplyingSolution("small"));
  const auto listed = admin.Call<ListQueuesResponse>(ListQueuesRequest());
  ASSERT_EQ(listed.queues_size(), 1);
  EXPECT_THAT(listed.queues(0).member_user_ids(), ElementsAre(created.admin().id()));
  EXPECT_THAT(listed.queues(0).escalate_to_user_ids(), ElementsAre(created.admin().id()));
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"
#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct QueuesOfAnOffice : Office, ::testing::Test {
  CreateQueueRequest NewQueueOn(const std::string& stage) const {
    CreateQueueRequest request;
    auto& queue = *request.mutable_queue();
    queue.set_pipeline("sales");
    queue.set_stage(stage);
    queue.add_member_user_ids(boris_id());
    queue.add_escalate_to_user_ids(galina_id());
    return request;
  }
  Queue MakeQueue(const std::string& stage = "new") { return galina.Call<Queue>(NewQueueOn(stage)); }
  std::vector<std::string> Stages() {
    std::vector<std::string> stages;
    const auto listed = anna.Call<ListQueuesResponse>(ListQueuesRequest());
    for (const auto& queue : listed.queues()) stages.push_back(queue.stage());
    return stages;
  }
  static UpdateQueueRequest UpdatingQueue(const Queue& queue) {
    UpdateQueueRequest request;
    request.set_queue_id(queue.id());
    *request.mutable_queue() = queue;
    return request;
  }
  static DeleteQueueRequest Deleting(const Queue& queue) {
    DeleteQueueRequest request;
    request.set_queue_id(queue.id());
    return request;
  }
  int64_t Version() { return olga.Call<GetConfigurationResponse>(GetConfigurationRequest()).version(); }
};

TEST_F(QueuesOfAnOffice, AreMadeByTheHeadOfSales) {
  const auto queue = MakeQueue();
  EXPECT_EQ(queue.take_within().seconds(), 300);
  EXPECT_EQ(queue.etag(), 1);
  EXPECT_THAT(Stages(), ElementsAre("new"));
  EXPECT_EQ(FailureOf(anna, NewQueueOn("talks")).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST_F(QueuesOfAnOffice, AreToldByAnEvent) {
  const auto queue = MakeQueue();
  EXPECT_EQ(LastChange<Queue>().kind, ResourceChange::KIND_CREATED);
  galina.Call<google::protobuf::Empty>(Deleting(queue));
  EXPECT_EQ(LastChange<Queue>().kind, ResourceChange::KIND_DELETED);
  EXPECT_EQ(LastChange<Queue>().after.id(), queue.id());
}

TEST_F(QueuesOfAnOffice, AreOneAStage) {
  MakeQueue();
  EXPECT_EQ(FailureOf(galina, NewQueueOn("new")).reason(), "QUEUE_EXISTS");
}

TEST_F(QueuesOfAnOffice, AreOneAStageInARaceToo) {
  const auto reasons =
      Race({[&] { galina.Call<Queue>(NewQueueOn("new")); }, [&] { olga.Call<Queue>(NewQueueOn("new")); }});
  EXPECT_THAT(reasons, UnorderedElementsAre("", "QUEUE_EXISTS"));
}

TEST_F(QueuesOfAnOffice, AreNeverOnAStageThatGoesMeanwhile) {
  auto sales = olga.Call<Pipeline>(GettingPipeline("sales"));
  sales.mutable_stages()->DeleteSubrange(2, 1);
  const auto reasons =
      Race({[&] { galina.Call<Queue>(NewQueueOn("talks")); }, [&] { olga.Call<Pipeline>(Updating(sales)); }});
  EXPECT_THAT(reasons[0], AnyOf("", "UNKNOWN_STAGE"));
  EXPECT_EQ(reasons[1], "");
  EXPECT_THAT(Stages(), IsEmpty());
}

TEST_F(QueuesOfAnOffice, MakeAVersionOfTheConfigurationWhenTheyChange) {
  const auto version = Version();
  auto queue = MakeQueue();
  EXPECT_EQ(Version(), version + 1);
  queue = galina.Call<Queue>(UpdatingQueue(queue));
  EXPECT_EQ(Version(), version + 1) << "nothing has changed";
  queue.set_paused(true);
  EXPECT_EQ(galina.Call<Queue>(UpdatingQueue(queue)).etag(), 2);
  EXPECT_EQ(Version(), version + 2);
  galina.Call<google::protobuf::Empty>(Deleting(queue));
  EXPECT_EQ(Version(), version + 3);
}

TEST_F(QueuesOfAnOffice, AreNotChangedByWhoeverHasSeenAnOlderState) {
  auto queue = MakeQueue();
  auto request = UpdatingQueue(queue);
  request.mutable_queue()->set_paused(true);
  request.set_etag(queue.etag());
  galina.Call<Queue>(request);
  request.mutable_queue()->set_paused(false);
  EXPECT_EQ(FailureOf(galina, request).reason(), "STALE_ETAG");
  auto deleting = Deleting(queue);
  deleting.set_etag(queue.etag());
  EXPECT_EQ(FailureOf(galina, deleting).reason(), "STALE_ETAG");
}

TEST_F(QueuesOfAnOffice, GoWithTheirStage) {
  MakeQueue("talks");
  MakeQueue("new");
  auto sales = olga.Call<Pipeline>(GettingPipeline("sales"));
  sales.mutable_stages()->DeleteSubrange(2, 1);
  olga.Call<Pipeline>(Updating(sales));
  EXPECT_THAT(Stages(), ElementsAre("new"));
}

TEST_F(QueuesOfAnOffice, GoWithTheirPipeline) {
  auto request = NewQueueOn("new");
  request.mutable_queue()->set_pipeline("repeat");
  galina.Call<Queue>(request);
  auto sales = olga.Call<Pipeline>(GettingPipeline("sales"));
  sales.clear_repeat_pipeline();
  olga.Call<Pipeline>(Updating(sales));
  ArchivePipelineRequest archive;
  archive.set_pipeline("repeat");
  olga.Call<Pipeline>(archive);
  EXPECT_THAT(Stages(), IsEmpty());
}

struct ImportedQueues : QueuesOfAnOffice {
  ImportQueuesRequest Keeping(int64_t id, const std::string& stage) const {
    ImportQueuesRequest request;
    auto& kept = *request.add_queues();
    kept.set_id(id);
    kept.set_pipeline("sales");
    kept.set_stage(stage);
    kept.add_member_user_ids(boris_id());
    kept.add_escalate_to_user_ids(galina_id());
    kept.mutable_take_within()->set_seconds(60);
    kept.set_etag(4);
    return request;
  }
  std::vector<int64_t> Import(const ImportQueuesRequest& request) {
    std::vector<int64_t> ids;
    const auto response = distribution.Call<ImportQueuesResponse>(request);
    for (const auto& queue : response.queues()) ids.push_back(queue.id());
    return ids;
  }
};

TEST_F(ImportedQueues, KeepWhatTheyWereAndMakeNoVersion) {
  const auto version = Version();
  EXPECT_THAT(Import(Keeping(77, "new")), ElementsAre(77));
  EXPECT_THAT(Import(Keeping(77, "new")), ElementsAre(77)) << "once more changes nothing";
  EXPECT_EQ(Version(), version);
  const auto queue = anna.Call<ListQueuesResponse>(ListQueuesRequest()).queues(0);
  EXPECT_EQ(queue.etag(), 4);
  EXPECT_EQ(queue.take_within().seconds(), 60);
}

TEST_F(ImportedQueues, DoNotComeBackOnceTheyAreDeleted) {
  Import(Keeping(77, "new"));
  galina.Call<google::protobuf::Empty>(Deleting(anna.Call<ListQueuesResponse>(ListQueuesRequest()).queues(0)));
  EXPECT_THAT(Import(Keeping(77, "new")), IsEmpty());
  EXPECT_THAT(Stages(), IsEmpty());
}

TEST_F(ImportedQueues, ArePassedOverWhereThereIsNoPlaceForThem) {
  MakeQueue("new");
  EXPECT_THAT(Import(Keeping(77, "new")), IsEmpty());
  EXPECT_THAT(Import(Keeping(78, "gone")), IsEmpty());
  EXPECT_THAT(Import(Keeping(79, "won")), IsEmpty());
}

TEST_F(ImportedQueues, ComeFromDistributionOnly) {
  EXPECT_EQ(FailureOf(olga, Keeping(77, "new")).code(), grpc::StatusCode::PERMISSION_DENIED);
}

}  // namespace
}  // namespace voronka::testing

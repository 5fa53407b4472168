#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/remark.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct OfficeWithRemarks : Office {
  CreateRemarkRequest About(const std::string& stage, const std::string& field = "") const {
    CreateRemarkRequest request;
    auto& remark = *request.mutable_remark();
    if (!stage.empty()) remark.set_pipeline("sales");
    remark.set_stage(stage);
    remark.set_field(field);
    remark.set_text("Здесь просят лишнее");
    return request;
  }
  AnswerRemarkRequest Answering(int64_t remark_id, int64_t version = 0) const {
    AnswerRemarkRequest request;
    request.set_remark_id(remark_id);
    request.set_answer("Убрали");
    request.set_version(version);
    return request;
  }
  std::vector<int64_t> Listed(Remark::State state = Remark::STATE_UNSPECIFIED, int64_t version = 0) {
    ListRemarksRequest request;
    request.set_state(state);
    request.set_answer_version(version);
    std::vector<int64_t> ids;
    const auto response = anna.Call<ListRemarksResponse>(request);
    for (const auto& remark : response.remarks()) ids.push_back(remark.id());
    return ids;
  }
  // A change of the configuration by hand.
  void RenamePipeline() {
    GetPipelineRequest get;
    get.set_pipeline("sales");
    UpdatePipelineRequest update;
    *update.mutable_pipeline() = olga.Call<Pipeline>(get);
    update.mutable_pipeline()->set_name("Продажи без лишнего");
    olga.Call<Pipeline>(update);
  }
};

TEST(Remarks, AreMadeByWhoeverWorksByTheConfiguration) {
  OfficeWithRemarks office;
  const auto made = office.anna.Call<Remark>(office.About("new"));
  EXPECT_EQ(made.state(), Remark::STATE_OPEN);
  EXPECT_EQ(made.author_user_id(), office.anna_id());
  EXPECT_EQ(made.answer(), "");
  EXPECT_THAT(office.Listed(), ElementsAre(made.id()));
}

TEST(Remarks, KeepNothingThatTheSystemSays) {
  OfficeWithRemarks office;
  auto request = office.About("new");
  request.mutable_remark()->set_state(Remark::STATE_ANSWERED);
  request.mutable_remark()->set_answer("Сам себе ответил");
  const auto made = office.anna.Call<Remark>(request);
  EXPECT_EQ(made.state(), Remark::STATE_OPEN);
  EXPECT_EQ(made.answer(), "");
}

TEST(Remarks, AreAboutSomethingThatExists) {
  OfficeWithRemarks office;
  EXPECT_EQ(FailureOf(office.anna, office.About("")).reason(), "REQUIRED");
  EXPECT_EQ(FailureOf(office.anna, office.About("nowhere")).reason(), "UNKNOWN_STAGE");
  EXPECT_EQ(FailureOf(office.anna, office.About("", "deal.nothing")).reason(), "UNKNOWN_FIELD");
  auto request = office.About("new");
  request.mutable_remark()->set_pipeline("no_such");
  request.mutable_remark()->set_deal_id(999);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre("UNKNOWN_PIPELINE at remark.pipeline", "UNKNOWN_DEAL at remark.deal_id"));
  EXPECT_THAT(office.Listed(), IsEmpty());
}

TEST(Remarks, AreAnsweredOnceByAdmins) {
  OfficeWithRemarks office;
  const auto made = office.anna.Call<Remark>(office.About("new", "deal.amount"));
  EXPECT_EQ(FailureOf(office.galina, office.Answering(made.id())).code(), grpc::StatusCode::PERMISSION_DENIED);
  const auto answered = office.olga.Call<Remark>(office.Answering(made.id()));
  EXPECT_EQ(answered.state(), Remark::STATE_ANSWERED);
  EXPECT_EQ(answered.answer_user_id(), office.olga_id());
  EXPECT_TRUE(answered.has_answer_time());
  EXPECT_EQ(FailureOf(office.olga, office.Answering(made.id())).reason(), "REMARK_ANSWERED");
  EXPECT_THAT(office.Listed(Remark::STATE_OPEN), IsEmpty());
  EXPECT_THAT(office.Listed(Remark::STATE_ANSWERED), ElementsAre(made.id()));
}

TEST(Remarks, AreFoundByWhoMadeThem) {
  OfficeWithRemarks office;
  const auto first = office.anna.Call<Remark>(office.About("new"));
  office.olga.Call<Remark>(office.About("new"));
  const auto last = office.anna.Call<Remark>(office.About("new", "deal.amount"));
  office.olga.Call<Remark>(office.Answering(first.id()));
  ListRemarksRequest own;
  own.set_author_user_id(office.anna_id());
  const auto listed = office.anna.Call<ListRemarksResponse>(own);
  ASSERT_EQ(listed.remarks_size(), 2);
  EXPECT_EQ(listed.remarks(0).id(), last.id());
  EXPECT_EQ(listed.remarks(1).answer(), "Убрали");
}

TEST(Remarks, SayWhichVersionAnswersThem) {
  OfficeWithRemarks office;
  const auto made = office.anna.Call<Remark>(office.About("new"));
  office.RenamePipeline();
  ListConfigurationVersionsRequest list;
  const auto version = office.olga.Call<ListConfigurationVersionsResponse>(list).versions(0).version();
  EXPECT_EQ(FailureOf(office.olga, office.Answering(made.id(), version + 1)).reason(), "UNKNOWN_VERSION");
  office.olga.Call<Remark>(office.Answering(made.id(), version));
  EXPECT_THAT(office.Listed(Remark::STATE_UNSPECIFIED, version), ElementsAre(made.id()));
  EXPECT_THAT(office.Listed(Remark::STATE_UNSPECIFIED, version + 1), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing

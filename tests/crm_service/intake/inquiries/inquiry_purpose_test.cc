// Inquiries and what pipelines are for.
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

constexpr const char* kPhoneOfPetr = "+79161234567";

// It also has `claims`, `errands` and `warming`, which the purposes are named after.
struct OfficeForAll : Office {
  OfficeForAll() {
    Add("claims", Pipeline::PURPOSE_CLAIMS);
    Add("errands", Pipeline::PURPOSE_ERRANDS);
    Add("warming", Pipeline::PURPOSE_WARMING);
  }

  void Add(const std::string& key, Pipeline::Purpose purpose) {
    auto pipeline = RepeatPipeline();
    pipeline.set_key(key);
    pipeline.set_name(key);
    pipeline.set_purpose(purpose);
    olga.Call<Pipeline>(Creating(pipeline));
  }
  // Of Пётр, to a pipeline or, if that is empty, to none by name.
  Inquiry Write(const std::string& pipeline = "") {
    auto request = Asking(kPhoneOfPetr);
    request.set_pipeline(pipeline);
    return intake.Call<Inquiry>(request);
  }
  std::string PipelineOf(const Inquiry& inquiry) { return Find(inquiry.deal_id()).pipeline(); }
  // Of whoever wrote the inquiry, with Анна.
  Deal MakeDeal(const Inquiry& inquiry, const std::string& pipeline) {
    CreateDealRequest request;
    request.mutable_deal()->set_pipeline(pipeline);
    request.mutable_deal()->set_contact_id(inquiry.contact_id());
    return anna.Call<Deal>(request);
  }
  void End(int64_t deal_id, const std::string& stage) {
    auto request = Moving(deal_id, stage);
    if (stage == "lost") request.set_loss_reason("price");
    galina.Call<Deal>(request);
  }
  void SetPurpose(const std::string& key, Pipeline::Purpose purpose) {
    auto pipeline = olga.Call<Pipeline>(GettingPipeline(key));
    pipeline.set_purpose(purpose);
    olga.Call<Pipeline>(Updating(pipeline));
  }
};

TEST(InquiryPurpose, OfErrandsAndWarmingIsNone) {
  for (const char* named : {"errands", "warming"}) {
    OfficeForAll office;
    EXPECT_EQ(office.PipelineOf(office.Write(named)), "sales") << named;
  }
}

TEST(InquiryPurpose, IsAClaimWhereItIsNamed) {
  OfficeForAll office;
  EXPECT_EQ(office.PipelineOf(office.Write("claims")), "claims");
}

TEST(InquiryPurpose, IsNotTakenInByADealForSomethingElse) {
  for (const char* other : {"claims", "errands", "warming"}) {
    OfficeForAll office;
    const auto first = office.Write();
    office.End(first.deal_id(), "lost");
    const auto deal = office.MakeDeal(first, other);
    const auto again = office.Write();
    EXPECT_EQ(again.outcome(), Inquiry::OUTCOME_KNOWN_CLIENT) << other;
    EXPECT_EQ(office.PipelineOf(again), "sales") << other;
    EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
  }
}

TEST(InquiryPurpose, OfAClaimIsNotTakenInByASale) {
  OfficeForAll office;
  const auto sale = office.Write();
  const auto claim = office.Write("claims");
  EXPECT_NE(claim.deal_id(), sale.deal_id());
  EXPECT_EQ(office.PipelineOf(claim), "claims");
  EXPECT_EQ(office.Write("claims").deal_id(), claim.deal_id());
  EXPECT_EQ(office.Write().deal_id(), sale.deal_id());
}

// It is the default's, and joins a deal there.
TEST(InquiryPurpose, ThatIsNoneJoinsASale) {
  OfficeForAll office;
  const auto sale = office.Write();
  EXPECT_EQ(office.Write("warming").deal_id(), sale.deal_id());
}

TEST(InquiryPurpose, CountsAsBoughtWhatWasWonInSales) {
  OfficeForAll office;
  const auto first = office.Write();
  office.End(first.deal_id(), "lost");
  for (const char* other : {"claims", "errands", "warming"}) office.End(office.MakeDeal(first, other).id(), "won");
  const auto again = office.Write();
  EXPECT_EQ(office.PipelineOf(again), "sales");
  EXPECT_EQ(office.Find(again.deal_id()).client_manager_user_id(), 0);
  office.End(again.deal_id(), "won");
  EXPECT_EQ(office.PipelineOf(office.Write()), "repeat");
}

TEST(InquiryPurpose, OfAClientsManagerIsSales) {
  OfficeForAll office;
  const auto first = office.Write();
  office.End(first.deal_id(), "lost");
  office.End(office.MakeDeal(first, "errands").id(), "won");
  EXPECT_EQ(office.MakeDeal(first, "sales").client_manager_user_id(), 0);
}

// Whoever names the pipeline has not heard yet.
TEST(InquiryPurpose, ChangesWithThatOfThePipeline) {
  OfficeForAll office;
  const auto claim = office.Write("claims");
  office.SetPurpose("claims", Pipeline::PURPOSE_ERRANDS);
  const auto again = office.Write("claims");
  EXPECT_NE(again.deal_id(), claim.deal_id());
  EXPECT_EQ(office.PipelineOf(again), "sales");
}

}  // namespace
}  // namespace voronka::testing

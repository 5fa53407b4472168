#include "crm_service/sales/pipelines/purposes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/sales/pipelines/pipelines.h"
#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const Pipeline::Purpose kOthersThanSales[] = {Pipeline::PURPOSE_CLAIMS, Pipeline::PURPOSE_ERRANDS,
                                              Pipeline::PURPOSE_WARMING};

Pipeline For(Pipeline::Purpose purpose, const std::string& key = "other") {
  auto pipeline = RepeatPipeline();
  pipeline.set_key(key);
  pipeline.set_purpose(purpose);
  return pipeline;
}

// Its key, or nothing.
std::string TakesInquiriesAmong(const std::vector<Pipeline>& all) {
  const auto* found = crm::ForInquiriesAmong(all);
  return found == nullptr ? "" : found->key();
}

TEST(Purpose, IsSalesUnlessSaid) {
  EXPECT_EQ(crm::PurposeOf(SalesPipeline()), Pipeline::PURPOSE_SALES);
  EXPECT_TRUE(crm::IsForSales(SalesPipeline()));
}

TEST(Purpose, LetsInquiriesComeToSalesAndClaimsAlone) {
  EXPECT_TRUE(crm::TakesInquiries(For(Pipeline::PURPOSE_UNSPECIFIED)));
  EXPECT_TRUE(crm::TakesInquiries(For(Pipeline::PURPOSE_SALES)));
  EXPECT_TRUE(crm::TakesInquiries(For(Pipeline::PURPOSE_CLAIMS)));
  EXPECT_FALSE(crm::TakesInquiries(For(Pipeline::PURPOSE_ERRANDS)));
  EXPECT_FALSE(crm::TakesInquiries(For(Pipeline::PURPOSE_WARMING)));
}

TEST(Purpose, OfLeadsTakesInquiriesAndMayBeTheDefault) {
  auto leads = For(Pipeline::PURPOSE_LEADS, "leads");
  leads.set_default_for_inquiries(true);
  EXPECT_TRUE(crm::TakesInquiries(leads));
  rpc::Violations violations;
  crm::CheckPurpose(leads, {leads}, violations);
  EXPECT_TRUE(violations.empty());
}

TEST(Purpose, SaysWhereInquiriesGoWithoutADefault) {
  const auto sales = For(Pipeline::PURPOSE_SALES, "sales");
  const auto claims = For(Pipeline::PURPOSE_CLAIMS, "claims");
  const auto warming = For(Pipeline::PURPOSE_WARMING, "warming");
  auto archived = sales;
  *archived.mutable_archive_time() = Instant(1);
  EXPECT_EQ(TakesInquiriesAmong({warming, claims, sales}), "sales");
  EXPECT_EQ(TakesInquiriesAmong({warming, claims}), "claims");
  EXPECT_EQ(TakesInquiriesAmong({archived, warming, claims}), "claims");
  // An inquiry that nobody expects is better than one that is lost.
  EXPECT_EQ(TakesInquiriesAmong({archived, warming}), "warming");
  EXPECT_EQ(TakesInquiriesAmong({archived}), "");
}

TEST(Purpose, OfTheDefaultForInquiriesIsSales) {
  Office office;
  for (const auto purpose : kOthersThanSales) {
    auto pipeline = For(purpose);
    pipeline.set_default_for_inquiries(true);
    EXPECT_THAT(ViolationsOf(office.olga, Creating(pipeline)), ElementsAre("NOT_FOR_INQUIRIES at pipeline.purpose"));
  }
  auto sales = For(Pipeline::PURPOSE_SALES);
  sales.set_default_for_inquiries(true);
  EXPECT_TRUE(office.olga.Call<Pipeline>(Creating(sales)).default_for_inquiries());
}

TEST(Purpose, OfARepeatPipelineIsSales) {
  Office office;
  office.olga.Call<Pipeline>(Creating(For(Pipeline::PURPOSE_CLAIMS, "claims")));
  auto sales = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  sales.set_repeat_pipeline("claims");
  EXPECT_THAT(ViolationsOf(office.olga, Updating(sales)), ElementsAre("NOT_FOR_INQUIRIES at pipeline.repeat_pipeline"));
}

TEST(Purpose, OfARepeatPipelineStaysSales) {
  Office office;
  for (const auto purpose : kOthersThanSales) {
    auto repeat = office.olga.Call<Pipeline>(GettingPipeline("repeat"));
    repeat.set_purpose(purpose);
    EXPECT_THAT(ViolationsOf(office.olga, Updating(repeat)), ElementsAre("NOT_FOR_INQUIRIES at pipeline.purpose"));
  }
}

TEST(Purpose, OfAPipelineWithAnotherForRepeatsIsSales) {
  Office office;
  auto claims = For(Pipeline::PURPOSE_CLAIMS, "claims");
  claims.set_repeat_pipeline("repeat");
  EXPECT_THAT(ViolationsOf(office.olga, Creating(claims)),
              ElementsAre("NOT_FOR_INQUIRIES at pipeline.repeat_pipeline"));
  // That is no other.
  claims.set_repeat_pipeline("claims");
  EXPECT_EQ(office.olga.Call<Pipeline>(Creating(claims)).purpose(), Pipeline::PURPOSE_CLAIMS);
}

TEST(Purpose, TellsEverythingThatIsWrongWithIt) {
  Office office;
  auto sales = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  sales.set_purpose(Pipeline::PURPOSE_WARMING);
  EXPECT_THAT(
      ViolationsOf(office.olga, Updating(sales)),
      UnorderedElementsAre("NOT_FOR_INQUIRIES at pipeline.purpose", "NOT_FOR_INQUIRIES at pipeline.repeat_pipeline"));
}

TEST(Purpose, MayChangeWhileThereAreDeals) {
  Office office;
  office.olga.Call<Pipeline>(Creating(For(Pipeline::PURPOSE_WARMING, "warming")));
  auto request = NewDeal();
  request.mutable_deal()->set_pipeline("warming");
  const auto deal = office.anna.Call<Deal>(request);
  auto warming = office.olga.Call<Pipeline>(GettingPipeline("warming"));
  warming.set_purpose(Pipeline::PURPOSE_SALES);
  EXPECT_EQ(office.olga.Call<Pipeline>(Updating(warming)).purpose(), Pipeline::PURPOSE_SALES);
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

// What an archived pipeline names needs to be for sales only when it comes back.
TEST(Purpose, IsCheckedWhenAPipelineComesBack) {
  Office office;
  auto old = LonePipeline();
  old.set_key("old");
  old.set_default_for_inquiries(false);
  old.set_repeat_pipeline("last");
  office.olga.Call<Pipeline>(Creating(For(Pipeline::PURPOSE_SALES, "last")));
  office.olga.Call<Pipeline>(Creating(old));
  ArchivePipelineRequest archive;
  archive.set_pipeline("old");
  office.olga.Call<Pipeline>(archive);
  auto last = office.olga.Call<Pipeline>(GettingPipeline("last"));
  last.set_purpose(Pipeline::PURPOSE_ERRANDS);
  office.olga.Call<Pipeline>(Updating(last));
  UnarchivePipelineRequest unarchive;
  unarchive.set_pipeline("old");
  EXPECT_EQ(FailureOf(office.olga, unarchive).reason(), "NOT_FOR_INQUIRIES");
  last = office.olga.Call<Pipeline>(GettingPipeline("last"));
  last.set_purpose(Pipeline::PURPOSE_SALES);
  office.olga.Call<Pipeline>(Updating(last));
  EXPECT_FALSE(office.olga.Call<Pipeline>(unarchive).has_archive_time());
}

TEST(Purpose, OfOrdinaryPipelinesIsFine) {
  rpc::Violations violations;
  crm::CheckPurpose(SalesPipeline(), {SalesPipeline(), RepeatPipeline()}, violations);
  crm::CheckPurpose(RepeatPipeline(), {SalesPipeline(), RepeatPipeline()}, violations);
  EXPECT_THAT(violations.all(), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing

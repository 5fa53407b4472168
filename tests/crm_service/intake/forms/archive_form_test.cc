#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

const std::vector<std::pair<std::string, std::string>> kFilled = {{"name", "Пётр"}, {"phone", "+79161112233"}};

CreateFormRequest NewFormInto(const std::string& pipeline) {
  auto request = NewForm();
  request.mutable_form()->set_pipeline(pipeline);
  return request;
}

struct ArchiveForm : ::testing::Test {
  static ArchiveFormRequest Archiving(const Form& form) {
    ArchiveFormRequest request;
    request.set_form_id(form.id());
    return request;
  }
  static void Archive(Site& site) { site.olga.Call<Form>(Archiving(site.form)); }
  static Form Unarchive(Site& site) {
    UnarchiveFormRequest request;
    request.set_form_id(site.form.id());
    return site.olga.Call<Form>(request);
  }
  static std::vector<int64_t> Listed(Site& site, bool show_archived = false) {
    ListFormsRequest request;
    request.set_show_archived(show_archived);
    std::vector<int64_t> ids;
    const auto listed = site.olga.Call<ListFormsResponse>(request);
    for (const auto& form : listed.forms()) ids.push_back(form.id());
    return ids;
  }
  static void ArchivePipeline(Site& site, const std::string& pipeline) {
    ArchivePipelineRequest request;
    request.set_pipeline(pipeline);
    site.olga.Call<Pipeline>(request);
  }
};

TEST_F(ArchiveForm, HidesTheFormFromListsByDefault) {
  Site site;
  const auto other = site.olga.Call<Form>(NewForm());
  Archive(site);
  EXPECT_THAT(Listed(site), ElementsAre(other.id()));
  EXPECT_THAT(Listed(site, true), ElementsAre(site.form.id(), other.id()));
}

TEST_F(ArchiveForm, RefusesNewSubmissionsAndKeepsOldOnes) {
  Site site;
  const auto inquiry = site.Received(kFilled);
  Archive(site);
  EXPECT_EQ(site.RefusalOf(site.Filled(kFilled, "another")), "FORM_DISABLED");
  GetInquiryRequest get;
  get.set_inquiry_id(inquiry.id());
  EXPECT_EQ(site.olga.Call<Inquiry>(get).SerializeAsString(), inquiry.SerializeAsString());
}

TEST_F(ArchiveForm, WritesAnEventWithTheTime) {
  Site site;
  Archive(site);
  EXPECT_TRUE(site.LastChange<Form>().after.has_archive_time());
}

TEST_F(ArchiveForm, TakesEffectOnce) {
  Site site;
  Archive(site);
  const size_t events = site.Events().size();
  EXPECT_EQ(site.olga.Call<Form>(Archiving(site.form)).etag(), 2);
  EXPECT_EQ(site.Events().size(), events);
}

TEST_F(ArchiveForm, RefusesAStaleEtag) {
  Site site;
  auto request = Archiving(site.form);
  request.set_etag(7);
  EXPECT_EQ(FailureOf(site.olga, request).reason(), "STALE_ETAG");
}

TEST_F(ArchiveForm, IsUndoneWithThePreviousState) {
  Site site;
  Archive(site);
  const auto again = Unarchive(site);
  EXPECT_FALSE(again.has_archive_time());
  EXPECT_EQ(again.state(), Form::STATE_ACTIVE);
  EXPECT_NE(site.Received(kFilled).id(), 0);
}

TEST_F(ArchiveForm, SendsInquiriesToTheDefaultPipelineIfItsOwnIsArchived) {
  Site site(NewFormInto("repeat"));
  ArchivePipeline(site, "repeat");
  EXPECT_EQ(site.Find(site.Received(kFilled).deal_id()).pipeline(), "sales");
}

TEST_F(ArchiveForm, AllowsARenameEvenIfThePipelineIsArchived) {
  Site site(NewFormInto("repeat"));
  ArchivePipeline(site, "repeat");
  UpdateFormRequest request;
  request.set_form_id(site.form.id());
  request.mutable_form()->set_name("Старая форма");
  EXPECT_THAT(ViolationsOf(site.olga, NewFormInto("repeat")), ElementsAre("PIPELINE_ARCHIVED at form.pipeline"));
  EXPECT_EQ(site.olga.Call<Form>(request).name(), "Старая форма");
}

}  // namespace
}  // namespace voronka::testing

// Forms and what pipelines are for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

CreateFormRequest NewFormTo(const std::string& pipeline) {
  auto request = NewForm();
  request.mutable_form()->set_pipeline(pipeline);
  return request;
}

void AddPipelineFor(Office& office, const std::string& key, Pipeline::Purpose purpose) {
  auto pipeline = RepeatPipeline();
  pipeline.set_key(key);
  pipeline.set_purpose(purpose);
  office.olga.Call<Pipeline>(Creating(pipeline));
}

// After nobody sends repeat inquiries there any more.
void MakeRepeatForErrands(Office& office) {
  auto sales = office.olga.Call<Pipeline>(GettingPipeline("sales"));
  sales.clear_repeat_pipeline();
  office.olga.Call<Pipeline>(Updating(sales));
  auto repeat = office.olga.Call<Pipeline>(GettingPipeline("repeat"));
  repeat.set_purpose(Pipeline::PURPOSE_ERRANDS);
  office.olga.Call<Pipeline>(Updating(repeat));
}

TEST(FormPurpose, IsSalesOrClaims) {
  Office office;
  AddPipelineFor(office, "claims", Pipeline::PURPOSE_CLAIMS);
  AddPipelineFor(office, "errands", Pipeline::PURPOSE_ERRANDS);
  AddPipelineFor(office, "warming", Pipeline::PURPOSE_WARMING);
  for (const char* named : {"errands", "warming"}) {
    EXPECT_THAT(ViolationsOf(office.olga, NewFormTo(named)), ElementsAre("NOT_FOR_INQUIRIES at form.pipeline"));
  }
  for (const char* named : {"sales", "claims"}) {
    EXPECT_EQ(office.olga.Call<Form>(NewFormTo(named)).pipeline(), named);
  }
}

TEST(FormPurpose, OfAnOlderFormLosesNoInquiry) {
  Site site(NewFormTo("repeat"));
  MakeRepeatForErrands(site);
  EXPECT_EQ(site.Find(site.Received({{"name", "Пётр"}, {"phone", "+79161112233"}}).deal_id()).pipeline(), "sales");
}

TEST(FormPurpose, OfAnOlderFormAllowsARename) {
  Site site(NewFormTo("repeat"));
  MakeRepeatForErrands(site);
  UpdateFormRequest request;
  request.set_form_id(site.form.id());
  request.mutable_form()->set_name("Старая форма");
  EXPECT_EQ(site.olga.Call<Form>(request).name(), "Старая форма");
}

}  // namespace
}  // namespace voronka::testing

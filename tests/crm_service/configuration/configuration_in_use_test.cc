#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configuration_test.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// What an account that is at work does not allow, or keeps.
class ConfigurationInUse : public ConfigurationTest {};

TEST_F(ConfigurationInUse, RefusesThatAStageWithDealsGoes) {
  const auto deal = office_.AnnasDeal();
  const auto file = PipelineText("sales");
  const auto problems = ProblemsOf(PlanOfFile(olga(), file));
  EXPECT_THAT(problems, IsEmpty()) << "the deal is on `new`, which stays";
  office_.anna.Call<Deal>(Moving(deal.id(), "talks"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)), ElementsAre("1 pipelines[0].stages STAGE_IN_USE"));
  EXPECT_EQ(ReasonOf(ApplyingFile(file)), "STAGE_IN_USE");
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), PipelineText("partners"), true)),
              Contains("0 pipelines[\"sales\"] PIPELINE_IN_USE"));
}

TEST_F(ConfigurationInUse, RefusesThatAFieldGoesWhichARuleNeeds) {
  Apply(olga(), ApplyingFile(kDeliveryField));
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  const auto with_rule = std::string(R"(pipelines {
  key: "partners" name: "partners"
  stages { key: "new" name: "Новая" kind: KIND_OPEN
           rules { key: "ask" binding: BINDING_LEAVE fields { fields: "deal.delivery" } } }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)");
  Apply(olga(), ApplyingFile(with_rule));
  const auto narrowed = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "delivery" label: "Доставка" kind: KIND_CHOICE pipelines: "sales"
             choices { key: "self" name: "самовывоз" } } })";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), narrowed)), ElementsAre("1 field_sets[0].fields FIELD_IN_USE"));
}

TEST_F(ConfigurationInUse, ARuleOfAnArchivedPipelineIsCheckedWhenItComesBack) {
  const auto rule = " rules { key: \"ask\" binding: BINDING_LEAVE fields { fields: \"deal.delivery\" } }";
  auto partners = PipelineText("partners");
  partners.insert(partners.find(" }\n  stages { key: \"won\""), rule);
  Apply(olga(), ApplyingFile(kDeliveryField + partners));
  Apply(olga(), ApplyingFile(PipelineText("others"), true));
  UnarchivePipelineRequest unarchive;
  unarchive.set_pipeline("partners");
  EXPECT_EQ(ReasonOf(unarchive), "UNKNOWN_FIELD");
  Apply(olga(), ApplyingFile(kDeliveryField));
  olga().Call<Pipeline>(unarchive);
}

TEST_F(ConfigurationInUse, FieldsAreSavedAfterAPipelineWithRulesIsArchived) {
  const auto version = Exported(olga()).version();
  Apply(olga(), ApplyingSolution("small"));
  Apply(olga(), RollingBackTo(version));
  UpdateFieldSetRequest request;
  *request.mutable_field_set() = DealFields();
  request.mutable_field_set()->mutable_fields(0)->set_label("Название сделки");
  EXPECT_EQ(olga().Call<FieldSet>(request).fields(0).label(), "Название сделки");
}

// Two pipelines, one of which is archived, and what names it.
TEST_F(ConfigurationInUse, KeepsWhatNamesAnArchivedPipeline) {
  const auto fields = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "course" label: "Курс" kind: KIND_TEXT pipelines: "partners" }
    fields { key: "city" label: "Город" kind: KIND_TEXT pipelines: "sales" pipelines: "partners" } })";
  Apply(olga(), ApplyingFile(PipelineText("partners") + PipelineText("direct", "repeat_pipeline: \"partners\"") +
                             fields + "forms { code: \"site\" name: \"Сайт\" pipeline: \"partners\" }"));
  ArchivePipelineRequest archive;
  archive.set_pipeline("partners");
  olga().Call<Pipeline>(archive);
  const auto told = olga().Call<GetConfigurationVersionResponse>(GetConfigurationVersionRequest());
  ASSERT_EQ(told.differences_size(), 1);
  EXPECT_EQ(told.differences(0).path(), "pipelines[\"partners\"]");
  const auto version = Exported(olga()).version();
  auto direct = olga().Call<Pipeline>(GettingPipeline("direct"));
  direct.set_name("Напрямую");
  olga().Call<Pipeline>(Updating(direct));
  EXPECT_THAT(Paths(Apply(olga(), RollingBackTo(version))), ElementsAre("~ pipelines[\"direct\"].name"));
  EXPECT_EQ(olga().Call<Pipeline>(GettingPipeline("direct")).repeat_pipeline(), "partners");
  EXPECT_THAT(DealFields().removed_fields(), IsEmpty());
  EXPECT_THAT(Paths(Apply(olga(), RollingBackTo(version - 1))), ElementsAre("+ pipelines[\"partners\"]"));
  EXPECT_EQ(DealFields().fields(6).pipelines_size(), 1);
  EXPECT_EQ(DealFields().fields(7).pipelines_size(), 2);
  EXPECT_EQ(olga().Call<ListFormsResponse>(ListFormsRequest()).forms(0).pipeline(), "partners");
}

TEST_F(ConfigurationInUse, RefusesANameOfAnArchivedPipeline) {
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  ArchivePipelineRequest archive;
  archive.set_pipeline("partners");
  olga().Call<Pipeline>(archive);
  const auto file = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "course" label: "Курс" kind: KIND_TEXT pipelines: "partners" } })";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              ElementsAre("2 field_sets[0].fields[0].pipelines[0] UNKNOWN_PIPELINE"));
}

// `sales`, which the file does not name, sends repeat inquiries to `repeat`.
TEST_F(ConfigurationInUse, RefusesAPurposeThatAnotherPipelineDoesNotAllow) {
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), PipelineText("repeat", "purpose: PURPOSE_CLAIMS\n"))),
              ElementsAre("8 pipelines[0].purpose NOT_FOR_INQUIRIES"));
}

TEST_F(ConfigurationInUse, TellsTheDefaultOfAFormWhosePipelineIsForErrandsNow) {
  Apply(olga(),
        ApplyingFile(PipelineText("partners") + "forms { code: \"site\" name: \"Сайт\" pipeline: \"partners\" }"));
  auto partners = olga().Call<Pipeline>(GettingPipeline("partners"));
  partners.set_purpose(Pipeline::PURPOSE_ERRANDS);
  olga().Call<Pipeline>(Updating(partners));
  const auto exported = Exported(olga()).file();
  EXPECT_THAT(exported, ::testing::Not(HasSubstr("pipeline: \"partners\"")));
  const auto again = PlanOfFile(olga(), exported);
  EXPECT_THAT(ProblemsOf(again), IsEmpty());
  EXPECT_THAT(Paths(again), IsEmpty());
  Office other;
  EXPECT_THAT(ProblemsOf(PlanOfFile(other.olga, exported)), IsEmpty());
}

TEST_F(ConfigurationInUse, SaysOnceThatOnePipelineMustStay) {
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "forms { code: \"site\" name: \"Сайт\" }", true)),
              ElementsAre("0 pipelines[\"repeat\"] LAST_PIPELINE"));
}

TEST_F(ConfigurationInUse, RefusesAnotherKindOfAField) {
  Apply(olga(), ApplyingFile(kDeliveryField));
  const auto file = "field_sets { entity: ENTITY_DEAL\n fields { key: \"delivery\" label: \"Д\" kind: KIND_TEXT } }";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)), ElementsAre("2 field_sets[0].fields[0].kind KIND_FIXED"));
}

}  // namespace
}  // namespace voronka::testing

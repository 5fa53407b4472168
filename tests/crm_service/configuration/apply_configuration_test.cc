#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/crm_service/configuration/configuration_test.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ApplyConfigurationTest : public ConfigurationTest {};

TEST_F(ApplyConfigurationTest, MakesWhatThePlanTells) {
  const auto file = kDeliveryField + PipelineText("partners");
  const auto plan = PlanOfFile(olga(), file);
  EXPECT_THAT(Paths(plan), ElementsAre("+ field_sets[\"ENTITY_DEAL\"]", "+ pipelines[\"partners\"]"));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat"));
  const auto applied = Apply(olga(), ApplyingFile(file));
  EXPECT_EQ(Paths(applied), Paths(plan));
  EXPECT_EQ(applied.version(), plan.version() + 1);
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat", "partners"));
  EXPECT_EQ(DealFields().fields(6).label(), "Доставка");
}

TEST_F(ApplyConfigurationTest, ChangesNothingTheSecondTime) {
  const auto file = kDeliveryField + PipelineText("partners");
  const auto first = Apply(olga(), ApplyingFile(file));
  const auto again = Apply(olga(), ApplyingFile(file));
  EXPECT_THAT(Paths(again), IsEmpty());
  EXPECT_EQ(again.version(), first.version());
}

TEST_F(ApplyConfigurationTest, LeavesAloneWhatTheFileDoesNotName) {
  Apply(olga(), ApplyingFile(kDeliveryField));
  const auto before = Exported(olga());
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  EXPECT_THAT(Paths(PlanOfFile(olga(), before.file())), IsEmpty());
}

TEST_F(ApplyConfigurationTest, RemovesOthersIfToldTo) {
  Apply(olga(), ApplyingFile(kDeliveryField));
  const auto plan = Apply(olga(), ApplyingFile(PipelineText("partners", "default_for_inquiries: true"), true));
  EXPECT_THAT(Paths(plan), ElementsAre("- field_sets[\"ENTITY_DEAL\"]", "- pipelines[\"sales\"]",
                                       "- pipelines[\"repeat\"]", "+ pipelines[\"partners\"]"));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("partners"));
  EXPECT_EQ(DealFields().fields_size(), 6);
  EXPECT_EQ(DealFields().removed_fields(0).key(), "delivery");
}

TEST_F(ApplyConfigurationTest, BringsBackWhatIsNamedAgain) {
  const auto file = kDeliveryField + PipelineText("partners");
  const auto id = [&] { return olga().Call<Pipeline>(GettingPipeline("partners")).id(); };
  Apply(olga(), ApplyingFile(file));
  const auto first_id = id();
  Apply(olga(), ApplyingFile(PipelineText("others"), true));
  Apply(olga(), ApplyingFile(file));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("partners", "others"));
  EXPECT_EQ(id(), first_id);
  EXPECT_THAT(DealFields().removed_fields(), IsEmpty());
}

TEST_F(ApplyConfigurationTest, MovesTheDefaultForInquiries) {
  Apply(olga(), ApplyingFile(PipelineText("partners", "default_for_inquiries: true\n")));
  EXPECT_FALSE(olga().Call<Pipeline>(GettingPipeline("sales")).default_for_inquiries());
  Apply(olga(), ApplyingFile(PipelineText("others", "default_for_inquiries: true\n")));
  EXPECT_FALSE(olga().Call<Pipeline>(GettingPipeline("partners")).default_for_inquiries());
  EXPECT_THAT(Paths(PlanOfFile(olga(), Exported(olga()).file())), IsEmpty());
}

TEST_F(ApplyConfigurationTest, TakesPipelinesThatNameEachOtherAndFieldsThatNameThem) {
  const auto file = PipelineText("first", "repeat_pipeline: \"second\"\n") +
                    PipelineText("second", "repeat_pipeline: \"first\"\n") + R"(field_sets {
  entity: ENTITY_DEAL
  fields { key: "course" label: "Курс" kind: KIND_TEXT pipelines: "second" }
}
)";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)), IsEmpty());
  Apply(olga(), ApplyingFile(file));
  EXPECT_EQ(olga().Call<Pipeline>(GettingPipeline("first")).repeat_pipeline(), "second");
}

TEST_F(ApplyConfigurationTest, RetiresAChoiceThatTheFileForgets) {
  Apply(olga(), ApplyingFile(kDeliveryField));
  const auto shorter = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "delivery" label: "Доставка" kind: KIND_CHOICE choices { key: "self" name: "самовывоз" } } })";
  Apply(olga(), ApplyingFile(shorter));
  const auto field = DealFields().fields(6);
  ASSERT_EQ(field.choices_size(), 2);
  EXPECT_EQ(field.choices(1).key(), "courier");
  EXPECT_TRUE(field.choices(1).retired());
}

TEST_F(ApplyConfigurationTest, ExportsAttemptsApprovalsAndChecklistsAsTheyWereApplied) {
  const auto file = kDeliveryField + R"(pipelines {
  key: "partners" name: "Партнёры" purpose: PURPOSE_CLAIMS reopen_days: 14
  stages {
    key: "new" name: "Новая" kind: KIND_OPEN
    checklist { key: "call" text: "Позвонить" }
    checklist { key: "ready" text: "Заказ готов" condition { comparison {
      field: "deal.delivery" operator: OPERATOR_ONE_OF values { choice: "self" } } } }
    rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 in_all: true } only_stages: "lost" }
    rules { key: "agreed" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES timeout { seconds: 7200 } } }
    rules { key: "ticked" binding: BINDING_LEAVE checklist {} }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)";
  Apply(olga(), ApplyingFile(file));
  const auto stage = olga().Call<Pipeline>(GettingPipeline("partners")).stages(0);
  EXPECT_EQ(stage.rules(1).approval().timeout().seconds(), 7200);
  EXPECT_EQ(stage.checklist(1).text(), "Заказ готов");
  const auto exported = Exported(olga()).file();
  EXPECT_THAT(Paths(PlanOfFile(olga(), exported)), IsEmpty());
  auto fewer = exported;
  fewer.replace(fewer.find("at_least: 3"), 11, "at_least: 2");
  EXPECT_THAT(Paths(PlanOfFile(olga(), fewer)),
              ElementsAre("~ pipelines[\"partners\"].stages[\"new\"].rules[\"tried\"].attempts"));
}

TEST_F(ApplyConfigurationTest, KeepsASystemFieldThatTheFileLeavesOutAsItIs) {
  Apply(olga(), ApplyingFile("field_sets { entity: ENTITY_DEAL fields { key: \"amount\" label: \"Бюджет\" } }"));
  Apply(olga(), ApplyingFile(kDeliveryField));
  const auto fields = DealFields().fields();
  ASSERT_EQ(fields.size(), 7);
  EXPECT_EQ(fields[6].key(), "delivery");
  EXPECT_EQ(std::ranges::find(fields, "amount", &Field::key)->label(), "Бюджет");
}

TEST_F(ApplyConfigurationTest, RefusesAPlanThatSomebodyHasOvertaken) {
  auto request = ApplyingFile(kDeliveryField);
  request.set_etag(PlanOfFile(olga(), kDeliveryField).version());
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  const auto failure = FailureOf(olga(), request);
  EXPECT_EQ(failure.reason(), "STALE_ETAG");
  EXPECT_EQ(failure.metadata("etag"), std::to_string(request.etag() + 1));
  request.set_etag(request.etag() + 1);
  EXPECT_THAT(Paths(Apply(olga(), request)), ElementsAre("+ field_sets[\"ENTITY_DEAL\"]"));
}

TEST_F(ApplyConfigurationTest, IsForAdmins) {
  EXPECT_EQ(FailureOf(office_.anna, ApplyingFile(kDeliveryField)).code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(FailureOf(office_.galina, PlanningFile(kDeliveryField)).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST_F(ApplyConfigurationTest, NeedsOneSource) {
  EXPECT_EQ(ReasonOf(ApplyConfigurationRequest()), "SOURCE_REQUIRED");
  EXPECT_EQ(ReasonOf(ApplyingSolution("nothing")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(RollingBackTo(1000)), "NOT_FOUND");
}

}  // namespace
}  // namespace voronka::testing

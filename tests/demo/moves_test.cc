#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "demo/life/asked_of_way.h"
#include "demo/life/learnt_fields.h"
#include "demo/moves/checklist_item.h"
#include "demo/moves/field_place.h"
#include "demo/moves/filling.h"
#include "tests/demo/solution_files.h"

namespace voronka::testing {
namespace {

using crm::v1::ENTITY_COMPANY;
using crm::v1::ENTITY_CONTACT;
using crm::v1::ENTITY_DEAL;
using demo::FieldPlace;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

TEST(FieldPlace, IsReadFromARefusal) {
  EXPECT_EQ(FieldPlace::Parse("deal.amount"), (FieldPlace{ENTITY_DEAL, "amount", false}));
  EXPECT_EQ(FieldPlace::Parse("contact.fields[\"city\"]"), (FieldPlace{ENTITY_CONTACT, "city", true}));
  EXPECT_EQ(FieldPlace::Parse("company.tax_number"), (FieldPlace{ENTITY_COMPANY, "tax_number", false}));
}

TEST(FieldPlace, IsNoneIfItIsNoFieldOfADealOrItsClient) {
  for (const char* path : {"", "stage", "loss_comment", "task.text"}) {
    EXPECT_EQ(FieldPlace::Parse(path).entity, crm::v1::ENTITY_UNSPECIFIED) << path;
  }
}

TEST(Filling, LetsAMoveBringValuesAlong) {
  crm::v1::MoveDealRequest move;
  demo::Fill(move, "deal.amount", demo::MoneyValue(1'250));
  demo::Fill(move, "deal.fields[\"delivery\"]", demo::ChoiceValue("pickup"));
  demo::Fill(move, "contact.phones", demo::TextValue("+79070000001"));
  demo::Fill(move, "company.tax_number", demo::TextValue("0010000001"));
  EXPECT_EQ(move.deal().amount().minor(), 125'000);
  EXPECT_EQ(move.deal().amount().currency(), "RUB");
  EXPECT_EQ(move.deal().fields().at("delivery").choice(), "pickup");
  EXPECT_THAT(move.contact().phones(), ElementsAre("+79070000001"));
  EXPECT_EQ(move.company().tax_number(), "0010000001");
  crm::v1::FieldValue moment;
  moment.mutable_time()->set_seconds(1'900'000'000);
  demo::Fill(move, "deal.deadline", moment);
  demo::Fill(move, "deal.amount_confirmed", demo::YesValue(true));
  EXPECT_EQ(move.deal().deadline().seconds(), 1'900'000'000);
  EXPECT_TRUE(move.deal().amount_confirmed());
}

TEST(Filling, RefusesPlacesThatHoldNoValue) {
  crm::v1::MoveDealRequest move;
  EXPECT_THROW(demo::Fill(move, "stage", demo::TextValue("won")), std::logic_error);
  EXPECT_THROW(demo::Fill(move, "deal.colour", demo::TextValue("red")), std::logic_error);
}

TEST(ChecklistItem, IsReadFromARefusal) {
  EXPECT_EQ(demo::ItemOf("deal.checklist_ticks[\"thanked\"]"), "thanked");
  EXPECT_EQ(demo::ItemOf("deal.fields[\"thanked\"]"), "");
  EXPECT_EQ(demo::ItemOf("stage"), "");
}

const crm::v1::Stage& StageOf(const crm::v1::Pipeline& pipeline, const std::string& key) {
  return *std::ranges::find(pipeline.stages(), key, &crm::v1::Stage::key);
}

TEST(AskedOfWay, IsHowOftenTheClientMustBeTriedFromThatStage) {
  const auto trade = ReadSolution("trade_b24");
  const auto& pipeline = trade.pipelines(0);
  const auto& silent = StageOf(pipeline, "silent");
  EXPECT_EQ(demo::AttemptsAsked(StageOf(pipeline, "new"), silent), 3);
  EXPECT_EQ(demo::AttemptsAsked(StageOf(pipeline, "offer_made"), silent), 3);
  EXPECT_EQ(demo::AttemptsAsked(StageOf(pipeline, "answered"), silent), 4);
  EXPECT_EQ(demo::AttemptsAsked(StageOf(pipeline, "answered"), StageOf(pipeline, "invoice_sent")), 0);
}

TEST(AskedOfWay, IsAnApprovalWhereOneIsNeeded) {
  const auto trade = ReadSolution("trade_b24");
  const auto& pipeline = trade.pipelines(0);
  EXPECT_EQ(demo::StageToApprove(pipeline, StageOf(pipeline, "processing")), &StageOf(pipeline, "silent"));
  EXPECT_EQ(demo::StageToApprove(pipeline, StageOf(pipeline, "answered")), nullptr);
}

std::vector<std::string> Learnt(const std::string& solution, const std::string& stage, std::size_t step) {
  const auto configuration = ReadSolution(solution);
  const auto fields = DealFieldsOf(configuration);
  std::vector<std::string> keys;
  for (const auto& pipeline : configuration.pipelines()) {
    for (const auto& each : pipeline.stages()) {
      if (each.key() != stage) continue;
      for (const auto* field : demo::LearntFields(fields, pipeline, each, step)) keys.push_back(field->key());
    }
    if (!keys.empty()) break;
  }
  return keys;
}

TEST(LearntFields, AreOfOneGroupAfterAnother) {
  EXPECT_THAT(Learnt("osiris", "shipment", 1), ElementsAre("payment_method", "delivery"));
  EXPECT_THAT(Learnt("osiris", "feedback", 2), ElementsAre("delivery_terms", "track_number"));
  EXPECT_THAT(Learnt("osiris", "won", 3),
              ElementsAre("received", "courier_work", "manager_work", "goods_quality", "selfie"));
}

TEST(LearntFields, SayNothingOfAFailureThatHasNotHappened) {
  EXPECT_THAT(Learnt("trade_b24", "processing", 1), Not(Contains("failure_comment")));
  EXPECT_THAT(Learnt("school", "qualification", 1), Not(Contains("refusal_reason")));
  EXPECT_THAT(Learnt("school", "qualification", 1), Not(Contains("feedback")));
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

// Who leaves `new` has asked the client for the city and the way of shipping, and whoever wants the chairs delivered
// for the place. From `accepted` on nobody forgets the answers.
class StageQuestionnaires : public ::testing::Test {
 protected:
  StageQuestionnaires() {
    auto fields = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
    *fields.add_fields() = ShippingField();
    *fields.add_fields() = OwnField("place", Field::KIND_ADDRESS);
    office_.olga.Call<FieldSet>(testing::Updating(fields));
    auto of_contacts = office_.olga.Call<FieldSet>(Getting(ENTITY_CONTACT));
    *of_contacts.add_fields() = OwnField("city", Field::KIND_TEXT);
    office_.olga.Call<FieldSet>(testing::Updating(of_contacts));
    const auto asking = Parsed<Stage>(R"(questionnaire {
      title: "Портрет клиента"
      questions { key: "city" text: "С какого вы города?" field: "contact.city" required: true }
      questions { key: "shipping" text: "Как забираете?" field: "deal.shipping" required: true }
      questions { key: "place" text: "Куда привезти?" field: "deal.place" required: true condition {
        comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "delivery" } } } } })");
    auto pipeline = SalesNow();
    for (const int stage : {0, 1}) pipeline.mutable_stages(stage)->MergeFrom(asking);
    pipeline.mutable_stages(0)->MergeFrom(
        Parsed<Stage>("rules { key: 'asked' binding: BINDING_LEAVE except_lost: true questionnaire {} }"));
    pipeline.mutable_stages(1)->MergeFrom(
        Parsed<Stage>("rules { key: 'kept' binding: BINDING_FROM_HERE_ON questionnaire {} }"));
    office_.olga.Call<Pipeline>(testing::Updating(pipeline));
    auto draft = NewDeal();
    draft.mutable_deal()->set_contact_id(petr_.id());
    deal_ = office_.anna.Call<Deal>(draft);
  }

  Pipeline SalesNow() { return office_.olga.Call<Pipeline>(GettingPipeline("sales")); }
  std::vector<std::string> Lacking(const google::protobuf::Message& request) {
    return ViolationsOf(office_.anna, request);
  }
  UpdateDealRequest Answering(const std::string& deal) const {
    UpdateDealRequest request;
    request.set_deal_id(deal_.id());
    *request.mutable_deal() = Parsed<Deal>(deal);
    return request;
  }
  UpdateContactRequest LivingIn(const std::string& city) const {
    UpdateContactRequest request;
    request.set_contact_id(petr_.id());
    request.mutable_contact();
    if (!city.empty()) (*request.mutable_contact()->mutable_fields())["city"].set_text(city);
    request.mutable_update_mask()->add_paths("fields.city");
    return request;
  }
  // To `accepted`, with all answers.
  Deal Answered() {
    auto move = Moving(deal_.id(), "accepted");
    *move.mutable_deal() = Parsed<Deal>("fields { key: 'shipping' value { choice: 'pickup' } }");
    (*move.mutable_contact()->mutable_fields())["city"].set_text("Омск");
    return office_.anna.Call<Deal>(move);
  }

  Office office_;
  const Contact petr_ = office_.anna.Call<Contact>(NewContact("Пётр"));
  Deal deal_;
};

TEST_F(StageQuestionnaires, KeepADealUntilEveryQuestionIsAnswered) {
  const auto on = Moving(deal_.id(), "accepted");
  EXPECT_THAT(Lacking(on), UnorderedElementsAre("FIELD_REQUIRED at contact.fields[\"city\"]",
                                                "FIELD_REQUIRED at deal.fields[\"shipping\"]"));
  office_.anna.Call<Deal>(Answering("fields { key: 'shipping' value { choice: 'delivery' } }"));
  EXPECT_THAT(Lacking(on), UnorderedElementsAre("FIELD_REQUIRED at contact.fields[\"city\"]",
                                                "FIELD_REQUIRED at deal.fields[\"place\"]"));
  office_.anna.Call<Contact>(LivingIn("Омск"));
  EXPECT_THAT(Lacking(on), ElementsAre("FIELD_REQUIRED at deal.fields[\"place\"]"));
  EXPECT_THAT(FailureOf(office_.anna, on).localized_message(), HasSubstr("Ответьте на вопрос «Куда привезти?»."));
  office_.anna.Call<Deal>(Answering("fields { key: 'place' value { text: 'Ленина, 1' } }"));
  EXPECT_EQ(office_.anna.Call<Deal>(on).stage(), "accepted");
}

TEST_F(StageQuestionnaires, AreAnsweredAndPassedInOneStep) { EXPECT_EQ(Answered().stage(), "accepted"); }

TEST_F(StageQuestionnaires, KeepNoDealFromBeingLost) {
  EXPECT_EQ(office_.anna.Call<Deal>(Losing(deal_.id(), "price")).stage(), "lost");
}

TEST_F(StageQuestionnaires, AskWhoeverBeginsFurtherOn) {
  auto draft = NewDeal();
  draft.mutable_deal()->set_stage("accepted");
  EXPECT_THAT(Lacking(draft), UnorderedElementsAre("FIELD_REQUIRED at contact.fields[\"city\"]",
                                                   "FIELD_REQUIRED at deal.fields[\"shipping\"]"));
}

TEST_F(StageQuestionnaires, LetNobodyForgetAnAnswer) {
  Answered();
  auto forgetting = Answering("");
  forgetting.mutable_update_mask()->add_paths("fields.shipping");
  EXPECT_THAT(Lacking(forgetting), ElementsAre("FIELD_REQUIRED at deal.fields[\"shipping\"]"));
  EXPECT_THAT(Lacking(LivingIn("")), ElementsAre("FIELD_REQUIRED at contact.fields[\"city\"]"));
  EXPECT_EQ(office_.anna.Call<Contact>(LivingIn("Томск")).fields().at("city").text(), "Томск");
}

// An answer that opens a branch brings the next one along.
TEST_F(StageQuestionnaires, AskForTheBranchThatAnAnswerOpens) {
  Answered();
  auto delivered = Answering("fields { key: 'shipping' value { choice: 'delivery' } }");
  EXPECT_THAT(Lacking(delivered), ElementsAre("FIELD_REQUIRED at deal.fields[\"place\"]"));
  (*delivered.mutable_deal()->mutable_fields())["place"].set_text("Ленина, 1");
  EXPECT_EQ(office_.anna.Call<Deal>(delivered).fields().at("place").text(), "Ленина, 1");
}

TEST_F(StageQuestionnaires, KeepTheFieldsThatTheyAskFor) {
  auto without = office_.olga.Call<FieldSet>(Getting(ENTITY_CONTACT));
  without.mutable_fields()->RemoveLast();
  const auto failure = FailureOf(office_.olga, testing::Updating(without));
  EXPECT_EQ(failure.reason(), "FIELD_IN_USE");
  EXPECT_THAT(failure.localized_message(), HasSubstr("анкете"));
  auto pipeline = SalesNow();
  for (const int stage : {0, 1}) {
    pipeline.mutable_stages(stage)->clear_rules();
    pipeline.mutable_stages(stage)->clear_questionnaire();
  }
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  EXPECT_EQ(office_.olga.Call<FieldSet>(testing::Updating(without)).removed_fields(0).key(), "city");
}

TEST_F(StageQuestionnaires, AreRefusedWithAllThatIsWrongWithThem) {
  auto pipeline = SalesNow();
  const std::string asking = "pipeline.stages[2].questionnaire";
  pipeline.mutable_stages(2)->mutable_questionnaire();
  EXPECT_THAT(ViolationsOf(office_.olga, testing::Updating(pipeline)),
              ElementsAre("REQUIRED at " + asking + ".questions"));
  *pipeline.mutable_stages(2) = Parsed<Stage>(R"(
    key: "talks" name: "Переговоры" kind: KIND_OPEN
    questionnaire {
      questions { key: "a" text: "Какой?" field: "deal.nothing" }
      questions { key: "a" text: "Кто?" field: "deal.contact_id" }
      questions { key: "b" text: "Где?" field: "deal.place" condition {
        comparison { field: "deal.place" operator: OPERATOR_BLANK } } } })");
  EXPECT_THAT(ViolationsOf(office_.olga, testing::Updating(pipeline)),
              UnorderedElementsAre("UNKNOWN_FIELD at " + asking + ".questions[0].field",
                                   "DUPLICATE_KEY at " + asking + ".questions[1].key",
                                   "NOT_FOR_QUESTIONS at " + asking + ".questions[1].field",
                                   "ASKED_LATER at " + asking + ".questions[2].condition"));
}

// Nothing asks for the answers: they are only shown.
TEST_F(StageQuestionnaires, AskNothingWithoutARule) {
  auto pipeline = SalesNow();
  for (const int stage : {0, 1}) pipeline.mutable_stages(stage)->clear_rules();
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  EXPECT_EQ(office_.anna.Call<Deal>(Moving(deal_.id(), "accepted")).stage(), "accepted");
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// The office sells chairs: `new` is left with the requirements and the contact's phone, `accepted` with the amount and
// the way of shipping, which nobody may take away again. Who comes for the goods never comes to `talks`.
class StageRules : public ::testing::Test {
 protected:
  StageRules() {
    auto fields = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
    *fields.add_fields() = OwnField("requirements", Field::KIND_MULTILINE_TEXT);
    *fields.add_fields() = ShippingField();
    fields.mutable_fields(1)->set_label("Бюджет");
    office_.olga.Call<FieldSet>(testing::Updating(fields));
    SetRules(0, R"(rules { key: "needs" binding: BINDING_LEAVE except_lost: true
                           fields { fields: "deal.requirements" fields: "contact.phones" } })");
    SetRules(1, R"(rules { key: "terms" binding: BINDING_FROM_HERE_ON fields { fields: "deal.name" } }
                   rules { key: "money" binding: BINDING_LEAVE except_lost: true
                           fields { fields: "deal.amount" fields: "deal.shipping" } })");
    SetRules(2, R"(rules { key: "pickup" binding: BINDING_ENTER never {} condition {
                           comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "pickup" } } } })");
  }

  void SetRules(int stage, const std::string& rules) {
    auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
    *pipeline.mutable_stages(stage)->mutable_rules() = Parsed<Stage>(rules).rules();
    office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  }

  // Anna's deal of a client without a phone.
  Deal NewDealOfPetr() {
    auto request = NewDeal();
    request.mutable_deal()->set_contact_id(petr_.id());
    return office_.anna.Call<Deal>(request);
  }
  static MoveDealRequest FilledIn(MoveDealRequest move) {
    *move.mutable_deal() = Parsed<Deal>(R"(
      name: "Стулья" amount { minor: 100 currency: "RUB" }
      fields { key: "requirements" value { text: "Двенадцать" } }
      fields { key: "shipping" value { choice: "delivery" } })");
    move.mutable_contact()->add_phones("+79161234567");
    return move;
  }
  Deal OnAccepted() { return office_.anna.Call<Deal>(FilledIn(Moving(NewDealOfPetr().id(), "accepted"))); }
  std::vector<std::string> Missing(const google::protobuf::Message& request) {
    return ViolationsOf(office_.anna, request);
  }
  std::vector<std::string> ToldOf(int64_t deal_id, const std::string& stage) {
    CanMoveRequest request;
    request.set_deal_id(deal_id);
    request.set_stage(stage);
    std::vector<std::string> told;
    const auto response = office_.anna.Call<CanMoveResponse>(request);
    for (const auto& violation : response.verdicts(0).violations()) {
      told.push_back(violation.reason() + " at " + violation.field());
    }
    return told;
  }
  UpdateDealRequest Changing(int64_t deal_id, const std::string& deal, const std::string& path) {
    UpdateDealRequest request;
    request.set_deal_id(deal_id);
    *request.mutable_deal() = Parsed<Deal>(deal);
    request.mutable_update_mask()->add_paths(path);
    return request;
  }

  Office office_;
  const Contact petr_ = office_.anna.Call<Contact>(NewContact("Пётр"));
};

TEST_F(StageRules, NameAllThatIsMissingAtOnceAndChangeNothing) {
  const auto deal = NewDealOfPetr();
  EXPECT_THAT(Missing(Moving(deal.id(), "talks")),
              UnorderedElementsAre("FIELD_REQUIRED at deal.fields[\"requirements\"]",
                                   "FIELD_REQUIRED at contact.phones", "FIELD_REQUIRED at deal.amount",
                                   "FIELD_REQUIRED at deal.fields[\"shipping\"]", "FIELD_REQUIRED at deal.name"));
  EXPECT_EQ(office_.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST_F(StageRules, SpeakInTheWordsOfTheAccount) {
  SetRules(1, "");
  SetRules(0, R"(rules { key: "money" binding: BINDING_LEAVE fields { fields: "deal.amount" } })");
  EXPECT_EQ(FailureOf(office_.anna, Moving(NewDealOfPetr().id(), "accepted")).localized_message(),
            "Заполните «Бюджет».");
  SetRules(0, R"(rules { key: "money" binding: BINDING_LEAVE fields { fields: "deal.amount" } text: "Сколько?" })");
  EXPECT_EQ(FailureOf(office_.anna, Moving(NewDealOfPetr().id(), "accepted")).localized_message(), "Сколько?");
}

TEST_F(StageRules, BindHeadsAndServicesToo) {
  const auto deal = NewDealOfPetr();
  EXPECT_EQ(FailureOf(office_.galina, Moving(deal.id(), "accepted")).reason(), "FIELD_REQUIRED");
  EXPECT_EQ(FailureOf(office_.intake, Moving(deal.id(), "accepted")).reason(), "FIELD_REQUIRED");
}

TEST_F(StageRules, AreFilledInAndMovedInOneStep) {
  const auto before = NewDealOfPetr();
  const auto moved = office_.anna.Call<Deal>(FilledIn(Moving(before.id(), "accepted")));
  EXPECT_EQ(moved.stage(), "accepted");
  EXPECT_EQ(moved.fields().at("requirements").text(), "Двенадцать");
  GetContactRequest contact;
  contact.set_contact_id(petr_.id());
  EXPECT_THAT(office_.anna.Call<Contact>(contact).phones(), ElementsAre("+79161234567"));
  std::vector<TimelineEntry::Kind> kinds;
  for (const auto& entry : office_.TimelineOf(before.id())) kinds.push_back(entry.kind());
  EXPECT_THAT(kinds, ElementsAre(TimelineEntry::KIND_DEAL_CREATED, TimelineEntry::KIND_DEAL_UPDATED,
                                 TimelineEntry::KIND_STAGE_CHANGED));
}

TEST_F(StageRules, KeepNothingThatWasFilledInForAMoveThatIsRefused) {
  const auto deal = NewDealOfPetr();
  auto move = FilledIn(Moving(deal.id(), "talks"));
  (*move.mutable_deal()->mutable_fields())["shipping"].set_choice("pickup");
  EXPECT_THAT(Missing(move), ElementsAre("NOT_FOR_THIS_DEAL at stage"));
  EXPECT_EQ(office_.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST_F(StageRules, AreToldBefore) {
  const auto deal = NewDealOfPetr();
  EXPECT_THAT(ToldOf(deal.id(), "talks"), ::testing::UnorderedElementsAreArray(Missing(Moving(deal.id(), "talks"))));
  EXPECT_THAT(ToldOf(deal.id(), "new"), ElementsAre("ALREADY_IN_STAGE at stage"));
  EXPECT_THAT(ToldOf(deal.id(), "lost"), ElementsAre("LOSS_REASON_REQUIRED at loss_reason"));
  CanMoveRequest all;
  all.set_deal_id(deal.id());
  std::vector<std::string> stages;
  const auto response = office_.anna.Call<CanMoveResponse>(all);
  for (const auto& verdict : response.verdicts()) stages.push_back(verdict.stage());
  EXPECT_THAT(stages, ElementsAre("accepted", "talks", "won", "lost"));
  all.set_stage("nowhere");
  EXPECT_EQ(FailureOf(office_.anna, all).code(), grpc::StatusCode::NOT_FOUND);
  all.clear_stage();
  EXPECT_EQ(FailureOf(office_.boris, all).reason(), "NOT_RESPONSIBLE");
}

TEST_F(StageRules, LetNobodyTakeAwayWhatTheyAskedFor) {
  const auto deal = OnAccepted();
  EXPECT_THAT(Missing(Changing(deal.id(), "", "name")), ElementsAre("FIELD_REQUIRED at deal.name"));
  EXPECT_EQ(office_.anna.Call<Deal>(Renaming(deal.id(), "Столы")).name(), "Столы");
  EXPECT_EQ(office_.anna.Call<Deal>(Changing(deal.id(), "", "amount")).has_amount(), false);
}

// Otherwise a new rule would freeze every deal that does not keep it yet.
TEST_F(StageRules, AllowChangesThatLeaveAsMuchMissingAsBefore) {
  const auto deal = OnAccepted();
  SetRules(1, R"(rules { key: "terms" binding: BINDING_FROM_HERE_ON fields { fields: "contact.emails" } })");
  EXPECT_EQ(office_.anna.Call<Deal>(Renaming(deal.id(), "Столы")).name(), "Столы");
  EXPECT_EQ(FailureOf(office_.anna, Moving(deal.id(), "talks")).reason(), "FIELD_REQUIRED");
}

TEST_F(StageRules, HoldForTheContactsOfOpenDeals) {
  const auto deal = OnAccepted();
  SetRules(1, R"(rules { key: "terms" binding: BINDING_FROM_HERE_ON fields { fields: "contact.phones" } })");
  UpdateContactRequest request;
  request.set_contact_id(petr_.id());
  request.mutable_contact();
  request.mutable_update_mask()->add_paths("phones");
  EXPECT_THAT(Missing(request), ElementsAre("FIELD_REQUIRED at contact.phones"));
  office_.anna.Call<Deal>(Losing(deal.id(), "price"));
  EXPECT_THAT(office_.anna.Call<Contact>(request).phones(), IsEmpty());
}

TEST_F(StageRules, HoldForADealThatBeginsFurtherOn) {
  auto request = NewDeal();
  request.mutable_deal()->set_stage("accepted");
  EXPECT_THAT(Missing(request),
              UnorderedElementsAre("FIELD_REQUIRED at deal.fields[\"requirements\"]",
                                   "FIELD_REQUIRED at contact.phones", "FIELD_REQUIRED at deal.name"));
}

TEST_F(StageRules, KeepNobodyFromTakingAnOffer) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  pipeline.set_take_stage("accepted");
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  const auto taken = office_.anna.Call<Deal>(Taking(office_.OfferedTo(office_.anna_id()).id()));
  EXPECT_FALSE(taken.has_offer_deadline());
  EXPECT_EQ(taken.stage(), "new");
}

TEST_F(StageRules, AskForAComment) {
  SetRules(4, R"(rules { key: "why" binding: BINDING_ENTER comment {} })");
  auto request = Losing(NewDealOfPetr().id(), "price");
  EXPECT_THAT(Missing(request), ElementsAre("COMMENT_REQUIRED at loss_comment"));
  request.set_loss_comment("Нашли дешевле");
  EXPECT_EQ(office_.anna.Call<Deal>(request).loss_comment(), "Нашли дешевле");
}

TEST_F(StageRules, KeepTheCommentOfAMoveInTheTimeline) {
  SetRules(0, R"(rules { key: "why" binding: BINDING_LEAVE comment {} })");
  auto request = Moving(NewDealOfPetr().id(), "accepted");
  *request.mutable_deal() = Parsed<Deal>("name: 'Стулья'");
  EXPECT_THAT(Missing(request), ElementsAre("COMMENT_REQUIRED at comment"));
  request.set_comment("Согласовано");
  office_.anna.Call<Deal>(request);
  EXPECT_EQ(office_.TimelineOf(request.deal_id()).back().text(), "Согласовано");
}

TEST_F(StageRules, AreForRoles) {
  SetRules(0, R"(rules { key: "who" binding: BINDING_LEAVE roles { roles: ROLE_HEAD_OF_SALES } })");
  SetRules(1, "");
  const auto deal = NewDealOfPetr();
  EXPECT_THAT(Missing(Moving(deal.id(), "accepted")), ElementsAre("ROLE_NOT_ALLOWED at stage"));
  EXPECT_THAT(Missing(Moving(deal.id(), "talks")), ElementsAre("ROLE_NOT_ALLOWED at stage"));
  EXPECT_EQ(office_.galina.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

TEST_F(StageRules, AllowTransitions) {
  SetRules(0, R"(rules { key: "way" binding: BINDING_LEAVE stages { stages: "accepted" } except_lost: true })");
  SetRules(1, "");
  const auto deal = NewDealOfPetr();
  EXPECT_THAT(Missing(Moving(deal.id(), "talks")), ElementsAre("TRANSITION_NOT_ALLOWED at stage"));
  auto elsewhere = Moving(deal.id(), "new");
  elsewhere.set_pipeline("repeat");
  EXPECT_THAT(Missing(elsewhere), ElementsAre("TRANSITION_NOT_ALLOWED at stage"));
  EXPECT_EQ(office_.anna.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

TEST_F(StageRules, AskForAPlannedTask) {
  SetRules(0, R"(rules { key: "plan" binding: BINDING_LEAVE task {} })");
  SetRules(1, "");
  const auto deal = NewDealOfPetr();
  EXPECT_THAT(Missing(Moving(deal.id(), "accepted")), ElementsAre("TASK_REQUIRED at deal_id"));
  auto task = NewTask(DatabaseNow() + 60 * kMinute);
  task.mutable_task()->set_deal_id(deal.id());
  office_.anna.Call<Task>(task);
  EXPECT_EQ(office_.anna.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

TEST_F(StageRules, MayAskForAnAmountThatIsConfirmedAndForADeadline) {
  SetRules(0, R"(rules { key: "sure" binding: BINDING_LEAVE text: "Подтвердите сумму" never {} condition {
                   comparison { field: "deal.amount_confirmed" operator: OPERATOR_NONE_OF values { yes: true } } } }
                 rules { key: "when" binding: BINDING_LEAVE fields { fields: "deal.deadline" } })");
  SetRules(1, "");
  auto move = Moving(NewDealOfPetr().id(), "accepted");
  EXPECT_THAT(Missing(move), UnorderedElementsAre("NOT_FOR_THIS_DEAL at stage", "FIELD_REQUIRED at deal.deadline"));
  *move.mutable_deal() = Parsed<Deal>("amount_confirmed: true deadline { seconds: 1900000000 }");
  EXPECT_EQ(office_.anna.Call<Deal>(move).stage(), "accepted");
}

TEST_F(StageRules, AStageMayBeALossReasonByItself) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  pipeline.mutable_stages(4)->set_loss_reason("spam");
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  EXPECT_EQ(office_.anna.Call<Deal>(Moving(NewDealOfPetr().id(), "lost")).loss_reason(), "spam");
}

TEST_F(StageRules, AreRefusedWithAllThatIsWrongWithThem) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  *pipeline.mutable_stages(0)->mutable_rules() = Parsed<Stage>(R"(
    rules { key: "a" binding: BINDING_ENTER fields { fields: "deal.nothing" } }
    rules { key: "a" binding: BINDING_LEAVE }
    rules { key: "b" binding: BINDING_LEAVE never {} except_stages: "nowhere" }
    rules { key: "c" binding: BINDING_LEAVE comment {} condition {
      all { conditions { comparison { field: "deal.shipping" operator: OPERATOR_LESS values { number: "1" } } }
            conditions { comparison { field: "deal.name" operator: OPERATOR_FILLED values { text: "x" } } }
            conditions {}
            conditions { comparison { field: "deal.name" operator: OPERATOR_ONE_OF values { text: "x" } caller: true } }
          } } })")
                                                     .rules();
  const std::string rules = "pipeline.stages[0].rules";
  EXPECT_THAT(
      ViolationsOf(office_.olga, testing::Updating(pipeline)),
      UnorderedElementsAre(
          "ENTRY_RULE_ON_FIRST_STAGE at " + rules + "[0].binding", "UNKNOWN_FIELD at " + rules + "[0].fields.fields[0]",
          "DUPLICATE_KEY at " + rules + "[1].key", "ASK_REQUIRED at " + rules + "[1]",
          "CONDITION_REQUIRED at " + rules + "[2].condition", "UNKNOWN_STAGE at " + rules + "[2].except_stages[0]",
          "NOT_OF_THIS_KIND at " + rules + "[3].condition.all.conditions[0].comparison.operator",
          "NOT_OF_THIS_KIND at " + rules + "[3].condition.all.conditions[0].comparison.values[0]",
          "VALUES_REQUIRED at " + rules + "[3].condition.all.conditions[1].comparison.values",
          "NOT_OF_THIS_KIND at " + rules + "[3].condition.all.conditions[3].comparison.period",
          "CONDITION_EMPTY at " + rules + "[3].condition.all.conditions[2]"));
}

TEST_F(StageRules, KeepTheFieldsThatTheyRead) {
  auto fields = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  auto without = fields;
  without.mutable_fields()->RemoveLast();
  EXPECT_EQ(FailureOf(office_.olga, testing::Updating(without)).reason(), "FIELD_IN_USE");
  fields.mutable_fields()->rbegin()->add_pipelines("repeat");
  EXPECT_EQ(FailureOf(office_.olga, testing::Updating(fields)).reason(), "FIELD_IN_USE");
}

TEST_F(StageRules, KeepTheFieldsThatOnlyAnItemOfAChecklistReads) {
  for (const int stage : {0, 1, 2}) SetRules(stage, "");
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  *pipeline.mutable_stages(1) = Parsed<Stage>(R"(
    key: "accepted" name: "Взяли в работу" kind: KIND_OPEN
    checklist { key: "ready" text: "Сообщить, что заказ готов" condition {
      comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "pickup" } } } })");
  pipeline = office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  auto without = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  without.mutable_fields()->RemoveLast();
  EXPECT_EQ(FailureOf(office_.olga, testing::Updating(without)).reason(), "FIELD_IN_USE");
  pipeline.mutable_stages(1)->clear_checklist();
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  EXPECT_EQ(office_.olga.Call<FieldSet>(testing::Updating(without)).removed_fields(0).key(), "shipping");
}

// «Нет» is an answer, and every deal has one: such a rule would turn nobody away.
TEST_F(StageRules, DoNotAskForWhatIsAlwaysFilled) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  *pipeline.mutable_stages(1)->mutable_rules() = Parsed<Stage>(R"(
    rules { key: "a" binding: BINDING_LEAVE fields { fields: "deal.amount" fields: "deal.amount_confirmed" } })")
                                                     .rules();
  EXPECT_THAT(ViolationsOf(office_.olga, testing::Updating(pipeline)),
              ElementsAre("ALWAYS_FILLED at pipeline.stages[1].rules[0].fields.fields[1]"));
}

TEST_F(StageRules, AskForNoMoreThanAPersonCanDo) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  *pipeline.mutable_stages(1)->mutable_rules() = Parsed<Stage>(R"(
    rules { key: "a" binding: BINDING_LEAVE attempts { at_least: 101 } }
    rules { key: "b" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES timeout { seconds: 59 } } })")
                                                     .rules();
  const std::string rules = "pipeline.stages[1].rules";
  EXPECT_THAT(ViolationsOf(office_.olga, testing::Updating(pipeline)),
              UnorderedElementsAre("OUT_OF_RANGE at " + rules + "[0].attempts.at_least",
                                   "OUT_OF_RANGE at " + rules + "[1].approval.timeout"));
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kCanary[] = "40 процентов";

// Deals have the fields `margin`, which managers do not see, and `price`, which they may not change.
class FieldRights : public ::testing::Test {
 protected:
  FieldRights() {
    auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
    auto& margin = *set.add_fields();
    margin = OwnField("margin", Field::KIND_TEXT);
    margin.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
    auto& price = *set.add_fields();
    price = OwnField("price", Field::KIND_TEXT);
    price.add_editable_by(options::v1::ROLE_HEAD_OF_SALES);
    office_.olga.Call<FieldSet>(Updating(set));
    deal_ = office_.galina.Call<Deal>(Setting(office_.AnnasDeal(), "margin", kCanary));
  }

  static UpdateDealRequest Setting(const Deal& deal, const std::string& key, const std::string& text) {
    UpdateDealRequest request;
    request.set_deal_id(deal.id());
    (*request.mutable_deal()->mutable_fields())[key].set_text(text);
    request.mutable_update_mask()->add_paths("fields." + key);
    return request;
  }

  std::vector<std::string> KeysSeenBy(client::Client& who) {
    std::vector<std::string> keys;
    const auto set = who.Call<FieldSet>(Getting(ENTITY_DEAL));
    for (const auto& field : set.fields()) keys.push_back(field.key());
    return keys;
  }

  Deal Read(client::Client& who) {
    GetDealRequest request;
    request.set_deal_id(deal_.id());
    return who.Call<Deal>(request);
  }

  Office office_;
  Deal deal_;
};

TEST_F(FieldRights, HideAFieldAndItsValues) {
  EXPECT_THAT(KeysSeenBy(office_.anna), Not(Contains("margin")));
  EXPECT_THAT(KeysSeenBy(office_.galina), Contains("margin"));
  EXPECT_THAT(Read(office_.anna).ShortDebugString(), Not(HasSubstr("margin")));
  EXPECT_EQ(Read(office_.galina).fields().at("margin").text(), kCanary);
  ListTimelineRequest timeline;
  timeline.set_deal_id(deal_.id());
  const auto told = office_.anna.Call<ListTimelineResponse>(timeline);
  EXPECT_EQ(told.entries_size(), 2);
  EXPECT_EQ(told.SerializeAsString().find(kCanary), std::string::npos);
  EXPECT_EQ(told.SerializeAsString().find("margin"), std::string::npos);
}

TEST_F(FieldRights, KeepWhatAWriterDoesNotSee) {
  UpdateDealRequest all;
  all.set_deal_id(deal_.id());
  all.mutable_deal();
  all.mutable_update_mask()->add_paths("fields");
  const auto answer = office_.anna.Call<Deal>(all);
  EXPECT_FALSE(answer.fields().contains("margin"));
  EXPECT_EQ(Read(office_.galina).fields().at("margin").text(), kCanary);
}

TEST_F(FieldRights, RefuseAValueOfAFieldThatIsNotThere) {
  EXPECT_THAT(ViolationsOf(office_.anna, Setting(deal_, "margin", "50")),
              ElementsAre("UNKNOWN_FIELD at deal.fields[\"margin\"]"));
}

TEST_F(FieldRights, TellNothingOfAValueThatSomebodyHasInAHiddenField) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  const auto margin = std::ranges::find(*set.mutable_fields(), "margin", &Field::key);
  margin->set_unique(true);
  margin->set_filterable(true);
  office_.olga.Call<FieldSet>(Updating(set));
  EXPECT_THAT(ViolationsOf(office_.anna, Setting(office_.AnnasDeal(), "margin", kCanary)),
              ElementsAre("UNKNOWN_FIELD at deal.fields[\"margin\"]"));
  ListDealsRequest guess;
  guess.set_pipeline(deal_.pipeline());
  guess.set_stage(deal_.stage());
  guess.add_field_filters()->set_field("margin");
  guess.mutable_field_filters(0)->mutable_value()->set_text(kCanary);
  EXPECT_THAT(ViolationsOf(office_.anna, guess), ElementsAre("UNKNOWN_FIELD at field_filters[0].field"));
  EXPECT_EQ(office_.galina.Call<ListDealsResponse>(guess).deals_size(), 1);
}

TEST_F(FieldRights, RefuseAChangeOfAFieldThatIsForOthersToChange) {
  EXPECT_THAT(ViolationsOf(office_.anna, Setting(deal_, "price", "50")),
              ElementsAre("FIELD_NOT_EDITABLE at deal.fields[\"price\"]"));
  office_.galina.Call<Deal>(Setting(deal_, "price", "50"));
  EXPECT_EQ(Read(office_.anna).fields().at("price").text(), "50");
}

TEST_F(FieldRights, HoldForSystemFieldsToo) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  const auto amount = std::ranges::find(*set.mutable_fields(), "amount", &Field::key);
  amount->add_editable_by(options::v1::ROLE_HEAD_OF_SALES);
  office_.olga.Call<FieldSet>(Updating(set));
  UpdateDealRequest request = Renaming(deal_.id(), "Дверь");
  request.mutable_deal()->mutable_amount()->set_minor(100);
  request.mutable_deal()->mutable_amount()->set_currency("RUB");
  EXPECT_THAT(ViolationsOf(office_.anna, request), ElementsAre("FIELD_NOT_EDITABLE at deal.amount"));
  office_.galina.Call<Deal>(request);
  EXPECT_EQ(office_.anna.Call<Deal>(Renaming(deal_.id(), "Окно")).name(), "Окно");
}

TEST_F(FieldRights, OfTheClientLetALinkedDealHaveThatOfItsSource) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  for (auto& field : *set.mutable_fields()) {
    const bool is_kept = field.key() == "contact_id" || field.key() == "company_id" || field.key() == "amount";
    if (is_kept) field.add_editable_by(options::v1::ROLE_HEAD_OF_SALES);
  }
  office_.olga.Call<FieldSet>(Updating(set));
  CreateDealRequest sale = NewDeal();
  sale.mutable_deal()->set_contact_id(office_.galina.Call<Contact>(NewContact("Пётр")).id());
  const auto source = office_.galina.Call<Deal>(sale);

  CreateLinkedDealRequest claiming;
  claiming.set_deal_id(source.id());
  claiming.mutable_deal()->set_pipeline("repeat");
  EXPECT_EQ(office_.anna.Call<Deal>(claiming).contact_id(), source.contact_id());
  claiming.mutable_deal()->mutable_amount()->set_minor(100);
  claiming.mutable_deal()->mutable_amount()->set_currency("RUB");
  EXPECT_THAT(ViolationsOf(office_.anna, claiming), ElementsAre("FIELD_NOT_EDITABLE at deal.amount"));
  EXPECT_THAT(ViolationsOf(office_.anna, sale), ElementsAre("FIELD_NOT_EDITABLE at deal.contact_id"));
}

TEST_F(FieldRights, CountAtOnceWhenTheyChange) {
  Read(office_.anna);
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  for (auto& field : *set.mutable_fields()) field.clear_visible_to();
  office_.olga.Call<FieldSet>(Updating(set));
  EXPECT_EQ(Read(office_.anna).fields().at("margin").text(), kCanary);
}

TEST_F(FieldRights, HideTheValuesOfAFieldInTheBin) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  auto& fields = *set.mutable_fields();
  fields.erase(std::remove_if(fields.begin(), fields.end(), [](const Field& field) { return field.key() == "margin"; }),
               fields.end());
  office_.olga.Call<FieldSet>(Updating(set));
  EXPECT_FALSE(Read(office_.anna).fields().contains("margin"));
}

TEST_F(FieldRights, NameNoFieldThatTheMoverDoesNotSee) {
  auto pipeline = SalesPipeline();
  auto& rule = *pipeline.mutable_stages(2)->add_rules();
  rule.set_key("margin");
  rule.set_binding(StageRule::BINDING_ENTER);
  rule.mutable_fields()->add_fields("deal.margin");
  office_.olga.Call<Pipeline>(Updating(pipeline));
  const auto deal = office_.AnnasDeal();
  const auto failure = FailureOf(office_.anna, Moving(deal.id(), pipeline.stages(2).key()));
  ASSERT_EQ(failure.precondition_violations().size(), 1);
  EXPECT_EQ(failure.precondition_violations()[0].type(), "HIDDEN_FIELD_REQUIRED");
  EXPECT_THAT(failure.what(), Not(HasSubstr("margin")));
  EXPECT_THAT(office_.anna.Call<Pipeline>(GettingPipeline("sales")).ShortDebugString(), Not(HasSubstr("margin")));
  EXPECT_THAT(office_.galina.Call<Pipeline>(GettingPipeline("sales")).ShortDebugString(), HasSubstr("margin"));
}

TEST_F(FieldRights, AreForRolesOfUsersAndFieldsOfTheAccountsOwn) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_CONTACT));
  const int own = set.fields_size();
  *set.add_fields() = OwnField("note", Field::KIND_TEXT);
  set.mutable_fields(own)->add_visible_to(options::v1::ROLE_SERVICE);
  set.mutable_fields(0)->add_visible_to(options::v1::ROLE_ADMIN);
  EXPECT_THAT(
      ViolationsOf(office_.olga, Updating(set)),
      ::testing::UnorderedElementsAre("NOT_OF_THIS_KIND at field_set.fields[0].visible_to",
                                      "ROLE_NOT_ALLOWED at field_set.fields[" + std::to_string(own) + "].visible_to"));
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "foundation/storage/connection.h"
#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> KeysOf(const google::protobuf::RepeatedPtrField<Field>& fields) {
  std::vector<std::string> keys;
  for (const auto& field : fields) keys.push_back(field.key());
  return keys;
}

class FieldSetTest : public ::testing::Test {
 protected:
  FieldSet Of(Entity entity) { return office_.anna.Call<FieldSet>(Getting(entity)); }

  // The deals' field set with these fields of the account's own.
  FieldSet With(const std::vector<Field>& fields) {
    auto set = Of(ENTITY_DEAL);
    auto& all = *set.mutable_fields();
    all.erase(std::remove_if(all.begin(), all.end(), [](const Field& field) { return !field.system(); }), all.end());
    for (const auto& field : fields) *set.add_fields() = field;
    return set;
  }

  Deal Filled(const std::string& key, const FieldValue& value) {
    auto request = NewDeal();
    (*request.mutable_deal()->mutable_fields())[key] = value;
    return office_.anna.Call<Deal>(request);
  }

  // Of what exists already.
  std::vector<std::string> RefusalsOf(const UpdateFieldSetRequest& request) {
    const auto failure = FailureOf(office_.olga, request);
    std::vector<std::string> refusals;
    for (const auto& violation : failure.precondition_violations()) {
      refusals.push_back(violation.type() + " at " + violation.subject());
    }
    return refusals;
  }

  static FieldValue Text(const std::string& text) {
    FieldValue value;
    value.set_text(text);
    return value;
  }

  Office office_;
};

TEST_F(FieldSetTest, HasTheSystemFieldsFromTheBeginning) {
  EXPECT_THAT(KeysOf(Of(ENTITY_DEAL).fields()),
              ElementsAre("name", "amount", "amount_confirmed", "deadline", "contact_id", "company_id"));
  EXPECT_THAT(KeysOf(Of(ENTITY_CONTACT).fields()),
              ElementsAre("name", "phones", "emails", "messengers", "company_id", "job_title"));
  EXPECT_THAT(KeysOf(Of(ENTITY_COMPANY).fields()),
              ElementsAre("name", "tax_number", "phones", "emails", "site", "address"));
  EXPECT_EQ(Of(ENTITY_DEAL).etag(), 0);
  EXPECT_EQ(office_.anna.Call<ListFieldSetsResponse>(ListFieldSetsRequest()).field_sets_size(), 3);
}

TEST_F(FieldSetTest, TakesFieldsOfTheAccountsOwnAndTellsEverybody) {
  auto wanted = With({OwnField("requirements", Field::KIND_MULTILINE_TEXT), ShippingField()});
  auto& group = *wanted.add_groups();
  group.set_key("terms");
  group.set_name("Условия");
  wanted.mutable_fields(1)->set_label("Бюджет");
  wanted.mutable_fields(7)->set_group("terms");
  const auto made = office_.olga.Call<FieldSet>(Updating(wanted));
  EXPECT_EQ(made.etag(), 1);
  EXPECT_THAT(KeysOf(made.fields()), ElementsAre("name", "amount", "amount_confirmed", "deadline", "contact_id",
                                                 "company_id", "requirements", "shipping"));
  EXPECT_EQ(made.fields(1).kind(), Field::KIND_MONEY);
  EXPECT_TRUE(made.fields(1).system());
  EXPECT_EQ(Of(ENTITY_DEAL).SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(office_.LastChange<FieldSet>().after.SerializeAsString(), made.SerializeAsString());
}

TEST_F(FieldSetTest, AlwaysHasTheSystemFields) {
  FieldSet wanted;
  wanted.set_entity(ENTITY_DEAL);
  *wanted.add_fields() = ShippingField();
  wanted.add_fields()->set_key("amount");
  const auto made = office_.olga.Call<FieldSet>(Updating(wanted));
  EXPECT_THAT(KeysOf(made.fields()),
              ElementsAre("name", "amount_confirmed", "deadline", "contact_id", "company_id", "shipping", "amount"));
}

// As one that a release without companies has stored.
TEST_F(FieldSetTest, GetsTheSystemFieldsOfANewerRelease) {
  auto stored = office_.olga.Call<FieldSet>(Updating(With({ShippingField()})));
  stored.mutable_fields()->DeleteSubrange(5, 1);
  stored.mutable_fields()->SwapElements(0, 5);
  Crm().db().Execute("UPDATE field_sets SET definition = ? WHERE account_id = ? AND id = ?",
                     storage::Bytes{stored.SerializeAsString()}, office_.account_id(), stored.id());
  EXPECT_THAT(KeysOf(Of(ENTITY_DEAL).fields()),
              ElementsAre("shipping", "amount", "amount_confirmed", "deadline", "contact_id", "company_id", "name"));
}

TEST_F(FieldSetTest, IsForAdminsToChange) {
  EXPECT_EQ(FailureOf(office_.galina, Updating(With({}))).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST_F(FieldSetTest, IsNotOverwrittenWhereAnotherHasChangedIt) {
  office_.olga.Call<FieldSet>(Updating(With({ShippingField()})));
  auto request = Updating(With({}));
  request.set_etag(7);
  EXPECT_EQ(FailureOf(office_.olga, request).reason(), "STALE_ETAG");
}

TEST_F(FieldSetTest, NamesAllItsContradictionsAtOnce) {
  auto bounded = OwnField("bounded", Field::KIND_NUMBER);
  bounded.set_min("5");
  bounded.set_max("4.9");
  auto text = OwnField("text", Field::KIND_TEXT);
  text.set_min("1");
  text.set_group("nowhere");
  text.add_pipelines("nowhere");
  Field nameless;
  nameless.set_key("nameless");
  auto wanted =
      With({bounded, text, nameless, OwnField("choice", Field::KIND_CHOICE), ShippingField(), ShippingField()});
  EXPECT_THAT(ViolationsOf(office_.olga, Updating(wanted)),
              UnorderedElementsAre(
                  "BOUNDS_REVERSED at field_set.fields[6].max", "NOT_OF_THIS_KIND at field_set.fields[7].min",
                  "UNKNOWN_GROUP at field_set.fields[7].group", "UNKNOWN_PIPELINE at field_set.fields[7].pipelines[0]",
                  "LABEL_REQUIRED at field_set.fields[8].label", "KIND_REQUIRED at field_set.fields[8].kind",
                  "CHOICES_REQUIRED at field_set.fields[9].choices", "DUPLICATE_KEY at field_set.fields[11].key"));
}

TEST_F(FieldSetTest, KeepsTheValuesOfARemovedFieldUntilItComesBack) {
  const auto requirements = OwnField("requirements", Field::KIND_TEXT);
  office_.olga.Call<FieldSet>(Updating(With({requirements})));
  const auto deal = Filled("requirements", Text("Нужны стулья"));
  const auto without = office_.olga.Call<FieldSet>(Updating(With({})));
  EXPECT_THAT(KeysOf(without.removed_fields()), ElementsAre("requirements"));
  UpdateDealRequest clear;
  clear.set_deal_id(deal.id());
  clear.mutable_deal()->set_name("Стулья");
  clear.mutable_update_mask()->add_paths("*");
  office_.anna.Call<Deal>(clear);
  const auto back = office_.olga.Call<FieldSet>(Updating(With({requirements})));
  EXPECT_THAT(back.removed_fields(), IsEmpty());
  EXPECT_EQ(office_.Find(deal.id()).fields().at("requirements").text(), "Нужны стулья");
}

TEST_F(FieldSetTest, NeverChangesTheKindOfAFieldNorLosesAChoice) {
  office_.olga.Call<FieldSet>(Updating(With({OwnField("requirements", Field::KIND_TEXT), ShippingField()})));
  auto shipping = ShippingField();
  shipping.mutable_choices()->RemoveLast();
  const auto wanted = With({OwnField("requirements", Field::KIND_NUMBER), shipping});
  EXPECT_THAT(RefusalsOf(Updating(wanted)), UnorderedElementsAre("KIND_FIXED at field_set.fields[6].kind",
                                                                 "CHOICE_REMOVED at field_set.fields[7].choices"));
  office_.olga.Call<FieldSet>(Updating(With({})));
  EXPECT_THAT(RefusalsOf(Updating(With({OwnField("requirements", Field::KIND_NUMBER)}))),
              ElementsAre("KIND_FIXED at field_set.fields[6].kind"));
}

TEST_F(FieldSetTest, IsEachAccountsOwn) {
  office_.olga.Call<FieldSet>(Updating(With({ShippingField()})));
  Colleagues others;
  EXPECT_EQ(others.anna.Call<FieldSet>(Getting(ENTITY_DEAL)).fields_size(), 6);
}

TEST_F(FieldSetTest, SaysWhichValuesADealMayHave) {
  office_.olga.Call<FieldSet>(Updating(With({OwnField("head", Field::KIND_USER), ShippingField()})));
  auto request = NewDeal();
  (*request.mutable_deal()->mutable_fields())["head"].set_user_id(777);
  (*request.mutable_deal()->mutable_fields())["shipping"].set_choice("drone");
  EXPECT_THAT(ViolationsOf(office_.anna, request), UnorderedElementsAre("UNKNOWN_USER at deal.fields[\"head\"]",
                                                                        "UNKNOWN_CHOICE at deal.fields[\"shipping\"]"));
}

TEST_F(FieldSetTest, LetsOneValueChangeAndTellsWhichItWas) {
  office_.olga.Call<FieldSet>(Updating(With({OwnField("a", Field::KIND_TEXT), OwnField("b", Field::KIND_TEXT)})));
  auto create = NewDeal();
  (*create.mutable_deal()->mutable_fields())["a"] = Text("1");
  (*create.mutable_deal()->mutable_fields())["b"] = Text("2");
  const auto deal = office_.anna.Call<Deal>(create);
  UpdateDealRequest request;
  request.set_deal_id(deal.id());
  (*request.mutable_deal()->mutable_fields())["a"] = Text("3");
  request.mutable_update_mask()->add_paths("fields.a");
  request.mutable_update_mask()->add_paths("fields.b");
  const auto after = office_.anna.Call<Deal>(request);
  EXPECT_EQ(after.fields_size(), 1);
  EXPECT_EQ(after.fields().at("a").text(), "3");
  EXPECT_EQ(office_.Find(deal.id()).fields_size(), 1);

  const auto change = office_.LastChange<Deal>();
  EXPECT_EQ(change.before.fields().at("a").text(), "1");
  EXPECT_EQ(change.before.fields().at("b").text(), "2");
  EXPECT_EQ(change.after.fields_size(), 1);
  const auto edit = office_.TimelineOf(deal.id()).back().edit();
  EXPECT_THAT(edit.fields(), ElementsAre("fields.a", "fields.b"));
  EXPECT_EQ(edit.before().fields_size(), 2);
  EXPECT_EQ(edit.after().fields_size(), 1);
}

TEST_F(FieldSetTest, LeavesTheOtherValuesAloneWithoutAMask) {
  office_.olga.Call<FieldSet>(Updating(With({OwnField("a", Field::KIND_TEXT), OwnField("b", Field::KIND_TEXT)})));
  const auto deal = Filled("a", Text("1"));
  UpdateDealRequest request;
  request.set_deal_id(deal.id());
  (*request.mutable_deal()->mutable_fields())["b"] = Text("2");
  EXPECT_EQ(office_.anna.Call<Deal>(request).fields_size(), 2);
}

}  // namespace
}  // namespace voronka::testing

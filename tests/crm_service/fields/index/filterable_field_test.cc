#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/fields/index/indexed_office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

ListContactsRequest Wanting(const FieldFilter& filter) {
  ListContactsRequest request;
  *request.add_field_filters() = filter;
  return request;
}

int64_t IndexedOf(const IndexedOffice& office) {
  return Crm().db().Query("SELECT COUNT(*) FROM indexed_values WHERE account_id = ?", office.account_id()).at(0).Int(0);
}

// Until nothing waits any more.
void FinishIndexes() {
  for (int i = 0; i < 60; ++i) Crm().DoHousekeeping();
}

TEST(FilterableField, FindsWhoHasTheValueNow) {
  IndexedOffice office(false, true);
  const auto petr = office.Make("Пётр", "A 17");
  office.Make("Иван", "A 18");
  office.Make("Семён", "a 17");
  EXPECT_THAT(office.NamesWith("A 17"), ElementsAre("Пётр", "Семён"));
  office.anna.Call<Contact>(office.GivingPass(petr.id(), "A 18"));
  EXPECT_THAT(office.NamesWith("A 17"), ElementsAre("Семён"));
  EXPECT_THAT(office.NamesWith("A 18"), ElementsAre("Пётр", "Иван"));
  office.anna.Call<Contact>(office.GivingPass(petr.id(), ""));
  EXPECT_THAT(office.NamesWith("A 18"), ElementsAre("Иван"));
}

TEST(FilterableField, NarrowsOtherFilters) {
  IndexedOffice office(false, true);
  auto known = office.WithPass("Пётр", "A 17");
  known.mutable_contact()->add_phones("+79161234567");
  office.anna.Call<Contact>(known);
  auto request = Wanting(Having("pass", "A 18"));
  request.set_phone("+79161234567");
  EXPECT_EQ(office.anna.Call<ListContactsResponse>(request).contacts_size(), 0);
  *request.mutable_field_filters(0) = Having("pass", "a 17");
  EXPECT_EQ(office.anna.Call<ListContactsResponse>(request).contacts_size(), 1);
}

TEST(FilterableField, FindsDealsOfAStageAndCompanies) {
  IndexedOffice office;
  for (const auto entity : {ENTITY_DEAL, ENTITY_COMPANY}) {
    auto set = office.olga.Call<FieldSet>(Getting(entity));
    auto field = ShippingField();
    field.set_kind(Field::KIND_CHOICES);
    field.set_filterable(true);
    *set.add_fields() = field;
    office.olga.Call<FieldSet>(Updating(set));
  }
  FieldFilter both;
  both.set_field("shipping");
  for (const char* key : {"pickup", "delivery"}) both.mutable_value()->mutable_choices()->add_keys(key);
  FieldFilter one = both;
  one.mutable_value()->mutable_choices()->mutable_keys()->RemoveLast();

  auto deal = NewDeal();
  (*deal.mutable_deal()->mutable_fields())["shipping"] = one.value();
  office.anna.Call<Deal>(deal);
  (*deal.mutable_deal()->mutable_fields())["shipping"] = both.value();
  const auto with_both = office.anna.Call<Deal>(deal);
  ListDealsRequest deals;
  deals.set_pipeline("sales");
  deals.set_stage("new");
  *deals.add_field_filters() = one;
  EXPECT_EQ(office.anna.Call<ListDealsResponse>(deals).deals_size(), 2);
  *deals.mutable_field_filters(0) = both;
  const auto found = office.anna.Call<ListDealsResponse>(deals);
  ASSERT_EQ(found.deals_size(), 1);
  EXPECT_EQ(found.deals(0).id(), with_both.id());

  CreateCompanyRequest company;
  company.mutable_company()->set_name("Ромашка");
  (*company.mutable_company()->mutable_fields())["shipping"] = one.value();
  office.anna.Call<Company>(company);
  ListCompaniesRequest companies;
  companies.set_name("ромаш");
  *companies.add_field_filters() = one;
  EXPECT_EQ(office.anna.Call<ListCompaniesResponse>(companies).companies_size(), 1);
  *companies.mutable_field_filters(0) = both;
  EXPECT_EQ(office.anna.Call<ListCompaniesResponse>(companies).companies_size(), 0);
}

TEST(FilterableField, IsNamedWithAValueOfItsKind) {
  IndexedOffice office(false, true);
  EXPECT_THAT(ViolationsOf(office.anna, Wanting(Having("nothing", "A 17"))),
              ElementsAre("UNKNOWN_FIELD at field_filters[0].field"));
  EXPECT_THAT(ViolationsOf(office.anna, Wanting(Having("name", "Пётр"))),
              ElementsAre("UNKNOWN_FIELD at field_filters[0].field"));
  auto filter = Having("pass", "");
  filter.mutable_value()->set_number("17");
  EXPECT_THAT(ViolationsOf(office.anna, Wanting(filter)), ElementsAre("WRONG_KIND at field_filters[0].value"));
  office.SetPass(true, false);
  EXPECT_THAT(ViolationsOf(office.anna, Wanting(Having("pass", "A 17"))),
              ElementsAre("NOT_FILTERABLE at field_filters[0].field"));
}

TEST(FilterableField, HasTheValuesThatWereThereBefore) {
  IndexedOffice office;
  office.Make("Пётр", "A 17");
  EXPECT_FALSE(office.SetPass(false, true).index_filling());
  EXPECT_THAT(office.NamesWith("A 17"), ElementsAre("Пётр"));
}

TEST(FilterableField, KeepsItsIndexWhileItIsInTheBin) {
  IndexedOffice office(false, true);
  office.Make("Пётр", "A 17");
  const auto index_id = office.Pass().index_id();
  auto set = office.olga.Call<FieldSet>(Getting(ENTITY_CONTACT));
  set.mutable_fields()->RemoveLast();
  office.olga.Call<FieldSet>(Updating(set));
  EXPECT_EQ(office.SetPass(false, true).index_id(), index_id);
  EXPECT_THAT(office.NamesWith("A 17"), ElementsAre("Пётр"));
}

TEST(FilterableField, IsFilledInPortionsWhereValuesAreMany) {
  IndexedOffice office;
  const auto petr = office.Make("Пётр", "A 17");
  office.MakeMany();
  EXPECT_TRUE(office.SetPass(false, true).index_filling());
  const auto failure = FailureOf(office.anna, Wanting(Having("pass", "A 17")));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "INDEX_NOT_READY");
  Crm().DoHousekeeping();
  // One that has been looked at, and one that comes meanwhile.
  office.anna.Call<Contact>(office.GivingPass(petr.id(), "A 18"));
  office.Make("Иван", "A 18");
  FinishIndexes();
  EXPECT_FALSE(office.Pass().index_filling());
  EXPECT_THAT(office.NamesWith("A 18"), ElementsAre("Пётр", "Иван"));
  EXPECT_EQ(IndexedOf(office), 2'049);
  EXPECT_FALSE(office.LastChange<FieldSet>().after.fields().rbegin()->index_filling());
}

// As the programs of the release before write values, of which the index does not learn.
TEST(FilterableField, LearnsWhatAnEarlierReleaseHasWritten) {
  IndexedOffice office(false, true);
  const auto petr = office.Make("Пётр", "A 17");
  Crm().db().Execute("UPDATE indexed_values SET value = 'a 16' WHERE account_id = ? AND resource_id = ?",
                     office.account_id(), petr.id());
  EXPECT_THAT(office.NamesWith("A 16"), ElementsAre("Пётр"));
  // Those of other tests come first.
  for (int i = 0; i < 200; ++i) Crm().DoHousekeeping();
  EXPECT_THAT(office.NamesWith("A 16"), IsEmpty());
  EXPECT_THAT(office.NamesWith("A 17"), ElementsAre("Пётр"));
  EXPECT_EQ(IndexedOf(office), 1);
}

TEST(FilterableField, LeavesNothingInAnIndexThatHasEnded) {
  IndexedOffice office(false, true);
  office.Make("Пётр", "A 17");
  EXPECT_EQ(IndexedOf(office), 1);
  office.SetPass(false, false);
  FinishIndexes();
  EXPECT_EQ(IndexedOf(office), 0);
  office.SetPass(false, true);
  EXPECT_THAT(office.NamesWith("A 17"), ElementsAre("Пётр"));
  EXPECT_THAT(office.NamesWith("A 18"), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing

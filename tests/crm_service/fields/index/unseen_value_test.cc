// What the index knows of what a role does not see, it does not tell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/fields/index/indexed_office.h"
#include "tests/crm_service/people/access/limits.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kCanary[] = "Канарейка";

// Deals, contacts and companies have the text field `pass`, and managers see only their own of each.
class UnseenValue : public ::testing::Test {
 protected:
  void SetPass(bool unique, bool filterable, bool hidden) {
    for (const auto entity : {ENTITY_DEAL, ENTITY_CONTACT, ENTITY_COMPANY}) {
      auto set = office_.olga.Call<FieldSet>(Getting(entity));
      auto field = OwnField("pass", Field::KIND_TEXT);
      field.set_unique(unique);
      field.set_filterable(filterable);
      if (hidden) field.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
      *set.add_fields() = field;
      office_.olga.Call<FieldSet>(Updating(set));
    }
    LimitManagers(office_, READ_SCOPE_OWN);
  }

  static CreateDealRequest DealWithPass() {
    auto request = NewDeal();
    request.mutable_deal()->set_name(kCanary);
    (*request.mutable_deal()->mutable_fields())["pass"] = TextValue("A 17");
    return request;
  }
  static CreateContactRequest ContactWithPass() {
    auto request = NewContact(kCanary);
    (*request.mutable_contact()->mutable_fields())["pass"] = TextValue("A 17");
    return request;
  }
  static CreateCompanyRequest CompanyWithPass() {
    CreateCompanyRequest request;
    request.mutable_company()->set_name(kCanary);
    (*request.mutable_company()->mutable_fields())["pass"] = TextValue("A 17");
    return request;
  }

  // The value is another's, whose name is told only to whoever sees them.
  void ExpectTaken(const google::protobuf::Message& request, const std::string& place) {
    EXPECT_THAT(ViolationsOf(office_.boris, request), ElementsAre("FIELD_VALUE_TAKEN at " + place));
    const auto failure = FailureOf(office_.boris, request);
    EXPECT_THAT(failure.localized_message(), AllOf(Not(HasSubstr(kCanary)), Not(HasSubstr("#")))) << place;
    EXPECT_THAT(failure.what(), Not(HasSubstr(kCanary))) << place;
    EXPECT_THAT(FailureOf(office_.galina, request).localized_message(), HasSubstr(kCanary)) << place;
  }

  Office office_;
};

TEST_F(UnseenValue, IsTakenByNobodyInParticular) {
  SetPass(true, false, false);
  office_.anna.Call<Deal>(DealWithPass());
  office_.anna.Call<Contact>(ContactWithPass());
  office_.anna.Call<Company>(CompanyWithPass());
  ExpectTaken(DealWithPass(), "deal.fields[\"pass\"]");
  ExpectTaken(ContactWithPass(), "contact.fields[\"pass\"]");
  ExpectTaken(CompanyWithPass(), "company.fields[\"pass\"]");
}

TEST_F(UnseenValue, IsNotGuessedByAFilter) {
  SetPass(false, true, true);
  ListDealsRequest deals;
  deals.set_pipeline("sales");
  deals.set_stage("new");
  ListContactsRequest contacts;
  ListCompaniesRequest companies;
  for (auto* filter : {deals.add_field_filters(), contacts.add_field_filters(), companies.add_field_filters()}) {
    *filter = Having("pass", "A 17");
  }
  const auto is_unknown = ElementsAre("UNKNOWN_FIELD at field_filters[0].field");
  EXPECT_THAT(ViolationsOf(office_.anna, deals), is_unknown);
  EXPECT_THAT(ViolationsOf(office_.anna, contacts), is_unknown);
  EXPECT_THAT(ViolationsOf(office_.anna, companies), is_unknown);
  EXPECT_EQ(office_.galina.Call<ListDealsResponse>(deals).deals_size(), 0);
}

}  // namespace
}  // namespace voronka::testing

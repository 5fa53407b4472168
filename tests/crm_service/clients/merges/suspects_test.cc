#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/clients/identity/likeness_renewal.h"
#include "tests/crm_service/clients/merges/merge_calls.h"
#include "tests/crm_service/people/access/limits.h"
#include "voronka/crm/v1/shared_point.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Company Made(client::Client& who, const std::string& name, const std::string& tax_number, const std::string& phone) {
  CreateCompanyRequest request;
  request.mutable_company()->set_name(name);
  request.mutable_company()->set_tax_number(tax_number);
  if (!phone.empty()) request.mutable_company()->add_phones(phone);
  return who.Call<Company>(request);
}

std::vector<Suspect::Reason> ReasonsOf(const Suspect& suspect) {
  std::vector<Suspect::Reason> reasons;
  for (const auto& likeness : suspect.likenesses()) reasons.push_back(likeness.reason());
  return reasons;
}

TEST(Suspects, AreCompaniesWithTheSameNameNumberOrPhone) {
  Office office;
  const auto first = Made(office.anna, "ООО «Ромашка»", "7701234567", "+74950000001");
  Made(office.anna, "Василёк", "7707654321", "+74950000002");
  const auto again = Made(office.boris, "Ромашка, ООО", "7701234567", "+74950000001");
  const auto found = Suspects(office.anna, CLIENT_KIND_COMPANY);
  ASSERT_EQ(found.suspects_size(), 1);
  EXPECT_EQ(found.suspects(0).client_id(), again.id());
  EXPECT_EQ(found.suspects(0).likenesses(0).client_id(), first.id());
  EXPECT_EQ(found.suspects(0).likenesses(0).name(), "ООО «Ромашка»");
  EXPECT_THAT(ReasonsOf(found.suspects(0)),
              UnorderedElementsAre(Suspect::REASON_PHONE, Suspect::REASON_TAX_NUMBER, Suspect::REASON_NAME));
}

TEST(Suspects, AreNoneAfterTheirMergeAndAgainAfterItsUndo) {
  Office office;
  const auto first = Made(office.anna, "Ромашка", "", "");
  const auto again = Made(office.anna, "Ромашка", "", "");
  const auto merge = office.anna.Call<Merge>(MergingCompanies(first.id(), again.id()));
  EXPECT_THAT(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects(), IsEmpty());
  office.anna.Call<UndoMergeResponse>(Undoing(merge.id()));
  EXPECT_EQ(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects_size(), 1);
}

TEST(Suspects, AreContactsOfOneNameAtOneCompany) {
  Office office;
  auto request = NewContact("Пётр Иванов");
  request.mutable_contact()->set_company_id(Made(office.anna, "Ромашка", "", "").id());
  office.anna.Call<Contact>(request);
  request.mutable_contact()->set_name("Иванов Пётр");
  const auto again = office.anna.Call<Contact>(request);
  office.anna.Call<Contact>(NewContact("Пётр Иванов"));
  const auto found = Suspects(office.anna, CLIENT_KIND_CONTACT);
  ASSERT_EQ(found.suspects_size(), 1);
  EXPECT_EQ(found.suspects(0).client_id(), again.id());
  EXPECT_THAT(ReasonsOf(found.suspects(0)), UnorderedElementsAre(Suspect::REASON_NAME));
}

TEST(Suspects, AreNotToldToWhoeverDoesNotSeeThem) {
  Office office;
  CreateCompanyRequest request;
  request.mutable_company()->set_name("Ромашка");
  request.mutable_company()->set_responsible_user_id(office.boris_id());
  office.boris.Call<Company>(request);
  Made(office.anna, "Ромашка", "", "");
  EXPECT_EQ(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects_size(), 1);
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_THAT(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects(), IsEmpty());
}

TEST(Suspects, AreNoneBecauseOfASharedPhone) {
  Office office;
  constexpr char kSwitchboard[] = "+74950000009";
  const auto contact = office.anna.Call<Contact>(NewContact("Коммутатор", kSwitchboard));
  Made(office.anna, "Ромашка", "", kSwitchboard);
  Made(office.anna, "Василёк", "", kSwitchboard);
  EXPECT_EQ(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects_size(), 1);
  MarkSharedPointRequest mark;
  mark.set_contact_id(contact.id());
  mark.set_phone(kSwitchboard);
  office.anna.Call<SharedPoint>(mark);
  EXPECT_THAT(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects(), IsEmpty());
}

TEST(Suspects, AreFoundAmongClientsOfAnEarlierRelease) {
  Office office;
  Made(office.anna, "Ромашка", "", "");
  Made(office.anna, "Ромашка", "", "");
  Crm().db().Execute("DELETE FROM likenesses WHERE account_id = ?", office.account_id());
  EXPECT_THAT(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects(), IsEmpty());
  crm::LikenessRenewal renewal;
  while (renewal.RenewPortion(Crm().db())) {
  }
  EXPECT_EQ(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects_size(), 1);
}

TEST(Suspects, AreNoneOnceSomebodySaysSoUntilTheyHaveMoreInCommon) {
  Office office;
  Made(office.anna, "Ромашка", "7701234567", "");
  const auto again = Made(office.anna, "Ромашка", "", "");
  DismissSuspectRequest dismiss;
  EXPECT_EQ(FailureOf(office.anna, dismiss).reason(), "REQUIRED");
  dismiss.set_company_id(again.id());
  office.anna.Call<google::protobuf::Empty>(dismiss);
  EXPECT_THAT(Suspects(office.anna, CLIENT_KIND_COMPANY).suspects(), IsEmpty());
  UpdateCompanyRequest update;
  update.set_company_id(again.id());
  update.mutable_company()->set_tax_number("7701234567");
  office.anna.Call<Company>(update);
  const auto found = Suspects(office.anna, CLIENT_KIND_COMPANY);
  ASSERT_EQ(found.suspects_size(), 1);
  EXPECT_THAT(ReasonsOf(found.suspects(0)), UnorderedElementsAre(Suspect::REASON_TAX_NUMBER));
}

TEST(Suspects, AreListedPageByPage) {
  Office office;
  for (int i = 0; i < 3; ++i) Made(office.anna, "Ромашка", "", "");
  ListSuspectsRequest request;
  request.set_kind(CLIENT_KIND_COMPANY);
  request.set_page_size(1);
  const auto newest = office.anna.Call<ListSuspectsResponse>(request);
  EXPECT_EQ(newest.suspects(0).likenesses_size(), 2);
  request.set_page_token(newest.next_page_token());
  const auto last = office.anna.Call<ListSuspectsResponse>(request);
  EXPECT_EQ(last.suspects(0).likenesses_size(), 1);
  EXPECT_EQ(last.next_page_token(), "");
}

}  // namespace
}  // namespace voronka::testing

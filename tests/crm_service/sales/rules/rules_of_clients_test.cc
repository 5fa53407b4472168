#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

// Stages ask about the company of a deal, which is Ромашка, and about Пётр, who speaks for it.
class RulesOfClients : public ::testing::Test {
 protected:
  void SetRules(int stage, const std::string& rules) {
    auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
    *pipeline.mutable_stages(stage)->mutable_rules() = Parsed<Stage>(rules).rules();
    office_.olga.Call<Pipeline>(Updating(pipeline));
  }
  Contact MakePetr() {
    auto request = NewContact("Пётр", "+79161234567");
    request.mutable_contact()->set_company_id(romashka_.id());
    return office_.anna.Call<Contact>(request);
  }
  Deal MakeDeal() {
    auto request = NewDeal();
    request.mutable_deal()->set_contact_id(petr_.id());
    return office_.anna.Call<Deal>(request);
  }
  std::vector<std::string> Missing(const google::protobuf::Message& request) {
    return ViolationsOf(office_.anna, request);
  }

  Office office_;
  const Company romashka_ = office_.anna.Call<Company>(NewCompany("Ромашка"));
  const Contact petr_ = MakePetr();
  const Deal deal_ = MakeDeal();
};

TEST_F(RulesOfClients, AskTheCompanyInTheSameStep) {
  SetRules(0, R"(rules { key: "who" binding: BINDING_LEAVE fields { fields: "company.tax_number" } })");
  auto move = Moving(deal_.id(), "accepted");
  EXPECT_THAT(Missing(move), ElementsAre("FIELD_REQUIRED at company.tax_number"));
  EXPECT_EQ(FailureOf(office_.anna, move).localized_message(), "Заполните «ИНН».");
  move.mutable_company()->set_tax_number("7701234567");
  EXPECT_EQ(office_.anna.Call<Deal>(move).stage(), "accepted");
  EXPECT_EQ(office_.anna.Call<Company>(GettingCompany(romashka_.id())).tax_number(), "7701234567");
}

TEST_F(RulesOfClients, KeepNothingOfTheCompanyForAMoveThatIsRefused) {
  SetRules(0, R"(rules { key: "who" binding: BINDING_LEAVE
                         fields { fields: "company.tax_number" fields: "company.address" } })");
  auto move = Moving(deal_.id(), "accepted");
  move.mutable_company()->set_tax_number("7701234567");
  EXPECT_THAT(Missing(move), ElementsAre("FIELD_REQUIRED at company.address"));
  EXPECT_EQ(office_.anna.Call<Company>(GettingCompany(romashka_.id())).SerializeAsString(),
            romashka_.SerializeAsString());
}

TEST_F(RulesOfClients, AskForACompany) {
  SetRules(0, R"(rules { key: "who" binding: BINDING_LEAVE fields { fields: "deal.company_id" } })");
  auto move = Moving(office_.AnnasDeal().id(), "accepted");
  EXPECT_THAT(Missing(move), ElementsAre("FIELD_REQUIRED at deal.company_id"));
  move.mutable_company()->set_tax_number("7701234567");
  EXPECT_THAT(ViolationsOf(office_.anna, move), ElementsAre("NO_COMPANY at company"));
}

TEST_F(RulesOfClients, LetNobodyTakeFromACompanyWhatTheyAskedFor) {
  SetRules(1, R"(rules { key: "who" binding: BINDING_FROM_HERE_ON fields { fields: "company.address" } })");
  auto move = Moving(deal_.id(), "accepted");
  move.mutable_company()->set_address("Тверь");
  office_.anna.Call<Deal>(move);
  const auto emptied = ChangingCompany(romashka_.id(), "address");
  EXPECT_THAT(Missing(emptied), ElementsAre("FIELD_REQUIRED at company.address"));
  UpdateDealRequest detached;
  detached.set_deal_id(deal_.id());
  detached.mutable_deal();
  detached.mutable_update_mask()->add_paths("company_id");
  EXPECT_THAT(Missing(detached), ElementsAre("FIELD_REQUIRED at company.address"));
  office_.anna.Call<Deal>(Losing(deal_.id(), "price"));
  EXPECT_EQ(office_.anna.Call<Company>(emptied).address(), "");
}

TEST_F(RulesOfClients, AreAskedOnceNothingIsWrongWithAnyOfThem) {
  SetRules(0, R"(rules { key: "who" binding: BINDING_LEAVE fields { fields: "deal.amount" } })");
  auto move = Moving(deal_.id(), "accepted");
  (*move.mutable_deal()->mutable_fields())["nobody"].set_text("?");
  move.mutable_contact()->add_phones("12 доб 3");
  move.mutable_company()->set_tax_number("12");
  EXPECT_THAT(ViolationsOf(office_.anna, move),
              ElementsAre("UNKNOWN_FIELD at deal.fields[\"nobody\"]", "MALFORMED at contact.phones[0]",
                          "MALFORMED at company.tax_number"));
}

TEST_F(RulesOfClients, AreToldTogetherWithThoseOfTheMove) {
  office_.anna.Call<Deal>(Moving(deal_.id(), "accepted"));
  auto filled = ChangingCompany(romashka_.id(), "address");
  filled.mutable_company()->set_address("Тверь");
  office_.anna.Call<Company>(filled);
  SetRules(1, R"(rules { key: "who" binding: BINDING_FROM_HERE_ON
                         fields { fields: "contact.phones" fields: "company.address" } }
                 rules { key: "money" binding: BINDING_LEAVE fields { fields: "deal.amount" } })");
  auto move = Moving(deal_.id(), "talks");
  move.mutable_contact();
  move.mutable_contact_update_mask()->add_paths("phones");
  move.mutable_company();
  move.mutable_company_update_mask()->add_paths("address");
  EXPECT_THAT(Missing(move),
              UnorderedElementsAre("FIELD_REQUIRED at contact.phones", "FIELD_REQUIRED at company.address",
                                   "FIELD_REQUIRED at deal.amount"));
  EXPECT_EQ(office_.anna.Call<Company>(GettingCompany(romashka_.id())).address(), "Тверь");
}

TEST_F(RulesOfClients, AreAskedOfWhatTheMoveMakesOfAllThree) {
  office_.anna.Call<Deal>(Moving(deal_.id(), "accepted"));
  SetRules(1, R"(rules { key: "who" binding: BINDING_FROM_HERE_ON fields { fields: "contact.phones" } })");
  auto move = Moving(deal_.id(), "talks");
  move.mutable_deal()->set_contact_id(office_.anna.Call<Contact>(NewContact("Павел")).id());
  EXPECT_THAT(Missing(move), ElementsAre("FIELD_REQUIRED at contact.phones"));
  move.mutable_contact()->add_phones("+79160000003");
  EXPECT_EQ(office_.anna.Call<Deal>(move).stage(), "talks");
}

TEST_F(RulesOfClients, LetNobodyChangeAnotherManagersClientWithAMove) {
  auto of_boris = ChangingCompany(romashka_.id(), "responsible_user_id");
  of_boris.mutable_company()->set_responsible_user_id(office_.boris_id());
  office_.anna.Call<Company>(of_boris);
  auto move = Moving(deal_.id(), "accepted");
  move.mutable_company()->set_address("Тверь");
  auto failure = FailureOf(office_.anna, move);
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
  move.clear_company();
  UpdateContactRequest contact_of_boris;
  contact_of_boris.set_contact_id(petr_.id());
  contact_of_boris.mutable_contact()->set_responsible_user_id(office_.boris_id());
  office_.anna.Call<Contact>(contact_of_boris);
  move.mutable_contact()->set_job_title("Директор");
  failure = FailureOf(office_.anna, move);
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(office_.Find(deal_.id()).stage(), "new");
}

// A rule about the contact may hold only for some companies.
TEST_F(RulesOfClients, ReadTheCompanyWhenTheContactChanges) {
  SetRules(1, R"(rules { key: "call" binding: BINDING_FROM_HERE_ON fields { fields: "contact.phones" }
                         condition { comparison { field: "company.address" operator: OPERATOR_FILLED } } })");
  office_.anna.Call<Deal>(Moving(deal_.id(), "accepted"));
  UpdateContactRequest emptied;
  emptied.set_contact_id(petr_.id());
  emptied.mutable_contact();
  emptied.mutable_update_mask()->add_paths("phones");
  auto moved_to = ChangingCompany(romashka_.id(), "address");
  moved_to.mutable_company()->set_address("Тверь");
  office_.anna.Call<Company>(moved_to);
  EXPECT_THAT(Missing(emptied), ElementsAre("FIELD_REQUIRED at contact.phones"));
  office_.anna.Call<Company>(ChangingCompany(romashka_.id(), "address"));
  EXPECT_EQ(office_.anna.Call<Contact>(emptied).phones_size(), 0);
}

}  // namespace
}  // namespace voronka::testing

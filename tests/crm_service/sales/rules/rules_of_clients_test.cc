#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

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
    std::vector<std::string> missing;
    const auto failure = FailureOf(office_.anna, request);
    for (const auto& violation : failure.precondition_violations()) {
      missing.push_back(violation.type() + " at " + violation.subject());
    }
    return missing;
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

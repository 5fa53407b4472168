#include "crm_service/sales/rules/approval_digest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::v1::Stage;

constexpr const char* kOfDiscount =
    R"(rules { approval { role: ROLE_HEAD_OF_SALES }
               condition { comparison { field: "deal.discount" operator: OPERATOR_MORE values { number: "10" } } } } )";
constexpr const char* kOfCity =
    R"(rules { approval { role: ROLE_HEAD_OF_SALES }
               condition { comparison { field: "contact.city" operator: OPERATOR_FILLED } } } )";

class DigestOfApproval : public ::testing::Test {
 protected:
  std::string Of(const std::string& rules) const {
    const auto asking = Parsed<Stage>(rules);
    std::vector<crm::BindingRule> binding;
    for (const auto& rule : asking.rules()) binding.push_back({&asking, &rule});
    return crm::ApprovalDigest(binding, {.deal = deal_, .contact = &contact_});
  }

  crm::v1::Deal deal_ = Parsed<crm::v1::Deal>(R"(
    id: 7 contact_id: 3 amount { minor: 100 currency: "RUB" }
    fields { key: "discount" value { number: "15" } } fields { key: "size" value { number: "2" } })");
  crm::v1::Contact contact_ =
      Parsed<crm::v1::Contact>(R"(id: 3 name: "Пётр" fields { key: "city" value { text: "Тула" } })");
};

TEST_F(DigestOfApproval, IsTheSameWhileNothingChangesThatWasAgreedTo) {
  const auto before = Of(kOfDiscount);
  EXPECT_EQ(before.size(), 64u);
  deal_.set_name("Кирпич");
  deal_.set_etag(9);
  (*deal_.mutable_fields())["size"].set_number("3");
  contact_.set_name("Павел");
  EXPECT_EQ(Of(kOfDiscount), before);
}

TEST_F(DigestOfApproval, ChangesWithTheAmountItsCurrencyAndTheClient) {
  auto last = Of("");
  const auto expect_another = [&] {
    EXPECT_NE(Of(""), last);
    last = Of("");
  };
  deal_.mutable_amount()->set_minor(99);
  expect_another();
  deal_.mutable_amount()->set_currency("USD");
  expect_another();
  deal_.clear_amount();
  expect_another();
  deal_.set_contact_id(4);
  expect_another();
  deal_.set_company_id(4);
  expect_another();
}

TEST_F(DigestOfApproval, ChangesWithWhatAConditionReads) {
  const auto before = Of(kOfDiscount);
  (*deal_.mutable_fields())["discount"].set_number("14");
  EXPECT_NE(Of(kOfDiscount), before);
  const auto of_city = Of(kOfCity);
  (*contact_.mutable_fields())["city"].set_text("Орёл");
  EXPECT_NE(Of(kOfCity), of_city);
}

TEST_F(DigestOfApproval, ChangesWithTheConditionsAndNotWithTheirOrder) {
  const std::string discount = kOfDiscount;
  const std::string city = kOfCity;
  EXPECT_NE(Of(discount), Of(city));
  EXPECT_NE(Of(discount), Of(discount + city));
  EXPECT_EQ(Of(city + discount), Of(discount + city));
  const std::string unconditional = "rules { approval { role: ROLE_DIRECTOR } } ";
  EXPECT_EQ(Of(discount + unconditional), Of(discount));
}

TEST_F(DigestOfApproval, ReadsNothingOfRulesThatAskForSomethingElse) {
  const std::string of_comment =
      R"(rules { comment {} condition { comparison { field: "contact.city" operator: OPERATOR_FILLED } } } )";
  EXPECT_EQ(Of(of_comment), Of(""));
}

}  // namespace
}  // namespace voronka::testing

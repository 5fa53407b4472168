#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/race.h"
#include "tests/crm_service/work/approvals/approvals.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::Property;

// What was agreed to is not what the deal is any more.
class OutdatedApprovals : public Approvals {
 protected:
  static UpdateContactRequest RenamingContact(int64_t contact_id, const std::string& name) {
    UpdateContactRequest request;
    request.set_contact_id(contact_id);
    request.mutable_contact()->set_name(name);
    return request;
  }
  static UpdateDealRequest GivingContact(const Deal& deal, int64_t contact_id) {
    UpdateDealRequest request;
    request.set_deal_id(deal.id());
    request.mutable_deal()->set_contact_id(contact_id);
    return request;
  }
  // Of leaving `new`, with a condition that is true.
  void AskWhere(const std::string& comparison) {
    SetRules(R"(rules { key: "agreed" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES }
                        condition { comparison { )" +
             comparison + " } } }");
  }
  Approval Given(const Deal& deal) { return office_.galina.Call<Approval>(Giving(Ask(deal))); }
  std::string RefusalOfMove(const Deal& deal) { return FailureOf(anna_, Moving(deal.id(), "accepted")).reason(); }
  int64_t ContactOf(const std::string& name) { return anna_.Call<Contact>(NewContact(name)).id(); }
  Deal DealOf(int64_t contact_id) { return anna_.Call<Deal>(GivingContact(NewDealOfAnna(), contact_id)); }
  void ExpectOutdated(const Approval& approval) {
    const auto now = Listed(approval.deal_id()).at(0);
    EXPECT_EQ(now.id(), approval.id());
    EXPECT_EQ(now.state(), Approval::STATE_WITHDRAWN);
    EXPECT_EQ(now.withdrawal(), Approval::WITHDRAWAL_CHANGED);
  }
};

TEST_F(OutdatedApprovals, AreWithdrawnWhenTheAmountChangesBeforeTheAnswer) {
  const auto deal = NewDealOfAnna();
  const auto asked = Ask(deal);
  anna_.Call<Deal>(Pricing(deal, 90'000'00));
  ExpectOutdated(asked);
  EXPECT_EQ(FailureOf(office_.galina, Giving(asked)).reason(), "APPROVAL_WITHDRAWN");
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
  EXPECT_THAT(office_.TimelineOf(deal.id()),
              Contains(Property(&TimelineEntry::kind, TimelineEntry::KIND_APPROVAL_OUTDATED)));
}

TEST_F(OutdatedApprovals, LetNothingThroughThatWasGivenForAnotherAmount) {
  const auto deal = NewDealOfAnna();
  anna_.Call<Deal>(Pricing(deal, 100'000'00));
  const auto given = Given(deal);
  anna_.Call<Deal>(Pricing(deal, 50'000'00));
  ExpectOutdated(given);
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
  Given(deal);
  EXPECT_EQ(anna_.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

TEST_F(OutdatedApprovals, AreNoneIfWhatWasAgreedToStays) {
  const auto deal = NewDealOfAnna();
  anna_.Call<Deal>(Pricing(deal, 100'000'00));
  Given(deal);
  anna_.Call<Deal>(Pricing(deal, 100'000'00));
  anna_.Call<Deal>(Renaming(deal.id(), "Кирпич"));
  EXPECT_EQ(anna_.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

// The approval that the move is refused for stands as it stood.
TEST_F(OutdatedApprovals, AreFoundOutByAMoveThatBringsAnotherAmount) {
  const auto deal = NewDealOfAnna();
  Given(deal);
  auto move = Moving(deal.id(), "accepted");
  *move.mutable_deal() = Pricing(deal, 1'00).deal();
  EXPECT_EQ(FailureOf(anna_, move).reason(), "APPROVAL_REQUIRED");
  EXPECT_EQ(Listed(deal.id()).at(0).state(), Approval::STATE_GIVEN);
  EXPECT_EQ(anna_.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

TEST_F(OutdatedApprovals, AreRefusalsOfAnotherAmountToo) {
  const auto deal = NewDealOfAnna();
  office_.galina.Call<Approval>(Refusing(Ask(deal)));
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REFUSED");
  anna_.Call<Deal>(Pricing(deal, 90'000'00));
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
}

TEST_F(OutdatedApprovals, AreThoseOfAnotherClient) {
  const auto deal = DealOf(ContactOf("Пётр"));
  const auto given = Given(deal);
  anna_.Call<Deal>(GivingContact(deal, ContactOf("Мария")));
  ExpectOutdated(given);
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
}

TEST_F(OutdatedApprovals, AreThoseWhoseConditionReadsWhatChangedOfTheContact) {
  AskWhere(R"(field: "contact.name" operator: OPERATOR_FILLED)");
  const auto contact = ContactOf("Пётр");
  const auto deal = DealOf(contact);
  const auto given = Given(deal);
  UpdateContactRequest promoting;
  promoting.set_contact_id(contact);
  promoting.mutable_contact()->set_job_title("Директор");
  anna_.Call<Contact>(promoting);
  EXPECT_EQ(Listed(deal.id()).at(0).state(), Approval::STATE_GIVEN);
  anna_.Call<Contact>(RenamingContact(contact, "Павел"));
  ExpectOutdated(given);
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
}

TEST_F(OutdatedApprovals, AreThoseWhoseConditionReadsWhatChangedOfTheCompany) {
  AskWhere(R"(field: "company.name" operator: OPERATOR_FILLED)");
  CreateCompanyRequest founding;
  founding.mutable_company()->set_name("Ромашка");
  const auto company = anna_.Call<Company>(founding);
  UpdateDealRequest giving;
  const auto deal = NewDealOfAnna();
  giving.set_deal_id(deal.id());
  giving.mutable_deal()->set_company_id(company.id());
  anna_.Call<Deal>(giving);
  const auto given = Given(deal);
  UpdateCompanyRequest renaming;
  renaming.set_company_id(company.id());
  renaming.mutable_company()->set_name("Лютик");
  anna_.Call<Company>(renaming);
  ExpectOutdated(given);
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
}

// Nobody writes the deal, and the next asking tells of it.
TEST_F(OutdatedApprovals, AreThoseOfAnotherCondition) {
  const auto deal = NewDealOfAnna();
  anna_.Call<Deal>(Renaming(deal.id(), "Кирпич"));
  AskWhere(R"(field: "deal.name" operator: OPERATOR_FILLED)");
  const auto asked = Ask(deal);
  AskWhere(R"(field: "deal.deadline" operator: OPERATOR_BLANK)");
  EXPECT_EQ(FailureOf(office_.galina, Giving(asked)).reason(), "APPROVAL_WITHDRAWN");
  EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
  const auto again = Ask(deal);
  const auto all = Listed(deal.id());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].id(), again.id());
  EXPECT_EQ(all[1].withdrawal(), Approval::WITHDRAWAL_CHANGED);
}

TEST_F(OutdatedApprovals, AreToldToCanMove) {
  const auto deal = NewDealOfAnna();
  Given(deal);
  anna_.Call<Deal>(Pricing(deal, 90'000'00));
  CanMoveRequest request;
  request.set_deal_id(deal.id());
  request.set_stage("accepted");
  EXPECT_EQ(anna_.Call<CanMoveResponse>(request).verdicts(0).violations(0).reason(), "APPROVAL_REQUIRED");
}

TEST_F(OutdatedApprovals, AreNeverGivenWhileTheAmountChanges) {
  for (int i = 0; i < 10; ++i) {
    const auto deal = NewDealOfAnna();
    const auto asked = Ask(deal);
    Race({[&] { office_.galina.Call<Approval>(Giving(asked)); }, [&] { anna_.Call<Deal>(Pricing(deal, 1'00)); }});
    ExpectOutdated(asked);
    EXPECT_EQ(RefusalOfMove(deal), "APPROVAL_REQUIRED");
  }
}

// As of the release before, which wrote no digest.
TEST_F(OutdatedApprovals, AreNoneOfThoseThatDoNotSayWhatWasAgreedTo) {
  const auto deal = NewDealOfAnna();
  const auto given = Given(deal);
  Crm().db().Execute("UPDATE approvals SET digest = '' WHERE account_id = ? AND id = ?", office_.account_id(),
                     given.id());
  anna_.Call<Deal>(Pricing(deal, 90'000'00));
  EXPECT_EQ(anna_.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

}  // namespace
}  // namespace voronka::testing

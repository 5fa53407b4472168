#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"
#include "voronka/crm/v1/role_access.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Each;
using ::testing::ElementsAre;

constexpr const char* kPhone = "+79161234567";
constexpr const char* kMail = "petr@example.com";

// Пётр has written once.
struct KnownClient : Office {
  const Inquiry first = Submit(Asking(kPhone));

  Inquiry Submit(const SubmitInquiryRequest& request) { return intake.Call<Inquiry>(request); }
  // Closes their deal on a stage, as its manager.
  void EndFirstDeal(int64_t manager, const std::string& stage) {
    galina.Call<Deal>(Reassigning(first.deal_id(), manager));
    auto request = Moving(first.deal_id(), stage);
    request.set_loss_reason("price");
    galina.Call<Deal>(request);
  }
  Deal DealOf(const Inquiry& response) { return Find(response.deal_id()); }
  Contact Petr() {
    GetContactRequest request;
    request.set_contact_id(first.contact_id());
    return olga.Call<Contact>(request);
  }
};

int64_t Count(const Office& office, const std::string& table) {
  return Crm().db().Query("SELECT COUNT(*) FROM " + table + " WHERE account_id = ?", office.account_id()).at(0).Int(0);
}

TEST(KnownClient, JoinsTheirOpenDeal) {
  KnownClient office;
  const auto again = office.Submit(Asking("8 916 123-45-67"));
  EXPECT_EQ(again.outcome(), Inquiry::OUTCOME_OPEN_DEAL);
  EXPECT_EQ(again.deal_id(), office.first.deal_id());
  EXPECT_EQ(again.contact_id(), office.first.contact_id());
  EXPECT_NE(again.id(), office.first.id());
}

TEST(KnownClient, DoesNotChangeTheDealTheyJoin) {
  KnownClient office;
  const auto before = office.DealOf(office.first);
  office.Submit(Asking(kPhone));
  EXPECT_EQ(office.DealOf(office.first).SerializeAsString(), before.SerializeAsString());
}

TEST(KnownClient, WithoutANameGetsThatOfTheNextInquiry) {
  KnownClient office;
  auto request = Asking("+79160000042");
  request.mutable_inquiry()->clear_client_name();
  const auto nameless = office.Submit(request);
  const auto contact = [&] {
    GetContactRequest get;
    get.set_contact_id(nameless.contact_id());
    return office.olga.Call<Contact>(get);
  };
  EXPECT_EQ(contact().name(), "");
  request.clear_request_id();
  request.mutable_inquiry()->set_client_name("Анна Пробная");
  office.Submit(request);
  EXPECT_EQ(contact().name(), "Анна Пробная");
}

TEST(KnownClient, WithADotForANameGetsThatOfTheNextInquiry) {
  KnownClient office;
  for (const char* sign : {".", "-", "\u2060"}) {
    auto request = Asking("+79160000043");
    request.mutable_inquiry()->set_client_name(sign);
    GetContactRequest get;
    get.set_contact_id(office.Submit(request).contact_id());
    EXPECT_EQ(office.olga.Call<Contact>(get).name(), "") << sign;
  }
  // As earlier releases have kept it.
  Crm().db().Execute("UPDATE contacts SET name = '.' WHERE account_id = ? AND name = ''", office.account_id());
  auto request = Asking("+79160000043");
  request.mutable_inquiry()->set_client_name("Анна Пробная");
  GetContactRequest get;
  get.set_contact_id(office.Submit(request).contact_id());
  EXPECT_EQ(office.olga.Call<Contact>(get).name(), "Анна Пробная");
}

TEST(KnownClient, KeepsTheNameThatPeopleWrote) {
  KnownClient office;
  UpdateContactRequest rename;
  rename.set_contact_id(office.first.contact_id());
  rename.mutable_contact()->set_name("Пётр из Твери");
  office.olga.Call<Contact>(rename);
  auto request = Asking(kPhone);
  request.mutable_inquiry()->set_client_name("Пётр");
  office.Submit(request);
  EXPECT_EQ(office.Petr().name(), "Пётр из Твери");
}

TEST(KnownClient, JoinsTheNewestOfTheirOpenDeals) {
  KnownClient office;
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(office.first.contact_id());
  const auto newest = office.anna.Call<Deal>(request);
  EXPECT_EQ(office.Submit(Asking(kPhone)).deal_id(), newest.id());
}

// Пётр has an open claim with Анна, in a pipeline that no other is linked with. His purchase is over.
struct ClaimingClient : KnownClient {
  ClaimingClient() {
    auto claims = RepeatPipeline();
    claims.set_key("claims");
    claims.set_name("Рекламации");
    olga.Call<Pipeline>(Creating(claims));
    EndFirstDeal(boris_id(), "lost");
    claim = MakeClaim();
  }

  Deal MakeClaim() {
    CreateDealRequest request;
    request.mutable_deal()->set_pipeline("claims");
    request.mutable_deal()->set_contact_id(first.contact_id());
    return anna.Call<Deal>(request);
  }

  Deal claim;
};

TEST(KnownClient, DoesNotJoinAClaim) {
  ClaimingClient office;
  const auto again = office.Submit(Asking(kPhone));
  EXPECT_EQ(again.outcome(), Inquiry::OUTCOME_KNOWN_CLIENT);
  EXPECT_EQ(office.DealOf(again).pipeline(), "sales");
  // Who handles the claim does not sell.
  EXPECT_EQ(office.DealOf(again).client_manager_user_id(), 0);
  EXPECT_EQ(office.Find(office.claim.id()).SerializeAsString(), office.claim.SerializeAsString());
  EXPECT_EQ(office.Submit(Asking(kPhone)).deal_id(), again.deal_id());
}

TEST(KnownClient, HasNotBoughtWhenAClaimIsSolved) {
  ClaimingClient office;
  office.galina.Call<Deal>(Moving(office.claim.id(), "won"));
  EXPECT_EQ(office.DealOf(office.Submit(Asking(kPhone))).pipeline(), "sales");
}

TEST(KnownClient, JoinsAClaimWithAnInquiryForThatPipeline) {
  ClaimingClient office;
  const auto purchase = office.Submit(Asking(kPhone));
  auto request = Asking(kPhone);
  request.set_pipeline("claims");
  EXPECT_EQ(office.Submit(request).deal_id(), office.claim.id());
  EXPECT_EQ(office.Submit(Asking(kPhone)).deal_id(), purchase.deal_id());
}

TEST(KnownClient, JoinsADealInTheRepeatPipeline) {
  KnownClient office;
  office.EndFirstDeal(office.boris_id(), "won");
  const auto repeat = office.Submit(Asking(kPhone));
  ASSERT_EQ(office.DealOf(repeat).pipeline(), "repeat");
  EXPECT_EQ(office.Submit(Asking(kPhone)).deal_id(), repeat.deal_id());
}

TEST(KnownClient, WhoHasBoughtGoesToTheRepeatPipelineAndTheirCurrentManager) {
  KnownClient office;
  office.EndFirstDeal(office.boris_id(), "won");
  const auto again = office.Submit(Asking(kPhone));
  EXPECT_EQ(again.outcome(), Inquiry::OUTCOME_KNOWN_CLIENT);
  const auto deal = office.DealOf(again);
  EXPECT_EQ(deal.pipeline(), "repeat");
  EXPECT_EQ(deal.stage(), "new");
  EXPECT_EQ(deal.responsible_user_id(), 0);
  EXPECT_EQ(deal.client_manager_user_id(), office.boris_id());
}

TEST(KnownClient, WhoHasNotBoughtGetsANewDeal) {
  KnownClient office;
  office.EndFirstDeal(office.boris_id(), "lost");
  const auto again = office.Submit(Asking(kPhone));
  EXPECT_EQ(again.outcome(), Inquiry::OUTCOME_KNOWN_CLIENT);
  EXPECT_EQ(office.DealOf(again).pipeline(), "sales");
  EXPECT_EQ(office.DealOf(again).client_manager_user_id(), 0);
}

TEST(KnownClient, GetsTheContactsManagerIfTheyHaveNotBought) {
  KnownClient office;
  office.EndFirstDeal(office.boris_id(), "lost");
  UpdateContactRequest request;
  request.set_contact_id(office.first.contact_id());
  request.mutable_contact()->set_responsible_user_id(office.anna_id());
  office.anna.Call<Contact>(request);
  EXPECT_EQ(office.DealOf(office.Submit(Asking(kPhone))).client_manager_user_id(), office.anna_id());
}

TEST(KnownClient, GetsTheManagerOfTheLastWonDeal) {
  KnownClient office;
  office.EndFirstDeal(office.boris_id(), "won");
  const auto second = office.Submit(Asking(kPhone));
  office.galina.Call<Deal>(Reassigning(second.deal_id(), office.anna_id()));
  office.galina.Call<Deal>(Moving(second.deal_id(), "won"));
  EXPECT_EQ(office.DealOf(office.Submit(Asking(kPhone))).client_manager_user_id(), office.anna_id());
}

TEST(KnownClient, GetsNoManagerIfTheirsIsDisabled) {
  KnownClient office;
  office.EndFirstDeal(office.boris_id(), "won");
  office.olga.Call<User>(Disabling(office.boris_id()));
  const auto deal = office.DealOf(office.Submit(Asking(kPhone)));
  EXPECT_EQ(deal.client_manager_user_id(), 0);
  EXPECT_EQ(deal.pipeline(), "repeat");
}

TEST(KnownClient, IsRecognisedByASecondPhone) {
  KnownClient office;
  office.Submit(Asking(kPhone, kMail));
  office.Submit(Asking("+79167654321", kMail));
  EXPECT_EQ(office.Submit(Asking("+79167654321")).contact_id(), office.first.contact_id());
  EXPECT_THAT(office.Petr().phones(), ElementsAre(kPhone, "+79167654321"));
  EXPECT_THAT(office.Petr().emails(), ElementsAre(kMail));
}

TEST(KnownClient, HasAtMostTwentyPhones) {
  KnownClient office;
  office.Submit(Asking(kPhone, kMail));
  for (int i = 10; i < 35; ++i)
    office.Submit(Asking("+791676543" + std::to_string(i) + ", 2-34-" + std::to_string(i), kMail));
  EXPECT_EQ(office.Petr().phones_size(), 20);
  auto request = UpdateContactRequest();
  request.set_contact_id(office.first.contact_id());
  *request.mutable_contact() = office.Petr();
  request.mutable_contact()->set_name("Павел");
  EXPECT_EQ(office.olga.Call<Contact>(request).name(), "Павел");
}

TEST(KnownClient, DoesNotGetATypedPhoneTwice) {
  KnownClient office;
  for (int i = 0; i < 2; ++i) office.Submit(Asking("2-34-56, " + std::string(kPhone)));
  EXPECT_THAT(office.Petr().phones(), ElementsAre(kPhone, "2-34-56"));
}

TEST(KnownClient, WritesAnEventWithTheirNewData) {
  KnownClient office;
  office.Submit(Asking(kPhone, kMail));
  const auto events = office.Events();
  const auto change = events::ReadChange<Contact>(events[events.size() - 2]);
  EXPECT_THAT(change.before.emails(), ElementsAre());
  EXPECT_THAT(change.after.emails(), ElementsAre(kMail));
  EXPECT_EQ(change.after.etag(), 2);
  EXPECT_EQ(change.after.SerializeAsString(), office.Petr().SerializeAsString());
}

TEST(KnownClient, DoesNotTakeAnotherClientsEmail) {
  KnownClient office;
  const auto other = office.Submit(Asking("", kMail));
  const auto both = office.Submit(Asking(kPhone, kMail));
  EXPECT_EQ(both.contact_id(), office.first.contact_id());
  EXPECT_EQ(office.Submit(Asking("", kMail)).contact_id(), other.contact_id());
}

TEST(KnownClient, WhoWritesFromAnotherClientsEmailIsNoSecretToThatOnesManager) {
  KnownClient office;
  auto asking = Asking("", kMail);
  asking.mutable_inquiry()->set_client_name("Анна");
  const auto other = office.Submit(asking);
  office.galina.Call<Deal>(Reassigning(other.deal_id(), office.boris_id()));
  const auto both = office.Submit(Asking(kPhone, kMail));
  ASSERT_EQ(both.other_clients().clients_size(), 1);
  const auto& named = both.other_clients().clients(0);
  EXPECT_EQ(named.contact_id(), other.contact_id());
  EXPECT_EQ(named.name(), "Анна");
  EXPECT_EQ(named.phone_or_email(), kMail);
  EXPECT_EQ(named.deal_id(), other.deal_id());
  EXPECT_EQ(named.manager_user_id(), office.boris_id());
  const auto note = office.TimelineOf(other.deal_id()).back();
  EXPECT_EQ(note.kind(), TimelineEntry::KIND_NOTE);
  EXPECT_EQ(note.text(), "petr@example.com указал и другой клиент («Пётр»): его заявка в сделке #" +
                             std::to_string(both.deal_id()) + ".");
  EXPECT_EQ(office.TimelineOf(both.deal_id()).back().inquiry().SerializeAsString(), both.SerializeAsString());
}

TEST(KnownClient, WhoWritesFromAnotherClientsEmailSaysNothingToAManagerWhoDoesNotSeeTheDeal) {
  KnownClient office;
  const auto other = office.Submit(Asking("", kMail));
  office.galina.Call<Deal>(Reassigning(other.deal_id(), office.boris_id()));
  EXPECT_FALSE(office.Submit(Asking(kPhone, kMail)).other_clients().clients(0).hides_inquiry());
  UpdateRoleAccessRequest limit;
  limit.mutable_role_access()->set_role(options::v1::ROLE_MANAGER);
  limit.mutable_role_access()->set_deals(READ_SCOPE_OWN);
  office.olga.Call<RoleAccess>(limit);
  EXPECT_TRUE(office.Submit(Asking(kPhone, kMail)).other_clients().clients(0).hides_inquiry());
}

TEST(KnownClient, IsRecognisedByAMessenger) {
  KnownClient office;
  auto request = Asking(kPhone);
  request.mutable_inquiry()->set_messenger("@petr_5");
  EXPECT_EQ(office.Submit(request).contact_id(), office.first.contact_id());
  EXPECT_THAT(office.Petr().messengers(), ElementsAre("telegram:petr_5"));
  auto by_messenger = Asking("");
  by_messenger.mutable_inquiry()->clear_client_name();
  by_messenger.mutable_inquiry()->set_messenger("https://t.me/petr_5");
  const auto again = office.Submit(by_messenger);
  EXPECT_EQ(again.contact_id(), office.first.contact_id());
  EXPECT_EQ(again.outcome(), Inquiry::OUTCOME_OPEN_DEAL);
}

TEST(KnownClient, HasThePhoneAndAnotherTheMessenger) {
  KnownClient office;
  auto from_vk = Asking("");
  from_vk.mutable_inquiry()->set_messenger("vk.com/anna_5");
  const auto other = office.Submit(from_vk);
  auto both = Asking(kPhone);
  both.mutable_inquiry()->set_messenger("vk.com/anna_5");
  const auto asked = office.Submit(both);
  EXPECT_EQ(asked.contact_id(), office.first.contact_id());
  ASSERT_EQ(asked.other_clients().clients_size(), 1);
  EXPECT_EQ(asked.other_clients().clients(0).contact_id(), other.contact_id());
  EXPECT_EQ(asked.other_clients().clients(0).phone_or_email(), "vk:anna_5");
  EXPECT_TRUE(office.Petr().messengers().empty());
}

TEST(KnownClient, WhoWritesFromTheirOwnEmailConcernsNobodyElse) {
  KnownClient office;
  office.Submit(Asking(kPhone, kMail));
  EXPECT_FALSE(office.Submit(Asking(kPhone, kMail)).has_other_clients());
}

// A made-up number, or a mailbox that people share.
TEST(KnownClient, MayWriteUnderAnotherName) {
  KnownClient office;
  auto request = Asking(kPhone);
  request.mutable_inquiry()->set_client_name("Анна");
  office.Submit(request);
  EXPECT_EQ(office.Petr().name(), "Пётр");
  EXPECT_EQ(office.TimelineOf(office.first.deal_id()).back().inquiry().client_name(), "Анна");
}

TEST(KnownClient, WhoWritesSeveralTimesAtOnceGetsOneDeal) {
  KnownClient office;
  office.EndFirstDeal(office.boris_id(), "won");
  const auto submit = [&] { office.Submit(Asking(kPhone)); };
  EXPECT_THAT(Race(std::vector<std::function<void()>>(8, submit)), Each(""));
  EXPECT_EQ(Count(office, "deals"), 2);
}

TEST(NewClient, WhoWritesSixteenTimesAtOnceIsOneContactWithOneDeal) {
  Office office;
  const auto submit = [&] { office.intake.Call<Inquiry>(Asking(kPhone, kMail)); };
  EXPECT_THAT(Race(std::vector<std::function<void()>>(16, submit)), Each(""));
  EXPECT_EQ(Count(office, "inquiries"), 16);
  EXPECT_EQ(Count(office, "contacts"), 1);
  EXPECT_EQ(Count(office, "deals"), 1);
  EXPECT_EQ(Count(office, "contact_points"), 2);
}

TEST(NewClient, WhoWritesFromTwoPhonesWithOneMailAtOnceIsOneContact) {
  for (int round = 0; round < 5; ++round) {
    Office office;
    std::vector<std::function<void()>> inquiries;
    for (const auto& request : {Asking(kPhone, kMail), Asking("+79167654321", kMail), Asking(kPhone, kMail)}) {
      inquiries.emplace_back([&office, request] { office.intake.Call<Inquiry>(request); });
    }
    EXPECT_THAT(Race(inquiries), Each(""));
    EXPECT_EQ(Count(office, "contacts"), 1);
    EXPECT_EQ(Count(office, "contact_points"), 3);
    EXPECT_EQ(Count(office, "deals"), 1);
  }
}

}  // namespace
}  // namespace voronka::testing

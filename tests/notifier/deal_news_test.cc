#include "notifier/news/deal_news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/reminders/offer_warnings.h"
#include "tests/notifier/inquiry_event.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Inquiry;
using crm::v1::ResourceChange;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Matcher;
using v1::Notification;

// By the user, or by a service (0), 100 s after 1970.
std::vector<News> NewsOf(Event event, int64_t actor_user_id) {
  event.mutable_create_time()->set_seconds(100);
  event.set_actor_user_id(actor_user_id);
  return NewsOfDeal(event, events::ReadChange<Deal>(event));
}

// `before` and `after` are the deal in text format.
std::vector<News> NewsOf(ResourceChange::Kind kind, const std::string& before, const std::string& after,
                         int64_t actor_user_id = 0) {
  return NewsOf(testing::Changed(kAccount, Proto<Deal>(before), Proto<Deal>(after), kind), actor_user_id);
}

std::vector<News> NewsOfCreated(const std::string& deal, int64_t actor_user_id = 0) {
  return NewsOf(testing::Created(kAccount, Proto<Deal>(deal)), actor_user_id);
}

// `deal` and `inquiry` in text format.
std::vector<News> NewsOfInquiryTo(const std::string& deal, const std::string& inquiry) {
  const auto received = Proto<Inquiry>(inquiry);
  return NewsOfInquiry(InquiryTo(Proto<Deal>(deal), received), received);
}

Matcher<News> Told(Notification::Kind kind, int64_t user_id, const std::string& dedup_key) {
  return AllOf(Field("kind", &News::kind, kind), Field("user_id", &News::user_id, user_id),
               Field("dedup_key", &News::dedup_key, dedup_key));
}

TEST(DealNews, OfAnOfferGoesToTheOffereeWithTheDeadline) {
  const auto news =
      NewsOf(ResourceChange::KIND_OFFERED, "id: 7 name: 'Кирпич'",
             "id: 7 name: 'Кирпич' responsible_user_id: 2 offer_attempt: 3 offer_deadline { seconds: 400 }");
  ASSERT_THAT(news, ElementsAre(Told(Notification::KIND_OFFER, 2, "offer/7/3")));
  EXPECT_EQ(news[0].deadline, 400'000'000);
  EXPECT_EQ(news[0].due, 100'000'000);
  EXPECT_EQ(news[0].deal_name, "Кирпич");
}

Event OfferOf(const std::string& deal, const std::string& client) {
  auto event = testing::Changed(kAccount, Proto<Deal>("id: 7"), Proto<Deal>(deal), ResourceChange::KIND_OFFERED);
  event.mutable_change()->mutable_subject()->PackFrom(Proto<crm::v1::Contact>(client));
  return event;
}

TEST(DealNews, CallADealWithoutANameByItsClient) {
  const auto unnamed = OfferOf("id: 7 responsible_user_id: 2", "id: 5 name: 'Анна Пробная'");
  EXPECT_EQ(NewsOf(unnamed, 0).at(0).deal_name, "Анна Пробная");
  const auto named = OfferOf("id: 7 name: 'Кирпич' responsible_user_id: 2", "id: 5 name: 'Анна Пробная'");
  EXPECT_EQ(NewsOf(named, 0).at(0).deal_name, "Кирпич");
}

TEST(DealNews, OfAnOfferWithoutADeadlineSaysThatNobodyTookIt) {
  EXPECT_THAT(NewsOf(ResourceChange::KIND_OFFERED, "id: 7", "id: 7 responsible_user_id: 5 epoch: 9"),
              ElementsAre(Told(Notification::KIND_DEAL_ESCALATED, 5, "escalated/7/9")));
}

TEST(DealNews, OfAReclaimGoesToWhoeverLostTheDeal) {
  EXPECT_THAT(NewsOf(ResourceChange::KIND_RECLAIMED, "id: 7 responsible_user_id: 2 offer_attempt: 3 offer_deadline {}",
                     "id: 7 offer_attempt: 3"),
              ElementsAre(Told(Notification::KIND_OFFER_LOST, 2, "offer_lost/7/3")));
}

// A deal may be lost more than once.
TEST(DealNews, OfALossSaysWhichOfferItWas) {
  const auto news =
      NewsOf(ResourceChange::KIND_RECLAIMED, "id: 7 responsible_user_id: 2 offer_deadline { seconds: 400 }", "id: 7");
  EXPECT_EQ(news.at(0).deadline, 400'000'000);
}

TEST(DealNews, OfAReassignmentGoesToBothIfTheDealWasOnOffer) {
  EXPECT_THAT(NewsOf(ResourceChange::KIND_REASSIGNED, "id: 7 responsible_user_id: 2 offer_attempt: 3 offer_deadline {}",
                     "id: 7 responsible_user_id: 4 offer_attempt: 3 epoch: 9", 5),
              ElementsAre(Told(Notification::KIND_OFFER_LOST, 2, "offer_lost/7/3"),
                          Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
}

TEST(DealNews, OfAReassignmentGoesToTheFormerAndTheNewOwner) {
  const auto news = NewsOf(ResourceChange::KIND_REASSIGNED, "id: 7 responsible_user_id: 2",
                           "id: 7 responsible_user_id: 4 epoch: 9", 5);
  ASSERT_THAT(news, ElementsAre(Told(Notification::KIND_DEAL_PASSED_ON, 2, "passed_on/7/9"),
                                Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
  EXPECT_EQ(news[0].about_user_id, 4);
}

TEST(DealNews, OfAReassignmentGoesOnlyToTheNewOwnerIfItWasNobodysOrTheyHadItGivenAway) {
  EXPECT_THAT(NewsOf(ResourceChange::KIND_REASSIGNED, "id: 7", "id: 7 responsible_user_id: 4 epoch: 9", 5),
              ElementsAre(Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
  EXPECT_THAT(NewsOf(ResourceChange::KIND_REASSIGNED, "id: 7 responsible_user_id: 2",
                     "id: 7 responsible_user_id: 4 epoch: 9", 2),
              ElementsAre(Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
}

TEST(DealNews, DoesNotGoToWhoeverDidIt) {
  EXPECT_THAT(NewsOf(ResourceChange::KIND_REASSIGNED, "id: 7 responsible_user_id: 2 offer_deadline {}",
                     "id: 7 responsible_user_id: 4 epoch: 9", 2),
              ElementsAre(Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
  EXPECT_THAT(
      NewsOf(ResourceChange::KIND_REASSIGNED, "id: 7 responsible_user_id: 2", "id: 7 responsible_user_id: 4", 4),
      ElementsAre(Told(Notification::KIND_DEAL_PASSED_ON, 2, "passed_on/7/0")));
}

TEST(DealNews, OfADealCreatedForAnotherUserGoesToThem) {
  EXPECT_THAT(NewsOfCreated("id: 7 responsible_user_id: 4 epoch: 1", 5),
              ElementsAre(Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/1")));
  EXPECT_THAT(NewsOfCreated("id: 7 responsible_user_id: 4", 4), IsEmpty());
  EXPECT_THAT(NewsOfCreated("id: 7"), IsEmpty());
}

TEST(DealNews, IsNotSentForADealThatIsTakenDeclinedMovedOrChanged) {
  for (const auto kind : {ResourceChange::KIND_TAKEN, ResourceChange::KIND_DECLINED, ResourceChange::KIND_MOVED,
                          ResourceChange::KIND_UPDATED}) {
    EXPECT_THAT(NewsOf(kind, "id: 7 responsible_user_id: 2 offer_deadline {}", "id: 7 responsible_user_id: 2", 2),
                IsEmpty())
        << ResourceChange::Kind_Name(kind);
  }
}

TEST(InquiryNews, GoesToTheOwnerOfTheOpenDeal) {
  const auto news = NewsOfInquiryTo("id: 7 responsible_user_id: 2", "id: 11 text: 'Когда?' outcome: OUTCOME_OPEN_DEAL");
  ASSERT_THAT(news, ElementsAre(Told(Notification::KIND_CLIENT_WROTE, 2, "inquiry/11")));
  EXPECT_EQ(news[0].text, "Когда?");
}

TEST(InquiryNews, GoesToNobodyInParticularIfTheDealIsUnowned) {
  EXPECT_THAT(NewsOfInquiryTo("id: 7", "id: 1 outcome: OUTCOME_OPEN_DEAL"),
              ElementsAre(Told(Notification::KIND_CLIENT_WROTE, 0, "inquiry/1")));
}

TEST(InquiryNews, IsNotSentForANewDeal) {
  EXPECT_THAT(NewsOfInquiryTo("id: 7 responsible_user_id: 2", "id: 1 outcome: OUTCOME_NEW_CLIENT"), IsEmpty());
}

TEST(InquiryNews, GoesToTheManagersOfOtherClientsWithTheSamePhoneOrEmail) {
  const auto news = NewsOfInquiryTo(
      "id: 7 responsible_user_id: 2",
      "id: 11 text: 'Когда?' outcome: OUTCOME_NEW_CLIENT other_clients {"
      "  clients { contact_id: 4 deal_id: 8 manager_user_id: 3 } clients { contact_id: 5 manager_user_id: 6 }"
      "  clients { contact_id: 9 manager_user_id: 2 } clients { contact_id: 10 } }");
  ASSERT_THAT(news, ElementsAre(Told(Notification::KIND_CLIENT_WROTE, 3, "inquiry/11/4"),
                                Told(Notification::KIND_CLIENT_WROTE, 6, "inquiry/11/5")));
  EXPECT_EQ(news[0].deal_id, 8);
  EXPECT_EQ(news[1].deal_id, 7);
  EXPECT_EQ(news[0].text, "Когда?");
}

TEST(InquiryNews, TellsNoWordsToWhoeverDoesNotSeeTheDeal) {
  const auto news = NewsOfInquiryTo("id: 7 name: 'Окна' responsible_user_id: 2",
                                    "id: 11 text: 'Когда?' outcome: OUTCOME_NEW_CLIENT other_clients {"
                                    "  clients { contact_id: 4 deal_id: 8 manager_user_id: 3 hides_inquiry: true }"
                                    "  clients { contact_id: 5 manager_user_id: 6 hides_inquiry: true } clients { "
                                    "contact_id: 9 manager_user_id: 4 } }");
  ASSERT_EQ(news.size(), 3U);
  EXPECT_EQ(news[0].text, "");
  EXPECT_EQ(news[1].text, "");
  EXPECT_EQ(news[1].deal_name, "");
  EXPECT_EQ(news[2].text, "Когда?");
  EXPECT_EQ(news[2].deal_name, "Окна");
}

// By the user. The deal and the entry in its timeline are in text format.
std::vector<News> NewsOfLinked(const std::string& deal, const std::string& entry, int64_t actor_user_id) {
  const auto told = Proto<crm::v1::TimelineEntry>(entry);
  auto event = testing::Created(kAccount, told);
  event.mutable_change()->mutable_subject()->PackFrom(Proto<Deal>(deal));
  event.set_actor_user_id(actor_user_id);
  return NewsOfTimeline(event, told);
}

constexpr const char* kLinked = "id: 1 deal_id: 7 kind: KIND_LINKED_DEAL_CREATED linked_deal_id: 8 text: 'Рекламации'";

TEST(LinkedDealNews, GoesToWhoeverHasTheDealThatTheOtherIsAbout) {
  const auto news = NewsOfLinked("id: 7 name: 'Кухня' responsible_user_id: 2", kLinked, 5);
  ASSERT_THAT(news, ElementsAre(Told(Notification::KIND_DEAL_LINKED, 2, "linked/8")));
  EXPECT_EQ(news[0].deal_id, 7);
  EXPECT_EQ(news[0].deal_name, "Кухня");
  EXPECT_EQ(news[0].text, "Рекламации");
}

TEST(LinkedDealNews, DoesNotGoToWhoeverDidItOrGetsTheOther) {
  const std::string deal = "id: 7 responsible_user_id: 2";
  EXPECT_THAT(NewsOfLinked(deal, kLinked, 2), IsEmpty());
  EXPECT_THAT(NewsOfLinked(deal, std::string(kLinked) + " user_id: 2", 5), IsEmpty());
  EXPECT_THAT(NewsOfLinked("id: 7", kLinked, 5), IsEmpty());
  // A service did it.
  EXPECT_EQ(NewsOfLinked(deal, kLinked, 0).size(), 1U);
}

TEST(LinkedDealNews, IsNotOfAnyOtherEntry) {
  EXPECT_THAT(NewsOfLinked("id: 7 responsible_user_id: 2", "id: 1 deal_id: 7 kind: KIND_NOTE", 5), IsEmpty());
}

TEST(OfferWarnings, ComeAMinuteBeforeTheDeadline) {
  const auto deal = Proto<Deal>("offer_deadline { seconds: 400 }");
  EXPECT_EQ(WarningMoment(deal, 100'000'000), 340'000'000);
}

TEST(OfferWarnings, DoNotComeIfLessThanAMinuteIsLeftOrNothingIsOnOffer) {
  EXPECT_EQ(WarningMoment(Proto<Deal>("offer_deadline { seconds: 400 }"), 340'000'000), std::nullopt);
  EXPECT_EQ(WarningMoment(Deal(), 100'000'000), std::nullopt);
}

}  // namespace
}  // namespace voronka::notifier

#include "notifier/news/deal_news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/reminders/offer_warnings.h"
#include "tests/notifier/proto_text.h"

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Matcher;
using v1::Notification;

std::vector<News> NewsOf(const std::string& event) { return NewsOfDeal(Proto<Event>(event)); }

Matcher<News> Told(Notification::Kind kind, int64_t user_id, const std::string& dedup_key) {
  return AllOf(Field("kind", &News::kind, kind), Field("user_id", &News::user_id, user_id),
               Field("dedup_key", &News::dedup_key, dedup_key));
}

TEST(DealNews, OfAnOfferGoesToTheOffereeWithTheDeadline) {
  const auto news = NewsOf(R"pb(
    create_time { seconds: 100 }
    deal {
      kind: KIND_OFFERED
      before { id: 7 }
      after {
        id: 7
        name: "Кирпич"
        responsible_user_id: 2
        offer_attempt: 3
        offer_deadline { seconds: 400 }
      }
    })pb");
  ASSERT_THAT(news, ElementsAre(Told(Notification::KIND_OFFER, 2, "offer/7/3")));
  EXPECT_EQ(news[0].deadline, 400'000'000);
  EXPECT_EQ(news[0].due, 100'000'000);
  EXPECT_EQ(news[0].deal_name, "Кирпич");
}

TEST(DealNews, OfAnOfferWithoutADeadlineSaysThatNobodyTookIt) {
  EXPECT_THAT(NewsOf("deal { kind: KIND_OFFERED before { id: 7 } after { id: 7 responsible_user_id: 5 epoch: 9 } }"),
              ElementsAre(Told(Notification::KIND_DEAL_ESCALATED, 5, "escalated/7/9")));
}

TEST(DealNews, OfAReclaimGoesToWhoeverLostTheDeal) {
  EXPECT_THAT(NewsOf(R"pb(deal {
                            kind: KIND_RECLAIMED
                            before {
                              id: 7
                              responsible_user_id: 2
                              offer_attempt: 3
                              offer_deadline {}
                            }
                            after { id: 7 offer_attempt: 3 }
                          })pb"),
              ElementsAre(Told(Notification::KIND_OFFER_LOST, 2, "offer_lost/7/3")));
}

TEST(DealNews, OfAReassignmentGoesToBothIfTheDealWasOnOffer) {
  EXPECT_THAT(NewsOf(R"pb(actor_user_id: 5
                          deal {
                            kind: KIND_REASSIGNED
                            before {
                              id: 7
                              responsible_user_id: 2
                              offer_attempt: 3
                              offer_deadline {}
                            }
                            after { id: 7 responsible_user_id: 4 offer_attempt: 3 epoch: 9 }
                          })pb"),
              ElementsAre(Told(Notification::KIND_OFFER_LOST, 2, "offer_lost/7/3"),
                          Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
}

TEST(DealNews, OfAReassignmentGoesOnlyToTheNewOwnerIfThereWasNoOffer) {
  EXPECT_THAT(NewsOf(R"pb(actor_user_id: 5
                          deal {
                            kind: KIND_REASSIGNED
                            before { id: 7 responsible_user_id: 2 }
                            after { id: 7 responsible_user_id: 4 epoch: 9 }
                          })pb"),
              ElementsAre(Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
}

TEST(DealNews, DoesNotGoToWhoeverDidIt) {
  EXPECT_THAT(NewsOf(R"pb(actor_user_id: 2
                          deal {
                            kind: KIND_REASSIGNED
                            before {
                              id: 7
                              responsible_user_id: 2
                              offer_deadline {}
                            }
                            after { id: 7 responsible_user_id: 4 epoch: 9 }
                          })pb"),
              ElementsAre(Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/9")));
  EXPECT_THAT(NewsOf(R"pb(actor_user_id: 4
                          deal {
                            kind: KIND_REASSIGNED
                            before { id: 7 responsible_user_id: 2 }
                            after { id: 7 responsible_user_id: 4 }
                          })pb"),
              IsEmpty());
}

TEST(DealNews, OfADealCreatedForAnotherUserGoesToThem) {
  EXPECT_THAT(NewsOf("actor_user_id: 5 deal { kind: KIND_CREATED after { id: 7 responsible_user_id: 4 epoch: 1 } }"),
              ElementsAre(Told(Notification::KIND_DEAL_ASSIGNED, 4, "assigned/7/1")));
  EXPECT_THAT(NewsOf("actor_user_id: 4 deal { kind: KIND_CREATED after { id: 7 responsible_user_id: 4 } }"), IsEmpty());
  EXPECT_THAT(NewsOf("deal { kind: KIND_CREATED after { id: 7 } }"), IsEmpty());
}

TEST(DealNews, IsNotSentForADealThatIsTakenDeclinedMovedOrChanged) {
  for (const char* kind : {"KIND_TAKEN", "KIND_DECLINED", "KIND_MOVED", "KIND_UPDATED"}) {
    EXPECT_THAT(NewsOf(std::string("actor_user_id: 2 deal { before { id: 7 responsible_user_id: 2 offer_deadline {} } "
                                   "after { id: 7 responsible_user_id: 2 } kind: ") +
                       kind + " }"),
                IsEmpty())
        << kind;
  }
}

TEST(InquiryNews, GoesToTheOwnerOfTheOpenDeal) {
  const auto news = NewsOfInquiry(Proto<Event>(R"pb(
    inquiry {
      inquiry { id: 11 text: "Когда?" }
      outcome: OUTCOME_OPEN_DEAL
      deal { id: 7 responsible_user_id: 2 }
    })pb"));
  ASSERT_THAT(news, ElementsAre(Told(Notification::KIND_CLIENT_WROTE, 2, "inquiry/11")));
  EXPECT_EQ(news[0].text, "Когда?");
}

TEST(InquiryNews, GoesToNobodyInParticularIfTheDealIsUnowned) {
  EXPECT_THAT(NewsOfInquiry(Proto<Event>("inquiry { inquiry { id: 1 } outcome: OUTCOME_OPEN_DEAL deal { id: 7 } }")),
              ElementsAre(Told(Notification::KIND_CLIENT_WROTE, 0, "inquiry/1")));
}

TEST(InquiryNews, IsNotSentForANewDeal) {
  EXPECT_THAT(NewsOfInquiry(Proto<Event>(
                  "inquiry { inquiry { id: 1 } outcome: OUTCOME_NEW_CLIENT deal { id: 7 responsible_user_id: 2 } }")),
              IsEmpty());
}

TEST(OfferWarnings, ComeAMinuteBeforeTheDeadline) {
  const auto deal = Proto<crm::v1::Deal>("offer_deadline { seconds: 400 }");
  EXPECT_EQ(WarningMoment(deal, 100'000'000), 340'000'000);
}

TEST(OfferWarnings, DoNotComeIfLessThanAMinuteIsLeftOrNothingIsOnOffer) {
  EXPECT_EQ(WarningMoment(Proto<crm::v1::Deal>("offer_deadline { seconds: 400 }"), 340'000'000), std::nullopt);
  EXPECT_EQ(WarningMoment(crm::v1::Deal(), 100'000'000), std::nullopt);
}

}  // namespace
}  // namespace voronka::notifier

// Activities that stages count as attempts to reach the client.
#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/work/activities/activity_requests.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::Empty;
using ::testing::Contains;
using ::testing::HasSubstr;

// Deals are lost only after three attempts in vain.
struct PatientOffice : Office {
  PatientOffice() { AskOf(4, R"(rules { key: "tries" binding: BINDING_ENTER attempts { at_least: 3 } })"); }

  void AskOf(int stage, const std::string& rules) {
    auto pipeline = olga.Call<Pipeline>(GettingPipeline("sales"));
    *pipeline.mutable_stages(stage)->mutable_rules() = Parsed<Stage>(rules).rules();
    olga.Call<Pipeline>(Updating(pipeline));
  }
  void Try(int64_t deal_id, int times) {
    for (int i = 0; i < times; ++i) anna.Call<Activity>(NewCall(deal_id));
  }
  std::string Refusal(const google::protobuf::Message& move) { return FailureOf(anna, move).localized_message(); }
};

TEST(Attempts, AreCountedUntilThereAreEnough) {
  PatientOffice office;
  const auto deal = office.AnnasDeal();
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 0 из 3"));
  office.Try(deal.id(), 1);
  const auto failure = FailureOf(office.anna, Losing(deal.id(), "price"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "ATTEMPTS_REQUIRED");
  EXPECT_THAT(failure.localized_message(), HasSubstr("попыток 1 из 3"));
  EXPECT_EQ(office.Find(deal.id()).stage(), "new");
  office.Try(deal.id(), 2);
  EXPECT_EQ(office.anna.Call<Deal>(Losing(deal.id(), "price")).stage(), "lost");
}

TEST(Attempts, AreToldBeforeAMove) {
  PatientOffice office;
  CanMoveRequest request;
  request.set_deal_id(office.AnnasDeal().id());
  request.set_stage("lost");
  std::vector<std::string> told;
  const auto before = office.anna.Call<CanMoveResponse>(request);
  for (const auto& violation : before.verdicts(0).violations()) told.push_back(violation.reason());
  EXPECT_THAT(told, Contains("ATTEMPTS_REQUIRED"));
  office.Try(request.deal_id(), 3);
  const auto after = office.anna.Call<CanMoveResponse>(request);
  for (const auto& violation : after.verdicts(0).violations()) EXPECT_NE(violation.reason(), "ATTEMPTS_REQUIRED");
}

TEST(Attempts, AreOutgoingAndInVain) {
  PatientOffice office;
  const auto deal = office.AnnasDeal();
  office.Try(deal.id(), 2);
  auto incoming = NewCall(deal.id());
  incoming.mutable_activity()->set_direction(Activity::DIRECTION_INCOMING);
  office.anna.Call<Activity>(incoming);
  auto reached = NewCall(deal.id());
  reached.mutable_activity()->set_reached(true);
  office.anna.Call<Activity>(reached);
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 2 из 3"));
  auto message = NewCall(deal.id());
  message.mutable_activity()->set_kind(Activity::KIND_MESSAGE);
  message.mutable_activity()->clear_direction();
  office.anna.Call<Activity>(message);
  EXPECT_EQ(office.anna.Call<Deal>(Losing(deal.id(), "price")).stage(), "lost");
}

TEST(Attempts, AreThoseOfTheDeal) {
  PatientOffice office;
  const auto deal = office.AnnasDeal();
  office.Try(office.AnnasDeal().id(), 3);
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 0 из 3"));
}

TEST(Attempts, CountNoMoreWhenTheyAreDeletedOrCorrected) {
  PatientOffice office;
  const auto deal = office.AnnasDeal();
  office.Try(deal.id(), 2);
  const auto third = office.anna.Call<Activity>(NewCall(deal.id()));
  office.anna.Call<Empty>(DeletingActivity(third.id()));
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 2 из 3"));
  auto correction = ChangingActivity(office.anna.Call<Activity>(NewCall(deal.id())).id());
  correction.mutable_activity()->set_reached(true);
  office.anna.Call<Activity>(correction);
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 2 из 3"));
  office.Try(deal.id(), 1);
  EXPECT_EQ(office.anna.Call<Deal>(Losing(deal.id(), "price")).stage(), "lost");
}

TEST(Attempts, AreCountedSinceTheDealCameToItsStage) {
  PatientOffice office;
  const auto deal = office.AnnasDeal();
  office.Try(deal.id(), 3);
  office.anna.Call<Deal>(Moving(deal.id(), "accepted"));
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 0 из 3"));
  // Noted now, but made before.
  auto earlier = NewCall(deal.id());
  *earlier.mutable_activity()->mutable_time() = deal.create_time();
  office.anna.Call<Activity>(earlier);
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 0 из 3"));
  office.Try(deal.id(), 3);
  EXPECT_EQ(office.anna.Call<Deal>(Losing(deal.id(), "price")).stage(), "lost");
}

TEST(Attempts, AreCountedInAllIfTheRuleSaysSo) {
  PatientOffice office;
  office.AskOf(4, R"(rules { key: "tries" binding: BINDING_ENTER attempts { at_least: 3 in_all: true } })");
  const auto deal = office.AnnasDeal();
  office.Try(deal.id(), 2);
  office.anna.Call<Deal>(Moving(deal.id(), "accepted"));
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")), HasSubstr("попыток 2 из 3"));
  office.Try(deal.id(), 1);
  EXPECT_EQ(office.anna.Call<Deal>(Losing(deal.id(), "price")).stage(), "lost");
}

TEST(Attempts, CountOnceForAsLongAsTheRuleSays) {
  PatientOffice office;
  office.AskOf(4, R"(rules { key: "tries" binding: BINDING_ENTER
                             attempts { at_least: 2 in_all: true least_interval { seconds: 3600 } } })");
  const auto deal = office.AnnasDeal();
  office.Try(deal.id(), 3);
  EXPECT_THAT(office.Refusal(Losing(deal.id(), "price")),
              HasSubstr("попыток 1 из 2. Между попытками должно пройти не меньше 1 ч."));
  Crm().db().Execute("UPDATE activities SET time = time - ? WHERE account_id = ? AND deal_id = ? LIMIT 1", 61 * kMinute,
                     office.account_id(), deal.id());
  EXPECT_EQ(office.anna.Call<Deal>(Losing(deal.id(), "price")).stage(), "lost");
}

TEST(Attempts, AreAskedOfWhoeverLeavesAndNotOfWhoeverPassesBy) {
  PatientOffice office;
  office.AskOf(4, "");
  office.AskOf(1, R"(rules { key: "tries" binding: BINDING_LEAVE attempts { at_least: 1 } })");
  const auto passing = office.AnnasDeal();
  EXPECT_EQ(office.anna.Call<Deal>(Moving(passing.id(), "talks")).stage(), "talks");
  const auto leaving = office.AnnasDeal();
  office.anna.Call<Deal>(Moving(leaving.id(), "accepted"));
  EXPECT_THAT(office.Refusal(Moving(leaving.id(), "talks")), HasSubstr("попыток 0 из 1"));
  office.Try(leaving.id(), 1);
  EXPECT_EQ(office.anna.Call<Deal>(Moving(leaving.id(), "talks")).stage(), "talks");
}

TEST(Attempts, AreAskedOfHeadsAndServicesToo) {
  PatientOffice office;
  const auto deal = office.AnnasDeal();
  for (auto* who : {&office.galina, &office.intake}) {
    EXPECT_EQ(FailureOf(*who, Losing(deal.id(), "price")).reason(), "ATTEMPTS_REQUIRED");
  }
}

}  // namespace
}  // namespace voronka::testing

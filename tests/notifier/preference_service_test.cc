#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/process/clock.h"
#include "notifier/devices/devices.h"
#include "notifier/kinds/kinds.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/push/browsers.h"
#include "tests/notifier/served_replica.h"
#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::notifier {
namespace {

using client::CallFailed;
using grpc::StatusCode;
using ::testing::SizeIs;
using v1::KindPreference;
using v1::Notification;

class PreferenceServiceTest : public ::testing::Test {
 protected:
  static v1::Preferences Get(client::Client& caller) {
    return caller.Call<v1::Preferences>(v1::GetPreferencesRequest());
  }
  static v1::Preferences Update(client::Client& caller, const std::string& request) {
    return caller.Call<v1::Preferences>(Proto<v1::UpdatePreferencesRequest>(request));
  }
  static KindPreference Of(const v1::Preferences& preferences, Notification::Kind kind) {
    for (const auto& preference : preferences.kinds()) {
      if (preference.kind() == kind) return preference;
    }
    throw std::logic_error("no preference for " + Notification::Kind_Name(kind));
  }
  static CallFailed Failure(client::Client& caller, const std::string& request) {
    try {
      Update(caller, request);
    } catch (const CallFailed& failure) {
      return failure;
    }
    throw std::logic_error("the call did not fail");
  }

  v1::PushIntent OnlyPush() { return served_.replica.db.Select<v1::PushIntent>("SELECT {columns} FROM pushes").at(0); }

  Installation installation_;
  ServedReplica served_{installation_};
  client::Client anna_ = served_.ClientOf(kAccount, kAnna);
  client::Client boris_ = served_.ClientOf(kAccount, kBoris);
};

TEST_F(PreferenceServiceTest, AreTheUsualOnesAtFirst) {
  const auto preferences = Get(anna_);
  // Every kind but the test of a device.
  ASSERT_THAT(preferences.kinds(), SizeIs(Kinds().size() - 1));
  EXPECT_EQ(preferences.kinds(0).kind(), Notification::KIND_OFFER);
  EXPECT_EQ(preferences.kinds(0).title(), "Новая заявка");
  EXPECT_TRUE(preferences.kinds(0).push());
  EXPECT_TRUE(preferences.kinds(0).in_quiet_hours());
  EXPECT_EQ(preferences.kinds(0).urgency(), KindPreference::URGENCY_UNSPECIFIED);
  EXPECT_FALSE(Of(preferences, Notification::KIND_TASK_OVERDUE).popup());
  EXPECT_FALSE(preferences.quiet_hours().enabled());
  EXPECT_EQ(preferences.quiet_hours().from_minute(), 22 * 60);
  EXPECT_EQ(preferences.quiet_hours().until_minute(), 8 * 60);
  EXPECT_EQ(preferences.etag(), 1);
}

TEST_F(PreferenceServiceTest, ChangeOnlyTheKindsThatAreNamed) {
  const auto before = Get(anna_);
  const auto after = Update(anna_,
                            "preferences { kinds { kind: KIND_TASK_REMINDER popup: true urgency: URGENCY_LOW } }"
                            "update_mask { paths: 'kinds' }");
  const auto changed = Of(after, Notification::KIND_TASK_REMINDER);
  EXPECT_FALSE(changed.push());
  EXPECT_TRUE(changed.popup());
  EXPECT_FALSE(changed.sound());
  EXPECT_EQ(changed.urgency(), KindPreference::URGENCY_LOW);
  EXPECT_EQ(changed.title(), "Напоминание о задаче");
  EXPECT_EQ(after.etag(), 2);
  EXPECT_EQ(after.quiet_hours().SerializeAsString(), before.quiet_hours().SerializeAsString());
  for (int i = 0; i < before.kinds_size(); ++i) {
    if (before.kinds(i).kind() == changed.kind()) continue;
    EXPECT_EQ(after.kinds(i).SerializeAsString(), before.kinds(i).SerializeAsString());
  }
  EXPECT_EQ(Get(anna_).SerializeAsString(), after.SerializeAsString());
}

TEST_F(PreferenceServiceTest, ChangeWhatTheMaskNames) {
  const std::string both =
      "preferences { kinds { kind: KIND_OFFER } quiet_hours { enabled: true from_minute: 60 until_minute: 120 } }";
  const auto after = Update(anna_, both + "update_mask { paths: 'quiet_hours' }");
  EXPECT_TRUE(after.quiet_hours().enabled());
  EXPECT_EQ(after.quiet_hours().from_minute(), 60);
  EXPECT_TRUE(Of(after, Notification::KIND_OFFER).push());
  EXPECT_FALSE(Of(Update(anna_, both), Notification::KIND_OFFER).push());
}

TEST_F(PreferenceServiceTest, BecomeTheUsualOnesWhereTheyAreCleared) {
  Update(anna_, "preferences { quiet_hours { enabled: true from_minute: 60 until_minute: 120 } }");
  const auto after = Update(anna_, "preferences {} update_mask { paths: 'quiet_hours' }");
  EXPECT_FALSE(after.quiet_hours().enabled());
  EXPECT_EQ(after.quiet_hours().from_minute(), 22 * 60);
}

TEST_F(PreferenceServiceTest, StayAsTheyAreWithoutAChange) {
  EXPECT_EQ(Update(anna_, "preferences { quiet_hours { from_minute: 1320 until_minute: 480 } }").etag(), 1);
  EXPECT_EQ(Update(anna_, "preferences {} update_mask { paths: 'kinds' }").etag(), 1);
}

// What waits for eight in the morning comes once its user says that it may.
TEST_F(PreferenceServiceTest, MoveWhatQuietHoursHoldBack) {
  const auto now = [](bool enabled) {
    constexpr int kDay = 1440;
    // In Moscow.
    const auto minute = process::SystemClock().NowMicros() / 60'000'000 + 180;
    return fmt::format("preferences {{ quiet_hours {{ enabled: {} from_minute: {} until_minute: {} }} }}", enabled,
                       (minute - 60) % kDay, (minute + 60) % kDay);
  };
  Update(anna_, now(true));
  Devices(served_.replica.db, kAccount).Put(kAnna, RegisteredBrowser(1, 0));
  served_.replica.TellUser(kAccount, kAnna, 1);
  EXPECT_GT(OnlyPush().due_time().seconds(), OnlyPush().create_time().seconds());
  Update(anna_, now(false));
  EXPECT_FALSE(OnlyPush().has_quiet_hours());
  EXPECT_LE(OnlyPush().due_time().seconds() - OnlyPush().create_time().seconds(), 60);
  EXPECT_EQ(OnlyPush().next_time().seconds(), OnlyPush().due_time().seconds());
}

TEST_F(PreferenceServiceTest, AreEachUsersOwn) {
  Update(anna_, "preferences { kinds { kind: KIND_OFFER } }");
  EXPECT_TRUE(Of(Get(boris_), Notification::KIND_OFFER).push());
}

TEST_F(PreferenceServiceTest, RefuseAStaleVersion) {
  Update(anna_, "preferences { kinds { kind: KIND_OFFER } } etag: 1");
  const auto stale = Failure(anna_, "preferences { kinds { kind: KIND_OFFER push: true } } etag: 1");
  EXPECT_EQ(stale.code(), StatusCode::ABORTED);
  EXPECT_EQ(stale.reason(), "STALE_ETAG");
}

TEST_F(PreferenceServiceTest, RefuseWhatIsNotAKindOrIsNamedTwice) {
  EXPECT_EQ(Failure(anna_, "preferences { kinds { kind: KIND_TEST } }").reason(), "UNKNOWN_KIND");
  EXPECT_EQ(Failure(anna_, "preferences { kinds { push: true } }").reason(), "REQUIRED");
  EXPECT_EQ(Failure(anna_, "preferences { kinds { kind: KIND_OFFER } kinds { kind: KIND_OFFER } }").reason(),
            "DUPLICATE_KIND");
  EXPECT_EQ(Failure(anna_, "preferences { quiet_hours { from_minute: 1440 } }").reason(), "OUT_OF_RANGE");
}

}  // namespace
}  // namespace voronka::notifier

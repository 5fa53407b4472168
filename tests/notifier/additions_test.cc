#include "notifier/inbox/additions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/devices/devices.h"
#include "tests/notifier/people.h"
#include "tests/notifier/push/browsers.h"
#include "tests/notifier/replica.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {
namespace {

using ::testing::SizeIs;
using v1::Notification;

// Users 1, 2, 3 and so on, each with a browser.
class Additions : public ::testing::Test {
 protected:
  static std::vector<Addition> ForUsers(int count) {
    std::vector<Addition> additions;
    for (int user = 1; user <= count; ++user) {
      Notification notification;
      notification.set_kind(Notification::KIND_CLIENT_WROTE);
      notification.set_text("Когда?");
      additions.push_back({user, "inquiry/1", notification, "Клиент снова обратился"});
    }
    return additions;
  }
  void GiveBrowsers(int count) {
    for (int user = 1; user <= count; ++user) {
      Devices(replica_.db, kAccount).Put(user, RegisteredBrowser(user, replica_.host.clock.NowMicros()));
    }
  }
  void Add(const std::vector<Addition>& additions) {
    replica_.InTransaction(kAccount, [&](rpc::Session& session) { AddToInboxes(session, additions); });
  }
  int64_t Count(const std::string& table) { return replica_.db.Query("SELECT COUNT(*) FROM " + table).at(0).Int(0); }
  int64_t StatementsFor(const std::vector<Addition>& additions) {
    const auto asked = [&] {
      return std::stoll(replica_.db.Query("SHOW SESSION STATUS LIKE 'Questions'").at(0).Text(1));
    };
    const auto before = asked();
    Add(additions);
    return asked() - before;
  }

  Installation installation_;
  Replica replica_{installation_};
};

TEST_F(Additions, ReachEveryInboxStreamAndDevice) {
  GiveBrowsers(70);
  Add(ForUsers(70));
  EXPECT_EQ(Count("inbox"), 70);
  EXPECT_EQ(Count("events"), 70);
  EXPECT_EQ(Count("pushes"), 70);
  EXPECT_THAT(replica_.InboxOf(kAccount, 70), SizeIs(1));
}

TEST_F(Additions, LeaveOutWhatAUserHadBefore) {
  GiveBrowsers(3);
  auto first = ForUsers(3);
  first.erase(first.begin() + 1);
  Add(first);
  Add(ForUsers(3));
  EXPECT_EQ(Count("inbox"), 3);
  EXPECT_EQ(Count("events"), 3);
  EXPECT_EQ(Count("pushes"), 3);
}

TEST_F(Additions, LeaveOutWhatIsNamedTwice) {
  auto twice = ForUsers(1);
  twice.push_back(twice.front());
  Add(twice);
  EXPECT_EQ(Count("inbox"), 1);
  EXPECT_EQ(Count("events"), 1);
}

TEST_F(Additions, OfSixtyUsersTakeFewStatements) {
  GiveBrowsers(60);
  Add({});
  const auto for_sixty = StatementsFor(ForUsers(60));
  auto for_one = ForUsers(1);
  for_one.front().dedup_key = "inquiry/2";
  // The log writes sixteen rows a statement; numbers come in hundreds.
  EXPECT_LE(for_sixty, StatementsFor(for_one) + 6);
}

}  // namespace
}  // namespace voronka::notifier

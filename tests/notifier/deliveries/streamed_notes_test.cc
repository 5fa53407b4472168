#include "notifier/deliveries/streamed_notes.h"

#include <gtest/gtest.h>

#include "foundation/process/manual_clock.h"
#include "foundation/storage/errors.h"
#include "notifier/deliveries/deliveries.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/replica.h"

namespace voronka::notifier {
namespace {

constexpr int64_t kNow = 1'700'000'000'000'000;
constexpr int64_t kDay = 24 * 3600 * int64_t{1'000'000};

class StreamedNotesTest : public ::testing::Test {
 protected:
  void Stream(StreamedNotes& notes, int64_t notification_id) {
    rpc::Caller anna;
    anna.account_id = kAccount;
    anna.user_id = kAnna;
    anna.session_id = 7;
    anna.client = "Chrome, Windows";
    v1::Notification notification;
    notification.set_id(notification_id);
    notification.set_occurrence(1);
    notes.Add(anna, notification);
  }
  int64_t Count() { return replica_.db.Query("SELECT COUNT(*) FROM deliveries").at(0).Int(0); }
  double Lost() { return replica_.host.metrics.Counter("streamed_notes_lost_total", "").Value(); }

  Installation installation_;
  Replica replica_{installation_};
  process::ManualClock clock_{kNow};
};

TEST_F(StreamedNotesTest, WritesWhoGotWhatWhenAndWhere) {
  StreamedNotes notes(clock_, replica_.host.metrics);
  Stream(notes, 5);
  EXPECT_EQ(Count(), 0);
  notes.Write(replica_.db);
  const auto written = Deliveries(replica_.db).Of(kAccount, kAnna, 5);
  ASSERT_EQ(written.size(), 1);
  EXPECT_EQ(written[0].kind(), v1::DeliveryStep::KIND_STREAMED);
  EXPECT_EQ(written[0].session_id(), 7);
  EXPECT_EQ(written[0].device(), "Chrome, Windows");
  EXPECT_EQ(written[0].time(), Timestamp(kNow));
}

TEST_F(StreamedNotesTest, WritesMany) {
  StreamedNotes notes(clock_, replica_.host.metrics);
  for (int64_t id = 1; id <= 2'345; ++id) Stream(notes, id);
  notes.Write(replica_.db);
  EXPECT_EQ(Count(), 2'345);
}

TEST_F(StreamedNotesTest, KeepsTheFirstTime) {
  StreamedNotes notes(clock_, replica_.host.metrics);
  Stream(notes, 5);
  notes.Write(replica_.db);
  clock_.Set(kNow + 60'000'000);
  Stream(notes, 5);
  notes.Write(replica_.db);
  EXPECT_EQ(Deliveries(replica_.db).Of(kAccount, kAnna, 5).at(0).time(), Timestamp(kNow));
}

TEST_F(StreamedNotesTest, CountsWhatItHasNoRoomFor) {
  StreamedNotes notes(clock_, replica_.host.metrics, 2);
  for (int64_t id = 1; id <= 5; ++id) Stream(notes, id);
  notes.Write(replica_.db);
  EXPECT_EQ(Count(), 2);
  EXPECT_EQ(Lost(), 3);
}

TEST_F(StreamedNotesTest, WritesLaterWhatTheDatabaseRefused) {
  StreamedNotes notes(clock_, replica_.host.metrics, 2);
  Stream(notes, 1);
  Stream(notes, 2);
  replica_.db.Execute("RENAME TABLE deliveries TO hidden");
  EXPECT_THROW(notes.Write(replica_.db), storage::DatabaseError);
  // They keep their places.
  Stream(notes, 3);
  replica_.db.Execute("RENAME TABLE hidden TO deliveries");
  notes.Write(replica_.db);
  EXPECT_EQ(Count(), 2);
  EXPECT_EQ(Lost(), 1);
}

TEST_F(StreamedNotesTest, AreForgottenWithTheNotifications) {
  StreamedNotes notes(clock_, replica_.host.metrics);
  for (int64_t id = 1; id <= 1'500; ++id) Stream(notes, id);
  clock_.Set(kNow + 2 * kDay);
  Stream(notes, 9'999);
  notes.Write(replica_.db);
  EXPECT_TRUE(Deliveries::ForgetOld(replica_.db, kNow + 91 * kDay));
  EXPECT_FALSE(Deliveries::ForgetOld(replica_.db, kNow + 91 * kDay));
  EXPECT_EQ(Count(), 1);
}

}  // namespace
}  // namespace voronka::notifier

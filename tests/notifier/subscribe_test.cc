#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/events/stream_cursor.h"
#include "tests/notifier/eventually.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/served_replica.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::notifier {
namespace {

using client::CallFailed;
using grpc::StatusCode;
using ::testing::ElementsAre;
using v1::Notification;
using v1::SubscribeRequest;
using v1::SubscribeResponse;

constexpr std::chrono::seconds kPatience(20);

using Stream = client::Stream<SubscribeResponse>;

class SubscribeTest : public ::testing::Test {
 protected:
  void Tell(int64_t user_id, int number) { served_.replica.TellUser(kAccount, user_id, number); }

  Stream Open(client::Client& caller, const std::string& cursor = "") {
    SubscribeRequest request;
    request.set_cursor(cursor);
    return caller.Open<SubscribeResponse>(request);
  }
  static SubscribeResponse Next(Stream& stream) {
    auto response = stream.NextWithin(kPatience);
    if (!response) throw std::runtime_error("nothing came");
    return *response;
  }
  static std::vector<std::string> NextTexts(Stream& stream, size_t count) {
    std::vector<std::string> texts;
    while (texts.size() < count) {
      const auto response = Next(stream);
      if (!response.has_bookmark()) texts.push_back(response.notification().text());
    }
    return texts;
  }
  CallFailed EndOf(Stream& stream) {
    try {
      while (stream.NextWithin(kPatience)) {
      }
    } catch (const CallFailed& failure) {
      return failure;
    }
    throw std::runtime_error("the stream did not end with an error");
  }

  std::string CursorAt(int64_t offset) { return CursorAt(served_.tail.History(), offset); }
  static std::string CursorAt(const std::string& history, int64_t offset) {
    options::v1::StreamPosition position;
    position.set_history(history);
    position.set_offset(offset);
    return events::EncodeCursor(position);
  }
  bool HeadIs(int64_t offset) {
    return Eventually([&] { return served_.tail.DurableHead(rpc::PartitionOf(kAccount)) == offset; });
  }

  Installation installation_;
  ServedReplica served_{installation_};
  client::Client anna_ = served_.ClientOf(kAccount, kAnna);
};

TEST_F(SubscribeTest, StartsWithABookmarkAndLiveNotificationsWithoutACursor) {
  Tell(kAnna, 1);
  ASSERT_TRUE(HeadIs(1));
  auto stream = Open(anna_);
  EXPECT_TRUE(Next(stream).has_bookmark());
  Tell(kAnna, 2);
  EXPECT_THAT(NextTexts(stream, 1), ElementsAre("2"));
}

TEST_F(SubscribeTest, ResumesAtEveryCursor) {
  auto stream = Open(anna_);
  std::vector<std::string> cursors = {Next(stream).cursor()};
  for (int number = 1; number <= 5; ++number) {
    Tell(kAnna, number);
    cursors.push_back(Next(stream).cursor());
  }
  for (int seen = 0; seen < 5; ++seen) {
    auto resumed = Open(anna_, cursors[seen]);
    for (int number = seen + 1; number <= 5; ++number) {
      const auto response = Next(resumed);
      EXPECT_EQ(response.notification().text(), std::to_string(number));
      EXPECT_EQ(response.cursor(), cursors[number]);
    }
  }
}

TEST_F(SubscribeTest, SendsABookmarkAtOnceIfNothingWasMissed) {
  auto stream = Open(anna_);
  const std::string cursor = Next(stream).cursor();
  auto resumed = Open(anna_, cursor);
  const auto first = Next(resumed);
  EXPECT_TRUE(first.has_bookmark());
  EXPECT_EQ(first.cursor(), cursor);
}

TEST_F(SubscribeTest, DeliversMoreThanAPageInOrderWithoutGaps) {
  for (int number = 1; number <= 250; ++number) Tell(kAnna, number);
  ASSERT_TRUE(HeadIs(250));
  auto stream = Open(anna_, CursorAt(0));
  for (int number = 1; number <= 250; ++number) ASSERT_EQ(Next(stream).notification().text(), std::to_string(number));
}

TEST_F(SubscribeTest, DeliversChangesMadeOnAnotherDevice) {
  auto stream = Open(anna_);
  Next(stream);
  Tell(kAnna, 1);
  v1::AcknowledgeNotificationRequest request;
  request.set_notification_id(Next(stream).notification().id());
  anna_.Call<Notification>(request);
  EXPECT_EQ(Next(stream).notification().state(), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(SubscribeTest, NeverDeliversAnotherUsersNotifications) {
  auto stream = Open(anna_, CursorAt(0));
  Tell(kBoris, 1);
  served_.replica.TellUser(kAccount + rpc::kPartitions, kAnna, 2);
  Tell(kBoris, 3);
  Tell(kAnna, 4);
  EXPECT_THAT(NextTexts(stream, 1), ElementsAre("4"));
}

TEST_F(SubscribeTest, DeliversNotificationsWrittenByAnotherReplica) {
  Replica other(installation_);
  auto stream = Open(anna_);
  Next(stream);
  other.TellUser(kAccount, kAnna, 1);
  EXPECT_THAT(NextTexts(stream, 1), ElementsAre("1"));
}

TEST_F(SubscribeTest, ContinuesLiveAfterAResyncForACursorOfAnotherLog) {
  Tell(kAnna, 1);
  ASSERT_TRUE(HeadIs(1));
  auto stream = Open(anna_, CursorAt("0123456789abcdef0123456789abcdef", 1));
  const auto resync = Next(stream);
  EXPECT_TRUE(resync.has_resync());
  EXPECT_EQ(resync.cursor(), CursorAt(1));
  Tell(kAnna, 2);
  EXPECT_THAT(NextTexts(stream, 1), ElementsAre("2"));
}

TEST_F(SubscribeTest, ResyncsForACursorBeyondTheHead) {
  auto stream = Open(anna_, CursorAt(1));
  const auto resync = Next(stream);
  EXPECT_TRUE(resync.has_resync());
  EXPECT_EQ(resync.cursor(), CursorAt(0));
}

TEST_F(SubscribeTest, ResyncsForACursorOlderThanTheRetention) {
  for (int number = 1; number <= 3; ++number) Tell(kAnna, number);
  const int partition = rpc::PartitionOf(kAccount);
  events::Log::Trim(served_.replica.db, partition, served_.replica.host.clock.NowMicros() + 1'000'000, 2);
  ASSERT_TRUE(Eventually([&] { return served_.tail.FirstOffset(partition) == 3; }));
  auto lost = Open(anna_, CursorAt(1));
  EXPECT_TRUE(Next(lost).has_resync());
  auto kept = Open(anna_, CursorAt(2));
  EXPECT_THAT(NextTexts(kept, 1), ElementsAre("3"));
}

TEST_F(SubscribeTest, RefusesAnInvalidCursor) {
  auto stream = Open(anna_, "nonsense");
  const auto failure = EndOf(stream);
  EXPECT_EQ(failure.code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(failure.reason(), "BAD_CURSOR");
}

TEST_F(SubscribeTest, RefusesAnInvalidRequest) {
  auto stream = Open(anna_, std::string(201, 'A'));
  const auto failure = EndOf(stream);
  EXPECT_EQ(failure.code(), StatusCode::INVALID_ARGUMENT);
  ASSERT_EQ(failure.field_violations().size(), 1);
  EXPECT_EQ(failure.field_violations()[0].field(), "cursor");
}

TEST_F(SubscribeTest, RefusesACallerWithoutAToken) {
  auto nobody = served_.ClientOfNobody();
  auto stream = Open(nobody);
  EXPECT_EQ(EndOf(stream).code(), StatusCode::UNAUTHENTICATED);
}

TEST_F(SubscribeTest, EndsWithinFiveSecondsAfterTheSession) {
  auto boris = served_.ClientOf(kAccount, kBoris);
  auto stays = Open(boris);
  auto stream = Open(anna_);
  Next(stream);
  Next(stays);
  const auto revoked = std::chrono::steady_clock::now();
  served_.replica.Deliver(testing::Changed(kAccount, Proto<crm::v1::Session>("id: 2 user_id: 2"),
                                           Proto<crm::v1::Session>("id: 2 user_id: 2 revoke_time { seconds: 100 }"),
                                           crm::v1::ResourceChange::KIND_DELETED));
  EXPECT_EQ(EndOf(stream).code(), StatusCode::UNAUTHENTICATED);
  EXPECT_LT(std::chrono::steady_clock::now() - revoked, std::chrono::seconds(5));
  Tell(kBoris, 1);
  EXPECT_THAT(NextTexts(stays, 1), ElementsAre("1"));
}

}  // namespace
}  // namespace voronka::notifier

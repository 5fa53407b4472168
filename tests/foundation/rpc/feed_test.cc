#include "foundation/rpc/streams/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <random>
#include <span>

#include "note_service.grpc.pb.h"
#include "tests/foundation/rpc/note_server.h"
#include "tests/support/eventually.h"

namespace voronka::rpc {
namespace {

using namespace std::chrono_literals;
using grpc::StatusCode;
using notes::v1::FollowNotesRequest;
using ::testing::HasSubstr;

// The notes that exist; the streams read from it.
class Notebook {
 public:
  void Add(const std::string& text = "") {
    std::lock_guard lock(mutex_);
    auto& note = notes_.emplace_back();
    note.set_id(static_cast<int64_t>(notes_.size()));
    note.set_text(text);
  }
  void Close() { closed_ = true; }
  bool closed() const { return closed_; }

  std::vector<Note> After(int64_t id, size_t limit) const {
    std::lock_guard lock(mutex_);
    const auto after = std::span(notes_).subspan(std::min<size_t>(id, notes_.size()));
    const auto next = after.first(std::min(limit, after.size()));
    return {next.begin(), next.end()};
  }

 private:
  mutable std::mutex mutex_;
  std::vector<Note> notes_;
  std::atomic<bool> closed_ = false;
};

class NotebookSource final : public FeedSource<Note> {
 public:
  NotebookSource(const Notebook& notebook, const Caller& reader, int64_t after)
      : notebook_(notebook), topic_(reader.account_id, reader.user_id), position_(after) {}

  StreamRegistry::Topic topic() const override { return topic_; }
  std::vector<Note> Read(storage::Connection&) override {
    auto notes = notebook_.After(position_, 10);
    if (!notes.empty()) position_ = notes.back().id();
    return notes;
  }
  Note Bookmark() override {
    Note bookmark;
    bookmark.set_id(position_);
    bookmark.set_text("bookmark");
    return bookmark;
  }
  bool Ended() const override { return notebook_.closed(); }

 private:
  const Notebook& notebook_;
  const StreamRegistry::Topic topic_;
  int64_t position_;
};

// Throws what it is given.
class FailingSource final : public FeedSource<Note> {
 public:
  explicit FailingSource(std::function<void()> fail) : fail_(std::move(fail)) {}
  StreamRegistry::Topic topic() const override { return {}; }
  std::vector<Note> Read(storage::Connection&) override {
    fail_();
    return {};
  }
  Note Bookmark() override { return {}; }

 private:
  const std::function<void()> fail_;
};

class Feeds : public ::testing::Test {
 protected:
  Feeds() {
    server_.service.source = [this](const Caller& reader, const FollowNotesRequest& request) {
      return std::make_unique<NotebookSource>(notebook_, reader, request.after());
    };
  }

  client::Stream<Note> Follow(int64_t after = 0) {
    FollowNotesRequest request;
    request.set_after(after);
    return anna_.Open<Note>(request);
  }
  void AddLive(const std::string& text = "") {
    notebook_.Add(text);
    server_.host.streams.Wake({kAccount, kAnna});
  }
  void Await(size_t streams) {
    EXPECT_TRUE(testing::Eventually([&] { return server_.host.streams.Size() == streams; }))
        << server_.host.streams.Size();
  }
  void TickAfter(std::chrono::steady_clock::duration time) {
    server_.host.streams.TickAll(std::chrono::steady_clock::now() + time);
  }
  static void ExpectNotes(client::Stream<Note>& stream, int64_t first, int64_t last) {
    for (int64_t id = first; id <= last; ++id) {
      const auto note = stream.NextWithin(10s);
      ASSERT_TRUE(note) << id;
      ASSERT_EQ(note->id(), id);
    }
  }
  // Ends the stream, even if there are more notes.
  static client::CallFailed EndOf(client::Stream<Note>& stream) {
    try {
      while (stream.NextWithin(10s)) {
      }
    } catch (const client::CallFailed& failure) {
      return failure;
    }
    throw std::logic_error("the stream goes on, or has ended well");
  }

  const Installation installation_;
  Notebook notebook_;
  NoteServer server_{installation_};
  client::Client anna_ = server_.User();
};

TEST_F(Feeds, DeliverExistingNotesInOrderPageByPage) {
  for (int i = 0; i < 35; ++i) notebook_.Add();
  auto stream = Follow();
  ExpectNotes(stream, 1, 35);
}

TEST_F(Feeds, ContinueWithLiveNotes) {
  notebook_.Add();
  auto stream = Follow();
  ExpectNotes(stream, 1, 1);
  AddLive();
  ExpectNotes(stream, 2, 2);
}

TEST_F(Feeds, LoseNoWakeUpDuringAReadOrAWrite) {
  auto stream = Follow();
  std::jthread writer([this] {
    for (int i = 0; i < 2000; ++i) AddLive();
  });
  ExpectNotes(stream, 1, 2000);
}

TEST_F(Feeds, ResumeWhereTheClientWas) {
  for (int i = 0; i < 5; ++i) notebook_.Add();
  auto stream = Follow(3);
  ExpectNotes(stream, 4, 5);
}

TEST_F(Feeds, ServeManyReadersOfOneTopic) {
  std::vector<client::Stream<Note>> streams;
  for (int i = 0; i < 10; ++i) streams.push_back(Follow());
  Await(10);
  AddLive();
  for (auto& stream : streams) ExpectNotes(stream, 1, 1);
}

TEST_F(Feeds, SendABookmarkAfterALongSilence) {
  auto stream = Follow(5);
  Await(1);
  TickAfter(21s);
  const auto bookmark = stream.NextWithin(10s);
  ASSERT_TRUE(bookmark);
  EXPECT_EQ(bookmark->text(), "bookmark");
  EXPECT_EQ(bookmark->id(), 5);
}

TEST_F(Feeds, DisconnectAReaderThatReadsNothing) {
  for (int i = 0; i < 200; ++i) notebook_.Add(std::string(200'000, 'x'));
  const auto stub = notes::v1::NoteService::NewStub(server_.NewChannel());
  grpc::ClientContext context;
  context.AddMetadata("authorization", "Bearer " + installation_.TokenOf(kAccount, kAnna));
  const auto reader = stub->FollowNotes(&context, FollowNotesRequest());
  Await(1);
  EXPECT_TRUE(testing::Eventually([&] {
    TickAfter(11s);
    return server_.host.streams.Size() == 0;
  }));
  Note note;
  int received = 0;
  while (reader->Read(&note)) ++received;
  EXPECT_LT(received, 200);
  EXPECT_EQ(reader->Finish().error_code(), StatusCode::CANCELLED);
  EXPECT_THAT(server_.host.metrics.Page(), HasSubstr("code=\"DEADLINE_EXCEEDED\""));
}

TEST_F(Feeds, DoNotDisconnectAReaderWhileThereIsNothingToRead) {
  auto stream = Follow();
  Await(1);
  TickAfter(11s);
  AddLive();
  ExpectNotes(stream, 1, 1);
}

TEST_F(Feeds, EndAfterALongTimeAndCanBeResumed) {
  auto stream = Follow();
  Await(1);
  TickAfter(26min);
  const auto end = EndOf(stream);
  EXPECT_EQ(end.code(), StatusCode::UNAVAILABLE);
  EXPECT_EQ(end.reason(), "STREAM_ENDED");
}

TEST_F(Feeds, EndWithTheSession) {
  auto stream = Follow();
  Await(1);
  storage::Connection db(installation_.database());
  InTransaction(server_.host.session_context, db, kAccount,
                [&](Session& session) { server_.host.revocations.Revoke(session, kAccount, kAnna); });
  TickAfter(0s);
  const auto end = EndOf(stream);
  EXPECT_EQ(end.code(), StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(end.reason(), "SESSION_ENDED");
}

TEST_F(Feeds, EndSuccessfullyWithTheirSource) {
  for (int i = 0; i < 3; ++i) notebook_.Add();
  notebook_.Close();
  auto stream = Follow();
  ExpectNotes(stream, 1, 3);
  EXPECT_FALSE(stream.NextWithin(10s));
  EXPECT_TRUE(stream.ended());
}

TEST_F(Feeds, EndWithTheErrorOfTheirSource) {
  server_.service.source = [](auto&, auto&) {
    return std::make_unique<FailingSource>([] { throw NotFound("notebook", 1); });
  };
  auto stream = Follow();
  EXPECT_EQ(EndOf(stream).code(), StatusCode::NOT_FOUND);
}

TEST_F(Feeds, LogInternalErrorsButHideThemFromTheClient) {
  server_.service.source = [](auto&, auto&) {
    return std::make_unique<FailingSource>([] { throw std::runtime_error("a secret of the house"); });
  };
  auto stream = Follow();
  const auto end = EndOf(stream);
  EXPECT_EQ(end.code(), StatusCode::INTERNAL);
  EXPECT_THAT(end.what(), ::testing::Not(HasSubstr("secret")));
  EXPECT_THAT(installation_.Logged(), HasSubstr("a secret of the house"));
}

TEST_F(Feeds, SurviveAnythingTheirSourceThrows) {
  server_.service.source = [](auto&, auto&) { return std::make_unique<FailingSource>([] { throw 42; }); };
  auto stream = Follow();
  EXPECT_EQ(EndOf(stream).code(), StatusCode::INTERNAL);
}

TEST_F(Feeds, AreRefusedToCallersWithoutTheRight) {
  auto nobody = server_.Nobody();
  auto stream = nobody.Open<Note>(FollowNotesRequest());
  EXPECT_EQ(EndOf(stream).code(), StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(server_.host.streams.Size(), 0U);
}

TEST_F(Feeds, AreRefusedForAnInvalidRequest) {
  auto stream = Follow(-1);
  EXPECT_EQ(EndOf(stream).code(), StatusCode::INVALID_ARGUMENT);
}

TEST_F(Feeds, LeaveNothingBehindWhenTheirReaderLeaves) {
  {
    auto stream = Follow();
    Await(1);
  }
  Await(0);
}

TEST_F(Feeds, CanBeCancelledAtAnyTime) {
  for (int i = 0; i < 1000; ++i) notebook_.Add(std::string(1000, 'x'));
  std::atomic<bool> done = false;
  std::jthread waker([&] {
    while (!done) {
      server_.host.streams.Wake({kAccount, kAnna});
      server_.host.streams.TickAll();
    }
  });
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    auto stream = Follow();
    for (unsigned count = random() % 40; count > 0; --count) stream.NextWithin(1ms);
  }
  Await(0);
  done = true;
}

TEST_F(Feeds, EndWhenTheServerStops) {
  for (int i = 0; i < 1000; ++i) notebook_.Add();
  std::vector<client::Stream<Note>> streams;
  for (int i = 0; i < 20; ++i) streams.push_back(Follow());
  Await(20);
  const auto begin = std::chrono::steady_clock::now();
  server_.Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 4s);
  EXPECT_EQ(server_.host.streams.Size(), 0U);
  for (auto& stream : streams) EXPECT_EQ(EndOf(stream).code(), StatusCode::UNAVAILABLE);
}

TEST_F(Feeds, DoNotDelayTheStopIfAReaderIsStuck) {
  for (int i = 0; i < 200; ++i) notebook_.Add(std::string(200'000, 'x'));
  const auto stub = notes::v1::NoteService::NewStub(server_.NewChannel());
  grpc::ClientContext context;
  context.AddMetadata("authorization", "Bearer " + installation_.TokenOf(kAccount, kAnna));
  const auto reader = stub->FollowNotes(&context, FollowNotesRequest());
  Note note;
  ASSERT_TRUE(reader->Read(&note));
  const auto begin = std::chrono::steady_clock::now();
  server_.Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 9s);
  context.TryCancel();
}

TEST_F(Feeds, EndAtOnceIfTheyComeWhileTheServerStops) {
  server_.host.streams.EndAll();
  auto stream = Follow();
  EXPECT_EQ(EndOf(stream).reason(), "STREAM_ENDED");
}

}  // namespace
}  // namespace voronka::rpc

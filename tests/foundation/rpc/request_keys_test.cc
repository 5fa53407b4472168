#include "foundation/rpc/calls/request_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "foundation/process/manual_clock.h"
#include "foundation/process/random.h"
#include "foundation/rpc/requests/error.h"
#include "note_service.pb.h"
#include "tests/foundation/rpc/schema/migrations.h"
#include "tests/support/database.h"
#include "tests/support/eventually.h"

namespace voronka::rpc {
namespace {

using notes::v1::AddNoteRequest;
using notes::v1::Note;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int64_t kNow = 1'800'000'000'000'000;
constexpr int64_t kHour = 3'600'000'000;

AddNoteRequest Request(const std::string& request_id, const std::string& text) {
  AddNoteRequest request;
  request.set_request_id(request_id);
  request.set_text(text);
  return request;
}

Note NoteOf(int64_t id) {
  Note note;
  note.set_id(id);
  return note;
}

class RequestKeys : public ::testing::Test {
 protected:
  RequestKeys() {
    storage::Migrate(database_, Migrations());
    anna_.account_id = 1;
    anna_.user_id = 2;
    anna_.role = options::v1::ROLE_MANAGER;
  }

  // Returns the note, or the stored answer if the request is a retry.
  Note Answer(const Caller& caller, const AddNoteRequest& request, const Note& note) {
    return AnswerOn(db_, caller, request, [&] { return note; });
  }

  // `kept` runs after the answer is stored and before COMMIT.
  Note AnswerOn(
      storage::Connection& db, const Caller& caller, const AddNoteRequest& request, const std::function<Note()>& body,
      const std::function<void()>& kept = [] {}) {
    Note response;
    const Origin origin{request.request_id(), "test"};
    const RequestKey key(caller, MethodPolicy::OfRequest(*AddNoteRequest::descriptor()), request);
    try {
      storage::RunTransaction(db, [&](storage::Transaction& transaction) {
        Session session(session_context_, transaction, caller, origin);
        response = body();
        key.Keep(session, response);
        kept();
      });
    } catch (const Error&) {
      if (!key.Recall(db, response)) throw;
    }
    return response;
  }

  int64_t Kept() { return db_.Query("SELECT COUNT(*) FROM requests")[0].Int(0); }
  std::string Column(const std::string& name) { return db_.Query("SELECT " + name + " FROM requests").at(0).Text(0); }

  const config::v1::Database database_ = testing::FreshSchema();
  storage::Connection db_{database_};
  storage::Ids ids_{database_};
  process::ManualClock clock_{kNow};
  process::SystemRandom random_;
  const SessionContext session_context_{clock_, random_, ids_, nullptr};
  Caller anna_;
};

TEST_F(RequestKeys, GiveARetryTheSameAnswer) {
  EXPECT_EQ(Answer(anna_, Request("a", "call"), NoteOf(1)).id(), 1);
  EXPECT_EQ(Answer(anna_, Request("a", "call"), NoteOf(2)).id(), 1);
  EXPECT_EQ(Kept(), 1);
}

TEST_F(RequestKeys, RefuseAnotherRequestWithTheSameId) {
  Answer(anna_, Request("a", "call"), NoteOf(1));
  try {
    Answer(anna_, Request("a", "write"), NoteOf(2));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), Code::kInvalidArgument);
    EXPECT_EQ(error.reason(), "REQUEST_ID_REUSED");
    EXPECT_EQ(error.violations().at(0).field, "request_id");
  }
}

TEST_F(RequestKeys, AreSeparateForEachCaller) {
  Caller boris = anna_;
  boris.user_id = 3;
  Caller elsewhere = anna_;
  elsewhere.account_id = 5;
  EXPECT_EQ(Answer(anna_, Request("a", "call"), NoteOf(1)).id(), 1);
  EXPECT_EQ(Answer(boris, Request("a", "call"), NoteOf(2)).id(), 2);
  EXPECT_EQ(Answer(elsewhere, Request("a", "call"), NoteOf(3)).id(), 3);
}

TEST_F(RequestKeys, IgnoreTheOrderOfMapEntries) {
  AddNoteRequest there = Request("a", "call");
  AddNoteRequest back = there;
  for (int i = 0; i < 50; ++i) (*there.mutable_labels())[std::to_string(i)] = "x";
  for (int i = 49; i >= 0; --i) (*back.mutable_labels())[std::to_string(i)] = "x";
  Answer(anna_, there, NoteOf(1));
  EXPECT_EQ(Answer(anna_, back, NoteOf(2)).id(), 1);
}

TEST_F(RequestKeys, DoNotDependOnSecrets) {
  AddNoteRequest first = Request("a", "call");
  first.set_password("one");
  first.mutable_lock()->set_code("1");
  AddNoteRequest second = Request("a", "call");
  second.set_password("two");
  second.mutable_lock()->set_code("2");
  Answer(anna_, first, NoteOf(1));
  EXPECT_EQ(Answer(anna_, second, NoteOf(2)).id(), 1);
}

TEST_F(RequestKeys, KeepNoSecretsOfTheAnswer) {
  Note note = NoteOf(1);
  note.set_code("open sesame");
  EXPECT_EQ(Answer(anna_, Request("a", "call"), note).code(), "open sesame");
  EXPECT_THAT(Column("response"), Not(HasSubstr("sesame")));
}

TEST_F(RequestKeys, KeepNothingOfAnAttemptThatWasRolledBack) {
  EXPECT_THROW(AnswerOn(db_, anna_, Request("a", "call"), []() -> Note { throw NotFound("deal", 7); }), Error);
  EXPECT_EQ(Kept(), 0);
  EXPECT_EQ(Answer(anna_, Request("a", "write"), NoteOf(2)).id(), 2);
}

// One request is answered twice concurrently: the second begins when the first has stored its answer, and the first
// continues when the second waits for it.
class DuplicatesAtOnce : public RequestKeys {
 protected:
  std::future<Note> Begin(const std::function<Note()>& body, const std::function<void()>& kept) {
    return std::async(std::launch::async, [this, body, kept] {
      storage::Connection db(database_);
      return AnswerOn(db, anna_, Request("a", "call"), body, kept);
    });
  }

  // The first call; it ends as `end` does.
  std::future<Note> BeginFirst(const std::function<void()>& end) {
    auto first = Begin([] { return NoteOf(1); },
                       [this, end] {
                         first_has_kept_.set_value();
                         go_on_.get_future().wait();
                         end();
                       });
    first_has_kept_.get_future().wait();
    return first;
  }

  // Lets the first call continue once a statement with this prefix is waiting.
  void LetFirstGoOn(const std::string& statement) {
    EXPECT_TRUE(testing::Eventually([&] {
      return db_.Query("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE ? AND db = DATABASE()",
                       statement + "%")[0]
                 .Int(0) == 1;
    }));
    go_on_.set_value();
  }

  std::promise<void> first_has_kept_, go_on_;
};

TEST_F(DuplicatesAtOnce, WaitForTheAnswer) {
  auto first = BeginFirst([] {});
  auto second = Begin([] { return NoteOf(2); }, [] {});
  LetFirstGoOn("INSERT INTO requests");
  EXPECT_EQ(first.get().id(), 1);
  EXPECT_EQ(second.get().id(), 1);
}

TEST_F(DuplicatesAtOnce, WaitForTheAnswerEvenIfTheyWouldBeRefused) {
  auto first = BeginFirst([] {});
  auto second = Begin([]() -> Note { throw NotFound("deal", 7); }, [] {});
  LetFirstGoOn("SELECT request_hash");
  EXPECT_EQ(first.get().id(), 1);
  EXPECT_EQ(second.get().id(), 1);
}

TEST_F(DuplicatesAtOnce, RunIfTheFirstWasRolledBack) {
  auto first = BeginFirst([] { throw NotFound("deal", 7); });
  auto second = Begin([] { return NoteOf(2); }, [] {});
  LetFirstGoOn("INSERT INTO requests");
  EXPECT_EQ(second.get().id(), 2);
  try {
    EXPECT_EQ(first.get().id(), 2) << "answered by the second before it had told its failure";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), Code::kNotFound);
  }
}

TEST_F(RequestKeys, TakeEffectOnceForConcurrentCalls) {
  std::atomic<int> effects = 0;
  std::vector<std::future<Note>> answers;
  for (int i = 0; i < 8; ++i) {
    answers.push_back(std::async(std::launch::async, [&, i] {
      storage::Connection db(database_);
      return AnswerOn(db, anna_, Request("a", "call"), [&] { return NoteOf(++effects * 100 + i); });
    }));
  }
  const int64_t id = answers[0].get().id();
  for (size_t i = 1; i < answers.size(); ++i) EXPECT_EQ(answers[i].get().id(), id);
  EXPECT_EQ(Kept(), 1);
}

TEST_F(RequestKeys, AreDeletedAfterThreeDays) {
  Answer(anna_, Request("old", "call"), NoteOf(1));
  clock_.Advance(72 * kHour);
  Answer(anna_, Request("new", "call"), NoteOf(2));
  EXPECT_EQ(RequestKey::Forget(db_, clock_.NowMicros(), 10), 0);
  EXPECT_EQ(RequestKey::Forget(db_, clock_.NowMicros() + 1, 10), 1);
  EXPECT_EQ(Column("request_id"), "new");
}

TEST_F(RequestKeys, AreDeletedInBatches) {
  for (const char* id : {"a", "b", "c"}) Answer(anna_, Request(id, "call"), NoteOf(1));
  EXPECT_EQ(RequestKey::Forget(db_, kNow + 100 * kHour, 2), 2);
  EXPECT_EQ(RequestKey::Forget(db_, kNow + 100 * kHour, 2), 1);
}

}  // namespace
}  // namespace voronka::rpc

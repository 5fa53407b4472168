#include "foundation/rpc/calls/rpc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "foundation/storage/errors.h"
#include "tests/foundation/rpc/note_server.h"
#include "tests/foundation/rpc/raw_call.h"
#include "tests/support/database.h"
#include "tests/support/eventually.h"

namespace voronka::rpc {
namespace {

using namespace notes::v1;
using namespace std::chrono_literals;
using grpc::StatusCode;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

AddNoteRequest AddRequest(const std::string& request_id, const std::string& text = "") {
  AddNoteRequest request;
  request.set_request_id(request_id);
  request.set_text(text);
  return request;
}

void InsertNote(Session& session, int64_t id) {
  session.db.Execute("INSERT INTO notes (account_id, id, text) VALUES (?, ?, '')", session.account_id(), id);
}

class RpcTest : public ::testing::Test {
 protected:
  int64_t NoteCount() {
    return storage::Connection(installation_.database()).Query("SELECT COUNT(*) FROM notes")[0].Int(0);
  }

  const Installation installation_;
};

class Calls : public RpcTest {
 protected:
  NoteServer server_{installation_};
};

// One worker, which a first call occupies until it is released, and room for one more to wait.
class CallsOnABusyServer : public RpcTest {
 protected:
  CallsOnABusyServer() {
    server_.service.body = [this](Session&, Note&) {
      ++performed_;
      held_.wait();
    };
    first_ = Call(10s);
    EXPECT_TRUE(testing::Eventually([this] { return performed_ == 1; }));
  }
  ~CallsOnABusyServer() override { LetGo(); }

  void LetGo() {
    if (!std::exchange(let_go_, true)) hold_.set_value();
  }
  std::future<Note> Call(std::chrono::milliseconds timeout) {
    return std::async(std::launch::async,
                      [this, timeout] { return server_.User().Call<Note>(GetNoteRequest(), {.timeout = timeout}); });
  }

  std::promise<void> hold_;
  const std::shared_future<void> held_ = hold_.get_future().share();
  bool let_go_ = false;
  std::atomic<int> performed_ = 0;
  NoteServer server_{installation_, 1, 1};
  std::future<Note> first_;
};

TEST_F(Calls, ReturnTheAnswerOfTheBody) {
  server_.service.body = [](Session& session, Note& note) { note.set_id(session.caller.user_id); };
  EXPECT_EQ(server_.User().Call<Note>(GetNoteRequest()).id(), kAnna);
}

TEST_F(Calls, CommitWhatTheyWrote) {
  server_.service.body = [](Session& session, Note&) { InsertNote(session, 1); };
  server_.User().Call<Note>(AddRequest("a"));
  EXPECT_EQ(NoteCount(), 1);
}

TEST_F(Calls, RollBackOnFailure) {
  server_.service.body = [](Session& session, Note& note) {
    InsertNote(session, 1);
    note.set_text("never seen");
    throw NotFound("deal", 7);
  };
  const auto failure = FailureOf(server_.User(), AddRequest("a"));
  EXPECT_EQ(failure.code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(failure.metadata("resource"), "deal");
  EXPECT_EQ(NoteCount(), 0);
}

TEST_F(Calls, LookAheadOutsideTheirTransaction) {
  std::atomic<int64_t> ahead = -1;
  std::atomic<int64_t> within = -1;
  const auto transactions = [](Session& session) {
    return session.db.Query("SELECT CAST(@@in_transaction AS SIGNED)")[0].Int(0);
  };
  server_.service.ahead = [&](Session& session) { ahead = transactions(session); };
  server_.service.body = [&](Session& session, Note&) { within = transactions(session); };
  server_.User().Call<Note>(AddRequest("a"));
  EXPECT_EQ(ahead, 0);
  EXPECT_EQ(within, 1);
}

TEST_F(Calls, FailIfWhatLooksAheadDoes) {
  server_.service.body = [](Session& session, Note&) { InsertNote(session, 1); };
  server_.service.ahead = [](Session&) { throw NotFound("deal", 7); };
  EXPECT_EQ(FailureOf(server_.User(), AddRequest("a")).code(), StatusCode::NOT_FOUND);
  server_.service.ahead = [](Session& session) { InsertNote(session, 2); };
  EXPECT_EQ(FailureOf(server_.User(), AddRequest("b")).code(), StatusCode::INTERNAL) << "it may only read";
  EXPECT_EQ(NoteCount(), 0);
}

TEST_F(Calls, AreAnsweredAgainWhateverLooksAheadSays) {
  server_.service.body = [](Session& session, Note& note) {
    note.set_id(5);
    InsertNote(session, 5);
  };
  server_.User().Call<Note>(AddRequest("a"));
  server_.service.ahead = [](Session&) { throw NotFound("deal", 7); };
  EXPECT_EQ(server_.User().Call<Note>(AddRequest("a")).id(), 5);
}

TEST_F(Calls, RetriedWithTheSameRequestIdTakeEffectOnce) {
  server_.service.body = [](Session& session, Note& note) {
    note.set_id(session.NextId("note"));
    InsertNote(session, note.id());
  };
  const auto first = server_.User().Call<Note>(AddRequest("a"));
  EXPECT_EQ(server_.User().Call<Note>(AddRequest("a")).id(), first.id());
  EXPECT_EQ(NoteCount(), 1);
  EXPECT_EQ(FailureOf(server_.User(), AddRequest("a", "other")).reason(), "REQUEST_ID_REUSED");
}

TEST_F(Calls, AreRerunAfterADeadlockWithAnEmptyResponse) {
  std::atomic<int> attempts = 0;
  server_.service.body = [&](Session& session, Note& note) {
    note.set_text(note.text() + "once");
    InsertNote(session, ++attempts);
    if (attempts == 1) throw storage::Retryable(1213, "deadlock");
  };
  EXPECT_EQ(server_.User().Call<Note>(AddRequest("a")).text(), "once");
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(NoteCount(), 1);
}

TEST_F(Calls, ReportAConflictIfEveryRerunDeadlocks) {
  server_.service.body = [](Session&, Note&) { throw storage::Retryable(1213, "deadlock"); };
  const auto failure = FailureOf(server_.User(), AddRequest("a"));
  EXPECT_EQ(failure.code(), StatusCode::ABORTED);
  EXPECT_TRUE(failure.retry_delay());
}

TEST_F(Calls, LogInternalErrorsButHideThemFromTheClient) {
  server_.service.body = [](Session&, Note&) { throw std::runtime_error("a secret of the house"); };
  const auto failure = FailureOf(server_.User(), AddRequest("a"));
  EXPECT_EQ(failure.code(), StatusCode::INTERNAL);
  EXPECT_THAT(failure.what(), Not(HasSubstr("secret")));
  EXPECT_THAT(installation_.Logged(), AllOf(HasSubstr("a secret of the house"), HasSubstr("request_id=a"),
                                            HasSubstr("account=7"), HasSubstr("user:2")));
}

TEST_F(Calls, SurviveAnythingThatIsThrown) {
  server_.service.body = [](Session&, Note&) { throw 42; };
  EXPECT_EQ(FailureOf(server_.User(), GetNoteRequest()).code(), StatusCode::INTERNAL);
  EXPECT_EQ(FailureOf(server_.User(), AddRequest("a")).code(), StatusCode::INTERNAL);
}

TEST_F(Calls, MayNotWriteIfDeclaredReadOnly) {
  server_.service.body = [](Session& session, Note&) { InsertNote(session, 1); };
  EXPECT_EQ(FailureOf(server_.User(), GetNoteRequest()).code(), StatusCode::INTERNAL);
  EXPECT_EQ(NoteCount(), 0);
  EXPECT_THAT(installation_.Logged(), HasSubstr("only reading is allowed here"));
}

TEST_F(Calls, MayWriteOnAConnectionThatOnlyReadBefore) {
  for (int i = 0; i < 8; ++i) server_.User().Call<Note>(GetNoteRequest());
  server_.service.body = [](Session& session, Note&) { InsertNote(session, session.NextId("note")); };
  for (int i = 0; i < 8; ++i) server_.User().Call<Note>(AddRequest(std::to_string(i)));
  EXPECT_EQ(NoteCount(), 8);
}

TEST_F(Calls, MayNotWriteEventsIfDeclaredReadOnly) {
  server_.service.body = [](Session& session, Note&) { session.Announce({kAccount, 0, "news"}); };
  EXPECT_EQ(FailureOf(server_.User(), GetNoteRequest()).code(), StatusCode::INTERNAL);
  EXPECT_THAT(installation_.Logged(), HasSubstr("declared to only read"));
}

TEST_F(Calls, MayFailAndStillCommit) {
  std::atomic<bool> committed = false;
  server_.service.body = [&](Session& session, Note&) {
    InsertNote(session, 1);
    session.FailAfterCommit(NotFound("session", 1));
    session.AfterCommit([&] { committed = true; });
  };
  EXPECT_EQ(FailureOf(server_.User(), RenewNoteRequest()).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(NoteCount(), 1);
  EXPECT_TRUE(committed);
}

TEST_F(Calls, MayNotFailAfterCommitIfARetryWouldGetTheAnswer) {
  server_.service.body = [&](Session& session, Note&) {
    InsertNote(session, 1);
    session.FailAfterCommit(NotFound("session", 1));
  };
  EXPECT_EQ(FailureOf(server_.User(), AddRequest("a")).code(), StatusCode::INTERNAL);
  EXPECT_EQ(NoteCount(), 0);
}

TEST_F(Calls, ForgetTheFailureOfAnAttemptThatIsRerun) {
  std::atomic<int> attempts = 0;
  server_.service.body = [&](Session& session, Note&) {
    if (++attempts > 1) return;
    session.FailAfterCommit(NotFound("session", 1));
    throw storage::Retryable(1213, "deadlock");
  };
  EXPECT_NO_THROW(server_.User().Call<Note>(RenewNoteRequest()));
}

TEST_F(Calls, NameEverythingThatIsWrongWithARequest) {
  auto request = AddRequest("a b", std::string(101, 'x'));
  const auto failure = FailureOf(server_.User(), request);
  EXPECT_EQ(failure.code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(failure.field_violations().size(), 2);
}

TEST_F(Calls, CanReportAThousandViolations) {
  auto request = AddRequest("a");
  for (int i = 0; i < 1000; ++i) request.add_remarks("far too long");
  const auto failure = FailureOf(server_.User(), request);
  EXPECT_EQ(failure.code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_GT(failure.field_violations().size(), 10);
  EXPECT_NE(failure.metadata("more_violations"), "");
}

TEST_F(Calls, ThatCannotBeParsedAreInvalid) {
  const auto answer = RawCall(server_.NewChannel(), "/voronka.notes.v1.NoteService/GetNote", "\xFF\xFF\xFF");
  EXPECT_EQ(answer.status.error_code(), StatusCode::INVALID_ARGUMENT);
}

TEST_F(Calls, WithTextThatIsNotUtf8AreInvalid) {
  // AddNoteRequest{text}
  const auto answer = RawCall(server_.NewChannel(), "/voronka.notes.v1.NoteService/AddNote", "\x12\x01\xFF");
  EXPECT_EQ(answer.status.error_code(), StatusCode::INVALID_ARGUMENT);
}

TEST_F(Calls, ToAnUnknownMethodAreUnimplemented) {
  const auto answer = RawCall(server_.NewChannel(), "/voronka.notes.v1.NoteService/Guess", "");
  EXPECT_EQ(answer.status.error_code(), StatusCode::UNIMPLEMENTED);
}

TEST_F(Calls, AreCountedByMethodAndCode) {
  server_.User().Call<Note>(GetNoteRequest());
  FailureOf(server_.Nobody(), GetNoteRequest());
  const auto page = server_.host.metrics.Page();
  EXPECT_THAT(page, HasSubstr(R"(voronka_calls_total{code="OK",method="voronka.notes.v1.NoteService.GetNote"} 1)"));
  EXPECT_THAT(
      page,
      HasSubstr(R"(voronka_calls_total{code="UNAUTHENTICATED",method="voronka.notes.v1.NoteService.GetNote"} 1)"));
}

TEST_F(CallsOnABusyServer, AreNotRunOnceTheirDeadlineHasPassed) {
  auto late = Call(50ms);
  EXPECT_THROW(late.get(), client::CallFailed);
  // The server's time starts when it receives the call.
  std::this_thread::sleep_for(300ms);
  LetGo();
  first_.get();
  Call(10s).get();
  EXPECT_EQ(performed_, 2);
}

TEST_F(CallsOnABusyServer, AreRefusedIfTooManyWait) {
  auto waiting = Call(10s);
  EXPECT_TRUE(testing::Eventually([&] { return server_.host.workers.Waiting() == 1; }));
  const auto failure = FailureOf(server_.User(), GetNoteRequest());
  EXPECT_EQ(failure.code(), StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(failure.reason(), "OVERLOADED");
  EXPECT_EQ(failure.retry_delay(), 200ms);
  EXPECT_THAT(server_.host.metrics.Page(), HasSubstr("voronka_calls_overloaded_total 1"));
  LetGo();
  waiting.get();
}

TEST(CallsWithoutADatabase, AreToldToRetry) {
  testing::PrivateMariaDb mariadb;
  mariadb.Start();
  const Installation installation(mariadb.FreshSchema());
  NoteServer server(installation);
  server.service.body = [](Session& session, Note& note) { note.set_id(session.db.Now()); };
  server.User().Call<Note>(AddRequest("a"));
  mariadb.Kill9();
  const auto failure = FailureOf(server.User(), AddRequest("b"));
  EXPECT_EQ(failure.code(), StatusCode::UNAVAILABLE);
  EXPECT_EQ(failure.reason(), "DATABASE_UNAVAILABLE");
  EXPECT_EQ(failure.retry_delay(), 1s);
  mariadb.Start();
  EXPECT_NO_THROW(server.User().Call<Note>(AddRequest("b")));
}

}  // namespace
}  // namespace voronka::rpc

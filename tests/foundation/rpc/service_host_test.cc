#include "foundation/rpc/server/service_host.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "tests/foundation/rpc/note_server.h"

namespace voronka::rpc {
namespace {

using namespace std::chrono_literals;
using notes::v1::FollowNotesRequest;

class NothingNew final : public FeedSource<Note> {
 public:
  StreamRegistry::Topic topic() const override { return {}; }
  std::vector<Note> Read(storage::Connection&) override { return {}; }
  Note Bookmark() override { return {}; }
};

// A process whose cleanup takes as long as the test.
class ServiceHosts : public ::testing::Test {
 protected:
  ServiceHosts() {
    server_.service.source = [](auto&, auto&) { return std::make_unique<NothingNew>(); };
    server_.host.housekeeping.Add("clean up", 1h, [this](auto&) {
      begun_.set_value();
      held_.wait();
    });
    server_.host.punctual.DoAll();
    server_.host.punctual.Start();
    server_.host.housekeeping.Start();
    begun_.get_future().wait();
  }
  ~ServiceHosts() override { hold_.set_value(); }

  // As another replica does.
  void Revoke(int64_t session_id) {
    Revocations elsewhere;
    storage::Connection db(installation_.database());
    InTransaction(server_.host.session_context, db, kAccount,
                  [&](Session& session) { elsewhere.Revoke(session, kAccount, session_id); });
  }

  const Installation installation_;
  std::promise<void> begun_;
  std::promise<void> hold_;
  const std::shared_future<void> held_ = hold_.get_future().share();
  NoteServer server_{installation_};
};

TEST_F(ServiceHosts, EndStreamsOfAnEndedSessionOnTimeDuringALongCleanup) {
  auto anna = server_.User();
  auto stream = anna.Open<Note>(FollowNotesRequest());
  Revoke(kAnna);
  try {
    stream.NextWithin(5s);
    FAIL() << "the stream goes on";
  } catch (const client::CallFailed& failure) {
    EXPECT_EQ(failure.reason(), "SESSION_ENDED");
  }
}

}  // namespace
}  // namespace voronka::rpc

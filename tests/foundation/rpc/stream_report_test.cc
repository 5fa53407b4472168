#include "foundation/rpc/streams/stream_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/foundation/rpc/note_server.h"
#include "tests/support/eventually.h"

namespace voronka::rpc {
namespace {

using namespace std::chrono_literals;
using notes::v1::FollowNotesRequest;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// Gives one note, then nothing, or throws.
class OneNote final : public FeedSource<Note> {
 public:
  explicit OneNote(bool fails) : fails_(fails) {}
  StreamRegistry::Topic topic() const override { return {kAccount, kAnna}; }
  std::vector<Note> Read(storage::Connection&) override {
    if (fails_) throw std::runtime_error("a secret of the house");
    return std::vector<Note>(std::exchange(read_, true) ? 0 : 1);
  }
  Note Bookmark() override { return {}; }

 private:
  const bool fails_;
  bool read_ = false;
};

class StreamReports : public ::testing::Test {
 protected:
  StreamReports() {
    server_.service.source = [this](auto&, auto&) { return std::make_unique<OneNote>(fails_); };
  }

  bool Shows(const std::string& metric) const {
    return testing::Eventually([&] { return server_.host.metrics.Page().find(metric + "\n") != std::string::npos; });
  }
  bool ShowsOpen(int streams) const {
    return Shows("voronka_open_streams{method=\"voronka.notes.v1.NoteService.FollowNotes\"} " +
                 std::to_string(streams));
  }
  bool ShowsEnded(const std::string& code) const {
    return Shows(R"(voronka_calls_total{code=")" + code + R"(",method="voronka.notes.v1.NoteService.FollowNotes"} 1)");
  }
  void EndByError(client::Client&& reader) {
    auto stream = reader.Open<Note>(FollowNotesRequest());
    EXPECT_THROW(while (stream.NextWithin(10s)){}, client::CallFailed);
  }

  const Installation installation_;
  bool fails_ = false;
  NoteServer server_{installation_};
  client::Client anna_ = server_.User();
};

TEST_F(StreamReports, ShowHowManyStreamsAreOpen) {
  auto first = anna_.Open<Note>(FollowNotesRequest());
  auto second = anna_.Open<Note>(FollowNotesRequest());
  EXPECT_TRUE(ShowsOpen(2)) << server_.host.metrics.Page();
  first.Cancel();
  EXPECT_TRUE(ShowsOpen(1)) << server_.host.metrics.Page();
}

TEST_F(StreamReports, CountARefusedStreamAndLogWhoWasRefused) {
  EndByError(server_.Service("robot", kAccount));
  EXPECT_TRUE(ShowsEnded("PERMISSION_DENIED")) << server_.host.metrics.Page();
  EXPECT_TRUE(ShowsOpen(0));
  EXPECT_THAT(installation_.Logged(),
              AllOf(HasSubstr("call refused"), HasSubstr("method=voronka.notes.v1.NoteService.FollowNotes"),
                    HasSubstr("code=PERMISSION_DENIED"), HasSubstr("account=7"), HasSubstr("caller=service:robot")));
}

TEST_F(StreamReports, CountAStreamCancelledByItsReaderAndLogNothing) {
  anna_.Open<Note>(FollowNotesRequest()).NextWithin(10s);
  EXPECT_TRUE(ShowsEnded("CANCELLED")) << server_.host.metrics.Page();
  EXPECT_THAT(installation_.Logged(), Not(HasSubstr("FollowNotes")));
}

TEST_F(StreamReports, CountAResumableStreamAndLogNothing) {
  auto stream = anna_.Open<Note>(FollowNotesRequest());
  ASSERT_TRUE(stream.NextWithin(10s));
  server_.host.streams.EndAll();
  EXPECT_TRUE(ShowsEnded("UNAVAILABLE")) << server_.host.metrics.Page();
  EXPECT_THAT(installation_.Logged(), Not(HasSubstr("FollowNotes")));
}

TEST_F(StreamReports, CountAFailedStreamAndLogTheHiddenError) {
  fails_ = true;
  EndByError(server_.User());
  EXPECT_TRUE(ShowsEnded("INTERNAL")) << server_.host.metrics.Page();
  EXPECT_THAT(installation_.Logged(), AllOf(HasSubstr("call failed"), HasSubstr("a secret of the house")));
}

}  // namespace
}  // namespace voronka::rpc

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "tests/gateway/served/stand.h"
#include "tests/gateway/served/stream_form.h"
#include "tests/support/eventually.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::testing {
namespace {

using notifier::v1::SubscribeRequest;
using notifier::v1::SubscribeResponse;

SubscribeResponse News(const std::string& text) {
  SubscribeResponse news;
  news.mutable_notification()->set_text(text);
  return news;
}

class Streams : public Stand, public ::testing::WithParamInterface<StreamForm> {
 protected:
  void Open(const std::string& cursor = {}) {
    SubscribeRequest request;
    request.set_cursor(cursor);
    http_.Send({.path = kSubscribe,
                .headers = {{"content-type", GetParam().content_type}},
                .body = GetParam().write(request)});
    head_ = http_.ReadHead();
  }

  // Nothing: the answer has ended.
  std::optional<Frame> Next() {
    for (;;) {
      if (auto frame = TakeFrame(bytes_)) return frame;
      const std::string piece = http_.ReadPiece();
      if (piece.empty()) return std::nullopt;
      text_ += piece;
      const size_t whole = GetParam().unit * (text_.size() / GetParam().unit);
      bytes_ += GetParam().bytes(text_.substr(0, whole));
      text_.erase(0, whole);
    }
  }

  std::string NextText() {
    SubscribeResponse news;
    GetParam().read(Next().value().content, news);
    return news.notification().text();
  }

  grpc::Status End() {
    const Frame last = Next().value();
    EXPECT_EQ(last.flags, GetParam().end_flag);
    EXPECT_FALSE(Next()) << "something follows the end";
    return GetParam().status(last);
  }

  HttpAnswer head_;
  // What has arrived and is not read yet.
  std::string text_;
  std::string bytes_;
};

TEST_P(Streams, DeliverEachMessageAndTheEnd) {
  backend_.Behave(Always({.messages = {News("раз").SerializeAsString(), News("два").SerializeAsString()}}));

  Open("cursor");

  EXPECT_EQ(head_.status, 200);
  EXPECT_THAT(head_.header("content-type"), ::testing::StartsWith(GetParam().content_type));
  EXPECT_EQ(NextText(), "раз");
  EXPECT_EQ(NextText(), "два");
  EXPECT_TRUE(End().ok());
  SubscribeRequest asked;
  asked.ParseFromString(backend_.last().request);
  EXPECT_EQ(asked.cursor(), "cursor");
}

TEST_P(Streams, DeliverAMessageAsSoonAsItIsSent) {
  backend_.Behave(Always({.messages = {News("раз").SerializeAsString()}, .then = Reply::Then::kWaits}));

  Open();

  EXPECT_EQ(NextText(), "раз");
  backend_.Release();
  EXPECT_TRUE(End().ok());
}

TEST_P(Streams, StartBeforeTheFirstMessage) {
  backend_.Behave(Always({.then = Reply::Then::kWaits}));

  Open();

  EXPECT_EQ(head_.status, 200);
  EXPECT_TRUE(Eventually([&] { return backend_.under_way() == 1; }));
  backend_.Release();
  EXPECT_TRUE(End().ok());
}

TEST_P(Streams, SayWhyTheyEnd) {
  backend_.Behave(Always({.messages = {News("раз").SerializeAsString()},
                          .then = Reply::Then::kEnds,
                          .status = {grpc::UNAVAILABLE, "Откройте снова."}}));

  Open();

  EXPECT_EQ(NextText(), "раз");
  const grpc::Status status = End();
  EXPECT_EQ(status.error_code(), grpc::UNAVAILABLE);
  EXPECT_EQ(status.error_message(), "Откройте снова.");
}

TEST_P(Streams, LeaveTheConnectionUsableForTheNextRequest) {
  backend_.Behave(Always({.messages = {News("раз").SerializeAsString()}}));
  for (int i = 0; i < 3; ++i) {
    Open();
    EXPECT_EQ(NextText(), "раз");
    EXPECT_TRUE(End().ok());
  }
}

TEST_P(Streams, RefuseAnInvalidRequest) {
  http_.Send({.path = kSubscribe, .headers = {{"content-type", GetParam().content_type}}, .body = "AAAA"});
  head_ = http_.ReadHead();

  EXPECT_EQ(head_.status, 200);
  EXPECT_EQ(End().error_code(), grpc::INVALID_ARGUMENT);
}

TEST_P(Streams, AreCancelledWhenTheClientLeaves) {
  backend_.Behave(Always({.messages = {News("раз").SerializeAsString()}, .then = Reply::Then::kWaits}));
  const auto cancelled = backend_.cancelled();
  Open();
  NextText();

  http_.Close();

  EXPECT_TRUE(Eventually([&] { return backend_.cancelled() == cancelled + 1; }));
}

INSTANTIATE_TEST_SUITE_P(InEveryForm, Streams, ::testing::ValuesIn(kStreamForms),
                         [](const auto& form) { return form.param.name; });

}  // namespace
}  // namespace voronka::testing

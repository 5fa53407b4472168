#include "notifier/push/vendors/push_payload.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "foundation/rpc/requests/text_encoding.h"

namespace voronka::notifier {
namespace {

using ::testing::EndsWith;
using ::testing::StartsWith;

std::string Write(const v1::PushMessage& message) { return ToJson(message).dump(); }

std::string TextWithin(size_t limit, const std::string& text) {
  v1::PushMessage message;
  message.set_text(text);
  const auto payload = WriteWithin(limit, message, Write);
  EXPECT_LE(payload.value().size(), limit);
  return nlohmann::json::parse(*payload).value("text", "");
}

TEST(PushPayload, IsLeftAsItIsIfItFits) {
  const std::string text = "Заявка";
  EXPECT_EQ(TextWithin(std::string_view(R"({"text":"Заявка"})").size(), text), text);
}

TEST(PushPayload, EndsBetweenTwoCharacters) {
  const std::string text = "Заявка 👩‍👧 от клиента";
  for (size_t limit = 14; limit < text.size() + 11; ++limit) {
    const std::string shortened = TextWithin(limit, text);
    EXPECT_TRUE(rpc::IsUtf8(shortened)) << limit;
    EXPECT_THAT(shortened, EndsWith("…")) << limit;
    EXPECT_THAT(text, StartsWith(shortened.substr(0, shortened.size() - 3))) << limit;
  }
}

TEST(PushPayload, FitsWhateverHasToBeEscaped) {
  EXPECT_THAT(TextWithin(100, std::string(200, '"')), EndsWith("…"));
  EXPECT_THAT(TextWithin(100, std::string(200, '\n')), EndsWith("…"));
}

TEST(PushPayload, IsNoneIfEverythingElseIsTooLong) {
  v1::PushMessage message;
  message.set_text("Заявка");
  message.add_buttons()->set_title(std::string(100, 'a'));
  EXPECT_FALSE(WriteWithin(100, message, Write));
}

}  // namespace
}  // namespace voronka::notifier

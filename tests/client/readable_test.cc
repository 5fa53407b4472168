#include "client/command_line/readable.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>

#include "client/command_line/output.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::command_line {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

template <class Message>
Message Parsed(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

template <class Message>
std::string Shown(const std::string& text) {
  return "\n" + Readable(Parsed<Message>(text), cctz::fixed_time_zone(std::chrono::hours(3)));
}

TEST(ReadableAnswers, CannotControlTheTerminalThroughAFieldMask) {
  EXPECT_EQ(Shown<crm::v1::UpdateDealRequest>(R"(update_mask { paths: "na\be" })"), "\nupdate_mask: na\uFFFDe\n");
}

TEST(ReadableAnswers, AlignValuesAndIndentNestedMessages) {
  EXPECT_EQ(Shown<crm::v1::Deal>(R"(id: 7 name: "Опт" state: STATE_OPEN amount { minor: 150000 currency: "RUB" }
                                    offer_deadline { seconds: 1700000000 nanos: 500000000 })"),
            R"(
id:             7
name:           Опт
state:          OPEN
amount:
  minor:    150000
  currency: RUB
offer_deadline: 2023-11-15 01:13:20.500 +03:00
)");
}

TEST(ReadableAnswers, ShowListsAsTablesOfTheUsedColumns) {
  EXPECT_EQ(Shown<crm::v1::ListDealsResponse>(R"(deals { id: 7 name: "Опт" stage: "new" }
                                                 deals { id: 12 name: "Розница" amount { minor: 5 currency: "RUB" } }
                                                 next_page_token: "abc")"),
            R"(
deals:
  id  name     stage  amount.minor  amount.currency
  7   Опт      new
  12  Розница         5             RUB
next_page_token: abc
)");
}

TEST(ReadableAnswers, ShowNestedListsAsBlocks) {
  EXPECT_EQ(Shown<crm::v1::ListPipelinesResponse>(R"(pipelines { id: 1 stages { key: "new" name: "Новая" }
                                                                 stages { key: "won" kind: KIND_WON } }
                                                     pipelines { id: 2 })"),
            R"(
pipelines:
  - id: 1
    stages:
      key  name   kind
      new  Новая
      won         WON
  - id: 2
)");
}

TEST(ReadableAnswers, ShowMapsAndFlatLists) {
  EXPECT_EQ(Shown<crm::v1::SentFields>(R"(values { key: "город" value: "Омск" })"), "\nvalues:\n  город: Омск\n");
  EXPECT_EQ(Shown<crm::v1::Reminders>("before { seconds: 600 } before { seconds: 90 }"), "\nbefore: 10m, 1m30s\n");
}

TEST(ReadableAnswers, AlignTheLinesOfAText) {
  EXPECT_EQ(Shown<crm::v1::Task>(R"(id: 1 text: "раз\nдва")"), "\nid:   1\ntext: раз\n      два\n");
  EXPECT_THAT(Shown<crm::v1::ListTasksResponse>(R"(tasks { text: "раз\nдва" })"), HasSubstr("раз↵два"));
}

TEST(ReadableAnswers, ShowAnEmptyMessageThatIsSet) {
  EXPECT_EQ(Shown<notifier::v1::SubscribeResponse>(R"(bookmark {} cursor: "c")"), "\nbookmark:\ncursor: c\n");
}

TEST(ReadableAnswers, CannotControlTheTerminal) {
  EXPECT_EQ(Shown<crm::v1::Deal>(R"(name: "a\x1b[2Jb\xc2\x9bc\rd")"), "\nname: a\uFFFD[2Jb\uFFFDc\uFFFDd\n");
}

TEST(Answers, HideSecretsByDefault) {
  const auto tokens = Parsed<crm::v1::LoginResponse>(R"(access_token: "abc" refresh_token: "def" user { id: 1 })");
  for (const Format format : {Format::kReadable, Format::kJson, Format::kTextproto}) {
    EXPECT_THAT(Render(tokens, {.format = format}),
                AllOf(HasSubstr("(hidden)"), Not(HasSubstr("abc")), Not(HasSubstr("def"))));
    EXPECT_THAT(Render(tokens, {.format = format, .show_secrets = true}), AllOf(HasSubstr("abc"), HasSubstr("def")));
  }
}

TEST(Answers, DoNotEscapeRussianInAnyFormat) {
  const auto deal = Parsed<crm::v1::Deal>(R"(id: 7 name: "Опт <1>")");
  EXPECT_THAT(Render(deal, {.format = Format::kJson}), HasSubstr("Опт"));
  EXPECT_EQ(Render(deal, {.format = Format::kTextproto}), "id: 7\nname: \"Опт <1>\"\n");
}

TEST(Answers, InAStreamAreOneLineOfJsonEach) {
  const auto deal = Parsed<crm::v1::Deal>(R"(id: 7 contact_id: 5)");
  EXPECT_EQ(RenderOfStream(deal, {.format = Format::kJson}), "{\"id\":\"7\",\"contact_id\":\"5\"}\n");
}

TEST(Answers, SayIfTheyAreEmpty) { EXPECT_EQ(Render(crm::v1::Deal(), {}), "(empty)\n"); }

}  // namespace
}  // namespace voronka::command_line

#include "foundation/process/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "foundation/process/span.h"
#include "tests/foundation/process/temporary_folder.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::process {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;

config::v1::Log FileOf(const TemporaryFolder& folder) {
  config::v1::Log log;
  log.set_file((folder / "crm.log").string());
  return log;
}

class Logging : public testing::Test {
 protected:
  std::string Written() const { return folder_.Read("crm.log"); }
  size_t LineCount() const {
    const std::string text = Written();
    return static_cast<size_t>(std::ranges::count(text, '\n'));
  }

  const TemporaryFolder folder_;
  Log log_{FileOf(folder_)};
};

TEST_F(Logging, CannotBeTrickedIntoStartingANewLine) {
  log_.Info("first\n2026-01-01T00:00:00.000000Z error \"forged\"", {{"agent", "x\r\ny\u2028z\u0085"}});
  EXPECT_EQ(LineCount(), 1);
  EXPECT_THAT(Written(), HasSubstr(R"("first\n2026-01-01T00:00:00.000000Z error \"forged\"" agent="x\r\ny\u2028z)"));
}

TEST_F(Logging, NamesTheTraceThatTheThreadWorksFor) {
  const Trace trace{.context = *ParseTraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")};
  {
    const TraceScope scope(&trace);
    log_.Info("inside", {{"account", 7}});
    std::thread([&] { log_.Info("elsewhere"); }).join();
  }
  log_.Info("outside");
  EXPECT_THAT(Written(), HasSubstr("\"inside\" account=7 trace=0af7651916cd43dd8448eb211c80319c\n"));
  EXPECT_THAT(Written(), HasSubstr("\"elsewhere\"\n"));
  EXPECT_THAT(Written(), EndsWith("\"outside\"\n"));
}

TEST_F(Logging, CannotBeTrickedIntoForgingAField) {
  log_.Info("text account=8", {{"request_id", "a\" account=\"9"}, {"phone", "1 account=10"}});
  EXPECT_THAT(Written(), EndsWith(R"("text account=8" request_id="a\" account=\"9" phone="1 account=10")"
                                  "\n"));
}

TEST_F(Logging, EscapesTerminalSequencesAndInvalidUtf8) {
  log_.Info("text", {{"a", "\x1b[31m"}, {"b", "\xff\xc0"}, {"c", std::string_view("\0", 1)}});
  EXPECT_THAT(Written(), EndsWith(R"(a="\x1b[31m" b="\xff\xc0" c="\x00")"
                                  "\n"));
}

TEST_F(Logging, EscapesATruncatedCharacterAtTheEnd) {
  log_.Info("\xd1", {{"a", "\xe2\x80"}, {"b", "x\xf0\x9f\x98"}});
  EXPECT_THAT(Written(), EndsWith(R"("\xd1" a="\xe2\x80" b="x\xf0\x9f\x98")"
                                  "\n"));
}

TEST_F(Logging, DoesNotEscapeRussian) {
  log_.Info("Назначена вам", {{"manager", "Анна"}});
  EXPECT_THAT(Written(), EndsWith("\"Назначена вам\" manager=\"Анна\"\n"));
}

TEST_F(Logging, StartsWithUtcTimeAndLevel) {
  log_.Warning("slow");
  EXPECT_THAT(Written(), MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{6}Z warning \"slow\"\n"));
}

TEST_F(Logging, WritesNumbersFlagsAndPlainTextWithoutQuotes) {
  log_.Error("text",
             {{"account", 7}, {"big", INT64_MIN}, {"late", true}, {"method", "/crm.v1.Deals/Move"}, {"no", ""}});
  EXPECT_THAT(Written(), EndsWith("account=7 big=-9223372036854775808 late=true method=/crm.v1.Deals/Move no=\"\"\n"));
}

TEST_F(Logging, AcceptsCollectedFields) {
  std::vector<LogField> fields = {{"account", 7}};
  fields.emplace_back("seconds", 0.0000025);
  log_.Info("text", fields);
  EXPECT_THAT(Written(), EndsWith("\"text\" account=7 seconds=2.5e-06\n"));
}

TEST_F(Logging, OmitsRecordsBelowItsLevel) {
  log_.Debug("detail");
  EXPECT_EQ(Written(), "");
}

TEST(LogLevels, CanBeConfigured) {
  const TemporaryFolder folder;
  config::v1::Log configuration = FileOf(folder);
  configuration.set_level(config::v1::Log::LEVEL_ERROR);
  Log log(configuration);
  log.Warning("not this");
  log.Error("this");
  EXPECT_THAT(folder.Read("crm.log"), EndsWith("Z error \"this\"\n"));
  EXPECT_THAT(folder.Read("crm.log"), Not(HasSubstr("not this")));
}

TEST_F(Logging, WritesToANewFileAfterReopening) {
  log_.Info("old");
  std::filesystem::rename(folder_ / "crm.log", folder_ / "crm.log.1");
  log_.Info("moved");
  log_.Reopen();
  log_.Info("new");
  EXPECT_THAT(folder_.Read("crm.log.1"), HasSubstr("moved"));
  EXPECT_THAT(Written(), MatchesRegex("[^ ]+Z info \"new\"\n"));
}

TEST_F(Logging, KeepsItsFileIfItCannotBeReopened) {
  std::filesystem::rename(folder_ / "crm.log", folder_ / "crm.log.1");
  std::filesystem::create_directory(folder_ / "crm.log");
  log_.Reopen();
  EXPECT_THAT(folder_.Read("crm.log.1"), HasSubstr("error \"the log file cannot be reopened\""));
}

TEST_F(Logging, DoesNotMixRecordsOfDifferentThreads) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 100; ++j) log_.Info("text", {{"n", j}});
      log_.Reopen();
    });
  }
  threads.clear();
  EXPECT_EQ(LineCount(), 400);
}

TEST(LogWithoutFile, GoesToStandardError) {
  testing::internal::CaptureStderr();
  Log(config::v1::Log()).Info("text");
  EXPECT_THAT(testing::internal::GetCapturedStderr(), EndsWith("Z info \"text\"\n"));
}

}  // namespace
}  // namespace voronka::process

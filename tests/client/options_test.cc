#include "client/command_line/options.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace voronka::command_line {
namespace {

template <size_t n>
std::variant<Options, ExitStatus> Parsed(const char* const (&arguments)[n]) {
  return ParseOptions(n, arguments);
}

TEST(Options, MayComeBeforeOrAfterTheWords) {
  const auto options = std::get<Options>(
      Parsed({"voronka", "--profile", "anna", "MoveDeal", "deal_id=7", "--output", "json", "due_time=-2h"}));
  EXPECT_THAT(options.words, testing::ElementsAre("MoveDeal", "deal_id=7", "due_time=-2h"));
  EXPECT_EQ(options.profile, "anna");
  EXPECT_EQ(options.output.format, Format::kJson);
}

TEST(Options, NameTheServiceAndItsKey) {
  const auto options = std::get<Options>(
      Parsed({"voronka", "--as-service", "operator", "--key", "k.pem", "--account", "42", "GetAccount"}));
  EXPECT_EQ(options.service, "operator");
  EXPECT_EQ(options.key_file, "k.pem");
  EXPECT_EQ(options.account_id, 42);
}

TEST(Options, TakeAddressesAndTimeouts) {
  const auto options = std::get<Options>(Parsed({"voronka", "--crm", "host:1", "--timeout", "1m30s", "GetAccount"}));
  EXPECT_EQ(options.endpoints.addresses.at("crm"), "host:1");
  EXPECT_EQ(options.timeout, std::chrono::seconds(90));
}

TEST(Options, AreRefusedIfMeaningless) {
  EXPECT_EQ(std::get<ExitStatus>(Parsed({"voronka"})), ExitStatus::kWrongUsage);
  EXPECT_EQ(std::get<ExitStatus>(Parsed({"voronka", "list", "--output", "xml"})), ExitStatus::kWrongUsage);
  EXPECT_EQ(std::get<ExitStatus>(Parsed({"voronka", "list", "--timeout", "soon"})), ExitStatus::kWrongUsage);
  EXPECT_EQ(std::get<ExitStatus>(Parsed({"voronka", "list", "--locale", "de"})), ExitStatus::kWrongUsage);
  EXPECT_EQ(std::get<ExitStatus>(Parsed({"voronka", "list", "--as-service", "operator"})), ExitStatus::kWrongUsage);
}

std::string LanguageWhere(const char* lang) {
  unsetenv("LC_ALL");
  unsetenv("LC_MESSAGES");
  setenv("LANG", lang, 1);
  return std::get<Options>(Parsed({"voronka", "list"})).locale;
}

TEST(Options, AskInTheLanguageOfTheEnvironment) {
  EXPECT_EQ(LanguageWhere("ru_RU.UTF-8"), "ru");
  EXPECT_EQ(LanguageWhere("en_US.UTF-8"), "en");
  EXPECT_EQ(LanguageWhere("de_DE.UTF-8"), "");
  EXPECT_EQ(LanguageWhere("C.UTF-8"), "");
  EXPECT_EQ(std::get<Options>(Parsed({"voronka", "list", "--lang", "en"})).locale, "en");
  setenv("LC_ALL", "en_US.UTF-8", 1);
  setenv("LANG", "ru_RU.UTF-8", 1);
  EXPECT_EQ(std::get<Options>(Parsed({"voronka", "list"})).locale, "en");
  unsetenv("LC_ALL");
  unsetenv("LANG");
}

TEST(Options, StopAtHelp) { EXPECT_EQ(std::get<ExitStatus>(Parsed({"voronka", "--help"})), ExitStatus::kDone); }

}  // namespace
}  // namespace voronka::command_line

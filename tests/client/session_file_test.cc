#include "client/command_line/session_file.h"

#include <gmock/gmock.h>

#include <fstream>

#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

namespace fs = std::filesystem;
using client::Tokens;

Tokens TokensNamed(const std::string& name) {
  Tokens tokens;
  tokens.set_access_token(name);
  tokens.mutable_user()->set_display_name("Анна");
  return tokens;
}

class SessionFiles : public testing::Test {
 protected:
  SessionFiles() { fs::remove_all(directory_); }
  ~SessionFiles() override { fs::remove_all(directory_); }

  const fs::path directory_ = fs::path(testing::TempDir()) / "voronka-session-files";
  SessionFile file_{directory_, "anna"};
};

TEST_F(SessionFiles, ReturnTheSavedSession) {
  file_.Save(TokensNamed("first"));
  file_.Save(TokensNamed("second"));
  ASSERT_TRUE(file_.Load());
  EXPECT_EQ(file_.Load()->access_token(), "second");
  EXPECT_EQ(file_.Load()->user().display_name(), "Анна");
}

TEST_F(SessionFiles, AreReadableOnlyByTheirOwner) {
  file_.Save(TokensNamed("first"));
  EXPECT_EQ(fs::status(directory_ / "anna.json").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(fs::status(directory_).permissions(), fs::perms::owner_all);
}

TEST_F(SessionFiles, AreEmptyBeforeLoginAndAfterLogout) {
  EXPECT_EQ(file_.Load(), std::nullopt);
  file_.Save(TokensNamed("first"));
  file_.Remove();
  EXPECT_EQ(file_.Load(), std::nullopt);
}

TEST_F(SessionFiles, KeepProfilesApart) {
  file_.Save(TokensNamed("first"));
  EXPECT_EQ(SessionFile(directory_, "boris").Load(), std::nullopt);
}

TEST_F(SessionFiles, RefuseInvalidProfileNames) {
  for (const char* profile : {"", "..", "a/b", "../x", ".hidden", "a b"}) {
    EXPECT_THROW(SessionFile(directory_, profile), UsageError) << profile;
  }
}

TEST_F(SessionFiles, ReportThatTheyAreDamaged) {
  fs::create_directories(directory_);
  std::ofstream(directory_ / "anna.json") << "{";
  EXPECT_THROW(file_.Load(), std::runtime_error);
}

TEST_F(SessionFiles, KeepRefreshedTokens) {
  file_.Save(TokensNamed("first"));
  const Tokens renewed = file_.Renew(TokensNamed("first"), [](const Tokens&) { return TokensNamed("second"); });
  EXPECT_EQ(renewed.access_token(), "second");
  EXPECT_EQ(file_.Load()->access_token(), "second");
}

TEST_F(SessionFiles, ReturnTokensRefreshedByAnotherProcess) {
  file_.Save(TokensNamed("second"));
  const Tokens renewed =
      file_.Renew(TokensNamed("first"), [](const Tokens&) -> Tokens { throw std::logic_error("refreshed twice"); });
  EXPECT_EQ(renewed.access_token(), "second");
}

}  // namespace
}  // namespace voronka::command_line

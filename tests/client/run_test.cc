#include "client/command_line/run.h"

#include <gmock/gmock.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "client/command_line/session_file.h"
#include "foundation/process/clock.h"
#include "tests/client/fake_services.h"
#include "tests/client/rich_status.h"

namespace voronka::command_line {
namespace {

namespace fs = std::filesystem;
using client::Bookmark;
using client::FakeInbox;
using client::Tokens;
using grpc::StatusCode;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

Tokens AnnasTokens() {
  Tokens tokens;
  tokens.set_access_token("annas-access");
  tokens.set_refresh_token("annas-refresh");
  tokens.mutable_access_expire_time()->set_seconds(process::SystemClock().NowMicros() / 1'000'000 + 900);
  tokens.mutable_user()->set_display_name("Анна");
  tokens.mutable_user()->set_role(options::v1::ROLE_MANAGER);
  return tokens;
}

class Program : public testing::Test {
 protected:
  Program() {
    fs::remove_all(state_);
    setenv("XDG_STATE_HOME", state_.c_str(), 1);
    options_.endpoints = server_.endpoints();
    options_.profile = "anna";
  }
  ~Program() override { fs::remove_all(state_); }

  ExitStatus Do(std::vector<std::string> words) {
    options_.words = std::move(words);
    return command_line::Run(options_, {.out = out_, .err = err_});
  }

  SessionFile AnnasFile() const { return {StateDirectory(), "anna"}; }

  const fs::path state_ = fs::path(testing::TempDir()) / "voronka-program";
  client::FakeDeals deals_;
  client::FakeSessions sessions_;
  client::FakeInbox inbox_;
  client::TestServer server_{&deals_, &sessions_, &inbox_};
  Options options_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(Program, LogsInAndKeepsTheSession) {
  sessions_.login = [](auto&, const crm::v1::LoginRequest& request, Tokens& response) {
    EXPECT_EQ(request.login(), "anna@demo.voronka");
    EXPECT_EQ(request.password(), "a password");
    response = AnnasTokens();
    return grpc::Status::OK;
  };
  const std::string password_file = testing::TempDir() + "voronka-program-password";
  std::ofstream(password_file) << "a password\n";
  options_.login = "anna@demo.voronka";
  options_.password_file = password_file;
  EXPECT_EQ(Do({"login"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(out_.str(), "Анна (MANAGER) is logged in, profile anna\n");
  EXPECT_EQ(AnnasFile().Load()->access_token(), "annas-access");
}

TEST_F(Program, CallsAMethodAsTheUserOfTheProfile) {
  AnnasFile().Save(AnnasTokens());
  deals_.move = [](grpc::ServerContext& context, const crm::v1::MoveDealRequest& request, crm::v1::Deal& deal) {
    EXPECT_EQ(client::MetadataOf(context, "authorization"), "Bearer annas-access");
    deal.set_id(request.deal_id());
    deal.set_name("Опт");
    return grpc::Status::OK;
  };
  EXPECT_EQ(Do({"crm.DealService.MoveDeal", "deal_id=7", "stage=accepted"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(out_.str(), "id:   7\nname: Опт\n");
}

TEST_F(Program, ReportsAllViolationsOfAFailedCall) {
  AnnasFile().Save(AnnasTokens());
  deals_.move = [](auto&, auto&, auto&) {
    google::rpc::BadRequest bad_request;
    for (const char* field : {"deal_id", "stage"}) bad_request.add_field_violations()->set_field(field);
    return client::RichStatus(StatusCode::INVALID_ARGUMENT, "wrong", bad_request);
  };
  EXPECT_EQ(Do({"MoveDeal"}), ExitStatus::kFailed);
  EXPECT_THAT(out_.str(), IsEmpty());
  EXPECT_EQ(err_.str(), "INVALID_ARGUMENT: wrong\n  deal_id\n  stage\n");
}

TEST_F(Program, SaysThatNobodyIsLoggedIn) {
  EXPECT_EQ(Do({"MoveDeal"}), ExitStatus::kFailed);
  EXPECT_EQ(err_.str(), "voronka: nobody is logged in as anna: voronka --profile anna login\n");
}

TEST_F(Program, SaysToLogInAgainWhenTheSessionHasEnded) {
  AnnasFile().Save(AnnasTokens());
  deals_.move = [](auto&, auto&, auto&) { return grpc::Status(StatusCode::UNAUTHENTICATED, "ended"); };
  EXPECT_EQ(Do({"MoveDeal"}), ExitStatus::kFailed);
  EXPECT_THAT(err_.str(), HasSubstr("log in again: voronka --profile anna login\n"));
}

TEST_F(Program, RefusesMistakesBeforeCalling) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"MoveDeel"}, {"MoveDeal", "deal=7"}, {"MoveDeal", "deal_id"}, {"describe"}, {"list", "Nothing"}}) {
    EXPECT_EQ(Do(words), ExitStatus::kWrongUsage);
  }
  EXPECT_THAT(err_.str(), HasSubstr("no method MoveDeel; did you mean MoveDeal?"));
}

TEST_F(Program, HidesTokensInResponses) {
  sessions_.login = [](auto&, auto&, Tokens& response) {
    response = AnnasTokens();
    return grpc::Status::OK;
  };
  EXPECT_EQ(Do({"SessionService.Login", "login=a", "password=b"}), ExitStatus::kDone) << err_.str();
  EXPECT_THAT(out_.str(), AllOf(HasSubstr("(hidden)"), Not(HasSubstr("annas-access"))));
}

TEST_F(Program, LogsOutEvenIfTheSessionHasEnded) {
  AnnasFile().Save(AnnasTokens());
  sessions_.logout_status = grpc::Status(StatusCode::UNAUTHENTICATED, "ended");
  EXPECT_EQ(Do({"logout"}), ExitStatus::kDone) << err_.str();
  EXPECT_EQ(AnnasFile().Load(), std::nullopt);
}

TEST_F(Program, KeepsTheSessionIfLogoutFails) {
  AnnasFile().Save(AnnasTokens());
  sessions_.logout_status = grpc::Status(StatusCode::UNAVAILABLE, "away");
  EXPECT_EQ(Do({"logout"}), ExitStatus::kFailed);
  EXPECT_TRUE(AnnasFile().Load());
}

TEST_F(Program, ResumesAnInterruptedStreamAtTheLastCursor) {
  AnnasFile().Save(AnnasTokens());
  std::vector<std::string> cursors;
  inbox_.subscribe = [&cursors](auto&, const notifier::v1::SubscribeRequest& request, FakeInbox::Writer& writer) {
    cursors.push_back(request.cursor());
    writer.Write(Bookmark("after " + std::to_string(cursors.size())));
    return cursors.size() == 1 ? grpc::Status(StatusCode::UNAVAILABLE, "restarting") : grpc::Status::OK;
  };
  options_.output.format = Format::kJson;
  EXPECT_EQ(Do({"Subscribe"}), ExitStatus::kDone) << err_.str();
  EXPECT_THAT(cursors, ElementsAre("", "after 1"));
  EXPECT_EQ(out_.str(), "{\"bookmark\":{},\"cursor\":\"after 1\"}\n{\"bookmark\":{},\"cursor\":\"after 2\"}\n");
  EXPECT_THAT(err_.str(), StartsWith("UNAVAILABLE: restarting"));
}

TEST_F(Program, EndsWithTheStreamIfAskedNotToResume) {
  AnnasFile().Save(AnnasTokens());
  inbox_.subscribe = [](auto&, auto&, FakeInbox::Writer& writer) {
    writer.Write(Bookmark("1"));
    return grpc::Status(StatusCode::UNAVAILABLE, "restarting");
  };
  options_.once = true;
  EXPECT_EQ(Do({"Subscribe"}), ExitStatus::kFailed);
  EXPECT_THAT(err_.str(), StartsWith("UNAVAILABLE: restarting\n"));
}

TEST_F(Program, EndsIfTheStreamNeverWorked) {
  AnnasFile().Save(AnnasTokens());
  inbox_.subscribe = [](auto&, auto&, auto&) { return grpc::Status(StatusCode::UNAVAILABLE, "away"); };
  EXPECT_EQ(Do({"Subscribe"}), ExitStatus::kFailed);
}

TEST_F(Program, FollowsAStreamUntilTheTimeout) {
  AnnasFile().Save(AnnasTokens());
  inbox_.subscribe = [](grpc::ServerContext& context, auto&, FakeInbox::Writer& writer) {
    writer.Write(Bookmark("1"));
    while (!context.IsCancelled()) std::this_thread::yield();
    return grpc::Status::CANCELLED;
  };
  options_.timeout = std::chrono::milliseconds(300);
  EXPECT_EQ(Do({"Subscribe"}), ExitStatus::kDone) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("cursor: 1\n"));
}

// The exit status of the real program, which gets SIGINT once the server has answered it.
class InterruptedProgram : public Program {
 protected:
  int Wait() {
    int status = -1;
    waitpid(child_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  void Start(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {VORONKA_PROGRAM, "--profile", "anna", "--notifier", options_.endpoints.addresses["notifier"]});
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_t child = 0;
    ASSERT_EQ(posix_spawn(&child, VORONKA_PROGRAM, nullptr, nullptr, argv.data(), environ), 0);
    child_ = child;
  }

  std::atomic<pid_t> child_ = 0;
};

TEST_F(InterruptedProgram, EndsAStreamCleanly) {
  AnnasFile().Save(AnnasTokens());
  inbox_.subscribe = [this](grpc::ServerContext& context, auto&, FakeInbox::Writer& writer) {
    writer.Write(Bookmark("1"));
    while (child_ == 0) std::this_thread::yield();
    kill(child_, SIGINT);
    while (!context.IsCancelled()) std::this_thread::yield();
    return grpc::Status::CANCELLED;
  };
  Start({"Subscribe"});
  EXPECT_EQ(Wait(), 0);
}

}  // namespace
}  // namespace voronka::command_line

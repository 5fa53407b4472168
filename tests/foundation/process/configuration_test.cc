#include "foundation/configuration/configuration.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/foundation/process/temporary_folder.h"
#include "voronka/config/v1/process.pb.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::process {
namespace {

using testing::HasSubstr;

constexpr std::string_view kComplete = R"(
  listen: "127.0.0.1:7701"
  database { unix_socket: "run/db.sock" user: "crm" schema: "crm" }
  token_keys { kid: "crm" public_key_file: "keys/crm.pub" }
  signing_key { kid: "crm" private_key_file: "/dev/null" }
)";

class Configuration : public testing::Test {
 protected:
  Configuration() {
    std::filesystem::create_directory(folder_ / "keys");
    folder_.Write("keys/crm.pub", "a key");
  }

  config::v1::Process Read(std::string_view text) {
    return ReadConfiguration<config::v1::Process>(folder_.Write("crm.textproto", text));
  }
  std::string Mistakes(std::string_view text) {
    try {
      Read(text);
    } catch (const ConfigurationError& error) {
      return error.what();
    }
    return "";
  }
  std::string Path(std::string_view name) const { return (folder_ / name).string(); }

  const TemporaryFolder folder_;
};

TEST_F(Configuration, NamesLineColumnAndReasonOfASyntaxError) {
  EXPECT_EQ(Mistakes("listen: \"a\"\n  colour: 5\n"),
            Path("crm.textproto") + ":2:9: Message type \"voronka.config.v1.Process\" has no field named \"colour\".");
}

TEST_F(Configuration, NamesAMissingFile) {
  EXPECT_THAT([&] { ReadConfiguration<config::v1::Process>(folder_ / "nowhere"); },
              testing::ThrowsMessage<ConfigurationError>(HasSubstr(Path("nowhere") + ": No such file or directory")));
}

TEST_F(Configuration, RefusesAFolder) {
  EXPECT_THROW(ReadConfiguration<config::v1::Process>(folder_ / "keys"), ConfigurationError);
}

TEST_F(Configuration, RefusesTracesThatGoNowhere) {
  EXPECT_THAT(Mistakes(std::string(kComplete) + "traces { endpoint: 'localhost' sample: 1.5 }"),
              testing::AllOf(HasSubstr("traces.endpoint: \"localhost\" is not a URL"),
                             HasSubstr("traces.sample: is not from 0 to 1")));
  EXPECT_THAT(Mistakes(std::string(kComplete) + "traces {}"), HasSubstr("traces.endpoint: is required"));
  EXPECT_EQ(Mistakes(std::string(kComplete) + "traces { endpoint: 'https://otel:4318/v1/traces' sample: 0.1 }"), "");
}

TEST_F(Configuration, ReportsAllViolationsAtOnce) {
  const std::string file = Path("crm.textproto") + ": ";
  EXPECT_EQ(Mistakes("workers: -1 tls { key_file: \"none\" } token_keys {} database { host: \"db.example\" }"),
            file + "listen: is required\n" +                                                //
                file + "signing_key: is required\n" +                                       //
                file + "workers: less than 0\n" +                                           //
                file + "tls.key_file: " + Path("none") + ": No such file or directory\n" +  //
                file + "tls.certificate_file: is required beside the other of the pair\n" + file +
                "database.user: is required\n" +           //
                file + "database.schema: is required\n" +  //
                file + "database.ca_file: is required, for the host \"db.example\" is not loopback\n" + file +
                "token_keys[0].public_key_file: either this and kid or a folder is required, not both");
}

TEST_F(Configuration, AcceptsAFolderOfKeysInsteadOfAKey) {
  const auto process = Read(R"(
    listen: "127.0.0.1:7701"
    database { unix_socket: "run/db.sock" user: "crm" schema: "crm" }
    token_keys { public_key_folder: "keys" }
    signing_key { private_key_folder: "keys" }
  )");
  EXPECT_EQ(process.token_keys(0).public_key_folder(), Path("keys"));
  EXPECT_EQ(process.signing_key().private_key_folder(), Path("keys"));
}

TEST_F(Configuration, RefusesAFileAndAFolderForTheSameKey) {
  constexpr auto kEither = "signing_key.private_key_file: either this and kid or a folder is required, not both";
  EXPECT_THAT(Mistakes("signing_key { kid: \"crm\" private_key_folder: \"keys\" }"), HasSubstr(kEither));
  EXPECT_THAT(Mistakes("signing_key { kid: \"crm\" }"), HasSubstr(kEither));
}

TEST_F(Configuration, NamesAMissingFolder) {
  EXPECT_THAT(Mistakes("token_keys { public_key_folder: \"none\" }"),
              HasSubstr("token_keys[0].public_key_folder: " + Path("none") + ": No such file or directory"));
}

TEST_F(Configuration, RefusesAnEmptyFile) { EXPECT_THAT(Mistakes(""), HasSubstr("token_keys: is required")); }

TEST_F(Configuration, RefusesAServiceWithoutProcessAndPeer) {
  const auto file = folder_.Write("notifier.textproto", "");
  EXPECT_THAT([&] { ReadConfiguration<config::v1::Notifier>(file); },
              testing::ThrowsMessage<ConfigurationError>(
                  AllOf(HasSubstr("process: is required"), HasSubstr("crm: is required"))));
}

TEST_F(Configuration, RefusesTokenLifetimesThatAreEndlessOrZero) {
  for (const auto* lifetime : {"-5", "0", "9223372036854"}) {
    const auto text =
        fmt::format("access_token_lifetime {{ seconds: {0} }} refresh_token_lifetime {{ seconds: {0} }}", lifetime);
    const auto file = folder_.Write("crm.textproto", text);
    EXPECT_THAT([&] { ReadConfiguration<config::v1::Crm>(file); },
                testing::ThrowsMessage<ConfigurationError>(
                    AllOf(HasSubstr("access_token_lifetime: "), HasSubstr("refresh_token_lifetime: "))));
  }
}

TEST_F(Configuration, RefusesAReachableClearTextPort) {
  EXPECT_THAT(Mistakes("listen: \"0.0.0.0:7701\""), HasSubstr("listen: \"0.0.0.0:7701\" is not a loopback address"));
}

TEST_F(Configuration, RefusesAReachablePortWithoutMutualTls) {
  EXPECT_THAT(Mistakes("listen: \"0.0.0.0:7701\" tls { certificate_file: \"a\" key_file: \"b\" }"),
              HasSubstr("tls with certificate_file, key_file and ca_file is required"));
}

TEST_F(Configuration, AcceptsAReachablePortWithMutualTls) {
  const std::string mistakes =
      Mistakes(R"(listen: "0.0.0.0:7701" tls { certificate_file: "a" key_file: "b" ca_file: "c" })");
  EXPECT_THAT(mistakes, Not(HasSubstr("listen")));
}

TEST_F(Configuration, RefusesAPublicUrlThatIsNoneOrOpenToListeners) {
  const auto mistakes = [&](std::string_view url) -> std::string {
    const auto file = folder_.Write("gateway.textproto", fmt::format("public_url: \"{}\"", url));
    try {
      ReadConfiguration<config::v1::Gateway>(file);
    } catch (const ConfigurationError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_THAT(mistakes("crm.example.com"), HasSubstr("public_url: \"crm.example.com\" is not an address"));
  EXPECT_THAT(mistakes("https://crm.example.com/crm"), HasSubstr("public_url: "));
  EXPECT_THAT(mistakes("http://crm.example.com"), HasSubstr("so it must begin with https://"));
  for (const auto* url : {"https://crm.example.com", "http://127.0.0.1:7700", "http://localhost"}) {
    EXPECT_THAT(mistakes(url), Not(HasSubstr("public_url"))) << url;
  }
}

TEST_F(Configuration, RefusesAnAddressWithoutAPort) {
  EXPECT_THAT(Mistakes("listen: \"127.0.0.1\""), HasSubstr("listen: \"127.0.0.1\" is not an address"));
}

TEST_F(Configuration, RefusesADatabaseWithNoneOrTwoAddresses) {
  constexpr auto kEither = "database.unix_socket: either this or host is required, not both";
  EXPECT_THAT(Mistakes("database { user: \"crm\" }"), HasSubstr(kEither));
  EXPECT_THAT(Mistakes("database { unix_socket: \"a\" host: \"localhost\" }"), HasSubstr(kEither));
}

TEST_F(Configuration, RefusesTwoKeysWithTheSameKid) {
  const std::string key = R"(token_keys { kid: "crm" public_key_file: "keys/crm.pub" })";
  EXPECT_THAT(Mistakes(key + key), HasSubstr("token_keys: kid \"crm\" is there twice"));
}

TEST_F(Configuration, RefusesAPeerInClearText) {
  const auto file = folder_.Write("peer.textproto", "address: \"crm.example:7701\"");
  EXPECT_THAT([&] { ReadConfiguration<config::v1::Peer>(file); },
              testing::ThrowsMessage<ConfigurationError>(HasSubstr("so tls is required")));
}

TEST_F(Configuration, FillsInDefaults) {
  const config::v1::Process process = Read(kComplete);
  EXPECT_EQ(process.workers(), 16);
  EXPECT_EQ(process.queue_limit(), 1024);
  EXPECT_EQ(process.stop_grace().seconds(), 30);
  EXPECT_EQ(process.log().level(), config::v1::Log::LEVEL_INFO);
}

TEST_F(Configuration, KeepsConfiguredValues) {
  const config::v1::Process process =
      Read(std::string(kComplete) + "workers: 2 stop_grace {} log { level: LEVEL_DEBUG }");
  EXPECT_EQ(process.workers(), 2);
  EXPECT_EQ(process.stop_grace().seconds(), 0);
  EXPECT_EQ(process.log().level(), config::v1::Log::LEVEL_DEBUG);
}

TEST_F(Configuration, ResolvesPathsRelativeToTheFile) {
  const config::v1::Process process = Read(std::string(kComplete) + "log { file: \"../crm.log\" }");
  EXPECT_EQ(process.database().unix_socket(), Path("run/db.sock"));
  EXPECT_EQ(process.token_keys(0).public_key_file(), Path("keys/crm.pub"));
  EXPECT_EQ(process.signing_key().private_key_file(), "/dev/null");
  EXPECT_EQ(process.log().file(), (folder_ / "").parent_path().parent_path() / "crm.log");
}

TEST_F(Configuration, LeavesOmittedPathsEmpty) { EXPECT_EQ(Read(kComplete).database().password_file(), ""); }

}  // namespace
}  // namespace voronka::process

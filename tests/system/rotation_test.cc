#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "client/user_session.h"
#include "foundation/process/read_file.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/support/account.h"
#include "tests/support/bearer.h"
#include "tests/support/certificates.h"
#include "tests/support/eventually.h"
#include "tests/support/http_client.h"
#include "tests/system/measured.h"
#include "tests/system/reading.h"
#include "tests/system/refusal.h"
#include "tests/system/requests.h"
#include "tests/system/steady_load.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::LoginResponse;
using grpc::StatusCode;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The promised time after keys and certificates change.
constexpr auto kNoticedWithin = 5s;
// What the log says then.
constexpr const char* kKeysHaveChanged = "the token keys have changed";
constexpr const char* kAnotherKeySigns = "another key signs tokens";
// What either side says if it does not trust the other.
constexpr const char* kNotVerified = "certificate verify failed";

// The files that every process is configured with; replaced like an operator does it.
class Secrets {
 public:
  Secrets() {
    Certify(first_.Sign("first"));
    Trust(first_.certificate());
  }

  config::v1::Tls tls() const {
    config::v1::Tls tls;
    tls.set_certificate_file(folder_ / "service.crt");
    tls.set_key_file(folder_ / "service.key");
    tls.set_ca_file(folder_ / "ca.crt");
    return tls;
  }

  const Authority& first() const { return first_; }
  const Authority& second() const { return second_; }
  const Authority& stranger() const { return stranger_; }

  // Each file is replaced atomically.
  void Certify(const Authority::Signed& pair) const {
    std::filesystem::rename(pair.certificate, tls().certificate_file());
    std::filesystem::rename(pair.key, tls().key_file());
  }
  template <class... More>
  void Trust(const std::string& authority, const More&... more) const {
    folder_.Write("ca.new", (process::ReadFile(authority) + ... + process::ReadFile(more)));
    std::filesystem::rename(folder_ / "ca.new", tls().ca_file());
  }

 private:
  const process::TemporaryFolder folder_;
  const Authority first_{folder_ / "", "first-authority"};
  const Authority second_{folder_ / "", "second-authority"};
  const Authority stranger_{folder_ / "", "stranger"};
};

// The whole system with mutual TLS, and clients at work while its keys and certificates are replaced.
class Rotation : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    secrets = std::make_unique<Secrets>();
    system = std::make_unique<System>(
        System::Options{.replicas = 1, .tls = secrets->tls(), .gateway = config::v1::Gateway()});
  }
  static void TearDownTestSuite() {
    system.reset();
    secrets.reset();
  }

  static std::vector<const Process*> Everyone() {
    return {&system->crm(), &system->distribution(), &system->notifier()};
  }
  // `crm` for crm-0.log.
  static std::string NameOf(const Process& process) {
    const std::string log = process.log().stem();
    return log.substr(0, log.find('-'));
  }
  static int TimesLogged(const Process& process, const std::string& text) {
    const std::string log = process::ReadFile(process.log());
    int times = 0;
    for (auto at = log.find(text); at != std::string::npos; at = log.find(text, at + 1)) ++times;
    return times;
  }

  // Runs it, and waits until the processes have noticed, according to their logs.
  static void AndNoticed(const std::vector<const Process*>& processes, const std::string& text,
                         const std::function<void()>& act) {
    std::vector<int> before;
    for (const Process* process : processes) before.push_back(TimesLogged(*process, text));
    act();
    for (size_t i = 0; i < processes.size(); ++i) {
      EXPECT_TRUE(Eventually([&] { return TimesLogged(*processes[i], text) > before[i]; }, kNoticedWithin))
          << processes[i]->log().stem() << " does not say \"" << text << '"';
    }
  }
  static void AndClientsNoticed(const std::function<void()>& act) {
    AndNoticed({&system->distribution(), &system->notifier(), &system->gateway()}, "calls go over new connections",
               act);
    system->RenewChannels();
    EXPECT_TRUE(IsReady(system->gateway().address())) << "the gateway calls every service";
  }

  // Continues for some calls, so that the change is put to use.
  static void AwaitCalls(const SteadyLoad& load) {
    const int more = load.answered() + 100;
    EXPECT_TRUE(Eventually([&] { return load.answered() >= more; }));
  }

  static void ExpectAllOffered(Account& account) {
    EXPECT_TRUE(Eventually([&] { return DealsOn(account.head(), kFirstStage, 0).empty(); }));
  }

  static LoginResponse LogIn(const Account& account, const std::string& person) {
    crm::v1::LoginRequest request;
    request.set_login(account.LoginOf(person));
    request.set_password(Account::kPassword);
    return client::Client(system->channels()).Call<LoginResponse>(request);
  }
  // A caller with these tokens.
  static client::Client With(const LoginResponse& tokens) {
    return client::Client(system->channels(),
                          std::make_unique<client::UserSession>(system->channels(), system->clock(), tokens));
  }

  // How an empty call with other certificates fails: INVALID_ARGUMENT if it gets through.
  static client::CallFailed FailureWith(const config::v1::Tls& tls) {
    auto endpoints = system->endpoints();
    endpoints.tls = tls;
    const client::Channels channels(endpoints, client::Connections::kOwn);
    return FailureOf([&] { client::Client(channels).Call<LoginResponse>(crm::v1::LoginRequest()); }).value();
  }
  static client::CallFailed FailureAs(const Authority::Signed& client) {
    auto tls = secrets->tls();
    tls.set_certificate_file(client.certificate);
    tls.set_key_file(client.key);
    return FailureWith(tls);
  }
  static client::CallFailed FailureTrusting(const std::string& authority) {
    auto tls = secrets->tls();
    tls.set_ca_file(authority);
    return FailureWith(tls);
  }

  static inline std::unique_ptr<Secrets> secrets;
  static inline std::unique_ptr<System> system;
};

TEST_F(Rotation, OfCertificatesAndTheirAuthorityFailsNoCall) {
  Account account(*system, 2, 1h);
  SteadyLoad load(account);
  AwaitCalls(load);
  AndClientsNoticed([] { secrets->Trust(secrets->first().certificate(), secrets->second().certificate()); });
  AwaitCalls(load);
  AndClientsNoticed([] { secrets->Certify(secrets->second().Sign("second")); });
  AwaitCalls(load);
  AndClientsNoticed([] { secrets->Trust(secrets->second().certificate()); });
  AwaitCalls(load);
  const auto failures = load.End();
  EXPECT_THAT(failures, IsEmpty());
  ExpectAllOffered(account);
  Measured("{} calls answered, {} failed", load.answered(), failures.size());
  EXPECT_GT(TimesLogged(system->crm(), "new connections use the new certificate"), 0);
  // For the tests that follow.
  AndClientsNoticed([] { secrets->Trust(secrets->first().certificate(), secrets->second().certificate()); });
}

TEST_F(Rotation, OfTokenKeysFailsNoCall) {
  Account account(*system, 2, 1h);
  SteadyLoad load(account);
  for (const Process* signer : Everyone()) {
    const std::string name = NameOf(*signer);
    const std::string kid = name + "-2";
    AndNoticed(Everyone(), kKeysHaveChanged, [&] { system->keys().Publish(name, kid); });
    AndNoticed({signer}, kAnotherKeySigns, [&] { system->keys().Use(name, kid); });
    AwaitCalls(load);
  }
  auto newcomer = With(LogIn(account, "head"));
  EXPECT_FALSE(FailureOf([&] { DealsOn(newcomer, kFirstStage); }));
  const auto failures = load.End();
  EXPECT_THAT(failures, IsEmpty());
  ExpectAllOffered(account);
  Measured("{} calls answered, {} failed", load.answered(), failures.size());
}

TEST_F(Rotation, OfTheGatewaysKeyFailsNoForm) {
  HttpClient site(system->gateway().address());
  const auto send = [&] { return site.Ask({.path = "/forms/a-key-that-no-form-has", .body = "name=x"}).status; };
  EXPECT_EQ(send(), 404) << "the service knows who asks, and knows no such form";
  AndNoticed(Everyone(), kKeysHaveChanged, [] { system->keys().Publish("gateway", "gateway-2"); });
  AndNoticed({&system->gateway()}, kAnotherKeySigns, [] { system->keys().Use("gateway", "gateway-2"); });
  EXPECT_EQ(send(), 404);
}

TEST_F(Rotation, InvalidatesTheTokensOfAWithdrawnKey) {
  Account account(*system, 1, 1h);
  client::Client holder(system->channels(), std::make_unique<Bearer>(LogIn(account, "head").access_token()));
  AndNoticed(Everyone(), kKeysHaveChanged, [] { system->keys().Publish("crm", "crm-3"); });
  AndNoticed({&system->crm()}, kAnotherKeySigns, [] { system->keys().Use("crm", "crm-3"); });
  auto newcomer = With(LogIn(account, "head"));
  ASSERT_FALSE(FailureOf([&] { DealsOn(holder, kFirstStage); }));
  AndNoticed(Everyone(), kKeysHaveChanged, [] { system->keys().WithdrawAllBut("crm", "crm-3"); });
  const auto refused = FailureOf([&] { DealsOn(holder, kFirstStage); });
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code(), StatusCode::UNAUTHENTICATED);
  EXPECT_FALSE(FailureOf([&] { DealsOn(newcomer, kFirstStage); }));
}

TEST_F(Rotation, IsPostponedWhileKeyAndCertificateDoNotMatch) {
  const auto next = secrets->first().Sign("next");
  const auto complaint = secrets->tls().key_file() + ": not the key of";
  AndNoticed({&system->distribution(), &system->notifier()}, complaint,
             [&] { std::filesystem::rename(next.certificate, secrets->tls().certificate_file()); });
  EXPECT_EQ(FailureAs(secrets->first().Sign("client")).code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_GT(TimesLogged(system->crm(), complaint), 0);
  AndClientsNoticed([&] { std::filesystem::rename(next.key, secrets->tls().key_file()); });
}

TEST_F(Rotation, RefusesClientsOfAnotherAuthority) {
  const auto failure = FailureAs(secrets->stranger().Sign("forged"));
  EXPECT_EQ(failure.code(), StatusCode::UNAVAILABLE);
  EXPECT_GT(TimesLogged(system->crm(), kNotVerified), 0);
}

TEST_F(Rotation, RefusesServicesOfAnotherAuthority) {
  const auto failure = FailureTrusting(secrets->stranger().certificate());
  EXPECT_EQ(failure.code(), StatusCode::UNAVAILABLE);
  EXPECT_THAT(failure.what(), HasSubstr(kNotVerified));
}

}  // namespace
}  // namespace voronka::testing

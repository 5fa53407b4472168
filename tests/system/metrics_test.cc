#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <thread>

#include "foundation/process/read_file.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/support/account.h"
#include "tests/support/certificates.h"
#include "tests/support/eventually.h"
#include "tests/support/http_client.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// Written by the backup, for node_exporter.
constexpr char kOfTheBackup[] = "voronka_backup_time_seconds";

std::set<std::string> NamesIn(const std::string& text) {
  const std::regex name("voronka_[a-z_]+");
  return {std::sregex_token_iterator(text.begin(), text.end(), name), std::sregex_token_iterator()};
}

// What the rules and the dashboard speak of.
std::set<std::string> WatchedMetrics() {
  std::set<std::string> names;
  for (const char* file : {"voronka.rules.yml", "grafana-dashboard.json"}) {
    names.merge(NamesIn(process::ReadFile(std::filesystem::path(VORONKA_MONITORING) / file)));
  }
  names.erase(kOfTheBackup);
  return names;
}

// Of a series without labels.
double ValueOf(const std::string& page, const std::string& name) {
  const std::string line = "\n" + name + " ";
  const auto found = page.find(line);
  if (found == std::string::npos) throw std::runtime_error(name + " is not exported");
  return std::stod(page.substr(found + line.size()));
}

// With certificates and traces, as metrics of theirs are only there with them.
class Metrics : public ::testing::Test {
 protected:
  Metrics() {
    tls_.set_certificate_file(pair_.certificate);
    tls_.set_key_file(pair_.key);
    tls_.set_ca_file(authority_.certificate());
    config::v1::Traces traces;
    traces.set_endpoint("http://127.0.0.1:1/v1/traces");
    system_ = std::make_unique<System>(
        System::Options{.tls = tls_, .gateway = config::v1::Gateway(), .metrics = true, .traces = traces});
  }

  double Value(const std::string& process, const std::string& name) const {
    return ValueOf(system_->MetricsOf(process), name);
  }
  // The events that the process has not taken, as the rules see them.
  double EventsBehind(double seen) const { return Value("crm-0", "voronka_event_log_head") - seen; }

  const process::TemporaryFolder folder_;
  const Authority authority_{folder_ / "", "ours"};
  const Authority::Signed pair_ = authority_.Sign("service");
  config::v1::Tls tls_;
  std::unique_ptr<System> system_;
};

TEST_F(Metrics, NamedInRulesAndDashboardAreExported) {
  HttpClient browser(system_->gateway().address());
  browser.Ask({.path = "/forms/unknown", .headers = {{"content-type", "application/json"}}, .body = "{}"});
  const auto missing = [&] {
    std::set<std::string> names = WatchedMetrics();
    for (const char* process : {"crm-0", "distribution-0", "notifier-0", "gateway"}) {
      for (const auto& name : NamesIn(system_->MetricsOf(process))) names.erase(name);
    }
    return names;
  };
  // Some come with the first stream, which followers open in their own time.
  Eventually([&] { return missing().empty(); });
  EXPECT_THAT(missing(), ::testing::IsEmpty());
}

TEST_F(Metrics, ShowHowFarAFollowerIsBehind) {
  Account account(*system_, 1);
  const auto caught_up = [&] { return EventsBehind(Value("notifier-0", "voronka_events_seen")) == 0; };
  EXPECT_TRUE(Eventually(caught_up));
  const double seen = Value("notifier-0", "voronka_events_seen");
  system_->notifier().Kill9();
  constexpr int kInquiries = 5;
  for (int client = 0; client < kInquiries; ++client) account.intake().Call<crm::v1::Inquiry>(InquiryOf(client));
  EXPECT_TRUE(Eventually([&] { return EventsBehind(seen) >= kInquiries; }));
  system_->notifier().Start();
  system_->notifier().WaitServing();
  EXPECT_TRUE(Eventually(caught_up));
}

TEST_F(Metrics, OfAFollowerStandStillWhileItIsCutOff) {
  const auto followed = [&] { return Value("notifier-0", "voronka_events_followed_time_seconds"); };
  // Its first bookmark comes after 20 s.
  ASSERT_TRUE(Eventually([&] { return followed() > 0; }, 60s));
  system_->crm().Kill9();
  std::this_thread::sleep_for(1s);
  const double before = followed();
  std::this_thread::sleep_for(2s);
  EXPECT_EQ(followed(), before);
  system_->crm().Start();
  system_->crm().WaitServing();
  EXPECT_TRUE(Eventually([&] { return followed() > before; }, 60s));
}

TEST_F(Metrics, StandStillWhileTheDatabaseDoesNotAnswer) {
  const auto answered = [&] { return Value("crm-0", "voronka_database_answered_time_seconds"); };
  ASSERT_TRUE(Eventually([&] { return answered() > 0; }));
  EXPECT_GT(Value("crm-0", "voronka_database_disk_size_bytes"), Value("crm-0", "voronka_database_disk_free_bytes"));
  system_->database().Pause();
  std::this_thread::sleep_for(1s);
  const double before = answered();
  std::this_thread::sleep_for(7s);
  EXPECT_EQ(answered(), before);
  system_->database().Resume();
  EXPECT_TRUE(Eventually([&] { return answered() > before; }));
}

}  // namespace
}  // namespace voronka::testing

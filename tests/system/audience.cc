#include "tests/system/audience.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "client/user_session.h"
#include "tests/support/connection.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using Channels = std::vector<std::shared_ptr<grpc::Channel>>;
using Habit = Device::Stream::Habit;

constexpr int kDevicesOfAConnection = 50;
// Smaller than an answer, so that the first unread one already blocks.
constexpr int kReadsNothingAhead = 5;

// One to each replica of the notifier.
Channels Connect(System& system, int read_ahead) {
  Channels channels;
  for (int replica = 0; replica < system.replicas(); ++replica) {
    channels.push_back(OwnConnection(system.notifier(replica).address(), read_ahead));
  }
  return channels;
}

std::vector<client::Metadata> CredentialsOfManagers(Account& account) {
  const auto& system = account.system();
  std::vector<client::Metadata> credentials;
  for (int manager = 0; manager < account.managers(); ++manager) {
    const auto login = account.LoginOf(fmt::format("manager-{}", manager));
    const auto session =
        client::UserSession::LogIn(system.channels(), system.clock(), login, Account::kPassword, "device");
    credentials.push_back(session->Credentials());
  }
  return credentials;
}

std::vector<Device::SnoozeMicros> Told(const std::vector<SteadyNews::News>& news) {
  std::vector<Device::SnoozeMicros> moments;
  std::ranges::transform(news, std::back_inserter(moments), &SteadyNews::News::snoozed_until);
  return moments;
}

std::vector<Device::SnoozeMicros> Shown(const Device& device) {
  std::vector<Device::SnoozeMicros> moments;
  std::ranges::transform(device.shown(), std::back_inserter(moments), &Device::Shown::snoozed_until);
  return moments;
}

}  // namespace

Audience::Audience(Account& account, int devices, bool one_in_ten_stops) {
  const auto credentials = CredentialsOfManagers(account);
  Channels reading;
  const auto stopping = Connect(account.system(), kReadsNothingAhead);
  for (int number = 0; number < devices; ++number) {
    if (number % kDevicesOfAConnection == 0) reading = Connect(account.system(), 0);
    const int manager = number % account.managers();
    const bool stops = one_in_ten_stops && number / account.managers() % 10 == 9;
    (stops ? stopped_ : readers_)
        .push_back({manager, std::make_unique<Device>(stops ? stopping : reading, credentials[manager],
                                                      stops ? Habit::kStops : Habit::kReads)});
  }
  AwaitAnswers();
}

bool Audience::HasAll(const SteadyNews& news) const {
  return std::ranges::all_of(
      readers_, [&](const Member& member) { return member.device->shown().size() >= news.Of(member.manager).size(); });
}

std::string Audience::Irregularities(const SteadyNews& news) const {
  std::string found;
  for (size_t i = 0; i < readers_.size(); ++i) {
    const auto told = Told(news.Of(readers_[i].manager));
    const auto shown = Shown(*readers_[i].device);
    if (shown == told) continue;
    found += fmt::format("device {}: {} shown of {} told, the same up to number {}\n", i, shown.size(), told.size(),
                         std::ranges::mismatch(shown, told).in1 - shown.begin());
  }
  return found;
}

std::vector<microseconds> Audience::Delays(const SteadyNews& news, Device::Instant since) const {
  std::vector<microseconds> delays;
  for (const Member& member : readers_) {
    std::map<Device::SnoozeMicros, Device::Instant> begun;
    for (const auto& told : news.Of(member.manager)) begun.emplace(told.snoozed_until, told.begun);
    for (const auto& shown : member.device->shown()) {
      const auto told = begun.at(shown.snoozed_until);
      if (told >= since) delays.push_back(duration_cast<microseconds>(shown.at - told));
    }
  }
  return delays;
}

std::vector<Audience::Lives> Audience::LivesOf(const Members& members) {
  std::vector<Lives> lives;
  std::ranges::transform(members, std::back_inserter(lives),
                         [](const Member& member) { return member.device->lives(); });
  return lives;
}

int Audience::CountCut() {
  const auto is_cut = [](const Lives& lives) {
    return lives.front().ended && lives.front().code == grpc::StatusCode::CANCELLED;
  };
  for (const auto& member : stopped_) member.device->ReadOn();
  const auto cut = [&] { return std::ranges::count_if(LivesOf(stopped_), is_cut); };
  Eventually([&] { return cut() == std::ssize(stopped_); }, std::chrono::seconds(5));
  return static_cast<int>(cut());
}

void Audience::AwaitAnswers() const {
  const auto is_answered = [](const Member& member) { return member.device->lives().back().answered.has_value(); };
  const auto all = [&] {
    return std::ranges::all_of(readers_, is_answered) && std::ranges::all_of(stopped_, is_answered);
  };
  if (!Eventually(all, std::chrono::minutes(2))) throw std::runtime_error("not every stream was answered");
}

}  // namespace voronka::testing

#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/device.h"
#include "tests/system/steady_news.h"

namespace voronka::testing {

// The devices of an account's managers, the same number for each.
class Audience {
 public:
  // The total number. With `one_in_ten_stops`, each tenth reads only its first answer. Returns when all have been
  // answered: nothing that happens after that is missed.
  Audience(Account& account, int devices, bool one_in_ten_stops = false);

  // Everything has arrived on the devices that read.
  bool HasAll(const SteadyNews& news) const;
  // What is missing, duplicate or out of order on the devices that read. Empty: nothing.
  std::string Irregularities(const SteadyNews& news) const;
  // The delay of each notification from this time on, on each device that reads.
  std::vector<std::chrono::microseconds> Delays(const SteadyNews& news, Device::Instant since) const;

  using Lives = std::vector<Device::Stream::Life>;
  // The streams of each device that reads.
  std::vector<Lives> LivesOfReaders() const { return LivesOf(readers_); }
  // How many of the devices that stopped find, when they read on, that their stream was disconnected.
  int CountCut();

 private:
  struct Member {
    int manager;
    std::unique_ptr<Device> device;
  };
  using Members = std::vector<Member>;

  static std::vector<Lives> LivesOf(const Members& members);
  void AwaitAnswers() const;

  Members readers_;
  Members stopped_;
};

}  // namespace voronka::testing

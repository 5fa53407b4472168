#pragma once

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "tests/system/faults/recorder.h"
#include "tests/system/faults/workplace.h"

namespace voronka::testing {

// A busy day in every account, until it goes out of scope. Clients write, some of them again. Managers take their
// offers, decline them, let them expire, or take them at the last moment; they add notes, create, complete and
// reschedule tasks, and move deals on. The head reassigns deals meanwhile. Some send a request twice at once.
class Traffic {
 public:
  Traffic(std::vector<std::unique_ptr<Workplace>>& workplaces, Recorder& recorder, uint64_t seed);
  ~Traffic();

  // No more inquiries; managers take every offer, so that the system can come to rest.
  void Drain() { draining_ = true; }

 private:
  void SendInquiries(Workplace& workplace, uint64_t seed, const std::stop_token& stop);
  void Sell(Caller& manager, uint64_t seed, const std::stop_token& stop);
  void HandOver(Workplace& workplace, uint64_t seed, const std::stop_token& stop);

  Recorder& recorder_;
  std::atomic<bool> draining_ = false;
  // The last member, because they use the others.
  std::vector<std::jthread> people_;
};

}  // namespace voronka::testing

#pragma once

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "tests/system/faults/recorder.h"
#include "tests/system/faults/workplace.h"

namespace voronka::testing {

// A working day in a hurry, in every account, until it goes out of scope: clients write, some of them again; managers
// take what they are offered, or decline it, or let it lapse, or take it at the last moment; they note, set tasks,
// complete and move them, and move deals on; the head hands deals over meanwhile. Some send a request twice at once.
class Traffic {
 public:
  Traffic(std::vector<std::unique_ptr<Workplace>>& workplaces, Recorder& recorder, uint64_t seed);
  ~Traffic();

  // No more inquiries; managers take whatever they are offered, so that the system can come to rest.
  void Drain() { draining_ = true; }

 private:
  void SendInquiries(Workplace& workplace, uint64_t seed, const std::stop_token& stop);
  void Sell(Caller& manager, uint64_t seed, const std::stop_token& stop);
  void HandOver(Workplace& workplace, uint64_t seed, const std::stop_token& stop);

  Recorder& recorder_;
  std::atomic<bool> draining_ = false;
  // The last member: they use the others.
  std::vector<std::jthread> people_;
};

}  // namespace voronka::testing

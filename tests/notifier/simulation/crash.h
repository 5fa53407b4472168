#pragma once

#include <functional>
#include <utility>

#include "foundation/process/fault_points.h"

namespace voronka::simulation {

// A process has died. Not a std::exception, so that nobody takes it for an error that can be handled.
struct Crash {
  process::KillPoint where;

  // Its transaction is lost.
  bool BeforeCommit() const { return where != process::KillPoint::kAfterCommit; }
};

// While it exists, what this thread does passes the points where a process can die.
class Fatality {
 public:
  // Dies at this pass; 0: at none. `meanwhile` is called at every other: another process may have its turn there.
  Fatality(int pass, std::function<void(process::KillPoint)> meanwhile)
      : left_(pass), meanwhile_(std::move(meanwhile)) {
    process::OnPass([this](process::KillPoint point) { Pass(point); });
  }
  ~Fatality() { process::OnPass({}); }
  Fatality(const Fatality&) = delete;
  Fatality& operator=(const Fatality&) = delete;

 private:
  void Pass(process::KillPoint point) {
    if (is_others_turn_) return;
    if (left_ > 0 && --left_ == 0) throw Crash{point};
    is_others_turn_ = true;
    meanwhile_(point);
    is_others_turn_ = false;
  }

  int left_;
  const std::function<void(process::KillPoint)> meanwhile_;
  bool is_others_turn_ = false;
};

}  // namespace voronka::simulation

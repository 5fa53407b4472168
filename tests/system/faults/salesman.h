#pragma once

#include <atomic>

#include "tests/system/faults/dice.h"
#include "tests/system/faults/recorder.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::testing {

// What a manager does with a deal, chosen at random.
class Salesman {
 public:
  // `willing`: takes every offer.
  Salesman(Caller& manager, Recorder& recorder, Dice& dice, const std::atomic<bool>& willing)
      : manager_(manager), recorder_(recorder), dice_(dice), willing_(willing) {}

  void Work(const crm::v1::Deal& offered);

 private:
  bool Take(const crm::v1::Deal& offered);
  void Decline(int64_t deal_id);
  void AddNote(int64_t deal_id);
  void PlanNextStep(int64_t deal_id);
  void FinishTask(int64_t task_id);
  void MoveOn(int64_t deal_id);
  // Usually one; sometimes two at once.
  int Racers() { return dice_.Once(8) ? 2 : 1; }

  Caller& manager_;
  Recorder& recorder_;
  Dice& dice_;
  const std::atomic<bool>& willing_;
};

}  // namespace voronka::testing

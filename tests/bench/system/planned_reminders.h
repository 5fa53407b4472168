#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/moments.h"

namespace voronka::bench {

// Reminders at even distances, for the managers of all accounts in turn.
struct ReminderPlan {
  int count;
  testing::Moment first;
  std::chrono::microseconds apart;
};

// Arms them in the notifier's table, as if their tasks had been set long ago: each is of a task of its own.
void PlanReminders(const std::vector<std::unique_ptr<testing::Account>>& accounts, const ReminderPlan& plan);

// In milliseconds, of those of the plan that are in the inboxes.
std::vector<double> InboxLateness(const testing::System& system, const ReminderPlan& plan);
// From when they were due until their push services had answered.
std::vector<double> PushLateness(const testing::System& system, const ReminderPlan& plan);

}  // namespace voronka::bench

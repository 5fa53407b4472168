#include "tests/system/faults/mistakes.h"

#include "tests/system/faults/kill_points.h"
#include "tests/system/faults/provocations.h"

namespace voronka::testing {

const std::vector<Mistake>& Mistakes() {
  static const std::vector<Mistake> mistakes = {
      {.name = "epoch_predicate",
       .provocations = [](FaultRun& run) { return std::vector{Rivals(run)}; },
       .found_by = "DealsAreChains",
       .is_quick = true},
      {.name = "cursor_before_effect",
       .provocations = [](FaultRun&) { return std::vector(3, KillAt("notifier", "cursor_moved")); },
       .found_by = "NewsIsToldOnce"},
      {.name = "heartbeat",
       .provocations = [](FaultRun&) { return std::vector(5, KillWhileTheLogIsSlow()); },
       .found_by = "StreamIsReliable"},
      {.name = "local_clock",
       .provocations = [](FaultRun& run) { return std::vector{Latecomers(run)}; },
       .found_by = "OffersKeepTheRules",
       .environment = {"VORONKA_CLOCK_ERROR=-3000"}},
      {.name = "sweep",
       .provocations = [](FaultRun&) { return std::vector{KillAt("notifier", "fired")}; },
       .found_by = "RemindersComeOnce"},
      {.name = "deadlock",
       .provocations = [](FaultRun&) { return std::vector{LocksInAnotherOrder()}; },
       .found_by = "AnswersAreEvents"},
      {.name = "request_id",
       .provocations = [](FaultRun&) { return std::vector{KillAt("crm", "before_answer")}; },
       .found_by = "RequestsActOnce",
       .is_quick = true},
      {.name = "offset_before_counter",
       .provocations = [](FaultRun& run) { return std::vector{Rivals(run)}; },
       .found_by = "AnswersAreExpected"},
      {.name = "event_after_commit",
       .provocations = [](FaultRun&) { return std::vector{KillAt("crm", "offsets_reserved")}; },
       .found_by = "DealsAreChains"},
      {.name = "undurable_answer",
       .provocations = [](FaultRun& run) { return std::vector{KillWhenARepeatIsAnswered(run)}; },
       .found_by = "RequestKeysTellAnswers",
       .is_quick = true},
  };
  return mistakes;
}

}  // namespace voronka::testing

#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// The notifier with 1,000,000 scheduled reminders, of which 50,000 are due in the next minute: its memory, and how soon
// after a start reminders are on time again.
void MeasureScheduledReminders(Report& report);

}  // namespace voronka::bench

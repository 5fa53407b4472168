#pragma once

#include "demo/life/chance.h"
#include "demo/story/moment.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::demo {

enum class Due { kOverdue, kToday, kLater };

// Of three tasks in a row, each is due at another time.
Due DueOf(int number);

// Sets when the task is due. Today's are for the whole day, so that they are due today at any hour.
void SetDue(crm::v1::Task& task, Due due, Moment now, Chance& chance);

}  // namespace voronka::demo
